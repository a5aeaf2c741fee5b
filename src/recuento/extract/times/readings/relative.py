"""What is told from here or from there: last week, this year, three days ago, a day earlier, that month."""

from datetime import date

from recuento.extract.times.finder import Found
from recuento.extract.times.numbers import count_of, ordinal_of, year_of
from recuento.extract.times.period import (
    CENTURY,
    DAY,
    DECADE,
    HALF,
    MONTH,
    QUARTER,
    SEASON,
    WEEK,
    WEEKEND,
    YEAR,
    YEARS_IN,
    Period,
    clamped,
    of_day,
    shift,
    shift_years,
    widen,
)  # fmt: skip
from recuento.extract.times.readings.calendar import near_in, number_in
from recuento.extract.times.scene import Scene, Value, dated

DECADE_SLOTS = ("decade", "shortdecade", "decadeword", "fullyear", "shortyear")
CLOCK_UNITS = frozenset({"TH", "TM", "TS"})
UNRESOLVED = {
    DAY: "XXXX-XX-XX", WEEK: "XXXX-WXX", WEEKEND: "XXXX-WXX-WE", MONTH: "XXXX-XX", QUARTER: "XXXX-QX", HALF:
    "XXXX-HX",
    YEAR: "XXXX", DECADE: "XXX", CENTURY: "XX", SEASON: "XXXX",
}  # fmt: skip


def unit_of(found: Found, scene: Scene) -> str:
    """The unit a form names, or its setting `unit`."""
    for slot in ("unit", "units", "dateunit", "yearunit"):
        if slot in found.slots:
            return scene.lexicon.value(slot, found.word(slot))
    return found.rule.settings.get("unit", "")


def near_of(found: Found, scene: Scene) -> int:
    """How many units on: the setting `near`, or the form's own word."""
    return near_in(found, scene) or 0


def widened(period: Period | None, unit: str) -> Period | None:
    """As `widen`, of a period that may be missing."""
    return widen(period, unit) if period else None


def stepped(period: Period | None, steps: int) -> Period | None:
    """As `shift`, of a period that may be missing."""
    return shift(period, steps) if period else None


def read_period(found: Found, scene: Scene) -> Value | None:
    """A unit counted from the reference date: last week, this year, next month, the coming decade."""
    unit = unit_of(found, scene)
    if unit in CLOCK_UNITS or not unit:
        return None
    if unit == WEEKEND:
        return read_weekend(found, scene)
    return dated(stepped(widened(scene.reference, unit), near_of(found, scene))) or Value(
        "DATE", UNRESOLVED[unit]
    )


def read_weekend(found: Found, scene: Scene) -> Value | None:
    """The weekend: the latest that has begun, or the next one where the words or the clause look ahead."""
    today = scene.day
    if today is None:
        return Value("DATE", UNRESOLVED[WEEKEND])
    here = widened(scene.reference, WEEKEND)
    told = near_in(found, scene)
    near = told or 0
    ahead = near > 0 or (told is None and scene.lean(found) > 0)
    return dated(here if ahead or (today.isoweekday() >= 6 and near >= 0) else stepped(here, -1))


def read_season(found: Found, scene: Scene) -> Value | None:
    """A season, of the year named or counted from the reference date."""
    season = number_in(found, scene, "season")
    year = year_of(found, "year", scene.lexicon)
    if year is not None:
        return dated(Period(SEASON, year, season))
    here = widened(scene.reference, SEASON)
    if here is None or here.year is None or scene.day is None:
        return Value("DATE", f"XXXX-{('SP', 'SU', 'FA', 'WI')[season - 1]}")
    near = near_in(found, scene)
    lean = scene.lean(found) if near is None else near
    this = Period(SEASON, here.year, season)
    if lean > 0:
        return dated(this if this.part > here.part else this._replace(year=here.year + 1))
    begun = this.part < here.part or (this.part == here.part and near != -1)
    return dated(this if begun or near == 0 else this._replace(year=here.year - 1))


def read_shift(found: Found, scene: Scene) -> Value | None:
    """So many units before or after the reference date (ago), or what was mentioned last (setting `from:
    text`)."""
    unit, way = (
        unit_of(found, scene),
        number_in(found, scene, "way") or int(found.rule.settings.get("way", "-1")),
    )
    count = (
        count_of(found, "count", scene.lexicon)
        if "count" in found.slots
        else float(found.rule.settings.get("count", "nan"))
    )
    if unit in CLOCK_UNITS:
        return Value("TIME", "PAST_REF" if way < 0 else "FUTURE_REF")
    if count is None or count != count:
        return Value("DATE", "PAST_REF" if way < 0 else "FUTURE_REF")
    years = {YEAR: 1, DECADE: 10, CENTURY: 100}.get(unit)
    if years and not found.rule.settings.get("exact"):
        return years_on(found, scene, int(way * count * years))
    base = scene.reference
    if found.rule.settings.get("from") == "text":
        base = scene.last_within(unit) or base
    if found.rule.settings.get("exact") and scene.day is not None and count == int(count):
        return dated(to_the_day(scene.day, unit, int(way * count)))
    if unit == MONTH and count != int(count):
        count = int(count)
    return dated(stepped(widened(base, unit), int(way * count))) or Value("DATE", UNRESOLVED[unit])


def to_the_day(today: date, unit: str, steps: int) -> Period | None:
    """The very day so many units before or after a day ("a month ago today")."""
    if unit in (DAY, WEEK):
        return shift(of_day(today), steps * (7 if unit == WEEK else 1))
    if unit == MONTH:
        month = shift(Period(MONTH, today.year, today.month), steps)
        return clamped(month, today.day) if month else None
    return shift_years(of_day(today), steps * YEARS_IN.get(unit, 1))


def years_on(found: Found, scene: Scene, years: int) -> Value | None:
    """A year or more away. Beside a quarter it means the same quarter of that year, as accounts of firms have
    it."""
    if scene.topic is not None and abs(years) == 1:
        return dated(shift_years(scene.topic, years))
    base = scene.reference
    if found.rule.settings.get("from") == "text":
        base = scene.last_of(YEAR + MONTH, found.line.passage, 0) or base
    return dated(stepped(widened(base, YEAR), years)) or Value("DATE", UNRESOLVED[YEAR])


def read_again(found: Found, scene: Scene) -> Value | None:
    """A unit counted from what was mentioned last: that year, the same day, the previous month, next day."""
    unit = unit_of(found, scene)
    if unit in CLOCK_UNITS or unit == WEEKEND:
        return None
    near = (
        number_in(found, scene, "nextto")
        if "nextto" in found.slots
        else int(found.rule.settings.get("near", "0"))
    )
    base = widened(scene.last_within(unit) or scene.reference, unit)
    return dated(stepped(base, near)) or Value("DATE", UNRESOLVED[unit])


def read_part(found: Found, scene: Scene) -> Value | None:
    """A quarter or half of a year: by rank, in the year named, counted from the reference date, or the latest
    begun."""
    unit, rank = (
        unit_of(found, scene),
        (ordinal_of(found, "rank", scene.lexicon) or number_in(found, scene, "halfrank")),
    )
    year = year_of(found, "year", scene.lexicon)
    here = widened(scene.reference, unit)
    if year is None and here is not None and here.year is not None:
        near = near_in(found, scene)
        year = here.year + near if near is not None else here.year - (rank > here.part)
    return dated(Period(unit, year, rank)) if 1 <= rank <= (4 if unit == QUARTER else 2) else None


def read_latest(found: Found, scene: Scene) -> Value | None:
    """A quarter that has no number ("the latest quarter"): the one mentioned last, else the last that is
    over."""
    years = int(found.rule.settings.get("years", "0"))
    known = scene.topic or stepped(widened(scene.reference, QUARTER), -1)
    year = year_of(found, "year", scene.lexicon)
    if known is not None and year is not None:
        return dated(known._replace(year=year))
    return dated(shift_years(known, years) if known else None) or Value("DATE", UNRESOLVED[QUARTER])


def read_offset(found: Found, scene: Scene) -> Value | None:
    """A word for a day near the reference date: yesterday, today, tomorrow."""
    steps = (
        number_in(found, scene, "dayword")
        if "dayword" in found.slots
        else int(found.rule.settings.get("near", "0"))
    )
    return dated(stepped(widened(scene.reference, DAY), steps)) or Value("DATE", UNRESOLVED[DAY])


def read_decade(found: Found, scene: Scene) -> Value | None:
    """A decade: the 1990s, the '80s, the nineties."""
    slot = next(one for one in DECADE_SLOTS if one in found.slots)
    word = found.word(slot)
    digits = "".join(filter(str.isdigit, word)) or scene.lexicon.value("decadeword", word)
    number = int(digits)
    return dated(
        Period(DECADE, number // 10 if number > 99 else (190 if number >= 30 else 200) + number // 10)
    )


def read_century(found: Found, scene: Scene) -> Value | None:
    """A century: the 20th century is the years 19XX."""
    rank = ordinal_of(found, "rank", scene.lexicon) or 0
    return dated(Period(CENTURY, rank - 1)) if 1 < rank < 40 else None


def read_fixed(found: Found, scene: Scene) -> Value | None:
    """A word that names no date but a side: now, recently, soon; its value stands in the pack."""
    value = found.rule.settings.get("value") or scene.lexicon.value("fixed", found.word("fixed"))
    return Value(found.rule.settings.get("type", "DATE"), value)
