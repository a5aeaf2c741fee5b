"""The pack's words of attribution, and what is compiled from them once."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from recuento.language import Pack

Words = frozenset[str]


class SourceAfter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases before their source: those that hold for a clause, those that name what it relies on."""

    holds: tuple[str, ...]
    relay: tuple[str, ...]


class DroppedSubject(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Endings of verbs that stand without a subject, of several speakers and of one; none: they never do."""

    plural: tuple[str, ...] = ()
    singular: tuple[str, ...] = ()


class AttributionWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `attributions.yml` of a pack; what each list is for stands beside it there."""

    verbs: dict[str, dict[str, tuple[str, ...]]]
    needs: dict[str, str]
    noun_forms: Words
    plain_forms: Words
    with_addressee: Words
    inverted: Words
    complementisers: Words
    hearer_links: Words = frozenset()
    speaker_after_verb: bool = False
    reporting_openers: Words = frozenset()
    passive_endings: tuple[str, ...] = ()
    dropped_subject: DroppedSubject = DroppedSubject()
    participle_endings: tuple[str, ...]
    contractions: Words
    infinitive: Words
    passive_followers: dict[str, Words]
    possessives: Words
    possessive_pronouns: dict[str, str]
    object_pronouns: Words
    no_content: Words
    taken: dict[str, Words]
    tolls: Words
    values_at: Words
    passive_reports: Words
    agents: Words
    comparison: Words
    source_after: SourceAfter
    said_in_passive: tuple[str, ...]
    quoted_by: tuple[str, ...]
    quoting: Words
    as_saying: tuple[str, ...]
    relayed_by: tuple[str, ...]
    impersonal: tuple[str, ...]
    claim_nouns: Words
    stance_nouns: Words
    counts: Words
    count_prepositions: Words
    articles: Words
    determiners: Words
    linkers: Words
    joiners: Words
    clause_openers: Words
    subordinators: Words
    background: Words
    relatives: Words
    contrast: Words
    auxiliaries: Words
    be: Words
    negations: Words
    adverbs: Words
    adverbs_before: Words
    adverb_endings: tuple[str, ...]
    not_adverbs: Words
    times: Words
    time_prepositions: Words
    mediums: Words
    medium_prepositions: Words
    pronouns: dict[str, str]
    person_words: Words
    plural_words: Words
    plural_endings: tuple[str, ...]
    singular_articles: Words
    name_links: Words
    same_source: tuple[str, ...]
    speakers: Words
    documents: Words
    authors_after: Words
    quantities: Words
    authored_by: Words
    not_labels: Words
    credits: Words
    source_line: tuple[str, ...]
    not_speakers: tuple[str, ...]
    anonymous: tuple[str, ...]
    continued: tuple[str, ...]
    continued_sentences: int
    parts: tuple[str, ...]
    issued: tuple[str, ...]
    kinds: dict[str, tuple[str, ...]]
    name_openers: frozenset[str] = frozenset()


class Entry(NamedTuple):
    """What a trigger is: `kind` names the rule that reads it, `lemma` and `modality` are a verb's."""

    kind: str
    lemma: str
    modality: str
    need: str = ""


class Key:
    """The table of kinds, hashed by identity so that answers can be kept."""

    def __init__(self, kinds: dict[str, tuple[tuple[int, tuple[str, ...], str], ...]]) -> None:
        self.kinds = kinds


class Triggers(NamedTuple):
    """The automaton of triggers, their entries in its order, and the entry of each phrase."""

    automaton: AhoCorasick
    entries: tuple[Entry, ...]
    by_phrase: dict[str, Entry]


class Lexicon(NamedTuple):
    """The pack's words, the automata that find the triggers, and the words of a source's kind."""

    words: AttributionWords
    automata: dict[bool, Triggers]  # with attitudes and without
    verb_forms: Words
    modality: dict[str, str]
    key: Key


def triggers(words: AttributionWords) -> dict[str, Entry]:
    """Each trigger, in lower case, with its entry; an earlier list wins over a later one."""
    found: dict[str, Entry] = {}

    def put(phrases: Iterable[str], kind: str, modality: str = "asserted") -> None:
        for phrase in phrases:
            found.setdefault(phrase, Entry(kind, phrase, modality))

    put(words.source_after.holds, "holds")
    put(words.source_after.relay, "relay")
    put(words.said_in_passive, "said-in-passive")
    put(words.quoted_by, "quoted-by")
    put(words.impersonal, "impersonal")
    put(words.anonymous, "anonymous")
    for modality, verbs in words.verbs.items():
        for lemma, forms in verbs.items():
            for form in forms:
                need = words.needs.get(lemma, "speaker" if modality == "attitude" else "")
                found.setdefault(form, Entry("verb", lemma, modality, need))
    put(words.claim_nouns, "claim-noun")
    put(words.counts, "count-noun")
    put(words.stance_nouns, "stance-noun", "attitude")
    return found


def by_first_word(
    kinds: dict[str, tuple[str, ...]],
) -> dict[str, tuple[tuple[int, tuple[str, ...], str], ...]]:
    """The phrases of the kinds as (rank, words, kind), under their first word; lower ranks win."""
    table: dict[str, list[tuple[int, tuple[str, ...], str]]] = {}
    for rank, (kind, phrases) in enumerate(kinds.items()):
        for phrase in phrases:
            first, *rest = phrase.split(" ")
            table.setdefault(first, []).append((rank, (first, *rest), kind))
    return {first: tuple(sorted(entries)) for first, entries in table.items()}


def automaton(found: dict[str, Entry]) -> Triggers:
    """The automaton of triggers; of two that start together it gives the longer."""
    made = AhoCorasick(list(found), matchkind=MatchKind.LeftmostLongest)
    return Triggers(made, tuple(found.values()), found)


@cache
def lexicon(pack: Pack) -> Lexicon:
    """The compiled words of a pack."""
    words = pack.section("attributions", AttributionWords)
    found = triggers(words)
    reports = {phrase: entry for phrase, entry in found.items() if entry.modality != "attitude"}
    automata = {True: automaton(found), False: automaton(reports)}
    modality = {phrase: entry.modality for phrase, entry in found.items()}
    verb_forms = frozenset(
        phrase for phrase, entry in found.items() if entry.kind == "verb" and phrase not in words.noun_forms
    )
    return Lexicon(words, automata, verb_forms, modality, Key(by_first_word(words.kinds)))


def cue_modality(cue: str, pack: Pack) -> str | None:
    """What the words of a cue make of the content: asserted, alleged, denied, feared, threatened, conceded.

    The last known word or phrase of the cue decides ("has strongly denied": denied). None where the cue
    asserts nothing: attitudes ("wants"), denied speech ("did not say") and unknown words.
    """
    lex = lexicon(pack)
    tokens = cue.lower().replace("’", "'").split()
    if any(token in lex.words.negations for token in tokens):
        return None
    for size in (4, 3, 2, 1):
        for first in range(len(tokens) - size, -1, -1):
            modality = lex.modality.get(" ".join(tokens[first : first + size]))
            if modality is not None:
                return None if modality == "attitude" else modality
    return None
