"""The typed form of a pack's `grammar.yml`: closed classes of words that the rules name."""

from functools import cache

import msgspec

from recuento.language import Pack
from recuento.language.wordtable import WordTable


class GrammarWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `grammar.yml`."""

    be: frozenset[str]
    have: frozenset[str]
    modals: frozenset[str]
    group_words: frozenset[str]
    hearsay: frozenset[str]
    relatives: frozenset[str]
    relative_places: frozenset[str]
    subordinators: frozenset[str]
    prepositions: frozenset[str]
    coordinators: tuple[str, ...]
    list_marks: tuple[str, ...]
    by: frozenset[str]
    of: frozenset[str]
    victim_links: frozenset[str]
    parts_open: tuple[str, ...]
    parts_after: tuple[str, ...]
    identified: tuple[str, ...]
    possessive: frozenset[str]
    negators: frozenset[str]
    gap_openers: frozenset[str]
    inside: frozenset[str]
    open_marks: frozenset[str]
    articles: frozenset[str]
    totals: frozenset[str]
    complement_prepositions: frozenset[str]
    comitative: tuple[str, ...]
    among: frozenset[str]
    gerund_ending: str
    present: frozenset[str]
    as_words: frozenset[str]
    negative_ending: str
    suffer: frozenset[str]
    with_words: frozenset[str]
    naming: frozenset[str]
    inflict: frozenset[str]
    left: frozenset[str]
    event_nouns: frozenset[str]
    actor_nouns: frozenset[str]
    new_determiners: frozenset[str]
    range_to: frozenset[str]
    no_actors: frozenset[str]
    bodies: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()
    accused: frozenset[str] = frozenset()
    earlier: frozenset[str] = frozenset()


class Grammar:
    """Closed classes of a pack, ready to be looked up."""

    def __init__(self, pack: Pack) -> None:
        self.words = words = pack.section("grammar", GrammarWords)
        self.list_marks = WordTable((phrase, True) for phrase in words.list_marks)
        self.parts_open = WordTable((phrase, True) for phrase in words.parts_open)
        self.comitative = WordTable((phrase, True) for phrase in words.comitative)
        self.identified = WordTable((phrase, True) for phrase in words.identified)
        self.parts_after = WordTable((phrase, True) for phrase in words.parts_after)
        self.determiners = words.determiners | words.articles | words.new_determiners
        self.verbal = words.be | words.have | words.modals
        self.closed = self.verbal | words.prepositions | words.subordinators | words.articles
        self.helping = words.have | words.be
        self.hearsay = words.hearsay - words.have
        self.finite = self.helping | (words.modals - words.range_to)
        self.group = self.verbal | words.group_words | words.hearsay


@cache
def grammar(pack: Pack) -> Grammar:
    """The grammar of a pack, compiled once."""
    return Grammar(pack)
