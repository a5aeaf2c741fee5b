"""The typed form of a pack's `numbers.yml` and `amounts.yml`, and the tables compiled from them."""

from functools import cache

import msgspec

from recuento.language import Pack
from recuento.language.wordtable import WordTable


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


class AmountWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `amounts.yml`."""

    before: dict[str, tuple[str, ...]]
    after: dict[str, tuple[str, ...]]
    transparent: tuple[str, ...]


class NumberTables:
    """Number words of a pack, ready to be looked up."""

    def __init__(self, pack: Pack) -> None:
        self.words = words = pack.section("numbers", NumberWords)
        amounts = pack.section("amounts", AmountWords)
        self.decimal = pack.header.decimal
        self.grouping = tuple(mark for mark in pack.header.grouping if mark.strip())
        self.vague = WordTable.of_lists(words.vague)
        self.zeros = WordTable((phrase, 0) for phrase in words.zeros)
        self.percent = WordTable((phrase, True) for phrase in words.percent)
        self.fractions = WordTable(words.fractions.items())
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


@cache
def number_tables(pack: Pack) -> NumberTables:
    """The number tables of a pack, compiled once."""
    return NumberTables(pack)
