"""The typed form of a pack's `incidents.yml` and `demands.yml`, and what is compiled from them once."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from recuento.extract.figures.lexicon import GroupWords, both_numbers, plural_of
from recuento.language import Pack

Words = frozenset[str]
PLACE, NAME = "@place", "@name"  # in a set: a place mention, a person's name
PARTY = "@party"  # in a set: words that open with a name, no person's: of a body, a group, a state
DEMANDED = "after-subject"  # the kind of a demand phrase whose verb is its last word
PERSON, PROPERTY = "@person", "@property"  # in a set: the nouns of people, or of property, of `groups.yml`


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of a choice of type: every zone named must hold a word of one of its sets.

    The sentence must hold none of `without`, the target none of `not_target`.
    """

    type: str
    target: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    mention: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    not_target: tuple[str, ...] = ()
    figure: Words = frozenset()


class VerbRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs of one kind, and what they ask for.

    `frame` is object (a doer and an object), passive (only that), subject (only a subject) or any. `object`
    and `subject` name the sets that the words there must meet, `needs` those that the sentence must, `unless`
    those that it must not.
    """

    kind: str
    forms: tuple[str, ...]
    frame: str = "object"
    object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


class ClosedWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The closed classes that the rules read; what each is for stands beside it in the pack."""

    determiners: Words
    adjectives: Words
    pronouns: Words
    relatives: Words
    openers: Words
    links: Words
    amounts: Words
    owners: Words
    actor_links: Words
    target_links: Words
    conjunctions: Words
    be: Words
    have: Words
    modals: Words
    negations: Words
    adverbs: Words
    unreal: Words
    foretold: Words
    refers: Words
    background: Words
    locative: Words
    not_where: Words
    happened: Words
    launched: Words
    past_verbs: Words
    past_endings: tuple[str, ...]
    gerund_endings: tuple[str, ...]
    noun_openers: Words
    name_links: Words
    titles: Words
    organised: tuple[str, ...]
    adjectives_after: Words = frozenset()
    participle_endings: tuple[str, ...] = ()


class IncidentWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `incidents.yml`."""

    plurals: dict[str, str]
    nouns: dict[str, tuple[str, ...]]
    never: tuple[str, ...]
    verbs: tuple[VerbRow, ...]
    kinds: dict[str, tuple[Row, ...]]
    sets: dict[str, Words]
    not_persons: Words
    property_units: Words
    words: ClosedWords
    single: Words


class PersonRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases beside which a named victim or detainee stands; without `role` the words around decide it."""

    rule: str
    phrases: tuple[str, ...]
    role: str | None = None


class DemandWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `demands.yml`."""

    demand: Words
    demand_after_subject: Words
    gerunds: Words
    call_for: Words
    call_on: Words
    call_on_links: Words
    must: Words
    must_subject_not: Words
    must_active: Words
    must_passive: Words
    that: Words
    to: Words
    of: Words
    base_verb_not: tuple[str, ...]
    nothing: Words
    we: Words
    signed: tuple[str, ...]
    signed_not: Words
    statement_cues: Words
    statement_of_nouns: Words
    statement_shortest: int
    quote_shortest: int
    persons: tuple[PersonRule, ...]
    roles: dict[str, Words]
    measure_roles: dict[str, str]
    suspects: Words


class Trigger(NamedTuple):
    """What a phrase sets off; `part` is noun, verb, never, demand, call_for, call_on, must or person."""

    part: str
    kind: str = ""
    verb: VerbRow | None = None
    plural: bool = False
    person: PersonRule | None = None


class Search:
    """Phrases and what they set off, found in a text; of overlapping ones the leftmost longest."""

    def __init__(self, entries: Iterable[tuple[str, Trigger]]) -> None:
        found: dict[str, Trigger] = {}
        for phrase, trigger in entries:
            found.setdefault(phrase, trigger)
        self._triggers = tuple(found.values())
        self._automaton = AhoCorasick(list(found), matchkind=MatchKind.LeftmostLongest)

    def __call__(self, text: str) -> Iterator[tuple[int, int, Trigger]]:
        """Start, end and trigger of each phrase in a text in lower case, within words too."""
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            yield start, end, self._triggers[index]


class Lexicon:
    """The words of a pack, the searches for triggers, and the sets with the nouns of `groups.yml`."""

    def __init__(self, pack: Pack) -> None:
        self.incidents = incidents = pack.section("incidents", IncidentWords)
        self.demands = demands = pack.section("demands", DemandWords)
        self.closed = incidents.words
        groups = pack.section("groups", GroupWords)
        self.searches = (Search(self._incident_triggers(incidents)), Search(self._demand_triggers(demands)))
        self.sets = {
            name: set_words(words, groups, incidents, pack) for name, words in incidents.sets.items()
        }
        closed = self.closed
        self.deeds = frozenset(self._deeds(incidents)) if closed.adjectives_after else frozenset[str]()
        self.auxiliaries = closed.be | closed.have | closed.modals
        self.skipped = self.auxiliaries | closed.adverbs | closed.negations

    def _incident_triggers(self, words: IncidentWords) -> Iterator[tuple[str, Trigger]]:
        yield from ((phrase, Trigger("never")) for phrase in words.never)
        for kind, nouns in words.nouns.items():
            for noun in nouns:
                one, many = plural_of(noun, words.plurals)
                yield one, Trigger("noun", kind, plural=one == many)
                yield many, Trigger("noun", kind, plural=True)
        for row in words.verbs:
            yield from ((form, Trigger("verb", row.kind, row)) for form in row.forms)

    def _deeds(self, words: IncidentWords) -> Iterator[str]:
        """The nouns of incidents, singular and plural, by their first word."""
        for nouns in words.nouns.values():
            for noun in nouns:
                yield from (form.split(" ")[0] for form in plural_of(noun, words.plurals))

    def _demand_triggers(self, words: DemandWords) -> Iterator[tuple[str, Trigger]]:
        for part in ("demand", "call_for", "call_on", "must"):
            yield from ((phrase, Trigger(part)) for phrase in sorted(getattr(words, part)))
        yield from ((phrase, Trigger("demand", DEMANDED)) for phrase in sorted(words.demand_after_subject))
        for rule in words.persons:
            yield from ((phrase, Trigger("person", person=rule)) for phrase in rule.phrases)


def set_words(words: Words, groups: GroupWords, incidents: IncidentWords, pack: Pack) -> Words:
    """A set of the pack with its marks for nouns of people and of property replaced by those nouns."""
    found = set(words - {PERSON, PROPERTY})
    if PERSON in words:
        unarmed = [row.words for row in groups.persons if "combatant" not in row.facets.get("status", "")]
        found.update(set(forms(unarmed, groups.plurals, pack)) - incidents.not_persons)
    if PROPERTY in words:
        found.update(forms([groups.units[unit] for unit in incidents.property_units], groups.plurals, pack))
    return frozenset(found)


def forms(lists: Iterable[Iterable[str]], plurals: dict[str, str], pack: Pack) -> Iterator[str]:
    """Singular and plural of every entry that is one word."""
    for entries in lists:
        words = [entry for entry in entries if " " not in entry]
        for both in both_numbers(words, plurals, pack):
            yield from both


@cache
def lexicon(pack: Pack) -> Lexicon:
    """The lexicon of a pack, compiled once."""
    return Lexicon(pack)
