"""The range of each measure over the sources of an incident, from the rows of its tally."""

from collections.abc import Sequence

from msgspec.structs import replace

from recuento.tally.methods import DEFAULT_METHOD, METHODS
from recuento.tally.records import TallyFigure, TallyRow, Total
from recuento.tally.statements import Held, Statement, Value, by_report, statements_of
from recuento.tally.victims import distinct

DEAD, HURT = ("killed", "person"), ("injured", "person")

# How a total was reckoned.
WHOLE = "stated_whole"  # from figures that count everybody
GROUP = "only_group"  # one group alone is counted, and stands for what is known
VICTIMS = "victims_told"  # from single victims or several groups: from the largest to all together
NONE = "not_counted"  # only denied, feared, threatened or retracted figures


def totals(rows: Sequence[TallyRow], *, method: str = DEFAULT_METHOD) -> tuple[Total, ...]:
    """One total a measure and unit, never pooled across either; `method` (of METHODS) chooses the best value.

    Where any source counts everybody, only such figures make the range: of each source in each report the
    largest, over all from the lowest low to the highest high; an end is open where it is open in one and no
    other fits the bound. Else it is made of groups and single victims: low is the largest of them (of the
    report whose largest is least), high the people told by the report that tells of most. Where only a group
    larger than every whole is told beside wholes, it widens the range.
    """
    by_key: dict[tuple[str, str], list[TallyRow]] = {}
    for row in rows:
        by_key.setdefault((row.measure, row.unit), []).append(row)
    made: dict[tuple[str, str], Total] = {}
    for key in sorted(by_key, key=lambda key: (key != DEAD, key)):  # the dead first: those hit may be dead
        made[key] = _total(by_key[key], method, made.get(DEAD) if key == HURT else None)
    return tuple(made[key] for key in sorted(made))


def _total(rows: Sequence[TallyRow], method: str, dead: Total | None) -> Total:
    counted = [(row, figure) for row in rows for figure in row.figures if figure.counted]
    counted = _without_dead(_without_others(counted), dead)
    told = [(row, figure) for row, figure in counted if figure.explicit]
    peoples = {row.named for row in rows if row.people}
    everybody = [(row, figure) for row, figure in told if _counts_all(row, figure, peoples)]
    if everybody:
        top = max((figure.high or figure.low or 0) for _, figure in everybody)
        larger = [pair for pair in told if pair not in everybody and (pair[1].low or 0) > top]
        return _ranged([*everybody, *larger], WHOLE, method)
    if not counted:
        return _build([], (None, None, None), (NONE, method), rows)
    groups = {(row.named, tuple(sorted(row.facets.items()))) for row, _ in counted}
    if told and len(told) == len(counted) and len(groups) == 1:
        return _ranged(told, GROUP, method)
    return _of_victims(counted, method)


def _without_others(counted: Sequence[Held]) -> list[Held]:
    """Without the zeros of reports that tell of victims: "no one was hurt" is of the others there."""
    telling = {figure.report for _, figure in counted if figure.high != 0}
    return [(row, figure) for row, figure in counted if figure.high != 0 or figure.report not in telling]


def _without_dead(held: Sequence[Held], dead: Total | None) -> list[Held]:
    """Figures of the injured as counts of who lived: of those hit, the dead are taken away.

    Where somebody tells of the injured, those hit ("five were shot") count something else and stand aside.
    """
    if dead is None or not dead.high:
        return list(held)
    hurt = any(figure.explicit and not figure.hit and figure.high != 0 for _, figure in held)
    kept = [(row, figure) for row, figure in held if not (hurt and figure.explicit and figure.hit)]
    return [(row, _less(one, dead) if one.explicit and one.hit else one) for row, one in kept]


def _less(figure: TallyFigure, dead: Total) -> TallyFigure:
    """A figure of those hit as one of the injured: fewer by the dead at the least."""
    low = None if figure.low is None or dead.high is None else max(figure.low - dead.high, 0)
    return replace(figure, low=low)


def _counts_all(row: TallyRow, figure: TallyFigure, peoples: set[tuple[str, ...]]) -> bool:
    """Whether a figure counts everybody: it names no group, or the one people that the incident tells of.

    Some of those told as harmed ("three of the wounded died") are a part, though their row names no group.
    """
    if figure.of_harmed:
        return False
    return not row.facets and (not row.named or (row.people and len(peoples) == 1))


def _ranged(held: Sequence[Held], basis: str, method: str) -> Total:
    said = statements_of(held)
    best = METHODS[method](said)
    return _build(
        held, (_closed_low(said), best, _closed_high(said)), (basis, method), [row for row, _ in held]
    )


def _closed_high(said: Sequence[Statement]) -> Value:
    """The highest high; an open bound adds no openness where a statement of a known high fits it."""
    open_lows = [one.low or 0 for one in said if one.high is None]
    highs = [one.high for one in said if one.high is not None]
    top = max(highs, default=None)
    return top if top is not None and all(low <= top for low in open_lows) else None


def _closed_low(said: Sequence[Statement]) -> Value:
    """The lowest low; "up to" leaves it open unless a statement of known low fits the bound."""
    open_highs = [one.high or 0 for one in said if one.low is None]
    lows = [one.low for one in said if one.low is not None]
    bottom = min(lows, default=None)
    return bottom if bottom is not None and all(bottom <= high for high in open_highs) else None


def _of_victims(counted: Sequence[Held], method: str) -> Total:
    """The range from groups and single victims: reports that count before those that name single people."""
    reports = by_report(counted)
    counting = [held for held in reports.values() if any(figure.explicit for _, figure in held)]
    low = min(max(figure.low or 0 for _, figure in held) for held in counting or list(reports.values()))
    sums = [_summed(held) for held in reports.values()]
    closed = [total for total in sums if total is not None]
    high = max(closed) if len(closed) == len(sums) else None
    best = low if high is None else high
    return _build(counted, (low, best, high), (VICTIMS, method), [row for row, _ in counted])


def _summed(held: Sequence[Held]) -> Value:
    """The people told by one report: groups by number, single victims who may be one person once."""
    groups = [figure.high for _, figure in held if figure.person is None]
    single = distinct([person for _, figure in held if (person := figure.person) is not None])
    highs = [high for high in groups if high is not None]
    return sum(highs) + single if len(highs) == len(groups) else None


def _build(
    held: Sequence[Held],
    values: tuple[Value, Value, Value],
    reckoned: tuple[str, str],
    rows: Sequence[TallyRow],
) -> Total:
    low, best, high = values
    basis, method = reckoned
    return Total(
        measure=rows[0].measure,
        unit=rows[0].unit,
        low=low,
        best=best,
        high=high,
        sources=tuple(sorted({row.source for row, _ in held})),
        method=basis,
        best_by=method,
    )
