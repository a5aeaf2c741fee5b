"""The first and last day that an EDTF date can mean, as numbers that every store compares alike."""

import re
from calendar import monthrange

FIRST, LAST = 1_01_01, 9999_12_31  # what an open end of an interval counts as
DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX|\dXXX|XXXX)(?:-(\d\d|\dX|XX)(?:-(\d\d|\dX|XX))?)?(?:T.*)?")
SEASONS = {
    21: (3, 5),
    22: (6, 8),
    23: (9, 11),
    24: (12, 12),
    **{33 + n: (3 * n + 1, 3 * n + 3) for n in range(4)},
}

Days = tuple[int, int]


def day_bounds(edtf: str | None) -> Days | None:
    """First and last day of an EDTF date, interval or set as yyyymmdd; None where the date says nothing.

    An open or unknown end of an interval reaches to the first or last day there is; an unspecified digit
    (`2023-XX`) covers all it can be. Uncertain and approximate marks are passed over: they widen a date by no
    stated amount. The forms are those of ISO 8601-2 (EDTF) levels 0 to 2 that name years 0001 to 9999.
    """
    if not edtf:
        return None
    if "/" in edtf:
        start, _, end = edtf.partition("/")
        first, last = _end(start, (FIRST, FIRST)), _end(end, (LAST, LAST))
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
    if edtf[0] in "[{":
        members = [_end(part, None) for part in re.split(r",|\.\.", edtf.strip("[]{} "))]
        known = [bounds for bounds in members if bounds]
        return (min(known)[0], max(last for _, last in known)) if known else None
    return _end(edtf, None)


def _end(part: str, missing: Days | None) -> Days | None:
    words = re.sub(r"[?~%\s]", "", part)
    if words in ("", ".."):
        return missing
    match = DATE.fullmatch(words)
    return _spread(*match.groups()) if match and match[1] != "XXXX" else None


def _spread(year: str, month: str | None, day: str | None) -> Days | None:
    years = (max(1, int(year.replace("X", "0"))), int(year.replace("X", "9")))
    months = _range(month, 1, 12)
    if month and month.isdigit() and int(month) in SEASONS:
        months = SEASONS[int(month)]
    if months is None or not 1 <= months[0] <= months[1] <= 12:
        return None
    longest = monthrange(years[1], months[1])[1]
    days = _range(day, 1, longest)
    if days is None or not 1 <= days[0] <= days[1] <= longest:
        return None
    return (years[0] * 10000 + months[0] * 100 + days[0], years[1] * 10000 + months[1] * 100 + days[1])


def _range(digits: str | None, least: int, most: int) -> tuple[int, int] | None:
    if digits is None:
        return least, most
    low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    return (low, high) if "X" not in digits else (max(low, least), min(high, most))
