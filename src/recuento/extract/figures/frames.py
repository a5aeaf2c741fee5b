"""From a harm mention to its frame: the rules in their order; the first that fires on a mention wins.

Each rule is a function from the analysis and a mention to a frame or None. README.md in this folder lists
them with an example and a counter-example each.
"""

from collections.abc import Sequence

from recuento.extract.figures.adjacent import (
    among_state,
    attributive_state,
    inverted,
    number_state,
    phrase_state,
    state_object,
)
from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.copular import copular_state, in_shelter
from recuento.extract.figures.frame import Frame, Rule
from recuento.extract.figures.nominal import (
    counted_noun,
    harm_of,
    injuries_had,
    named_state,
    possessive_harm,
)
from recuento.extract.figures.subjects import subject
from recuento.extract.figures.verbal import (
    active_object,
    causative,
    intransitive_subject,
    passive_subject,
    reflexive_subject,
)

__all__ = ["RULES", "Frame", "find_frames"]

RULES: tuple[Rule, ...] = (
    counted_noun,
    number_state,
    attributive_state,
    state_object,
    among_state,
    named_state,
    harm_of,
    inverted,
    causative,
    active_object,
    passive_subject,
    reflexive_subject,
    phrase_state,
    copular_state,
    intransitive_subject,
    possessive_harm,
    injuries_had,
    in_shelter,
)


def find_frames(a: Analysis) -> list[Frame]:
    """The frames of a sentence, in the order of their mentions."""
    frames = []
    for mention in a.mentions:
        frame = next((made for rule in RULES if (made := rule(a, mention)) is not None), None)
        # "The two men were not hurt" counts nobody; "we did not kill 12 people" denies a count.
        if frame is not None and (frame.rule == "active-object" or not a.negated_at(mention.first)):
            frames.append(frame)
    return [_with_actor(a, frame, frames) for frame in frames]


def _with_actor(a: Analysis, frame: Frame, frames: Sequence[Frame]) -> Frame:
    """A frame whose actor is found beyond its own clause, where it has none of its own."""
    if frame.actor is not None:  # "rebels killed two farmers, kidnapped three": the farmers are no kidnappers
        taken = next((f for f in frames if frame.actor in f.victims and f is not frame), frame)
        return frame._replace(actor=taken.actor)
    if not frame.victims:
        return frame
    first = a.phrases[frame.victims[0]].first
    if a.lower(first - 1) in a.words.left | a.words.inflict:
        return frame._replace(actor=subject(a, first - 1))
    return frame
