"""What harm words and counted nouns may mean: the senses of a pack's lexicon, compiled for looking up."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from recuento.extract.figures.wordlists import (
    Forms,
    GroupWords,
    HarmWords,
    Inflections,
    inflected,
    irregular,
    plural_of,
)
from recuento.language import Pack
from recuento.language.wordtable import WordTable

__all__ = [
    "GroupWords",
    "HarmWords",
    "Lexicon",
    "NounSense",
    "Sense",
    "inflected",
    "irregular",
    "lexicon",
    "plural_of",
]

WEAPON = "wounded_by_weapon"  # injured, unless the same clause tells that the person died


class Sense(NamedTuple):
    """One way to read a harm word.

    `part` is transitive, weapon, intransitive, causative, state, noun, victim, toll or shelter; `form` is
    base, third, past, participle, gerund, phrase, singular, plural or any; `entry` the word of the list.
    """

    measure: str
    part: str
    form: str
    entry: str


class NounSense(NamedTuple):
    """What a counted noun is: `kind` person, unit or not_counted; its unit; whether plural; what it
    states.
    """

    kind: str
    unit: str
    plural: bool
    facets: tuple[tuple[str, str], ...] = ()


class Lexicon:
    """Harm and group words of a pack, ready to be looked up."""

    def __init__(self, pack: Pack) -> None:
        self.harms = harms = pack.section("harms", HarmWords)
        self.groups = groups = pack.section("groups", GroupWords)
        senses: dict[str, list[Sense]] = {}
        for phrase, sense in harm_senses(harms, groups.plurals):
            if sense not in senses.setdefault(phrase, []):
                senses[phrase].append(sense)
        self.senses: WordTable[tuple[Sense, ...]] = WordTable((k, tuple(v)) for k, v in senses.items())
        self.trigger_words = frozenset(phrase.split()[0] for phrase in senses) | {
            phrase.split()[0] for phrases in harms.labels.values() for phrase in phrases
        }
        self.labels: WordTable[str] = WordTable.of_lists(harms.labels)
        self.pronouns = groups.pronouns_person | groups.pronouns_many
        self.label_words = self.labels.first_words()
        self.nouns: WordTable[NounSense] = WordTable(dict(noun_senses(groups)).items())
        self.to_death = WordTable((phrase, True) for phrase in harms.to_death)
        self.complements = {
            measure: WordTable((phrase, True) for phrase in causative.complements)
            for measure, causative in harms.causatives.items()
        }


def harm_senses(harms: HarmWords, plurals: dict[str, str]) -> Iterator[tuple[str, Sense]]:
    """(phrase, sense) of every harm word in every form."""
    for measure, forms in harms.transitive.items():
        named = harms.objects_of_people.get(measure)
        for phrase, sense in _verb_senses("transitive", named or measure, forms, harms.inflect):
            # "Lost" tells of the dead only with an object: "they lost 14 men".
            yield phrase, sense._replace(form="active") if named else sense
    for measure, forms in harms.intransitive.items():
        yield from _verb_senses("intransitive", measure, forms, harms.inflect)
    for part, lists in (("state", harms.states), ("toll", harms.tolls)):
        for measure, phrases in lists.items():
            yield from ((phrase, Sense(measure, part, "phrase", phrase)) for phrase in phrases)
    for part, lists in (("noun", harms.nouns), ("victim", harms.victims)):
        for measure, words in lists.items():
            for one, many in (plural_of(word, plurals) for word in words):
                yield one, Sense(measure, part, "singular", one)
                yield many, Sense(measure, part, "plural", one)
    for word in harms.shelters:
        yield from ((form, Sense("displaced", "shelter", "any", word)) for form in plural_of(word, plurals))
    for measure, causative in harms.causatives.items():
        yield from ((verb, Sense(measure, "causative", "any", verb)) for verb in sorted(causative.verbs))


def _verb_senses(part: str, measure: str, forms: Forms, rules: Inflections) -> Iterator[tuple[str, Sense]]:
    if measure == WEAPON:
        part, measure = "weapon", "injured"
    rows = [inflected(base, rules) for base in forms.regular] + [irregular(row) for row in forms.irregular]
    for row in rows:
        entry = row[0][0]
        yield from ((form, Sense(measure, part, name, entry)) for form, name in row)
    yield from ((phrase, Sense(measure, part, "phrase", phrase)) for phrase in forms.phrases)


def noun_senses(groups: GroupWords) -> Iterator[tuple[str, NounSense]]:
    """(word, sense) of every counted noun; of one word's senses the last holds: people before property before
    the rest.
    """
    plurals = groups.plurals
    yield from _both_numbers(groups.not_counted, plurals, NounSense("not_counted", "other", False))
    for unit, words in reversed(groups.units.items()):
        yield from _both_numbers(words, plurals, NounSense("unit", unit, False))
    for row in groups.persons:
        stated = tuple(sorted(row.facets.items()))
        yield from _both_numbers(row.words, plurals, NounSense("person", "person", False, stated))


def _both_numbers(
    words: Iterable[str], plurals: dict[str, str], sense: NounSense
) -> Iterator[tuple[str, NounSense]]:
    for one, many in (plural_of(word, plurals) for word in words):
        yield one, sense._replace(plural=one == many)
        yield many, sense._replace(plural=True)


@cache
def lexicon(pack: Pack) -> Lexicon:
    """The lexicon of a pack, compiled once."""
    return Lexicon(pack)
