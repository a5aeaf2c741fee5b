"""Interval arithmetic over EDTF strings (ISO 8601-2): what days a date as written may mean."""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

PART = re.compile(r"(?P<year>\d[\dX]{3})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?(?:T.*)?")
UNSURE = re.compile(r"[?~%]")
LATEST_YEAR = 9999

# ISO 8601-2 codes that stand in the month's place, as first and last month (13 and 14 are of the next year).
# The seasons 21-24 name no hemisphere, so they may be any part of the year.
SEASONS = {
    **dict.fromkeys((21, 22, 23, 24), (1, 12)),
    **dict.fromkeys((25, 31), (3, 5)),
    **dict.fromkeys((26, 32), (6, 8)),
    **dict.fromkeys((27, 29), (9, 11)),
    **dict.fromkeys((28, 30), (12, 14)),
    **{33 + n: (3 * n + 1, 3 * n + 3) for n in range(4)},
    **{37 + n: (4 * n + 1, 4 * n + 4) for n in range(3)},
    **{40 + n: (6 * n + 1, 6 * n + 6) for n in range(2)},
}


class Interval(NamedTuple):
    """The first and the last day that a date may mean, both included; None at an end is open or unknown."""

    first: date | None
    last: date | None

    @property
    def days(self) -> int | None:
        """How many days it spans; None where an end is open."""
        return (self.last - self.first).days + 1 if self.first and self.last else None


@lru_cache(65_536)  # a ledger tells the same days over and over
def read_interval(edtf: str | None) -> Interval | None:
    """The days that an EDTF string may mean, or None where there is no date or it can't be read.

    Read are dates, months, years, unspecified digits (`2021-06-XX`), seasons and quarters, times (their day),
    uncertainty marks (set aside: they widen nothing that could be told), intervals with open or unknown ends,
    and sets (from their earliest to their latest).
    """
    if not edtf or not edtf.strip():
        return None
    text = UNSURE.sub("", edtf.strip())
    if text[0] in "[{" and text[-1] in "]}":
        return _of_set(text[1:-1])
    if "/" in text:
        return _between(*text.split("/", 1))
    return _of_part(text)


def _of_set(inside: str) -> Interval | None:
    members = [
        _between(*item.split("..", 1)) if ".." in item else _of_part(item) for item in inside.split(",")
    ]
    read = [member for member in members if member is not None]
    if not read or len(read) != len(members):
        return None
    whole = read[0]
    for member in read[1:]:
        whole = hull(whole, member)
    return whole


def _between(left: str, right: str) -> Interval | None:
    left, right = left.strip(), right.strip()
    open_left, open_right = left in ("", ".."), right in ("", "..")
    begin, end = _of_part(left), _of_part(right)
    if (begin is None and not open_left) or (end is None and not open_right) or (open_left and open_right):
        return None
    first, last = begin.first if begin else None, end.last if end else None
    return None if first and last and first > last else Interval(first, last)


def _of_part(text: str) -> Interval | None:
    found = PART.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = found["year"], found["month"], found["day"]
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month and month.isdigit() and int(month) in SEASONS and day is None:
        return _of_months(first_year, last_year, *SEASONS[int(month)])
    first = next(_days_fitting(first_year, month, day, backwards=False), None)
    last = next(_days_fitting(last_year, month, day, backwards=True), None)
    return Interval(first, last) if first and last else None


def _of_months(first_year: int, last_year: int, first: int, last: int) -> Interval | None:
    year, month = last_year + (last - 1) // 12, (last - 1) % 12 + 1
    if first_year < 1 or year > LATEST_YEAR:
        return None
    return Interval(date(first_year, first, 1), date(year, month, calendar.monthrange(year, month)[1]))


def _days_fitting(year: int, month: str | None, day: str | None, *, backwards: bool) -> Iterator[date]:
    """The days of a year whose month and day fit the patterns, where X stands for any digit."""
    step = -1 if backwards else 1
    months = [m for m in range(1, 13) if _fits(m, month)] if year >= 1 else []
    for m in months[::step]:
        for d in range(1, calendar.monthrange(year, m)[1] + 1)[::step]:
            if _fits(d, day):
                yield date(year, m, d)


def _fits(number: int, pattern: str | None) -> bool:
    return pattern is None or all(p in ("X", digit) for digit, p in zip(f"{number:02}", pattern, strict=True))


def overlap(left: Interval, right: Interval) -> bool:
    """Whether the two may mean the same day."""
    return not before(left, right) and not before(right, left)


def before(left: Interval, right: Interval) -> bool:
    """Whether every day of the left comes before every day of the right."""
    return left.last is not None and right.first is not None and left.last < right.first


def within(inner: Interval, outer: Interval) -> bool:
    """Whether every day of the inner is a day of the outer."""
    starts = outer.first is None or (inner.first is not None and inner.first >= outer.first)
    ends = outer.last is None or (inner.last is not None and inner.last <= outer.last)
    return starts and ends


def hull(left: Interval, right: Interval) -> Interval:
    """The shortest interval that holds both; an end that is open in one is open in the hull."""
    first = min(left.first, right.first) if left.first and right.first else None
    last = max(left.last, right.last) if left.last and right.last else None
    return Interval(first, last)
