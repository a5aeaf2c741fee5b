"""What a rule has read before the contents are settled against one another."""

from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from recuento.extract.attributions.words import Entry


class Shape(Enum):
    """Where the content of an attribution stands, seen from its speaker and cue."""

    AFTER = "after"
    BEFORE = "before"
    BOTH = "both"
    LIKE = "like"  # the content of an earlier draft, whose source relies on this one


@dataclass(slots=True)
class Draft:
    """An attribution in the making. Offsets are the text's; the clause names speaker and cue."""

    rule: str
    sentence: int
    shape: Shape
    clause: tuple[int, int]
    cue: tuple[int, int]
    source: tuple[int, int] | None = None
    name: str | None = None
    modality: str = "asserted"
    pronoun: str | None = None
    contents: list[tuple[int, int]] = field(default_factory=list)
    chain: tuple[str, ...] = ()
    like: "Draft | None" = None
    joined: bool = False  # a comma or a conjunction stands before the clause
    quoted: bool = False
    anonymous: bool = False  # the sentence says that the source would not be named
    background: bool = False  # said before the events told
    nested: bool = False  # the clause stands inside a quotation of somebody else


class Cue(NamedTuple):
    """A trigger in a sentence: the numbers of its first word and of the word after it, and its entry."""

    first: int
    last: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that names a source: the numbers of its first word and of the word after its last."""

    first: int
    last: int
    clause: int  # the number of the first word of the clause that the phrase opens
    pronoun: str | None = None
    relative: bool = False
