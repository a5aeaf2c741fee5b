"""One figure against one value of a series."""

import math

from recuento.model import Figure

# As in a tally: "about 300" may be any of 270-330, "nearly 300" any of 270-300.
TOLERANCE = 0.1
BOUNDS = ("at_least", "more_than", "up_to", "fewer_than")
LEAST_WEIGHTY = 10  # a number of one digit is met by chance


def weighty(figure: Figure) -> bool:
    """Whether a figure tells anything by matching: one value, not a bare bound, of at least two digits."""
    return figure.low is not None and figure.low == figure.high and figure.low >= LEAST_WEIGHTY


def telling(outcome: str, qualifier: str) -> bool:
    """Whether an outcome counts: a row that only bounds ("more than 250") is met by every larger figure."""
    return outcome != "compatible" or qualifier not in BOUNDS


def outcome(figure: Figure, value: int | None, qualifier: str) -> str:
    """How a value stands to a figure: exact, compatible, missed, or unknown where there is no value.

    An approximate or bounded row (`qualifier`) that equals an exact figure is exact all the same: it is the
    same number.
    """
    if value is None:
        return "unknown"
    if figure.low == figure.high == value:
        return "exact" if figure.qualifier == "exactly" else "compatible"
    low, high = _allowed(figure.low, figure.high, figure.qualifier)
    least, most = _row_range(value, qualifier)
    return "compatible" if low <= most and least <= high else "missed"


def _allowed(low: float | int | None, high: float | int | None, qualifier: str) -> tuple[float, float]:
    least, most = (0.0 if low is None else float(low)), (math.inf if high is None else float(high))
    if qualifier in ("about", "nearly"):
        least -= least * TOLERANCE
    if qualifier == "about":
        most += most * TOLERANCE
    return least, most


def _row_range(value: int, qualifier: str) -> tuple[float, float]:
    if qualifier in ("at_least", "more_than"):
        return value, math.inf
    if qualifier in ("up_to", "fewer_than"):
        return 0.0, value
    return _allowed(value, value, qualifier)
