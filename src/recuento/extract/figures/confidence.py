"""Confidence: how often a figure told like this one is right, measured, not guessed.

The weights are of a logistic regression over a few plain features of a figure, fitted by
`quality/fit_confidence.py` on annotated reports and kept in the pack's `confidence.yml`. Method: Cox
(1958), with an L2 penalty; that a figure said with .9 is right nine times in ten is measured by
cross-validation over reports (quality/README.md).
"""

from collections.abc import Iterator, Sequence
from math import exp

import msgspec
from msgspec.structs import replace

from recuento.language import Pack
from recuento.model import Figure

LONG, LONGEST = 60, 120  # characters of a quote: in a long one the number stands far from its harm
FEW, MANY = 4, 12  # figures in a report
LEAST, MOST = 0.02, 0.99  # nothing is certain


class ConfidenceWeights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `confidence.yml`: the log-odds of a figure, and what each feature adds."""

    base: float
    weights: dict[str, float]


def with_confidence(figures: Sequence[Figure], pack: Pack) -> list[Figure]:
    """The figures of a report, each with its confidence between 0 and 1."""
    fitted = pack.section("confidence", ConfidenceWeights)
    return [replace(figure, confidence=_worth(figure, figures, fitted)) for figure in figures]


def _worth(figure: Figure, figures: Sequence[Figure], fitted: ConfidenceWeights) -> float:
    odds = fitted.base + sum(fitted.weights.get(feature, 0.0) for feature in features(figure, figures))
    return round(min(MOST, max(LEAST, 1 / (1 + exp(-odds)))), 2)


def features(figure: Figure, figures: Sequence[Figure]) -> Iterator[str]:
    """The features of a figure among those of its report: how it is told, by which rule, and how much of
    what.
    """
    kind = "explicit" if figure.explicit else "implied"
    yield kind
    yield f"{kind}-rule:{figure.rules[0]}"
    yield f"{kind}-measure:{figure.measure}"
    yield f"{kind}-count:{_size(figure)}" if figure.explicit else f"implied-words:{_words(figure)}"
    yield from (f"rule:{rule}" for rule in figure.rules[1:] if not rule.startswith("scope-"))
    yield f"scope:{figure.scope}"
    if figure.explicit and figure.group is None:
        yield "no-group"
    if figure.modality != "asserted":
        yield "not-asserted"
    length = figure.quote_end - figure.quote_start
    yield "quote:longest" if length > LONGEST else "quote:long" if length > LONG else "quote:short"
    yield "report:few" if len(figures) < FEW else "report:many" if len(figures) > MANY else "report:some"
    if any(_tells_again(figure, other) for other in figures):
        yield f"{kind}-told-again"


def _size(figure: Figure) -> str:
    """How large a count is, roughly."""
    if figure.qualifier == "vague" or figure.unit == "share":
        return "vague" if figure.unit != "share" else "share"
    worth = figure.low if figure.low is not None else figure.high
    if worth is None or worth == 0:
        return "zero"
    return "one" if worth == 1 else "two" if worth == 2 else "small" if worth < 10 else "large"


def _words(figure: Figure) -> str:
    """How an implied victim is told: by a name, or by how many words."""
    if figure.number[:1].isupper() and not figure.number.isupper():
        return "capital"
    return ("one", "two", "three")[min(len(figure.number.split()), 3) - 1]


def _tells_again(figure: Figure, other: Figure) -> bool:
    return other is not figure and (other.measure, other.low, other.high) == (
        figure.measure,
        figure.low,
        figure.high,
    )
