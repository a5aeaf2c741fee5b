"""A candidate: a quantity with the harm that was found for it, before it is weighed against others."""

from typing import NamedTuple

from recuento.extract.figures.lexicon import NounSense
from recuento.extract.figures.phrases import Phrase
from recuento.extract.figures.quantity import Number, Quantity

PROPERTY = ("destroyed", "damaged")
PEOPLED = ("family", "household")
EMPTIED = ("village", "house")  # units that people are counted by where they left them
RATIOS = ("share", "fraction")  # kinds of quantities that are of a whole
PERSON = NounSense("person", "person", True)
ONE = NounSense("person", "person", False)


class Candidate(NamedTuple):
    """A quantity and its harm. Token numbers are of its sentence; `first:last` is the number itself.

    `weak` tells that the harm noun counts only where nothing else is said of the people, `weapon` that the
    verb is one of weapons, which may wound or kill.
    """

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
    actor: int | None = None
    base: Quantity | None = None
    weak: bool = False
    weapon: bool = False


def unit_of(measure: str, phrase: Phrase, quantity: Quantity) -> str | None:
    """The unit counted, or None where the noun can't have been harmed so."""
    noun = phrase.noun
    if noun is not None and noun.kind == "not_counted":
        return None
    if measure in PROPERTY:
        peopled = noun is not None and (noun.kind == "person" or noun.unit in PEOPLED)
        if peopled or (quantity.kind == "zero" and noun is None):
            return None
        return noun.unit if noun is not None else "other"
    if noun is None or noun.kind == "person":
        return "person"
    if measure == "affected" or noun.unit in PEOPLED:
        return noun.unit
    return noun.unit if measure == "displaced" and noun.unit in EMPTIED else None
