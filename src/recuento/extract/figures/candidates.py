"""Candidates: quantities with the harm that was found for them, before they are weighed against one another."""

from collections.abc import Sequence
from typing import NamedTuple

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.frames import Frame
from recuento.extract.figures.lexicon import NounSense
from recuento.extract.figures.phrases import Phrase
from recuento.extract.figures.quantities import Number, Quantity
from recuento.extract.figures.tolls import Told

PROPERTY = ("destroyed", "damaged")
PEOPLED = ("family", "household")
FEWEST_FLEEING = 10  # "two men fled" tells of suspects; of 60 such sentences read, none under ten was displacement
PERSON = NounSense("person", "person", True)
ONE = NounSense("person", "person", False)
LONGEST_NAME = 6  # words


class Candidate(NamedTuple):
    """A quantity and its harm. Token numbers are of its sentence; `first:last` is the number itself."""

    sentence: int
    first: int
    last: int
    measure: str
    low: Number | None
    high: Number | None
    qualifier: str
    unit: str
    explicit: bool
    kind: str
    noun: NounSense | None
    phrase: Phrase | None
    rule: str
    harm_first: int
    harm_last: int
    actor: int | None
    base: Quantity | None = None
    weak: bool = False
    weapon: bool = False


def from_frames(a: Analysis, frames: Sequence[Frame], sentence: int) -> list[Candidate]:
    """The candidates of a sentence's frames: explicit quantities, and single victims that are only implied."""
    found = []
    for frame in frames:
        for number in frame.victims:
            phrase = a.phrases[number]
            made = next((m for read in _readings(frame) if (m := _candidate(a, read, phrase, sentence)) is not None), None)
            if made is not None:
                found.append(made)
    return found


def _readings(frame: Frame) -> list[Frame]:
    """The frame, then the frame with the other measures its word can have: people are uprooted, and trees."""
    others = [s for s in frame.mention.senses if s.part == frame.sense.part and s.form == frame.sense.form and s.measure != frame.sense.measure]
    return [frame, *(frame._replace(measure=s.measure, sense=s) for s in others)]


def _candidate(a: Analysis, frame: Frame, phrase: Phrase, sentence: int) -> Candidate | None:
    if phrase.quantity is not None:
        return _explicit(a, frame, phrase, sentence)
    return _implied(a, frame, phrase, sentence)


def from_told(a: Analysis, told: Sequence[Told], sentence: int) -> list[Candidate]:
    """The candidates of labels and tolls."""
    found = []
    for one in told:
        number = a.phrase_at.get(one.quantity.first)
        phrase = a.phrases[number] if number is not None else None
        noun = phrase.noun if phrase else None
        unit = noun.unit if noun and noun.kind == "unit" else "house" if one.measure in PROPERTY else "person"
        found.append(
            Candidate(
                sentence, one.quantity.first, one.quantity.last, one.measure, one.quantity.low, one.quantity.high,
                one.quantity.qualifier, unit, True, one.quantity.kind, noun, phrase, one.rule,
                one.mention.first, one.mention.last, None,
            )
        )
    return found


def with_units(a: Analysis, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates whose number stands alone take the unit of the one before: "612 houses were destroyed and 340 damaged"."""
    found: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: c.first):
        phrase = candidate.phrase
        bare = phrase is None or phrase.head < 0 or a.lowers[phrase.head] in a.lexicon.groups.elliptical
        before = [c for c in found if (c.measure in PROPERTY) == (candidate.measure in PROPERTY) and c.explicit]
        if bare and before and candidate.kind not in ("share", "fraction") and before[-1].unit != "share":
            unit = before[-1].unit
            candidate = candidate._replace(unit=unit) if candidate.explicit else candidate
        found.append(candidate)
    return found


def _explicit(a: Analysis, frame: Frame, phrase: Phrase, sentence: int) -> Candidate | None:
    quantity = phrase.quantity
    assert quantity is not None
    if frame.sense.entry in a.lexicon.harms.people_only and not _is_people(a, phrase):
        return None
    if frame.rule == "counted-noun" and (phrase.noun is None or phrase.noun.kind == "not_counted"):
        phrase = phrase._replace(noun=PERSON)  # the harm noun itself is counted: "no injuries"
    if frame.measure in PROPERTY and phrase.head >= 0 and a.lowers[phrase.head] in a.lexicon.groups.elliptical:
        phrase = phrase._replace(noun=None)  # "two others damaged"
    unit = unit_of(frame.measure, phrase, quantity)
    if unit is None or not _counts(a, frame, phrase, quantity):
        return None
    base = _base(a, phrase, quantity)
    low, high = quantity.low, quantity.high
    if quantity.kind in ("share", "fraction"):
        worth = base.low if base is not None and base.low is not None else None
        unit = "share" if worth is None else unit
        low, high = _of_base(low, worth), _of_base(high, worth)
    return Candidate(
        sentence, quantity.first, quantity.last, frame.measure, low, high, quantity.qualifier, unit, True,
        quantity.kind, phrase.noun, phrase, frame.rule, frame.mention.first, frame.mention.last, frame.actor,
        base, frame.sense.entry in a.lexicon.harms.victims_weak, frame.sense.part == "weapon",
    )


def _is_people(a: Analysis, phrase: Phrase) -> bool:
    """Whether the words say that people are counted: a noun of people, a people's name, "others", or no noun at all."""
    if phrase.noun is not None:
        return phrase.noun.kind == "person"
    return phrase.head < 0 or a.tags[phrase.head] == "PROPN" or a.lowers[phrase.head] in a.lexicon.groups.elliptical


def _of_base(bound: Number | None, worth: Number | None) -> Number | None:
    return bound if bound is None or worth is None else round(bound * worth)


def _base(a: Analysis, phrase: Phrase, quantity: Quantity) -> Quantity | None:
    """The number that a share is of: "half of the 2.3 million"."""
    if quantity.kind not in ("share", "fraction"):
        return None
    inside = [q for q in a.sheet.quantities if phrase.first <= q.first < phrase.last and q.first > quantity.first]
    return inside[0] if inside else None


def unit_of(measure: str, phrase: Phrase, quantity: Quantity) -> str | None:
    """The unit counted, or None where the noun can't have been harmed so."""
    noun = phrase.noun
    if noun is not None and noun.kind == "not_counted":
        return None
    if measure in PROPERTY:
        if noun is not None and noun.kind == "person" or quantity.kind == "zero" and noun is None:
            return None
        return noun.unit if noun is not None else "other"
    if noun is None or noun.kind == "person":
        return "person"
    if measure == "affected" or noun.unit in PEOPLED:
        return noun.unit
    return noun.unit if measure == "displaced" and noun.unit in ("village", "house") else None


def _counts(a: Analysis, frame: Frame, phrase: Phrase, quantity: Quantity) -> bool:
    """Whether a quantity under this harm is a count of victims, not an idiom."""
    if frame.rule == "intransitive-subject" and frame.measure in ("displaced", "participants"):
        few = quantity.high is not None and quantity.high < FEWEST_FLEEING
        if few and frame.measure == "displaced" and frame.mention.last - frame.mention.first == 1:
            return False
        if quantity.kind == "zero":
            return False
    forces = ("combatant_state", "police_security")
    if frame.measure == "participants" and phrase.noun and dict(phrase.noun.facets).get("status") in forces:
        return False  # forces deployed are no crowd
    if frame.measure == "participants" and phrase.noun is None and phrase.head >= 0 and not phrase.partitive:
        return a.tags[phrase.head] == "PROPN" or a.lowers[phrase.head] in a.lexicon.groups.elliptical
    return not (quantity.kind == "vague" and quantity.word in ("few",) and phrase.head < 0)


def _implied(a: Analysis, frame: Frame, phrase: Phrase, sentence: int) -> Candidate | None:
    """One victim who is named or described but not counted."""
    sense = frame.sense
    if frame.measure in ("participants", "displaced", "affected", "casualties", "missing") and not phrase.proper:
        return None
    if frame.measure in ("participants", "displaced", "affected", "casualties"):
        return None
    if frame.rule in ("counted-noun", "number-state", "attributive-state"):
        return None
    found = _single(a, frame, phrase)
    if found is None:
        return None
    first, last, noun = found
    return Candidate(
        sentence, first, last, frame.measure, 1, 1, "exactly", noun.unit, False, "implied", noun, phrase,
        frame.rule, frame.mention.first, frame.mention.last, frame.actor, None, False, sense.part == "weapon",
    )


def _single(a: Analysis, frame: Frame, phrase: Phrase) -> tuple[int, int, NounSense] | None:
    """The tokens and noun of a single victim, or None where the phrase tells of several or of none."""
    wanted = "unit" if frame.measure in PROPERTY else "person"
    if phrase.pronoun:
        named = _antecedent(a, frame, phrase) if wanted == "person" else None
        return (named[0], named[1], ONE) if named else None
    if frame.rule == "possessive-harm":
        name = _name(a, phrase.first, frame.mention.first - 1)
        return (*name, ONE) if name and wanted == "person" else None
    noun = phrase.noun or _noun_inside(a, phrase) or (_unknown_person(a, phrase) if wanted == "person" else None)
    if phrase.proper and wanted == "person" and (noun is None or not phrase.determiner):
        name = _name(a, phrase.first, phrase.last)
        return (*name, ONE) if name and not phrase.determiner else None
    if noun is None or noun.kind != wanted or noun.plural:
        return None
    bare = a.headline and not phrase.determiner  # headlines leave the article out
    if phrase.determiner not in a.lexicon.groups.singular_determiners and not bare:
        return None
    new = phrase.determiner in a.words.new_determiners
    if not new and phrase.head >= 0 and a.lowers[phrase.head] in a.lexicon.groups.generic_persons:
        return None
    return phrase.first, _with_name(a, phrase), noun


def _unknown_person(a: Analysis, phrase: Phrase) -> NounSense | None:
    """A noun that the pack does not list but whose ending is that of people who do something ("an agronomist")."""
    if phrase.head < 0 or a.tags[phrase.head] != "NOUN" or phrase.determiner not in a.words.new_determiners:
        return None
    return ONE if a.lowers[phrase.head].endswith(tuple(a.lexicon.groups.person_endings)) else None


def _noun_inside(a: Analysis, phrase: Phrase) -> NounSense | None:
    """The noun of a person before a name in one phrase: "her son Guillermo Saul"."""
    for end in range(phrase.last - 1, phrase.first, -1):
        found = a.lexicon.nouns.ending(a.lowers, end)
        if found and found[0] >= phrase.first and found[1].kind == "person":
            return found[1]
    return None


def _with_name(a: Analysis, phrase: Phrase) -> int:
    """The end of a described victim, with the name that stands beside in commas: "their pastor, Rev. Ana Silva"."""
    following = a.phrase_starting(phrase.last + 1) if a.lower(phrase.last) == "," else None
    if following is None or phrase.determiner in a.words.new_determiners:
        return phrase.last
    named = a.phrases[following]
    return named.last if named.quantity is None and a.tag(named.last - 1) == "PROPN" and a.lower(named.last) == "," else phrase.last


def _antecedent(a: Analysis, frame: Frame, phrase: Phrase) -> tuple[int, int] | None:
    """The name in the same sentence that a personal pronoun stands for: "Roe was taken to hospital, where he died"."""
    if a.lowers[phrase.first] not in a.lexicon.groups.pronouns_person:
        return None
    for other in a.phrases:
        if other.first >= phrase.first:
            return None
        number = a.phrase_at[other.first]
        if a.governed(number) or a.tag(other.last) not in ("AUX", "VERB", "PUNCT"):
            continue
        if other.proper and not other.determiner:
            return _name(a, other.first, other.last)
        described = other.noun is not None and other.noun.kind == "person" and not other.noun.plural
        if described and other.determiner in a.lexicon.groups.singular_determiners and other.quantity is None:
            return other.first, other.last
    return None


def _name(a: Analysis, first: int, last: int) -> tuple[int, int] | None:
    """The person's name at the end of a phrase: its last run of proper nouns and titles, each written with a capital."""
    start = last
    while start > first and (a.tags[start - 1] == "PROPN" or a.lowers[start - 1] == "."):
        start -= 1
    words = [a.tokens[k].text for k in range(start, last) if a.lowers[k] != "."]
    if all(k in a.sheet.placed for k in range(start, last)):
        return None
    if not words or len(words) > LONGEST_NAME or not all(word[:1].isupper() for word in words):
        return None
    return start, last
