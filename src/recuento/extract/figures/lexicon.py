"""The typed form of a pack's `harms.yml` and `groups.yml`, and the tables compiled from them."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from recuento.language import Pack
from recuento.language.wordtable import WordTable

WEAPON = "wounded_by_weapon"  # injured, unless the same clause tells that the person died


class Forms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs of one measure: regular bases, irregular rows of five forms, and phrases taken as they are."""

    regular: tuple[str, ...] = ()
    irregular: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class Causative(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs whose object is a victim where one of the complements follows it."""

    verbs: frozenset[str]
    complements: tuple[str, ...]


class HarmWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `harms.yml`."""

    inflect: dict[str, tuple[int, str, str, str, str]]
    transitive: dict[str, Forms]
    intransitive: dict[str, Forms]
    causatives: dict[str, Causative]
    states: dict[str, tuple[str, ...]]
    nouns: dict[str, tuple[str, ...]]
    nouns_of_only: frozenset[str]
    victims: dict[str, tuple[str, ...]]
    victims_weak: frozenset[str]
    needs_verb: dict[str, frozenset[str]]
    tolls: dict[str, tuple[str, ...]]
    toll_links: frozenset[str]
    shelters: tuple[str, ...]
    sheltering: frozenset[str]
    shelters_by_verb: frozenset[str]
    taken_to: frozenset[str]
    objects_of_people: dict[str, str]
    people_only: frozenset[str]
    to_death: tuple[str, ...]
    fatally: frozenset[str]
    labels: dict[str, tuple[str, ...]]
    label_marks: frozenset[str]


class PersonWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns of people that state the same of the group."""

    words: tuple[str, ...]
    facets: dict[str, str] = {}


class GroupWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `groups.yml`."""

    plurals: dict[str, str]
    persons: tuple[PersonWords, ...]
    units: dict[str, tuple[str, ...]]
    not_counted: tuple[str, ...]
    people_adjectives: frozenset[str]
    elliptical: frozenset[str]
    kin_owners: frozenset[str]
    singular_determiners: frozenset[str]
    pronouns_person: frozenset[str]
    pronouns_many: frozenset[str]
    names_before: frozenset[str]
    generic_persons: frozenset[str]
    person_endings: tuple[str, ...]
    plural_reference: frozenset[str]
    age_markers: frozenset[str]
    money_before: frozenset[str]
    money_after: frozenset[str]
    reference_nouns: frozenset[str]


class Sense(NamedTuple):
    """One way to read a harm word: its measure, part (transitive, intransitive, state, noun, victim, toll,
    causative) and form (base, third, past, participle, gerund, phrase, singular, plural)."""

    measure: str
    part: str
    form: str
    entry: str


class NounSense(NamedTuple):
    """What a counted noun is: `kind` person, unit or not_counted; its unit; whether plural; what it states."""

    kind: str
    unit: str
    plural: bool
    facets: tuple[tuple[str, str], ...] = ()


def inflected(base: str, rules: dict[str, tuple[int, str, str, str, str]]) -> list[tuple[str, str]]:
    """(form, name of form) of a regular verb; in a phrase the first word is inflected."""
    word, _, rest = base.partition(" ")
    drop, *endings = next(row for ending, row in rules.items() if word.endswith(ending))
    stem = word[: len(word) - drop] if drop else word
    tail = f" {rest}" if rest else ""
    names = ("third", "past", "participle", "gerund")
    return [(base, "base"), *((stem + end + tail, name) for end, name in zip(endings, names, strict=True))]


def irregular(row: str) -> list[tuple[str, str]]:
    """The five forms of an irregular verb; each form has as many words as the row has words divided by five."""
    words = row.split()
    size = len(words) // 5
    forms = [" ".join(words[k * size : (k + 1) * size]) for k in range(5)]
    return list(zip(forms, ("base", "third", "past", "participle", "gerund"), strict=True))


def plural_of(word: str, rules: dict[str, str]) -> tuple[str, str]:
    """(singular, plural) of a noun entry."""
    singular, mark, written = word.partition("/")
    if mark:
        return singular, written
    ending, made = next((end, new) for end, new in rules.items() if singular.endswith(end))
    return singular, singular[: len(singular) - len(ending)] + made if ending else singular + made


class Lexicon:
    """Harm and group words of a pack, ready to be looked up."""

    def __init__(self, pack: Pack) -> None:
        self.harms = harms = pack.section("harms", HarmWords)
        self.groups = groups = pack.section("groups", GroupWords)
        senses: dict[str, list[Sense]] = {}
        for phrase, sense in self._senses(harms, groups.plurals):
            if sense not in senses.setdefault(phrase, []):
                senses[phrase].append(sense)
        self.senses: WordTable[tuple[Sense, ...]] = WordTable((k, tuple(v)) for k, v in senses.items())
        self.trigger_words = frozenset(phrase.split()[0] for phrase in senses) | {
            phrase.split()[0] for phrases in harms.labels.values() for phrase in phrases
        }
        self.labels: WordTable[str] = WordTable.of_lists(harms.labels)
        self.nouns: WordTable[NounSense] = WordTable(dict(self._nouns(groups)).items())
        self.to_death = WordTable((phrase, True) for phrase in harms.to_death)
        self.complements = {
            measure: WordTable((phrase, True) for phrase in causative.complements)
            for measure, causative in harms.causatives.items()
        }

    def _senses(self, harms: HarmWords, plurals: dict[str, str]) -> Iterator[tuple[str, Sense]]:
        for part, table in (("transitive", harms.transitive), ("intransitive", harms.intransitive)):
            for measure, forms in table.items():
                named = harms.objects_of_people.get(measure, measure) if part == "transitive" else measure
                yield from _verb_senses(part, named, forms, harms.inflect)
        for part, lists in (("state", harms.states), ("toll", harms.tolls)):
            for measure, phrases in lists.items():
                yield from ((phrase, Sense(measure, part, "phrase", phrase)) for phrase in phrases)
        for part, lists in (("noun", harms.nouns), ("victim", harms.victims)):
            for measure, words in lists.items():
                for word in words:
                    one, many = plural_of(word, plurals)
                    yield one, Sense(measure, part, "singular", one)
                    yield many, Sense(measure, part, "plural", one)
        for word in harms.shelters:
            for form in plural_of(word, plurals):
                yield form, Sense("displaced", "shelter", "any", word)
        for measure, causative in harms.causatives.items():
            yield from ((verb, Sense(measure, "causative", "any", verb)) for verb in sorted(causative.verbs))

    def _nouns(self, groups: GroupWords) -> Iterator[tuple[str, NounSense]]:
        for word in groups.not_counted:
            yield from _noun_senses([word], groups.plurals, "not_counted", "other", {})
        for unit, words in reversed(groups.units.items()):
            yield from _noun_senses(words, groups.plurals, "unit", unit, {})
        for row in groups.persons:
            yield from _noun_senses(row.words, groups.plurals, "person", "person", row.facets)


def _verb_senses(part: str, measure: str, forms: Forms, rules: dict[str, tuple[int, str, str, str, str]]) -> Iterator[tuple[str, Sense]]:
    named = "injured" if measure == WEAPON else measure
    entry_part = "weapon" if measure == WEAPON else part
    for base in forms.regular:
        for form, name in inflected(base, rules):
            yield form, Sense(named, entry_part, name, base)
    for row in forms.irregular:
        base = irregular(row)[0][0]
        for form, name in irregular(row):
            yield form, Sense(named, entry_part, name, base)
    for phrase in forms.phrases:
        yield phrase, Sense(named, entry_part, "phrase", phrase)


def _noun_senses(
    words: Iterable[str], plurals: dict[str, str], kind: str, unit: str, facets: dict[str, str]
) -> Iterator[tuple[str, NounSense]]:
    stated = tuple(sorted(facets.items()))
    for word in words:
        one, many = plural_of(word, plurals)
        yield one, NounSense(kind, unit, one == many, stated)
        yield many, NounSense(kind, unit, True, stated)


@cache
def lexicon(pack: Pack) -> Lexicon:
    """The lexicon of a pack, compiled once."""
    return Lexicon(pack)
