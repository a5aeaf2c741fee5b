"""Dates as datelines and posting lines write them.

Dates inside the running text are the extraction's, not these.
"""

import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from recuento.read.bylines import Bylines, either

# Two-digit years: archives of 1989 write 89, pages of 2014 write 14.
CENTURY_TURN = 70


class DateFound(NamedTuple):
    """A date: its span, and its parts; year None where the words give none."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None

    def edtf(self, year: int | None = None) -> str | None:
        """The date as EDTF, `year` standing in for one that is not written; None where no year is known."""
        known = self.year or year
        if known is None:
            return None
        if self.day is None:
            return f"{known:04}-{self.month:02}"
        # 29 February of a year without one is no date.
        return f"{known:04}-{self.month:02}-{self.day:02}" if is_day(known, self.month, self.day) else None


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has such a day."""
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


@cache
def date_pattern(
    months: tuple[str, ...], ordinals: tuple[str, ...], links: tuple[str, ...]
) -> re.Pattern[str]:
    """The pattern of a date with these names of months; a comma, a full stop or a link may part its parts."""
    month = rf"(?P<{{}}m>{either(months)})(?![^\W_])\.?"
    nth = rf"(?:{either(ordinals)}(?![^\W_]))?\.?" if ordinals else r"\.?"
    link = rf"(?:\s+{either(links)}(?![^\W_]))?" if links else ""
    short_year = r"['’]?(?P<dy2>\d\d)(?=\s*(?:\(|\[|--|[-–—.,;)\]]\s|[–—]|\n|\.?$))"
    forms = (
        r"(?P<iy>\d{4})(?P<is>[-/])(?P<im>\d\d)(?P=is)(?P<id>\d\d)(?!\d)",
        rf"(?P<dd>\d{{1,2}}){nth}{link}[\s-]{month.format('d')}{link}(?:,?[\s-](?:(?P<dy>\d{{4}})(?!\d)|{short_year}))?",
        rf"{month.format('m')}\s?(?P<md>\d{{1,2}})(?!\d){nth}(?:,?\s+(?P<my>\d{{4}})(?![\d:]))?(?![\d:]|\.\d)",
        rf"{month.format('o')}{link},?\s(?P<oy>\d{{4}})(?!\d)",
        r"(?P<n1>\d{1,2})(?P<ns>[/.])(?P<n2>\d{1,2})(?P=ns)(?P<ny>\d{4})(?!\d)",
    )
    return re.compile(rf"(?<![^\W_])(?<![./-])(?:{'|'.join(forms)})", re.I)


def dates(text: str, words: Bylines, start: int = 0, end: int | None = None) -> Iterator[DateFound]:
    """The dates in a part of the text, in order; what only looks like one (31 June) is passed over."""
    pattern = date_pattern(tuple(words.months), words.ordinals, words.date_links)
    for match in pattern.finditer(text, start, len(text) if end is None else end):
        found = _read(match, words)
        if found:
            yield found


def _read(match: re.Match[str], words: Bylines) -> DateFound | None:
    part = {name: value for name, value in match.groupdict().items() if value is not None}
    year = next((int(part[name]) for name in ("iy", "dy", "my", "oy", "ny") if name in part), None)
    if "dy2" in part:
        short = int(part["dy2"])
        year = short + (1900 if short >= CENTURY_TURN else 2000)
    order = _month_and_day(part, words)
    if order is None:
        return None
    month, day = order
    if not is_day(2000 if year is None else year, month, day or 1):
        return None
    return DateFound(match.start(), _end(match), year, month, day)


def _month_and_day(part: dict[str, str], words: Bylines) -> tuple[int, int | None] | None:
    if "n1" in part:
        return _numeric(int(part["n1"]), int(part["n2"]), words.numeric_order)
    name = next((part[key] for key in ("dm", "mm", "om") if key in part), None)
    day = next((part[key] for key in ("id", "dd", "md") if key in part), None)
    return words.months[name.lower()] if name else int(part["im"]), int(day) if day else None


def _end(match: re.Match[str]) -> int:
    # An abbreviated month's stop is part of the date only where more of the date follows it.
    words = match.group()
    return match.end() - (len(words) - len(words.rstrip(".")))


def _numeric(first: int, second: int, order: str) -> tuple[int, int] | None:
    """Month and day of two numbers, or None where they can be read both ways."""
    if first == second or (first <= 12 < second):
        return first, second
    if second <= 12 < first:
        return second, first
    if order == "month_first":
        return first, second
    return (second, first) if order == "day_first" else None
