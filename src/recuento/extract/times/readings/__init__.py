"""The readings: what a pack's rule can name under `reads`, and the function that resolves it."""

from collections.abc import Callable

from recuento.extract.times.finder import Found
from recuento.extract.times.readings.calendar import (
    read_date,
    read_day_of_month,
    read_holiday,
    read_iso,
    week_of,
)
from recuento.extract.times.readings.hours import read_clock, read_daypart
from recuento.extract.times.readings.lasting import read_duration, read_set
from recuento.extract.times.readings.relative import (
    read_again,
    read_century,
    read_decade,
    read_fixed,
    read_latest,
    read_offset,
    read_part,
    read_period,
    read_season,
    read_shift,
)
from recuento.extract.times.scene import Scene, Value

Reading = Callable[[Found, Scene], Value | None]

READINGS: dict[str, Reading] = {
    "again": read_again,
    "century": read_century,
    "clock": read_clock,
    "date": read_date,
    "day-of-month": read_day_of_month,
    "daypart": read_daypart,
    "decade": read_decade,
    "duration": read_duration,
    "fixed": read_fixed,
    "holiday": read_holiday,
    "iso": read_iso,
    "latest": read_latest,
    "offset": read_offset,
    "part": read_part,
    "period": read_period,
    "season": read_season,
    "set": read_set,
    "shift": read_shift,
    "week": week_of,
}
NOTHING = "nothing"  # a form that is no time, though a part of it would be
PAIR = "pair"  # two days of one month: read as two dates and their interval

__all__ = ["NOTHING", "PAIR", "READINGS", "Reading"]
