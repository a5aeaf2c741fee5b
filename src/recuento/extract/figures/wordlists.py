"""The typed form of a pack's `harms.yml` and `groups.yml`, and the forms of words that their entries stand
for.
"""

from collections.abc import Sequence

import msgspec

Inflections = dict[str, tuple[int, str, str, str, str]]
FORMS = ("base", "third", "past", "participle", "gerund")


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

    inflect: Inflections
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
    infinitive: frozenset[str]
    to_death: tuple[str, ...]
    fatally: frozenset[str]
    labels: dict[str, tuple[str, ...]]
    label_marks: frozenset[str]
    homographs: frozenset[str] | None = None
    inflects_needs: bool = False
    with_clitic: frozenset[str] = frozenset()
    needs_unit: frozenset[str] = frozenset()
    toll_heads: tuple[str, ...] = ()
    property_only: frozenset[str] = frozenset()
    crowds: frozenset[str] = frozenset()
    needs_ground: frozenset[str] = frozenset()
    ground: frozenset[str] = frozenset()
    by_others: frozenset[str] = frozenset()


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
    elliptical: frozenset[str]
    kin_owners: frozenset[str]
    singular_determiners: frozenset[str]
    pronouns_person: frozenset[str]
    pronouns_many: frozenset[str]
    names_before: frozenset[str]
    generic_persons: frozenset[str]
    person_endings: tuple[str, ...]
    age_markers: frozenset[str]
    age_unless_counted: frozenset[str]
    money_before: frozenset[str]
    money_after: frozenset[str]
    reference_nouns: frozenset[str]
    age_openers: frozenset[str] = frozenset()
    age_closers: frozenset[str] = frozenset()
    one_of: frozenset[str] = frozenset()
    not_heads: frozenset[str] = frozenset()
    each: frozenset[str] = frozenset()
    age_before: frozenset[str] = frozenset()
    pronouns_sex: dict[str, str] = {}
    age_links: frozenset[str] = frozenset()
    number_marks: frozenset[str] = frozenset()


def inflected(base: str, rules: Inflections) -> list[tuple[str, str]]:
    """(form, name of form) of a regular verb; in a phrase the first word is inflected."""
    word, _, rest = base.partition(" ")
    drop, *endings = next(row for ending, row in rules.items() if word.endswith(ending))
    stem = word[: len(word) - drop] if drop else word
    slots = [[stem + ending for ending in several(slot)] for slot in endings]
    return _named([[word], *slots], rest)


def several(slot: str) -> list[str]:
    """The forms that a slot of a verb's row holds, parted by |; none where it is a dash."""
    return [] if slot == "-" else slot.split("|")


def _named(slots: Sequence[Sequence[str]], tail: str) -> list[tuple[str, str]]:
    """(form, name of form) of each form in the slots, with the words that follow the verb."""
    rest = f" {tail}" if tail else ""
    return [(form + rest, name) for name, forms in zip(FORMS, slots, strict=True) for form in forms]


def irregular(row: str) -> list[tuple[str, str]]:
    """The five forms of an irregular verb; each form has as many words as the row has words divided by
    five. Words after + follow each form.
    """
    verb, _, tail = row.partition(" + ")
    words = verb.split()
    size = len(words) // 5
    slots = [several(" ".join(words[k * size : (k + 1) * size])) for k in range(5)]
    return _named(slots, tail)


def plural_of(word: str, rules: dict[str, str]) -> tuple[str, str]:
    """(singular, plural) of a noun entry: by the rule of its ending, unless it is written
    "singular/plural".
    """
    singular, mark, written = word.partition("/")
    if mark:
        return singular, written
    ending, made = next((end, new) for end, new in rules.items() if singular.endswith(end))
    return singular, singular.removesuffix(ending) + made
