"""Stretches of the calendar and their arithmetic: the values that time expressions resolve to.

A `Period` is a day, week, weekend, month, season, quarter, half, year, decade or century. Its year may be
unknown: then it can still be written in TIMEX3 with X for what is missing, but has no EDTF.
"""

import calendar
from datetime import date, timedelta
from typing import NamedTuple

DAY, WEEK, WEEKEND, MONTH, SEASON, QUARTER, HALF, YEAR, DECADE, CENTURY = (
    "D", "W", "WE", "M", "S", "Q", "H", "Y", "E", "C",
)  # fmt: skip
SIZE = {
    DAY: 1,
    WEEKEND: 2,
    WEEK: 7,
    MONTH: 30,
    SEASON: 91,
    QUARTER: 91,
    HALF: 182,
    YEAR: 365,
    DECADE: 3652,
    CENTURY: 36524,
}
PRECISION = {DAY: "day", WEEKEND: "days", WEEK: "week", MONTH: "month"}
SEASONS = ("SP", "SU", "FA", "WI")
PER_YEAR = {MONTH: 12, QUARTER: 4, HALF: 2, SEASON: 4}
YEARS_IN = {YEAR: 1, DECADE: 10, CENTURY: 100}
FIRST_YEAR, LAST_YEAR = 1, 9998


class Period(NamedTuple):
    """One stretch of the calendar.

    `year` is the calendar year (the ISO year for weeks, the number of the decade or century for those), None
    if unknown; `part` the month, week, quarter, half or season (1 spring, 4 winter); `day` that of the month.
    """

    unit: str
    year: int | None
    part: int = 0
    day: int = 0


def of_day(day: date) -> Period:
    """The day as a period."""
    return Period(DAY, day.year, day.month, day.day)


def exists(period: Period) -> bool:
    """Whether the calendar has it: no 31 June, no month 13, no year outside 1 to 9998."""
    if period.unit == DAY:
        year = 2000 if period.year is None else period.year
        return (
            FIRST_YEAR <= year <= LAST_YEAR
            and 1 <= period.part <= 12
            and 1 <= period.day <= calendar.monthrange(year, period.part)[1]
        )
    if period.year is None:
        return True
    return (
        FIRST_YEAR <= period.year * YEARS_IN.get(period.unit, 1) <= LAST_YEAR - YEARS_IN.get(period.unit, 1)
    )


def first_day(period: Period) -> date | None:
    """The first day of it; None where the year is unknown. A season is counted as the north's, from its first
    month."""
    if period.year is None or not exists(period):
        return None
    unit, year, part = period.unit, period.year, period.part
    if unit == DAY:
        return date(year, part, period.day)
    if unit in (WEEK, WEEKEND):
        return date.fromisocalendar(year, part, 1 if unit == WEEK else 6)
    if unit == SEASON:
        return date(year, 3 * part, 1)
    if unit in PER_YEAR:
        return date(year, 1 + (part - 1) * (12 // PER_YEAR[unit]), 1)
    return date(max(1, year * YEARS_IN[unit]), 1, 1)


def last_day(period: Period) -> date | None:
    """The last day of it, counted as in `first_day`."""
    first = first_day(period)
    if first is None or period.unit == DAY:
        return first
    if period.unit == WEEK:
        return first + timedelta(days=6)
    if period.unit == WEEKEND:
        return first + timedelta(days=1)
    months = 3 if period.unit == SEASON else 12 // PER_YEAR.get(period.unit, 1) * YEARS_IN.get(period.unit, 1)
    after = first.year * 12 + first.month - 1 + months
    return date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


def holding(day: date, unit: str) -> Period:
    """The period of that unit in which the day lies."""
    if unit == DAY:
        return of_day(day)
    if unit in (WEEK, WEEKEND):
        iso = day.isocalendar()
        return Period(unit, iso.year, iso.week)
    if unit == SEASON:
        return Period(SEASON, day.year - (day.month < 3), (day.month - 3) % 12 // 3 + 1)
    if unit in PER_YEAR:
        return Period(unit, day.year, (day.month - 1) * PER_YEAR[unit] // 12 + 1)
    return Period(unit, day.year // YEARS_IN[unit])


def widen(period: Period, unit: str) -> Period | None:
    """The period of a larger unit that holds this one; None if the year is unknown or the unit is smaller."""
    first = first_day(period)
    if first is None or SIZE[unit] < SIZE[period.unit]:
        return None
    return holding(first, unit)


def shift(period: Period, steps: int) -> Period | None:
    """The period `steps` of its own unit later (earlier where negative); None where that can't be told."""
    first = first_day(period)
    if first is None:
        return None
    if period.unit in (DAY, WEEK, WEEKEND):
        days = steps * (1 if period.unit == DAY else 7)
        if not FIRST_YEAR <= first.year + days // 365 < LAST_YEAR:
            return None
        return holding(first + timedelta(days=days), period.unit)
    if period.unit in PER_YEAR:
        per = PER_YEAR[period.unit]
        count = first_year(period) * per + period.part - 1 + steps
        moved = Period(period.unit, count // per, count % per + 1)
    else:
        moved = period._replace(year=first_year(period) + steps)
    return moved if exists(moved) else None


def clamped(month: Period, day: int) -> Period:
    """That day of the month, or its last day where the month is shorter."""
    following = shift(month, 1)
    last = 28
    if following is not None and following.year is not None:
        last = (date(following.year, following.part, 1) - timedelta(days=1)).day
    return Period(DAY, month.year, month.part, min(day, last))


def shift_years(period: Period, years: int) -> Period | None:
    """The same period so many years later: the same quarter, month or day of another year."""
    if period.year is None or period.unit in (DECADE, CENTURY):
        return None
    moved = period._replace(year=period.year + years)
    if period.unit == DAY and not exists(moved):
        moved = moved._replace(day=28)  # 29 February a year on
    return moved if exists(moved) else None


def first_year(period: Period) -> int:
    """The year as a number; 0 where unknown (callers have looked before)."""
    return period.year or 0


def timex(period: Period) -> str:
    """The TIMEX3 value: 2013-07-11, 2013-W11, 1998-Q2, 1998-SU, 199 for the decade, 19 for the century."""
    unit, part = period.unit, period.part
    if unit == CENTURY:
        return "XX" if period.year is None else f"{period.year:02}"
    if unit == DECADE:
        return "XXX" if period.year is None else f"{period.year:03}"
    year = "XXXX" if period.year is None else f"{period.year:04}"
    if unit == DAY:
        return f"{year}-{part:02}-{period.day:02}" if period.day else f"{year}-XX-XX"
    if unit == WEEK:
        return f"{year}-W{part:02}" if part else f"{year}-WXX"
    if unit == WEEKEND:
        return f"{year}-W{part:02}-WE" if part else f"{year}-WXX-WE"
    if unit == MONTH:
        return f"{year}-{part:02}" if part else f"{year}-XX"
    if unit == SEASON:
        return f"{year}-{SEASONS[part - 1]}"
    if unit in (QUARTER, HALF):
        return f"{year}-{unit}{part or 'X'}"
    return year


def edtf(period: Period) -> str | None:
    """The EDTF string; weeks, weekends, quarters and halves as an interval of days or months. None if
    unresolved.

    A season keeps EDTF's own form (1998-22), since the months it covers depend on the hemisphere.
    """
    first, last = first_day(period), last_day(period)
    if first is None or last is None:
        return None
    if period.unit == SEASON:
        return f"{period.year:04}-{20 + period.part}"
    if period.unit in (WEEK, WEEKEND):
        return f"{first.isoformat()}/{last.isoformat()}"
    if period.unit in (QUARTER, HALF):
        return f"{first.isoformat()[:7]}/{last.isoformat()[:7]}"
    if period.unit in (DECADE, CENTURY):
        return timex(period).ljust(4, "X")
    return timex(period)


def precision(period: Period) -> str:
    """The vocabulary's code for how exact it is; what is longer than a month counts as a year."""
    return PRECISION.get(period.unit, "year")


def edtf_span(one: Period, other: Period) -> str | None:
    """The EDTF interval from the earlier to the later of two; None where one is unresolved or they don't
    follow."""
    first, last = edtf(one), edtf(other)
    if first is None or last is None:
        return None
    start, end = first.split("/")[0], last.split("/")[-1]
    begins, ends = first_day(one), last_day(other)
    if begins is None or ends is None or begins > ends:
        return None
    return f"{start}/{end}" if "X" not in start + end else None
