"""A quantity: a number in a sentence with its bounds, as its own words and the amount words beside it give
them.
"""

from collections.abc import Sequence
from typing import NamedTuple

from recuento.extract.figures.numberwords import NumberTables
from recuento.extract.tokens import Token

Number = int | float


class Quantity(NamedTuple):
    """A quantity over tokens `first:last` (ends exclusive); `begin:stop` also covers its amount words.

    `kind` is exact, vague, share, fraction, zero or set; `low` and `high` are its bounds, None where open.
    """

    first: int
    last: int
    begin: int
    stop: int
    low: Number | None
    high: Number | None
    qualifier: str
    kind: str
    word: str


class Reading(NamedTuple):
    """A value read at some token: the end, the bounds before amount words, and the kind."""

    last: int
    low: Number | None
    high: Number | None
    kind: str
    qualifier: str = "exactly"


class Line(NamedTuple):
    """The tokens of a sentence with the number words of its language: what numbers are read from."""

    tokens: Sequence[Token]
    lowers: Sequence[str]
    tables: NumberTables

    def lower(self, at: int) -> str:
        """The lower-cased token, empty outside the sentence."""
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

    def glued(self, at: int) -> bool:
        """Whether no space stands before a token."""
        return 0 < at < len(self.tokens) and self.tokens[at].start == self.tokens[at - 1].end
