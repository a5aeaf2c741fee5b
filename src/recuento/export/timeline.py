"""The time line of an incident: each source's figures of one measure by the day as of which they are said."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from recuento.export.content import PageSeriesLine
from recuento.export.index import Index, Source
from recuento.export.lines import FigureLine
from recuento.export.plot import ARROW, LEFT, Bar, Scale, bar_of, is_hollow, scale_of

HEIGHT, TOP, FOOT = 200, 12, 26  # pixels of the drawing, above the highest value, and of the dates below
FIRST, LAST = 5.0, 93.0  # where the first and the last day stand, in percent of the width
DODGE = 13  # pixels between figures of one day
CROWD = 40  # more points than this are drawn smaller
MOST_LABELS = 9  # with more points their values would cover each other
BOX = 1000  # units between the first and the last day, of a series drawn behind
LEAST_SPAN = 10  # days: in fewer, an odd span has no day near its middle to name


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One figure as drawn: `x` in percent, `shift` in pixels beside it; the rest in pixels from the top.

    `ends` are where its low and high stand; `line` is the span of its upright line.
    """

    line_of: FigureLine
    x: float
    shift: int
    ends: tuple[int, ...]
    line: tuple[int, int] | None
    open_low: int | None
    open_high: int | None
    hollow: bool
    told: str


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """From one figure of a source to its next, both of one value."""

    source: Source
    start: tuple[float, int]
    end: tuple[float, int]


class Behind(msgspec.Struct, frozen=True, kw_only=True):
    """A public series drawn behind the figures: its name, whose it is, and a path in a box of BOX units."""

    series: str
    source: str
    path: str


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """One drawing: `title` and `described` say what it shows; `undated` is how many figures it can't show."""

    anchor: str
    title: str
    described: str
    height: int
    floor: int
    log: bool
    measure: str
    values: tuple[tuple[int, str], ...]
    days: tuple[tuple[float, str, str], ...]
    points: tuple[Point, ...]
    steps: tuple[Step, ...]
    sources: tuple[Source, ...]
    behind: tuple[Behind, ...]
    labelled: bool
    crowded: bool
    undated: int


def timelines(index: Index, anchor: str, lines: Sequence[FigureLine]) -> Iterator[Timeline]:
    """A time line for each measure, unit and group whose figures are of two days or more, and not all one."""
    whole = [line for line in lines if line.depth == 0 and _bounded(line)]
    for n, key in enumerate(dict.fromkeys(map(_key, whole))):
        held = [line for line in whole if _key(line) == key]
        dated = [line for line in held if line.day]
        values = {(line.figure.low, line.figure.high) for line in dated}
        if len({line.day for line in dated}) > 1 and len(values) > 1:
            yield _timeline(index, f"{anchor}-t{n}", held)


def _key(line: FigureLine) -> tuple[str, str, tuple[str, ...]]:
    return line.measure, line.unit, line.told


def _bounded(line: FigureLine) -> bool:
    return line.figure.low is not None or line.figure.high is not None


def _timeline(index: Index, anchor: str, lines: Sequence[FigureLine]) -> Timeline:
    words = index.messages
    dated = sorted((line for line in lines if line.day), key=lambda line: (line.day, line.source.number))
    days = [line.day for line in dated if line.day]
    drawn = [(each, _within(each, days[0], days[-1])) for each in _series_of(index, dated)]
    bounds = [(line.figure.low, line.figure.high) for line in dated]
    scale = scale_of([*bounds, *((value, value) for _, held in drawn for _, value in held)])
    points = tuple(_points(dated, scale, days))
    sources = tuple({line.source.number: line.source for line in dated}.values())
    title = words.label["timeline"].format(measure=_counted(lines[0]))
    return Timeline(
        anchor=anchor,
        title=title,
        described=words.label["timeline_described"].format(
            figures=words.count("figures", len(dated)),
            sources=words.count("sources", len(sources)),
            start=words.date(days[0].isoformat()),
            end=words.date(days[-1].isoformat()),
            range=words.value(_least(dated), _most(dated)),
        ),
        height=HEIGHT + FOOT,
        floor=_down(LEFT),
        log=scale.log,
        measure=lines[0].measure,
        values=tuple((_down(tick.at), words.number(tick.value)) for tick in scale.ticks),
        days=tuple(_day_marks(index, days[0], days[-1])),
        points=points,
        steps=tuple(_steps(points)),
        sources=sources,
        behind=tuple(
            Behind(series=each.series, source=each.source, path=_path(held, scale, days[0], days[-1]))
            for each, held in drawn
            if len(held) > 1
        ),
        labelled=len(points) <= MOST_LABELS,
        crowded=len(points) > CROWD,
        undated=len(lines) - len(dated),
    )


def _series_of(index: Index, lines: Sequence[FigureLine]) -> list[PageSeriesLine]:
    """The series against which some of the figures were held."""
    claims = {line.figure.claim for line in lines}
    return [each for each in index.content.series_lines if not claims.isdisjoint(each.claims)]


def _within(each: PageSeriesLine, first: date, last: date) -> list[tuple[date, int]]:
    return [(day, value) for day, value in each.days if first <= day <= last]


def _path(held: Sequence[tuple[date, int]], scale: Scale, first: date, last: date) -> str:
    """The steps of a series: it has a value until it has the next."""
    span = (last - first).days
    points = [(round(BOX * (day - first).days / span), _down(scale.at(value))) for day, value in held]
    (x, y), *others = points
    return f"M{x} {y}" + "".join(f"H{x}V{y}" for x, y in others)


def _counted(line: FigureLine) -> str:
    return f"{line.counted}: {line.group.words}" if line.told and line.group else line.counted


def _least(lines: Sequence[FigureLine]) -> float | int | None:
    return min(
        (v for line in lines for v in (line.figure.low, line.figure.high) if v is not None), default=None
    )


def _most(lines: Sequence[FigureLine]) -> float | int | None:
    return max(
        (v for line in lines for v in (line.figure.low, line.figure.high) if v is not None), default=None
    )


def _across(day: date, first: date, last: date) -> float:
    return round(FIRST + (LAST - FIRST) * (day - first).days / (last - first).days, 2)


def _down(at: float) -> int:
    """From a scale's percent of the width to pixels from the top."""
    return round(TOP + (HEIGHT - TOP) * (1 - at / ARROW))


def _day_marks(index: Index, first: date, last: date) -> Iterator[tuple[float, str, str]]:
    """Where days are named, how their words are set (start, middle, end), and the words."""
    span = (last - first).days
    named = (
        [first, last] if span < LEAST_SPAN and span % 2 else [first, first + timedelta(days=span // 2), last]
    )
    for day in named:
        set_at = "start" if day == first else "end" if day == last else "middle"
        yield _across(day, first, last), set_at, index.messages.date(day.isoformat())


def _points(lines: Sequence[FigureLine], scale: Scale, days: Sequence[date]) -> Iterator[Point]:
    """The points, those of one day beside each other."""
    for line, day in zip(lines, days, strict=True):
        beside = [other for other in lines if other.day == day]
        place = [other.figure.claim for other in beside].index(line.figure.claim)
        shift = min(DODGE, 60 // len(beside)) * (2 * place - len(beside) + 1) // 2
        bar = bar_of(scale, line.figure.low, line.figure.high, hollow=is_hollow(line.figure))
        if bar is not None:
            yield _point(line, bar, _across(day, days[0], days[-1]), shift)


def _point(line: FigureLine, bar: Bar, x: float, shift: int) -> Point:
    ends = tuple(_down(end) for end in (bar.low, bar.high) if end is not None)
    return Point(
        line_of=line,
        x=x,
        shift=shift,
        ends=ends,
        line=(_down(bar.line[0]), _down(bar.line[1])) if bar.line else None,
        open_low=None if bar.open_low is None else _down(bar.open_low),
        open_high=None if bar.open_high is None else _down(bar.open_high),
        hollow=bar.hollow,
        told=f"{line.source.name}: {line.value}",
    )


def _steps(points: Sequence[Point]) -> Iterator[Step]:
    """Lines between the figures of a source that follow each other and are each one value."""
    for number in dict.fromkeys(point.line_of.source.number for point in points):
        own = [point for point in points if point.line_of.source.number == number]
        exact = [p for p in own if len(p.ends) == 1 and p.line is None and p.line_of.figure.counted]
        for left, right in pairwise(exact):
            if left.x < right.x:
                yield Step(
                    source=left.line_of.source, start=(left.x, left.ends[0]), end=(right.x, right.ends[0])
                )
