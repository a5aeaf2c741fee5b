"""From a frame and a phrase with a quantity to an explicit candidate, or to none where it counts no
victims.
"""

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.candidate import PEOPLED, PERSON, PROPERTY, RATIOS, Candidate, unit_of
from recuento.extract.figures.frame import Frame
from recuento.extract.figures.phrases import Phrase
from recuento.extract.figures.quantity import Number, Quantity

FEWEST_FLEEING = 10  # "two men fled" tells of suspects; of 60 such sentences none under ten was displacement
FORCES = ("combatant_state", "police_security")


def explicit_of(a: Analysis, frame: Frame, phrase: Phrase, quantity: Quantity) -> Candidate | None:
    """The candidate of a frame for the quantity of one of its victims, or None."""
    harms, entry = a.lexicon.harms, frame.sense.entry
    if frame.measure not in PROPERTY and entry in harms.people_only and not _is_people(a, phrase):
        return None
    unlisted = phrase.noun is None or phrase.noun.kind != "unit"
    if entry in harms.needs_unit and frame.measure in PROPERTY and unlisted:
        return None
    if frame.sense.entry in a.lexicon.harms.property_only and _is_of_people(a, frame, phrase):
        return None
    phrase = _as_counted(a, frame, phrase)
    unit = unit_of(frame.measure, phrase, quantity)
    if unit is None or not _counts(a, frame, phrase, quantity):
        return None
    base = _base(a, phrase, quantity)
    worth = base.low if base is not None else None
    low, high = quantity.low, quantity.high
    if quantity.kind in RATIOS:
        unit = "share" if worth is None else unit
        low, high = _of_base(low, worth), _of_base(high, worth)
    return Candidate(
        sentence=a.sheet.number,
        first=quantity.first,
        last=quantity.last,
        measure=frame.measure,
        low=low,
        high=high,
        qualifier=quantity.qualifier,
        unit=unit,
        explicit=True,
        kind=quantity.kind,
        noun=phrase.noun,
        phrase=phrase,
        rule=frame.rule,
        harm_first=frame.mention.first,
        harm_last=frame.mention.last,
        actor=frame.actor,
        base=base,
        weak=frame.sense.entry in a.lexicon.harms.victims_weak,
        weapon=frame.sense.part == "weapon",
    )


def _as_counted(a: Analysis, frame: Frame, phrase: Phrase) -> Phrase:
    """The phrase with what it counts: people where the harm noun itself is counted, nothing named for "two
    others".
    """
    if frame.rule == "counted-noun" and (phrase.noun is None or phrase.noun.kind == "not_counted"):
        return phrase._replace(noun=PERSON)  # "no injuries"
    if frame.measure in PROPERTY and _is_elliptical(a, phrase):
        return phrase._replace(noun=None)  # "two others damaged"
    return phrase


def _is_people(a: Analysis, phrase: Phrase) -> bool:
    """Whether the words say that people are counted: a noun of people, a people's name, "others", or no noun
    at all.
    """
    if phrase.noun is not None:
        return phrase.noun.kind == "person" or phrase.noun.unit in PEOPLED
    own = phrase.partitive and phrase.determiner == "" and a.tags[phrase.head] == "ADJ"  # "four of its own"
    return phrase.head < 0 or a.tags[phrase.head] == "PROPN" or own or _is_elliptical(a, phrase)


def _is_of_people(a: Analysis, frame: Frame, phrase: Phrase) -> bool:
    """Whether what a verb of property has as its object is people: "they buried 18 of those who died"."""
    pronoun = phrase.head >= 0 and a.lowers[phrase.head] in a.lexicon.groups.pronouns_many
    return frame.measure in PROPERTY and phrase.partitive and pronoun


def _is_elliptical(a: Analysis, phrase: Phrase) -> bool:
    return phrase.head >= 0 and a.lowers[phrase.head] in a.lexicon.groups.elliptical


def _of_base(bound: Number | None, worth: Number | None) -> Number | None:
    return bound if bound is None or worth is None else round(bound * worth)


def _base(a: Analysis, phrase: Phrase, quantity: Quantity) -> Quantity | None:
    """The number that a share is of: "a third of the 6,600 tenants"."""
    if quantity.kind not in RATIOS:
        return None
    return next((q for q in a.sheet.quantities if quantity.first < q.first < phrase.last), None)


def _counts(a: Analysis, frame: Frame, phrase: Phrase, quantity: Quantity) -> bool:
    """Whether a quantity under this harm is a count of victims, not an idiom."""
    if frame.rule in ("intransitive-subject", "reflexive-subject") and not _may_move(frame, quantity):
        return False
    if frame.measure == "participants" and not (_may_protest(a, phrase) and _is_for_cause(a, frame)):
        return False
    if quantity.kind == "zero" and phrase.partitive and frame.rule in ("counted-noun", "attributive-state"):
        return False  # "none of the wounds were grave", "none of the five injured nurses could say"
    return not (quantity.kind == "vague" and quantity.word in a.vague_needs_noun and phrase.head < 0)


def _may_move(frame: Frame, quantity: Quantity) -> bool:
    """Whether a count may be of people who flee or march: none of nobody, none of few people whose flight is
    one word.
    """
    if frame.measure not in ("displaced", "participants"):
        return True
    few = quantity.high is not None and quantity.high < FEWEST_FLEEING
    one_word = frame.mention.last - frame.mention.first == 1
    return quantity.kind != "zero" and not (few and one_word and frame.measure == "displaced")


def _is_for_cause(a: Analysis, frame: Frame) -> bool:
    """Whether a crowd takes part in something: another word of marching or protest stands beside it."""
    if frame.sense.entry not in a.lexicon.harms.crowds:
        return True
    others = (sense for mention in a.mentions for sense in mention.senses if mention is not frame.mention)
    return any(sense.measure == frame.measure for sense in others)


def _may_protest(a: Analysis, phrase: Phrase) -> bool:
    """Whether a phrase may name a crowd: forces deployed are none, nor things that are no people."""
    if phrase.noun is not None:
        return dict(phrase.noun.facets).get("status") not in FORCES
    if phrase.head < 0 or phrase.partitive:
        return True
    return a.tags[phrase.head] == "PROPN" or _is_elliptical(a, phrase)
