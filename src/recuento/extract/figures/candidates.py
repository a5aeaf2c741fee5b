"""The candidates of a sentence: of its frames, of its labels and tolls, with units for numbers that stand
alone.
"""

from collections.abc import Sequence
from functools import partial

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.candidate import PROPERTY, RATIOS, Candidate
from recuento.extract.figures.explicit import explicit_of
from recuento.extract.figures.frame import VERBAL, Frame, is_told
from recuento.extract.figures.implied import implied_of
from recuento.extract.figures.phrases import Phrase
from recuento.extract.figures.tolls import Told


def from_frames(a: Analysis, frames: Sequence[Frame]) -> list[Candidate]:
    """The candidates of a sentence's frames: explicit quantities, and single victims that are only
    implied.
    """
    made = [_of_victim(a, frame, a.phrases[number]) for frame in frames for number in frame.victims]
    return [candidate for candidate in made if candidate is not None]


def _of_victim(a: Analysis, frame: Frame, phrase: Phrase) -> Candidate | None:
    """The candidate of one phrase of a frame, in the first reading of the harm word that it can have."""
    for read in filter(partial(is_told, a), _readings(frame)):
        if phrase.quantity is not None:
            made = explicit_of(a, read, phrase, phrase.quantity)
        else:
            made = implied_of(a, read, phrase)
        if made is not None:
            return made
    return None


def _readings(frame: Frame) -> list[Frame]:
    """The frame, then the frame with the other measures its word can have: people are uprooted, and trees."""
    sense = frame.sense
    alike = VERBAL if sense.part in VERBAL else (sense.part,)
    others = [s for s in frame.mention.senses if s.part in alike and s.measure != sense.measure]
    return [frame, *(frame._replace(measure=s.measure, sense=s) for s in others)]


def from_told(a: Analysis, told: Sequence[Told]) -> list[Candidate]:
    """The candidates of labels and tolls."""
    return [_of_told(a, one) for one in told]


def _of_told(a: Analysis, told: Told) -> Candidate:
    quantity = told.quantity
    number = a.phrase_at.get(quantity.first)
    phrase = a.phrases[number] if number is not None else None
    noun = phrase.noun if phrase else None
    return Candidate(
        sentence=a.sheet.number,
        first=quantity.first,
        last=quantity.last,
        measure=told.measure,
        low=quantity.low,
        high=quantity.high,
        qualifier=quantity.qualifier,
        unit=noun.unit if noun and noun.kind == "unit" else "house" if told.measure in PROPERTY else "person",
        explicit=True,
        kind=quantity.kind,
        noun=noun,
        phrase=phrase,
        rule=told.rule,
        harm_first=told.mention.first,
        harm_last=told.mention.last,
    )


def with_units(a: Analysis, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates whose number stands alone take the unit before: "612 houses were destroyed and 340
    damaged".
    """
    found: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: c.first):
        found.append(_with_unit(a, candidate, found) if candidate.explicit else candidate)
    return found


def _with_unit(a: Analysis, candidate: Candidate, earlier: Sequence[Candidate]) -> Candidate:
    phrase = candidate.phrase
    bare = phrase is None or phrase.head < 0 or a.lowers[phrase.head] in a.lexicon.groups.elliptical
    of_property = candidate.measure in PROPERTY
    alike = [c for c in earlier if (c.measure in PROPERTY) == of_property and c.explicit]
    if not bare or not alike or candidate.kind in RATIOS or alike[-1].unit == "share":
        return candidate
    return candidate._replace(unit=alike[-1].unit)
