"""EDTF strings as days: the first and last day that a date or interval may mean."""

import calendar
import re
from datetime import date
from functools import lru_cache

from recuento.model import TimeMention

DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@lru_cache(4096)
def edtf_days(edtf: str | None) -> tuple[date, date] | None:
    """First and last day of an EDTF date or closed interval, or None where it is open or not plain."""
    if not edtf:
        return None
    first, _, last = edtf.partition("/")
    left, right = _span(first), _span(last or first)
    return (left[0], right[1]) if left and right and left[0] <= right[1] else None


def time_days(time: TimeMention) -> tuple[date, date] | None:
    """First and last day of a resolved time."""
    return edtf_days(time.edtf)


def _span(edtf: str) -> tuple[date, date] | None:
    found = DATE.match(edtf)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if not year:
        return None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None
