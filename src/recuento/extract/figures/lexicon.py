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
    "both_numbers",
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
        for phrase, sense in harm_senses(harms, pack, groups.plurals):
            if sense not in senses.setdefault(phrase, []):
                senses[phrase].append(sense)
        self.senses: WordTable[tuple[Sense, ...]] = WordTable((k, tuple(v)) for k, v in senses.items())
        self.trigger_words = frozenset(phrase.split()[0] for phrase in senses) | {
            phrase.split()[0] for phrases in harms.labels.values() for phrase in phrases
        }
        self.needs_verb = {
            noun: frozenset(form for verb in verbs for form in _forms_of(verb, harms))
            for noun, verbs in harms.needs_verb.items()
        }
        self.labels: WordTable[str] = WordTable.of_lists(harms.labels)
        self.pronouns = groups.pronouns_person | groups.pronouns_many
        self.label_words = self.labels.first_words()
        self.nouns: WordTable[NounSense] = WordTable(dict(noun_senses(groups, pack)).items())
        self.to_death = WordTable((phrase, True) for phrase in harms.to_death)
        self.complements = {
            measure: WordTable((phrase, True) for phrase in causative.complements)
            for measure, causative in harms.causatives.items()
        }


def _forms_of(verb: str, harms: HarmWords) -> list[str]:
    """A verb that a noun needs, in all its forms where the pack inflects it; else as it is written."""
    regular = harms.inflects_needs and any(verb.endswith(ending) for ending in harms.inflect)
    return [form for form, _ in inflected(verb, harms.inflect)] if regular else [verb]


def harm_senses(harms: HarmWords, pack: Pack, plurals: dict[str, str]) -> Iterator[tuple[str, Sense]]:
    """(phrase, sense) of every harm word in every form."""
    for measure, forms in harms.transitive.items():
        named = harms.objects_of_people.get(measure)
        for phrase, sense in _verb_senses("transitive", named or measure, forms, harms.inflect, pack):
            # "Lost" tells of the dead only with an object: "they lost 14 men".
            yield phrase, sense._replace(form="active") if named else sense
    for measure, forms in harms.intransitive.items():
        yield from _verb_senses("intransitive", measure, forms, harms.inflect, pack)
    for part, lists in (("state", harms.states), ("toll", harms.tolls)):
        for measure, phrases in lists.items():
            yield from (
                (form, Sense(measure, part, "phrase", phrase.replace("~", "")))
                for phrase in phrases
                for form in pack.forms(phrase)
            )
    for part, lists in (("noun", harms.nouns), ("victim", harms.victims)):
        for measure, words in lists.items():
            for one, many in both_numbers(words, plurals, pack):
                yield one, Sense(measure, part, "singular", one)
                yield many, Sense(measure, part, "plural", one)
    yield from _toll_senses(harms, pack, plurals)
    for word in harms.shelters:
        yield from ((form, Sense("displaced", "shelter", "any", word)) for form in plural_of(word, plurals))
    for measure, causative in harms.causatives.items():
        yield from ((verb, Sense(measure, "causative", "any", verb)) for verb in sorted(causative.verbs))


def _toll_senses(harms: HarmWords, pack: Pack, plurals: dict[str, str]) -> Iterator[tuple[str, Sense]]:
    """(phrase, sense) of the tolls that a head makes with every harm noun: "número de muertos"."""
    lists = [*harms.states.items(), *harms.nouns.items(), *harms.victims.items()]
    for measure, words in lists if harms.toll_heads else ():
        agreeing = [word for word in words if "~" in word and " " not in word]
        several = [many for _, many in both_numbers(agreeing, plurals, pack)]
        if words not in harms.states.values():
            several += [many for _, many in both_numbers([w for w in words if "~" not in w], plurals, pack)]
        for many in several:
            for phrase in (f"{head} {many}" for head in harms.toll_heads):
                yield phrase, Sense(measure, "toll", "phrase", phrase)


def _verb_senses(
    part: str, measure: str, forms: Forms, rules: Inflections, pack: Pack
) -> Iterator[tuple[str, Sense]]:
    if measure == WEAPON:
        part, measure = "weapon", "injured"
    rows = [inflected(base, rules) for base in forms.regular] + [irregular(row) for row in forms.irregular]
    for row in rows:
        entry = row[0][0]
        for form, name in row:
            yield from ((each, Sense(measure, part, name, entry)) for each in pack.forms(form))
    for phrase in forms.phrases:
        sense = Sense(measure, part, "phrase", phrase.replace("~", ""))
        yield from ((form, sense) for form in pack.forms(phrase))


def noun_senses(groups: GroupWords, pack: Pack) -> Iterator[tuple[str, NounSense]]:
    """(word, sense) of every counted noun; of one word's senses the last holds: people before property before
    the rest.
    """
    plurals = groups.plurals
    kinds = [(groups.not_counted, NounSense("not_counted", "other", False))]
    kinds += [(words, NounSense("unit", unit, False)) for unit, words in reversed(groups.units.items())]
    kinds += [
        (row.words, NounSense("person", "person", False, tuple(sorted(row.facets.items()))))
        for row in groups.persons
    ]
    for words, sense in kinds:
        for one, many in both_numbers(words, plurals, pack):
            yield one, sense._replace(plural=one == many)
            yield many, sense._replace(plural=True)


def both_numbers(words: Iterable[str], plurals: dict[str, str], pack: Pack) -> Iterator[tuple[str, str]]:
    """(one, several) of each noun of a list; of a noun that agrees, for men and for women."""
    for word in words:
        if "~" in word:
            made = [" ".join(pack.agreeing(part, at) for part in word.split()) for at in range(4)]
            yield from ((made[0], made[1]), (made[2], made[3]))
        else:
            yield plural_of(word, plurals)


@cache
def lexicon(pack: Pack) -> Lexicon:
    """The lexicon of a pack, compiled once."""
    return Lexicon(pack)
