"""A frame: a harm with the phrases of its victims and of who did it, as one rule reads it."""

from collections.abc import Callable
from typing import NamedTuple

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.lexicon import Sense
from recuento.extract.figures.mentions import HarmMention

VERBAL = ("transitive", "weapon")
PASSIVE_FORMS = ("participle", "phrase", "past")
ON_PROPERTY = ("destroyed", "damaged")
NEAR_BY = 8  # tokens between a passive verb and its "by"


class Frame(NamedTuple):
    """A harm with the phrases of its victims, its actor, and the rule that says so."""

    measure: str
    victims: tuple[int, ...]
    actor: int | None
    rule: str
    mention: HarmMention
    sense: Sense


Rule = Callable[[Analysis, HarmMention], Frame | None]


def state_senses(mention: HarmMention) -> tuple[Sense, ...]:
    """The senses of a mention as a state: state words, and verbs in a form that the passive has."""
    return tuple(s for s in mention.of("state", *VERBAL) if s.part == "state" or s.form in PASSIVE_FORMS)


def by_actor(a: Analysis, mention: HarmMention) -> int | None:
    """The phrase after "by" that follows a passive or a noun."""
    for k in range(mention.last, min(len(a.lowers), mention.last + NEAR_BY)):
        if a.lower(k) in a.words.by:
            return a.phrase_starting(k + 1)
        if a.lower(k) in (";", ".") or (a.tag(k) == "VERB" and k not in a.mention_at):
            return None
    return None


def fatal_sense(a: Analysis, mention: HarmMention, sense: Sense, after: int | None = None) -> Sense:
    """The sense of a verb or noun of weapons, as killing where the words beside it say so.

    "Stabbed 11 students to death", where `after` is the token after the victims; "the fatal shooting of a
    clerk".
    """
    told = a.lower(mention.first - 1) in a.lexicon.harms.fatally
    told = told or (after is not None and a.lexicon.to_death.at(a.lowers, after) is not None)
    return sense._replace(measure="killed", part="transitive") if sense.part == "weapon" and told else sense


def is_told(a: Analysis, frame: Frame) -> bool:
    """Whether a harm that needs some word beside it has it: "the slide buried 30 people" is no funeral."""
    harms = a.lexicon.harms
    if frame.sense.entry not in harms.needs_ground or frame.measure in ON_PROPERTY:
        return True
    return not harms.ground.isdisjoint(a.lowers)
