"""A draft: a candidate in its sentence, on the way to a figure, with the spans that it covers in the
report.
"""

from typing import NamedTuple

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.candidate import Candidate
from recuento.extract.layers import Layers
from recuento.model import TimeMention


class Draft(NamedTuple):
    """A candidate with its sentence's analysis, and the draft it is a part of, by number.

    `rules` names those that changed it by what the report tells elsewhere.
    """

    candidate: Candidate
    analysis: Analysis
    whole: int | None
    rules: tuple[str, ...] = ()


def number_span(draft: Draft) -> tuple[int, int]:
    """The characters of the number itself."""
    tokens = draft.analysis.tokens
    return tokens[draft.candidate.first].start, tokens[draft.candidate.last - 1].end


def quote_span(draft: Draft) -> tuple[int, int]:
    """From the first to the last of the phrase, its number and the harm words."""
    candidate, tokens = draft.candidate, draft.analysis.tokens
    first, last = min(candidate.first, candidate.harm_first), max(candidate.last, candidate.harm_last)
    if candidate.phrase is not None:
        first, last = min(first, candidate.phrase.first), max(last, candidate.phrase.last)
    return tokens[first].start, tokens[last - 1].end


def own_time(layers: Layers, draft: Draft, time: TimeMention | None) -> bool:
    """Whether a time stands in the draft's own sentence."""
    sentence = layers.sentences[draft.candidate.sentence]
    return time is not None and sentence.start <= time.start < sentence.end
