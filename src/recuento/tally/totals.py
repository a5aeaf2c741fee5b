"""The range of each measure over the sources of an incident, from the rows of its tally."""

from collections.abc import Sequence

from recuento.tally.records import TallyFigure, TallyRow, Total

# How a total was reckoned.
WHOLE = "stated_whole"  # from figures that count everybody
GROUP = "only_group"  # one group alone is counted, and stands for what is known
VICTIMS = "victims_told"  # from single victims or several groups: from the largest to all together
NONE = "not_counted"  # only denied, feared, threatened or retracted figures

Value = float | int | None


def totals(rows: Sequence[TallyRow]) -> tuple[Total, ...]:
    """One total a measure and unit, never pooled across either.

    Where any source counts everybody, only such figures make the range: the lowest low to the highest high,
    an end open where it is open in a figure and no other figure fits the bound. Else it is made of groups and
    single victims: low is the largest of them (of the source whose largest is least), high and best their sum
    by the source with the largest sum. Where only a group larger than every whole is told beside wholes, it
    widens the range. Best is else the value of the most specific exact figure: exact before approximate, then
    stated by most sources, then the larger; else it is the low.
    """
    keys = sorted({(row.measure, row.unit) for row in rows})
    return tuple(_total([row for row in rows if (row.measure, row.unit) == key]) for key in keys)


def _total(rows: Sequence[TallyRow]) -> Total:
    counted = [(row, figure) for row in rows for figure in row.figures if figure.counted]
    told = [(row, figure) for row, figure in counted if figure.explicit]
    peoples = {row.named for row in rows if row.people}
    everybody = [(row, figure) for row, figure in told if _counts_all(row, peoples)]
    if everybody:
        top = max((figure.high or figure.low or 0) for _, figure in everybody)
        larger = [pair for pair in told if pair not in everybody and (pair[1].low or 0) > top]
        return _ranged([*everybody, *larger], WHOLE)
    if not counted:
        return _build([], (None, None, None), NONE, rows)
    groups = {(row.named, tuple(sorted(row.facets.items()))) for row, _ in counted}
    if told and len(told) == len(counted) and len(groups) == 1:
        return _ranged(told, GROUP)
    return _of_victims(counted)


def _counts_all(row: TallyRow, peoples: set[tuple[str, ...]]) -> bool:
    """Whether a row counts everybody: it names no group, or the one people that the incident tells of."""
    return not row.facets and (not row.named or (row.people and len(peoples) == 1))


def _ranged(held: Sequence[tuple[TallyRow, TallyFigure]], method: str) -> Total:
    figures = [figure for _, figure in held]
    return _build(
        held, (_closed_low(figures), best_of(held), _closed_high(figures)), method, [row for row, _ in held]
    )


def _closed_high(figures: Sequence[TallyFigure]) -> Value:
    """The highest high; an open bound adds no openness where a figure of one value fits it."""
    open_lows = [figure.low or 0 for figure in figures if figure.high is None]
    highs = [figure.high for figure in figures if figure.high is not None]
    top = max(highs, default=None)
    return top if top is not None and all(low <= top for low in open_lows) else None


def _closed_low(figures: Sequence[TallyFigure]) -> Value:
    """The lowest low; "up to" leaves it open unless a figure of known low fits the bound."""
    open_highs = [figure.high or 0 for figure in figures if figure.low is None]
    lows = [figure.low for figure in figures if figure.low is not None]
    bottom = min(lows, default=None)
    return bottom if bottom is not None and all(bottom <= high for high in open_highs) else None


def best_of(held: Sequence[tuple[TallyRow, TallyFigure]]) -> Value:
    """The value of the most specific exact figure, else the low (method `most_specific_exact`)."""
    points = [(row, figure) for row, figure in held if figure.low is not None and figure.low == figure.high]
    exact = [(row, figure) for row, figure in points if figure.qualifier == "exactly"] or points
    if not exact:
        return _closed_low([figure for _, figure in held])
    said_by: dict[float | int, set[str]] = {}
    for row, figure in exact:
        said_by.setdefault(figure.low or 0, set()).add(row.source)
    return max(said_by, key=lambda value: (len(said_by[value]), value))


def _of_victims(counted: Sequence[tuple[TallyRow, TallyFigure]]) -> Total:
    by_source: dict[str, list[TallyFigure]] = {}
    for row, figure in counted:
        by_source.setdefault(row.source, []).append(figure)
    counting = [held for held in by_source.values() if any(figure.explicit for figure in held)]
    low = min(max(figure.low or 0 for figure in held) for held in counting or by_source.values())
    sums = [_summed(held) for held in by_source.values()]
    closed = [total for total in sums if total is not None]
    high = max(closed) if len(closed) == len(sums) else None
    return _build(counted, (low, low if high is None else high, high), VICTIMS, [row for row, _ in counted])


def _summed(figures: Sequence[TallyFigure]) -> Value:
    highs = [figure.high for figure in figures if figure.high is not None]
    return sum(highs) if len(highs) == len(figures) else None


def _build(
    held: Sequence[tuple[TallyRow, TallyFigure]],
    values: tuple[Value, Value, Value],
    method: str,
    rows: Sequence[TallyRow],
) -> Total:
    sources = tuple(sorted({row.source for row, _ in held}))
    low, best, high = values
    return Total(
        measure=rows[0].measure,
        unit=rows[0].unit,
        low=low,
        best=best,
        high=high,
        sources=sources,
        method=method,
    )
