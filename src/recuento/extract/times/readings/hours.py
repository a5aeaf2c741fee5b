"""Times of day: clock times and dayparts, on the day that stands beside them or the reference day.

The EDTF of a time is its day: a report's figures are kept by day, and the hour stays in the TIMEX3 value.
"""

import re

from recuento.extract.times.finder import Found
from recuento.extract.times.numbers import ordinal_of
from recuento.extract.times.period import DAY, of_day, shift
from recuento.extract.times.readings.calendar import (
    month_of,
    near_in,
    number_in,
    read_date,
    weekday_of,
    year_in,
)
from recuento.extract.times.readings.relative import read_offset
from recuento.extract.times.scene import Scene, Value, dated

UNKNOWN_DAY = "XXXX-XX-XX"
CLOCK = re.compile(r"(\d\d?)[:.]?(\d\d)?$")


def day_beside(found: Found, scene: Scene) -> Value | None:
    """The day that a form gives with its time of day; else the day told just before, or the reference day."""
    if month_of(found, scene) or weekday_of(found, scene) or year_in(found, scene):
        return read_date(found, scene)
    if "dayword" in found.slots:
        return read_offset(found, scene)
    near = near_in(found, scene)
    if near is not None:
        moved = shift(of_day(scene.day), near) if scene.day else None
        return dated(moved)
    known = scene.last_of(DAY, found.line.passage, 0) if found.rule.settings.get("from") == "text" else None
    if known is not None:
        return dated(shift(known, int(found.rule.settings.get("days", "0"))))
    return dated(of_day(scene.day)) if scene.day else None


def with_time(day: Value | None, time: str) -> Value:
    """A TIME value on a day; the day is XXXX-XX-XX where it is unknown."""
    if day is None or not re.fullmatch(r"[\dX]{4}-[\dX]{2}-[\dX]{2}", day.timex):
        unknown = day.timex if day and day.timex.startswith("XXXX-WXX-") else UNKNOWN_DAY
        return Value("TIME", f"{unknown}T{time}")
    return Value("TIME", f"{day.timex}T{time}", day.edtf, "hour" if day.edtf else None, day.period)


def read_daypart(found: Found, scene: Scene) -> Value | None:
    """A part of a day: Friday morning, this afternoon, last night, the morning of 3 May."""
    part = scene.lexicon.value("daypart", found.word("daypart")) if "daypart" in found.slots else ""
    value = with_time(day_beside(found, scene), (part or found.rule.settings["daypart"]).removeprefix("T"))
    return value._replace(precision="day" if value.edtf else None)


def read_clock(found: Found, scene: Scene) -> Value | None:
    """A clock time: 11:30 p.m., 6 a.m. Tuesday, 1620, noon, midnight."""
    time = hours_and_minutes(found, scene)
    zone = scene.lexicon.value("zone", found.word("zone")) if "zone" in found.slots else ""
    return with_time(day_beside(found, scene), time + zone) if time else None


def hours_and_minutes(found: Found, scene: Scene) -> str | None:
    """The time as HH:MM on the 24-hour clock; None where it is no time of day."""
    if "noon" in found.slots:
        return scene.lexicon.value("noon", found.word("noon"))
    written = found.word("clock") or found.word("dotted") or found.word("hhmm") or found.word("hour")
    match = CLOCK.match(":".join(written.split(":")[:2]))
    if match is None:
        spoken = ordinal_of(found, "spoken", scene.lexicon) if "spoken" in found.slots else None
        if spoken is None:
            return None
        hour, minute = spoken, int(number_in(found, scene, "minutes"))
    elif "hhmm" in found.slots:
        hour, minute = int(written[:2]), int(written[2:])
    else:
        hour, minute = int(match.group(1)), int(match.group(2) or 0)
    if "half" in found.slots:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + int(scene.lexicon.value("half", found.word("half")))
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None
