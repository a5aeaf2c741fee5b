"""Dates: days, months, weekdays and years, complete or to be completed by the reference date."""

from datetime import date, timedelta

from recuento.extract.times.finder import Found
from recuento.extract.times.numbers import ordinal_of, year_of
from recuento.extract.times.period import (
    DAY,
    MONTH,
    WEEK,
    YEAR,
    Period,
    exists,
    first_day,
    last_day,
    of_day,
    shift,
)
from recuento.extract.times.scene import Scene, Value, dated

YEAR_SLOTS = ("year", "fullyear", "modern", "spokenyear", "shortyear")
NEAR_SLOTS = ("near", "behind")
DAY_SLOTS = ("nth", "day", "daynumber")
NO_CUE_AHEAD = 60  # days that a month or day without a cue may lie ahead; else it lies behind


def number_in(found: Found, scene: Scene, name: str) -> int:
    """The pack's number for the word in slot `name` (month, weekday, near, season...); 0 where the slot is
    absent."""
    word = found.word(name)
    return int(scene.lexicon.value(name, word)) if word else 0


def month_of(found: Found, scene: Scene) -> int:
    """The month a form names, in whichever of the month slots."""
    word = next(
        (found.word(slot) for slot in ("month", "clearmonth", "namedmonth") if slot in found.slots), ""
    )
    return int(scene.lexicon.value("month", word)) if word else 0


def weekday_of(found: Found, scene: Scene) -> int:
    """The weekday a form names (Monday is 1); 0 for none."""
    word = next(
        (found.word(slot) for slot in ("weekday", "clearweekday", "namedweekday") if slot in found.slots), ""
    )
    return int(scene.lexicon.value("weekday", word)) if word else 0


def year_in(found: Found, scene: Scene) -> int | None:
    """The year a form names, or the one it points to ("last year", with setting `of: year`)."""
    slot = next((one for one in YEAR_SLOTS if one in found.slots), "year")
    year = year_of(found, slot, scene.lexicon)
    if year is None and found.rule.settings.get("of") == "year" and scene.reference and scene.reference.year:
        return scene.reference.year + (near_in(found, scene) or 0)
    return year


def near_in(found: Found, scene: Scene) -> int | None:
    """Last, this or next, as the form or the rule's setting `near` says it; None where neither does. The word
    stands before its noun (`near`) or after it (`behind`).
    """
    if "near" in found.rule.settings:
        return int(found.rule.settings["near"])
    slot = next((one for one in NEAR_SLOTS if one in found.slots), None)
    return number_in(found, scene, slot) if slot else None


def read_date(found: Found, scene: Scene) -> Value | None:
    """A date of whatever parts the form has: year, month, day, weekday, and `near` (last, this, next)."""
    day = ordinal_of(found, "day", scene.lexicon) or 0
    month, year, weekday = month_of(found, scene), year_in(found, scene), weekday_of(found, scene)
    if year is not None:
        return dated(Period(DAY if day else MONTH if month else YEAR, year, month, day))
    near = near_in(found, scene)
    if month:
        period = Period(DAY if day else MONTH, None, month, day)
        return dated(recurring(period, scene, near, scene.lean(found), weekday=weekday))
    if weekday:
        nearest = found.rule.settings.get("without_cue") == "nearest"
        return read_weekday(weekday, scene, near, scene.lean(found), nearest=nearest)
    return None


def recurring(
    period: Period, scene: Scene, near: int | None, lean: int, *, weekday: int = 0
) -> Period | None:
    """A day or month without a year, in the year that fits best; the year stays unknown without a reference.

    `near` -1, 0, 1 is last, this, next. Else the clause decides; without a cue nearness, preferring the past.
    A `weekday` beside a day (1 to 7) decides between the last and the next one where it fits one only.
    """
    if not exists(period):
        return None
    today = scene.middle
    if today is None or scene.reference is None:
        return period
    if near == 0 or scene.reference.unit == YEAR:
        moved = period._replace(year=today.year + (near or 0))
        return moved if exists(moved) else None
    options = [
        one for year in range(today.year - 4, today.year + 5) if exists(one := period._replace(year=year))
    ]
    past = [one for one in options if _behind(one, today, strictly=near == -1)]
    ahead = [one for one in options if _ahead(one, today, strictly=near == 1)]
    if near is not None:
        return past[-1] if near < 0 else ahead[0]
    nearest = (past[-1], ahead[0])
    fitting = [one for one in nearest if (first := first_day(one)) and first.isoweekday() == weekday]
    return fitting[0] if fitting else choose(*nearest, today, lean)


def choose(past: Period, ahead: Period, today: date, lean: int) -> Period:
    """Of the last and the next one, the one that the clause and nearness favour."""
    last, first = last_day(past), first_day(ahead)
    if last is None or first is None or past == ahead:
        return past
    behind, before = max(0, (today - last).days), (first - today).days
    if lean > 0:
        return ahead if before < 2.5 * behind + 30 else past
    if lean < 0:
        return past if behind < 6 * before else ahead
    if past.unit == MONTH:
        return past if behind <= 2 * before or before > NO_CUE_AHEAD else ahead
    return past if behind <= before else ahead


def _behind(period: Period, today: date, *, strictly: bool) -> bool:
    last, first = last_day(period), first_day(period)
    return last is not None and first is not None and (last < today if strictly else first <= today)


def _ahead(period: Period, today: date, *, strictly: bool) -> bool:
    last, first = last_day(period), first_day(period)
    return last is not None and first is not None and (first > today if strictly else last >= today)


def read_weekday(
    weekday: int, scene: Scene, near: int | None, lean: int, *, nearest: bool = False
) -> Value | None:
    """A weekday: of the week past, the published day itself included, or of the week to come where the clause
    says, or where no cue does and it is `nearest`."""
    today = scene.day
    if today is None:
        return Value("DATE", f"XXXX-WXX-{weekday}")
    back = (today.isoweekday() - weekday) % 7
    if near is None:
        ahead = lean > 0 or (lean == 0 and nearest and back > 3)
        steps = 7 - back if ahead and back else -back
    elif near < 0:
        steps = -(back or 7)
    elif near > 0:
        steps = 7 - back
    else:
        steps = weekday - today.isoweekday()
    return dated(of_day(today + timedelta(days=steps)))


def read_iso(found: Found, scene: Scene) -> Value | None:
    """A date in figures: 2023-07-11, 25/7/2023; only the year where the order of day and month is unsure."""
    written = found.word("iso") or found.word("slashed")
    numbers = [int(part) for part in written.replace("/", "-").split("-")]
    if len(numbers) != 3:
        return None
    if "iso" in found.slots:
        period = Period(DAY, *numbers)
        return dated(period) if exists(period) else None
    one, other, year = numbers
    if len(written.split("/")[2]) == 2:
        year += 2000 if year < 50 else 1900
    order = scene.lexicon.words.day_order
    ways = {"first": Period(DAY, year, other, one), "second": Period(DAY, year, one, other)}
    possible = {way: period for way, period in ways.items() if exists(period)}
    if year < 1000 or not possible:
        return None
    if order in possible:
        return dated(possible[order])
    return dated(next(iter(possible.values())) if len(set(possible.values())) == 1 else Period(YEAR, year))


def read_day_of_month(found: Found, scene: Scene) -> Value | None:
    """A day with no month ("the 25th"): of the month mentioned last, else nearest to the reference date."""
    slot = next((one for one in DAY_SLOTS if one in found.slots), "nth")
    day = ordinal_of(found, slot, scene.lexicon) or 0
    known = scene.last_within(MONTH)
    if known is not None and known.part and known.unit in (DAY, MONTH):
        return dated(Period(DAY, known.year, known.part, day))
    today = scene.day
    if today is None:
        return None
    here = Period(MONTH, today.year, today.month)
    options = [month._replace(unit=DAY, day=day) for step in (-1, 0, 1) if (month := shift(here, step))]
    return dated(
        min((one for one in options if exists(one)), key=lambda one: _distance(one, today), default=None)
    )


def _distance(period: Period, today: date) -> int:
    first = first_day(period)
    return abs((first - today).days) if first else 0


def read_holiday(found: Found, scene: Scene) -> Value | None:
    """A feast on a fixed day ("12-25") or the nth weekday of a month ("11-4-4" is the fourth Thursday of
    November)."""
    day = found.rule.settings.get("value") or scene.lexicon.value("holiday", found.word("holiday"))
    month, *rest = (int(part) for part in day.split("-"))
    near = near_in(found, scene)
    year = year_in(found, scene)
    if year is None:
        around = recurring(Period(MONTH, None, month), scene, near, scene.lean(found))
        year = around.year if around else None
    if year is None:
        return Value("DATE", f"XXXX-{month:02}-{rest[0]:02}" if len(rest) == 1 else "XXXX-XX-XX")
    if len(rest) == 1:
        return dated(Period(DAY, year, month, rest[0]))
    first = date(year, month, 1)
    days = (rest[1] - first.isoweekday()) % 7 + 7 * (rest[0] - 1)
    return dated(of_day(first + timedelta(days=days)))


def week_of(found: Found, scene: Scene) -> Value | None:
    """The week in which a date lies ("the week of March 6")."""
    inner = read_date(found, scene)
    first = first_day(inner.period) if inner and inner.period else None
    if first is None:
        return Value("DATE", "XXXX-WXX")
    iso = first.isocalendar()
    return dated(Period(WEEK, iso.year, iso.week))
