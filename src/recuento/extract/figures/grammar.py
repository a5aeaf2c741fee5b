"""The typed form of a pack's `grammar.yml`: closed classes of words that the rules name."""

from collections.abc import Iterable
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
    gerund_endings: tuple[str, ...]
    present: frozenset[str]
    as_words: frozenset[str]
    negative_endings: tuple[str, ...]
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
    participle_endings: tuple[str, ...] = ()
    doer_links: tuple[str, ...] = ()
    adjectives_follow: bool = False
    subjects_follow: bool = False
    subjects_dropped: bool = False
    plural_verb_endings: tuple[str, ...] = ()
    object_marks: frozenset[str] = frozenset()
    clitics: frozenset[str] = frozenset()
    resultatives: frozenset[str] = frozenset()
    infinitive_endings: tuple[str, ...] = ()
    adverb_endings: tuple[str, ...] = ()
    standing: frozenset[str] = frozenset()
    there_is: frozenset[str] = frozenset()
    group_links: frozenset[str] = frozenset()
    aside_openers: frozenset[str] = frozenset()
    toll_determiners: frozenset[str] = frozenset()
    none_told: tuple[str, ...] = ()
    none_adjectives: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    admit: frozenset[str] = frozenset()
    instead: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()
    aimed: frozenset[str] = frozenset()
    accused: frozenset[str] = frozenset()
    earlier: frozenset[str] = frozenset()


class Grammar:
    """Closed classes of a pack, ready to be looked up."""

    def __init__(self, pack: Pack) -> None:
        self.words = words = pack.section("grammar", GrammarWords)
        self.list_marks = _table(pack, words.list_marks)
        self.parts_open = _table(pack, words.parts_open)
        self.comitative = _table(pack, words.comitative)
        self.identified = _table(pack, words.identified)
        self.parts_after = _table(pack, words.parts_after)
        self.none_told = _table(pack, words.none_told)
        self.inner_articles = words.articles if pack.header.contracted else frozenset[str]()
        self.contracted = {joined: article for joined, (_, article) in pack.header.contracted.items()}
        self.determiners = words.determiners | words.articles | words.new_determiners
        self.verbal = words.be | words.have | words.modals
        self.closed = self.verbal | words.prepositions | words.subordinators | words.articles
        self.helping = words.have | words.be
        self.hearsay = words.hearsay - words.have
        self.finite = self.helping | (words.modals - words.range_to)
        self.group = self.verbal | words.group_words | words.hearsay


def _table(pack: Pack, phrases: Iterable[str]) -> WordTable[bool]:
    """The phrases of a list, in every form, ready to be looked up."""
    return WordTable((form, True) for phrase in phrases for form in pack.forms(phrase))


@cache
def grammar(pack: Pack) -> Grammar:
    """The grammar of a pack, compiled once."""
    return Grammar(pack)
