"""Running tolls of many reports against many series: which day carries each, how far off, since when."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

import msgspec
from msgspec.structs import replace

from recuento.model import AsOf, Figure, Report, as_of, first_day
from recuento.series.compare import outcome, weighty
from recuento.series.match import NOT_COUNTED, column_for, match
from recuento.series.naming import named_by
from recuento.series.records import Column, Day, Series
from recuento.series.words import plain

RUNNING = ("cumulative", "stock")
# A report of the morning prints the toll of the day before, a weekly one that of some days ago; a source in
# another time zone may be a day ahead.
BEHIND, AHEAD = timedelta(days=3), timedelta(days=1)
STALE = timedelta(days=10)  # a longer gap in a series tells nothing of the days within it
START = timedelta(days=7)  # a toll told "since" a day is that of the series if the series begins about then
AGREES, BETWEEN, ANOTHER_DAY, DEPARTS = "agrees", "between", "another_day", "departs"
OUTSIDE, UNDATED, OTHER_PERIOD = "outside", "undated", "other_period"
FIGURES, PROPOSED = "figures", "proposed"
FIGURES_LEAST = 2  # one number alone may stand in a series of another place by chance
STATUSES = (AGREES, BETWEEN, ANOTHER_DAY, DEPARTS, OUTSIDE, UNDATED, OTHER_PERIOD)


class TollCheck(msgspec.Struct, frozen=True, kw_only=True):
    """One running toll against one column of one series.

    `named` says what they have in common (source, place, figures). `as_of` is the day of the toll by `basis`
    (stated, published, or proposed by its report's figures). `day` is the day of the series that carries it,
    else the last known by then, and `value` what it has. Where the toll departs, `by` is how much it is above
    (or, negative, below) that value, `share` that as a part of the value, `since` the day since which the
    same voice departs without a break, and `reached` the first day on which the series had so many.
    """

    report: str
    claim: str
    number: str
    quote: str
    measure: str
    group: str | None
    speaker: str | None
    series: str
    source: str
    column: str
    named: tuple[str, ...]
    status: str
    as_of: date | None = None
    basis: str | None = None
    day: date | None = None
    value: int | None = None
    by: float | int | None = None
    share: float | None = None
    since: date | None = None
    reached: date | None = None


def check_tolls(
    figures: Iterable[Figure], reports: Mapping[str, Report], series: Sequence[Series]
) -> tuple[TollCheck, ...]:
    """Each running toll against each series that it names, in order of series and date.

    A series is named by its source, by its place, or by figures: where one of its days is proposed as the
    date of the report's tolls by two of them or more (see `match`). `reports` are the figures' reports by id.
    What is denied, feared or the like, and what states another figure again, takes no part. Nothing is
    decided, and no series is called the truth.
    """
    tolls = [figure for figure in figures if _is_toll(figure)]
    days = (day for day in match(tolls, series, top=1) if day.proposed and day.exact >= FIGURES_LEAST)
    proposed = {(day.report, day.series): day.date for day in days}
    found = [
        check
        for one in series
        for toll in tolls
        for check in _checks(toll, reports[toll.report], one, proposed.get((toll.report, one.name)))
    ]
    found.sort(key=lambda each: (each.series, each.column, each.as_of or date.max, each.report, each.claim))
    return tuple(_with_since(found, reports))


def _is_toll(figure: Figure) -> bool:
    bounded = figure.low is not None or figure.high is not None
    counted = figure.same_as is None and figure.modality not in NOT_COUNTED
    return figure.scope in RUNNING and bounded and counted


def _checks(toll: Figure, report: Report, series: Series, proposed: date | None) -> Iterator[TollCheck]:
    column = column_for(toll, series)
    named = named_by(toll, series) + ((FIGURES,) if proposed else ())
    if column is None or not named:
        return
    told = as_of(toll, report) or (AsOf(day=proposed, basis=PROPOSED) if proposed else None)
    bare = TollCheck(
        report=report.id,
        claim=toll.id,
        number=toll.number,
        quote=toll.quote,
        measure=toll.measure,
        group=toll.group,
        speaker=toll.attributed_to.name if toll.attributed_to else None,
        series=series.name,
        source=series.source,
        column=column.name,
        named=named,
        status=UNDATED,
        as_of=told.day if told else None,
        basis=told.basis if told else None,
    )
    yield _held(bare, toll, told, _known(series, column))


def _known(series: Series, column: Column) -> list[tuple[Day, int]]:
    """The days on which the column has a value."""
    return [(day, value) for day in series.days if (value := day.values[column.name]) is not None]


def _held(bare: TollCheck, toll: Figure, told: AsOf | None, days: Sequence[tuple[Day, int]]) -> TollCheck:
    """The toll held against the days of a column."""
    carried = [(d, v) for d, v in days if outcome(toll, v, d.qualifier) == "exact" and weighty(toll)]
    if told is None:
        # Of days that all carry it the first is told: it can't be older.
        return _on(bare, UNDATED, carried[0]) if carried else bare
    if days and _other_period(toll, days[0][0].date):
        return replace(bare, status=OTHER_PERIOD)
    near = [(d, v) for d, v in days if told.day - BEHIND <= d.date <= told.day + AHEAD]
    # A row that is itself approximate fits many tolls; the very number, on another day, tells more.
    wanted = ("exact",) if carried else ("exact", "compatible")
    fits = [(d, v) for d, v in near if outcome(toll, v, d.qualifier) in wanted]
    if fits:
        return _on(bare, AGREES, min(fits, key=lambda each: _rank(toll, each, told.day)))
    if near and not carried and _lies_between(toll, [value for _, value in near]):
        return _on(bare, BETWEEN, near[-1])
    before = [(d, v) for d, v in days if told.day - STALE <= d.date <= told.day]
    if carried:
        return _off(_on(bare, ANOTHER_DAY, carried[0]), toll, before[-1:], days)
    if not before:
        return replace(bare, status=OUTSIDE)
    return _off(_on(bare, DEPARTS, before[-1]), toll, before[-1:], days)


def _other_period(toll: Figure, begins: date) -> bool:
    """Whether a toll is told as of a stretch of time that does not begin where the series does."""
    start = first_day(toll.when) if "/" in (toll.when or "") else None
    return start is not None and abs(start - begins) > START


def _rank(toll: Figure, each: tuple[Day, int], told: date) -> tuple[bool, int]:
    day, value = each
    return outcome(toll, value, day.qualifier) != "exact", abs((day.date - told).days)


def _lies_between(toll: Figure, values: Sequence[int]) -> bool:
    """Whether the toll lies between the values of days about its own: counted at another hour."""
    low, high = _ends(toll)
    return min(values) <= high and low <= max(values)


def _ends(toll: Figure) -> tuple[float, float]:
    low = toll.low if toll.low is not None else float("-inf")
    return low, toll.high if toll.high is not None else float("inf")


def _on(bare: TollCheck, status: str, each: tuple[Day, int]) -> TollCheck:
    return replace(bare, status=status, day=each[0].date, value=each[1])


def _off(
    check: TollCheck, toll: Figure, last: Sequence[tuple[Day, int]], days: Sequence[tuple[Day, int]]
) -> TollCheck:
    """How far the toll is from the last value known by its day, and when the series had so many."""
    if not last:
        return check
    value = last[0][1]
    low, high = _ends(toll)
    by = low - value if value < low else high - value if value > high else 0
    least = low if toll.low is not None else high
    return replace(
        check,
        by=int(by) if by == int(by) else by,
        share=round(by / value, 4) if value else None,
        reached=next((day.date for day, had in days if had >= least), None),
    )


def _with_since(found: Sequence[TollCheck], reports: Mapping[str, Report]) -> Iterator[TollCheck]:
    """Each departing toll with the day since which its voice, a speaker in an outlet, departs."""
    since: dict[tuple[str, ...], date] = {}
    for check in found:
        voice = plain(check.speaker or ""), plain(reports[check.report].outlet or "")
        key = (check.series, check.column, *voice)
        if check.status in (DEPARTS, ANOTHER_DAY) and check.as_of is not None:
            yield replace(check, since=since.setdefault(key, check.as_of))
            continue
        if check.status in (AGREES, BETWEEN):
            since.pop(key, None)
        yield check
