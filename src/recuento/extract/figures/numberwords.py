"""The typed form of a pack's `numbers.yml` and `amounts.yml`, and the tables compiled from them."""

from functools import cache
from typing import Literal, NamedTuple

import msgspec

from recuento.language import Pack
from recuento.language.wordtable import WordTable


class Marks(NamedTuple):
    """The marks of written numbers; `decimal` is empty where neither the text nor its region tells."""

    decimal: str
    grouping: tuple[str, ...]


class NumberWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `numbers.yml`."""

    cardinals: dict[str, int]
    multipliers: dict[str, int]
    attached: dict[str, int]
    collectives: dict[str, int]
    collectives_after_digits: frozenset[str]
    joiners: frozenset[str]
    articles: frozenset[str]
    sets: dict[str, int]
    zeros: tuple[str, ...]
    vague: dict[str, tuple[str, ...]]
    vague_needs_noun: frozenset[str]
    linkers: frozenset[str]
    percent: tuple[str, ...]
    fractions: dict[str, float]
    fractions_need_base: frozenset[str]
    ranges: dict[str, str]
    range_marks: frozenset[str]
    bare_multipliers: frozenset[str] = frozenset()
    collective_qualifier: str = "exactly"
    exact_collectives: frozenset[str] = frozenset()
    singular: frozenset[str] = frozenset()
    joiner_after: Literal["hundreds", "tens"] = "hundreds"
    half_after: dict[str, float] = {}
    decimal_units: frozenset[str] = frozenset()
    of_every: tuple[str, ...] = ()
    not_numbers: str = "(?!)"


class AmountWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `amounts.yml`."""

    before: dict[str, tuple[str, ...]]
    after: dict[str, tuple[str, ...]]
    transparent: tuple[str, ...]


class NumberTables:
    """Number words of a pack, ready to be looked up."""

    def __init__(self, pack: Pack, marks: Marks) -> None:
        self.words = words = pack.section("numbers", NumberWords)
        amounts = pack.section("amounts", AmountWords)
        self.decimal = marks.decimal
        self.grouping = tuple(mark for mark in marks.grouping if mark.strip())
        self.vague = WordTable.of_lists(words.vague)
        self.zeros = WordTable((phrase, 0) for phrase in words.zeros)
        self.percent = WordTable((phrase, True) for phrase in words.percent)
        self.fractions = WordTable(words.fractions.items())
        self.of_every = WordTable((phrase, True) for phrase in words.of_every)
        self.half_after = WordTable(words.half_after.items())
        self.before = WordTable.of_lists(amounts.before)
        self.after = WordTable.of_lists(amounts.after)
        self.transparent = WordTable((phrase, True) for phrase in amounts.transparent)
        starts = {*words.cardinals, *words.collectives, *words.articles, *words.sets, *words.multipliers}
        self.starts = (
            starts
            | self.vague.first_words()
            | self.zeros.first_words()
            | self.fractions.first_words()
            | set(words.ranges)
        )

    def scale_of(self, word: str) -> int | None:
        """What a multiplier or a collective is worth."""
        return self.words.multipliers.get(word) or self.words.collectives.get(word)

    def marked(self, digits: str) -> bool:
        """Whether digits have a decimal mark."""
        return bool(self.decimal) and self.decimal in digits


@cache
def number_tables(pack: Pack, marks: Marks | None = None) -> NumberTables:
    """The number tables of a pack, compiled once for each habit of marks; without any for the pack's own."""
    return NumberTables(pack, marks or Marks(pack.header.decimal, pack.header.grouping))
