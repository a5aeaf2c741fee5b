"""A figure as a range of values, and how two ranges stand to each other."""

import math
from typing import NamedTuple

from recuento.model import Figure

# "about 300" is read as 270-330 and "nearly 300" as 270-300. In the press a rounded crowd or toll is seldom
# off by more than its last stated digit; a tenth covers one step of a two-digit rounding and is the tolerance
# used here.
TOLERANCE = 0.1
APPROXIMATE = ("about", "nearly")
BOUNDS = ("at_least", "more_than", "up_to", "fewer_than")
SPANS = ("between", "vague")


class Range(NamedTuple):
    """The values that a figure allows, both ends included; infinity above and zero below where it is open."""

    low: float
    high: float

    def meets(self, other: "Range") -> bool:
        """Whether some value fits both."""
        return self.low <= other.high and other.low <= self.high

    def holds(self, other: "Range") -> bool:
        """Whether every value of the other fits this one."""
        return self.low <= other.low and other.high <= self.high


def allowed(figure: Figure) -> Range:
    """The values that a figure allows, with the tolerance of its qualifier."""
    low = 0.0 if figure.low is None else float(figure.low)
    high = math.inf if figure.high is None else float(figure.high)
    if figure.qualifier in APPROXIMATE:
        low -= low * TOLERANCE
    if figure.qualifier == "about":
        high += high * TOLERANCE
    return Range(low, high)


def stated(figure: Figure) -> Range:
    """The values as written: the bounds of the figure without any tolerance."""
    return Range(
        0.0 if figure.low is None else float(figure.low),
        math.inf if figure.high is None else float(figure.high),
    )


def is_exact(figure: Figure) -> bool:
    """Whether the figure gives one value and calls it neither a bound nor an approximation."""
    return figure.qualifier == "exactly" and figure.low is not None and figure.low == figure.high


def is_point(figure: Figure) -> bool:
    """Whether the figure gives one value, exact or approximate."""
    return figure.low is not None and figure.low == figure.high


def is_bound(figure: Figure) -> bool:
    """Whether the figure is open at an end, or its qualifier says that it bounds."""
    return figure.qualifier in BOUNDS or (figure.low is None) != (figure.high is None)


def is_rounding(left: Figure, right: Figure) -> bool:
    """Whether one value is the other rounded to its two or fewer leading digits ("3,000" and "3,012")."""
    if left.low is None or right.low is None:
        return False
    return _rounds(left.low, right.low) or _rounds(right.low, left.low)


def _rounds(rounded: float, value: float) -> bool:
    if rounded < 100 or rounded != int(rounded) or rounded == value:
        return False
    digits = str(int(rounded))
    kept = len(digits.rstrip("0"))
    step = 10 ** (len(digits) - kept)
    return kept <= 2 and kept < len(digits) and abs(value - rounded) * 2 <= step


def plain_number(value: float | int | None) -> str:
    """A value in digits with grouping commas, for reasons that people read."""
    if value is None:
        return "unknown"
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"


def range_words(figure: Figure) -> str:
    """The bounds of a figure in plain words, for reasons that people read."""
    if is_point(figure):
        return plain_number(figure.low)
    if figure.high is None:
        return f"{plain_number(figure.low)} or more"
    if figure.low is None:
        return f"{plain_number(figure.high)} or fewer"
    return f"{plain_number(figure.low)} to {plain_number(figure.high)}"
