"""The geometry of the plots: where each figure's dot, bar and arrows stand, in percent of the width."""

import math
from collections.abc import Sequence

import msgspec

from recuento.export.content import PageFigure, Value

LEFT, RIGHT = 2.0, 90.0
ARROW = 98.0
# Beyond this ratio of the largest to the smallest, a linear scale shows small figures all at its foot.
LOG_RATIO = 200
LOG_TOP = 10  # below it a scale of powers of ten has no steps to mark
LEAST = 1e-9  # what is smaller stands at zero
TICKS = 4
NICE = (1, 2, 2.5, 5, 10)
INEXACT = ("about", "nearly", "vague")


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """One figure as drawn: `low` and `high` are where its ends are (None: open, drawn as an arrow).

    `line` is the span of its line. `open_low` and `open_high` are where arrowheads stand, else None; `hollow`
    is an inexact figure or one not counted.
    """

    low: float | None
    high: float | None
    line: tuple[float, float] | None
    open_low: float | None
    open_high: float | None
    hollow: bool


class Tick(msgspec.Struct, frozen=True, kw_only=True):
    """A mark of the scale, in percent of the width, and its value."""

    at: float
    value: float | int


class Scale(msgspec.Struct, frozen=True, kw_only=True):
    """From values to percent of the width; `log` is a scale of log(1 + value), so that zero has a place."""

    top: float
    log: bool
    ticks: tuple[Tick, ...] = ()

    def at(self, value: float) -> float:
        """Where a value stands, in percent of the width."""
        share = math.log1p(value) / math.log1p(self.top) if self.log else value / self.top
        return round(LEFT + (RIGHT - LEFT) * max(share, 0.0), 2)


def scale_of(bounds: Sequence[tuple[Value, Value]]) -> Scale:
    """The scale that holds all the bounds, from zero: linear, or logarithmic where the range is wide."""
    values = [value for pair in bounds for value in pair if value is not None and value > LEAST]
    top = max(values, default=1)
    log = top >= LOG_TOP and top / min(values, default=top) > LOG_RATIO
    bare = Scale(top=float(top), log=log)
    whole = all(value == int(value) for value in values)
    steps = _log_steps(top) if log else _linear_steps(top, whole=whole)
    return msgspec.structs.replace(bare, ticks=tuple(Tick(at=bare.at(step), value=step) for step in steps))


def bar_of(scale: Scale, low: Value, high: Value, *, hollow: bool) -> Bar | None:
    """A figure on a scale; None where it has no bounds at all."""
    if low is None and high is None:
        return None
    first = scale.at(low) if low is not None else None
    last = scale.at(high) if high is not None else None
    start = first if first is not None else LEFT
    end = last if last is not None else ARROW
    return Bar(
        low=first,
        high=last if last != first else None,
        line=None if start == end else (start, end),
        open_low=LEFT if first is None else None,
        open_high=ARROW if last is None else None,
        hollow=hollow,
    )


def is_hollow(figure: PageFigure) -> bool:
    """Whether a figure is drawn hollow: not exact, or not counted."""
    return figure.qualifier in INEXACT or not figure.counted


def _linear_steps(top: float, *, whole: bool) -> list[float | int]:
    """Zero and round steps up to the top, about four of them; whole numbers where all values are."""
    rough = top / TICKS
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * nice for nice in NICE if size * nice >= rough)
    if top >= 2 or whole:
        step = max(1.0, float(math.ceil(step)) if step < 10 else step)
    return [_whole(step * n) for n in range(int(top / step) + 1)]


def _log_steps(top: float) -> list[float | int]:
    powers = int(math.log10(top))
    every = math.ceil((powers + 1) / TICKS)
    return [0, *(10**n for n in range(0, powers + 1, every))]


def _whole(value: float) -> float | int:
    return int(value) if value == int(value) else round(value, 6)
