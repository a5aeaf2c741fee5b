"""How long and how often: durations and sets."""

from datetime import date
from math import ceil

from recuento.extract.times.finder import Found
from recuento.extract.times.numbers import count_of
from recuento.extract.times.period import (
    DAY,
    MONTH,
    YEAR,
    Period,
    clamped,
    edtf_span,
    of_day,
    shift,
    shift_years,
)
from recuento.extract.times.readings.calendar import month_of, near_in, number_in, weekday_of
from recuento.extract.times.readings.relative import unit_of
from recuento.extract.times.scene import Scene, Value

LETTERS = {"TH": "H", "TM": "M", "TS": "S", "E": "Y", "C": "Y", "WE": "W"}
TIMES = {"E": 10, "C": 100}
HALVES = {
    "Y": (6, "M"),
    "TH": (30, "M"),
    "TM": (30, "S"),
    "E": (5, "Y"),
    "C": (50, "Y"),
    "D": (12, "H"),
    "W": (3, "D"),
}


def span_value(count: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units: P3W, PT2H, P2Y6M, PXY where the count is None."""
    letter, clock = LETTERS.get(unit, unit), "T" if unit.startswith("T") else ""
    if count is None:
        return f"P{clock}X{'E' if unit == 'E' else 'C' if unit == 'C' else letter}"
    whole, rest = int(count), count - int(count)
    if rest == 0.5 and unit in HALVES and unit not in TIMES:
        more, smaller = HALVES[unit]
        between = "T" if unit == "D" else ""
        return (
            f"P{clock}{whole}{letter}{between}{more}{smaller}"
            if whole
            else f"P{clock or between}{more}{smaller}"
        )
    number = count * TIMES.get(unit, 1)
    return f"P{clock}{int(number) if number == int(number) else number}{letter}"


def read_duration(found: Found, scene: Scene) -> Value | None:
    """So many units: three weeks, two-hour, a year and a half, several months; with `near`, up to or from the
    reference date ("in the last three weeks"), and then it has an interval."""
    unit = unit_of(found, scene)
    if "count" in found.slots:
        count = count_of(found, "count", scene.lexicon)
    else:
        setting = found.rule.settings.get("count", "1")
        count = None if setting == "X" else float(setting)
    if count is not None:
        count += float(found.rule.settings.get("more", "0"))
    stretch = None
    near = near_in(found, scene)
    if near is not None:
        stretch = beside_reference(count, unit, near, scene.day)
    written = span_value(count, unit) + added(found, scene)
    return Value("DURATION", written, stretch, "days" if stretch else None)


def added(found: Found, scene: Scene) -> str:
    """The second part of a duration ("two hours and 30 minutes") as it follows the first; empty for none."""
    if "count2" not in found.slots:
        return ""
    slots = {name[:-1]: span for name, span in found.slots.items() if name.endswith("2")}
    second = found._replace(slots=slots)
    return span_value(count_of(second, "count", scene.lexicon), unit_of(second, scene)).lstrip("PT")


def beside_reference(count: float | None, unit: str, near: int, today: date | None) -> str | None:
    """The EDTF interval of so many units that end (or begin) at the reference day; None where that can't be
    told."""
    if count is None or today is None or count != int(count) or near == 0:
        return None
    if unit == "TH":
        count, unit = ceil(count / 24), DAY
    here, steps = of_day(today), int(count) * near
    far: Period | None = None
    if unit in ("D", "W"):
        far = shift(here, steps * (7 if unit == "W" else 1)) if abs(steps) < 50000 else None
    elif unit == MONTH:
        months = shift(Period(MONTH, today.year, today.month), steps) if abs(steps) < 50000 else None
        far = clamped(months, today.day) if months else None
    elif unit in (YEAR, "E", "C"):
        far = shift_years(here, steps * TIMES.get(unit, 1))
    if far is None:
        return None
    return edtf_span(far, here) if near < 0 else edtf_span(here, far)


def read_set(found: Found, scene: Scene) -> Value | None:
    """What recurs: every day, each Thursday, weekly, three times a year."""
    if "often" in found.slots:
        return Value("SET", scene.lexicon.value("often", found.word("often")))
    weekday, month = weekday_of(found, scene) or number_in(found, scene, "weekdays"), month_of(found, scene)
    if weekday:
        part = scene.lexicon.value("daypart", found.word("daypart")) if "daypart" in found.slots else ""
        return Value("SET", f"XXXX-WXX-{weekday}{part}")
    if month:
        return Value("SET", f"XXXX-{month:02}")
    if "season" in found.slots:
        return Value("SET", f"XXXX-{('SP', 'SU', 'FA', 'WI')[number_in(found, scene, 'season') - 1]}")
    unit = unit_of(found, scene)
    count = count_of(found, "count", scene.lexicon) if "count" in found.slots else 1.0
    return Value("SET", span_value(count, unit)) if unit else None
