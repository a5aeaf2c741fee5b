"""What a reading knows besides its own words: the reference date, what was mentioned before, and which way
time leans."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from recuento.extract.times.finder import Found, Line
from recuento.extract.times.lexicon import DateWords, Lexicon
from recuento.extract.times.period import (
    DAY,
    MONTH,
    QUARTER,
    SIZE,
    YEAR,
    Period,
    edtf,
    exists,
    first_day,
    precision,
    timex,
)

REFERENCE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\dX])")

LONG_STRETCH = re.compile(r"P\d+M$")


class Value(NamedTuple):
    """What an expression means: TIMEX3 type and value, EDTF and its precision, and the period where it is
    one."""

    type: str
    timex: str
    edtf: str | None = None
    precision: str | None = None
    period: Period | None = None


def dated(period: Period | None) -> Value | None:
    """The value of a period as a DATE; None where there is no such period."""
    if period is None or not (period.part == 0 or exists(period)):
        return None
    written = edtf(period)
    return Value("DATE", timex(period), written, precision(period) if written else None, period)


def reference_period(reference: str | None) -> Period | None:
    """The published date as a period: a day, a month or a year; None where there is none or it is none of
    these."""
    found = REFERENCE.match(reference or "")
    if found is None:
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    period = Period(DAY if day else MONTH if month else YEAR, year, month, day)
    return period if exists(period) else None


class Scene:
    """The state of reading one text. `earlier` is what was mentioned before, newest last."""

    def __init__(self, lexicon: Lexicon, reference: Period | None) -> None:
        self.lexicon = lexicon
        self.reference = reference
        self.earlier: list[tuple[Period, int]] = []
        self.topic: Period | None = None

    @property
    def day(self) -> date | None:
        """The reference day, where it is known to the day."""
        return first_day(self.reference) if self.reference and self.reference.unit == DAY else None

    @property
    def middle(self) -> date | None:
        """A day to measure nearness from: the reference day, or the middle of the reference month or year."""
        first = first_day(self.reference) if self.reference else None
        if first is None or self.reference is None or self.reference.unit == DAY:
            return first
        return first.replace(day=15) if self.reference.unit == MONTH else first.replace(month=7, day=1)

    def note(self, value: Value, passage: int, *, told: bool) -> None:
        """Remember a mention. `told` is false for one that is only compared with ("a year earlier"): what the
        text is about stays what it was. The topic is the quarter told of last, until a longer stretch is
        told of."""
        if value.period is not None:
            self.earlier.append((value.period, passage))
        if told and value.period is not None and value.period.unit == QUARTER:
            self.topic = value.period
        elif told and LONG_STRETCH.match(value.timex):
            self.topic = None

    def last_within(self, unit: str) -> Period | None:
        """The newest period mentioned so far that is no longer than the unit and has a year."""
        return next(
            (one for one, _ in reversed(self.earlier) if one.year and SIZE[one.unit] <= SIZE[unit]), None
        )

    def last_of(self, units: str, passage: int, reach: int = 1) -> Period | None:
        """The newest period of one of these units in this passage or the `reach` passages before it."""
        for period, where in reversed(self.earlier):
            if period.unit in units and period.year and passage - where <= reach:
                return period
        return None

    def lean(self, found: Found) -> int:
        """Which way the clause looks: -1 back, 1 ahead, 0 unknown, by the nearest cue word before it, or else
        after."""
        words = self.lexicon.words
        if found.first and found.line.words[found.first - 1].lower in words.future_beside:
            return 1
        before = nearest_cue(reversed(words_before(found.line, found.first, words.cue_reach)), words)
        return before or nearest_cue(iter(words_after(found.line, found.last, words.cue_reach)), words)


def words_before(line: Line, first: int, reach: int) -> list[str]:
    """The words of the clause before word `first`, at most `reach`; names, which may be long, are passed
    over.
    """
    plain = [word.lower for word in line.words[:first] if not word.capital]
    written = plain or [word.lower for word in line.words[:first]]
    return written[-reach:]


def words_after(line: Line, last: int, reach: int) -> list[str]:
    """The words of the clause from word `last` on, at most `reach`."""
    return [word.lower for word in line.words[last : last + reach]]


def nearest_cue(words: Iterator[str], pack: DateWords) -> int:
    """1 for a word that looks ahead, -1 for one that looks back, whichever comes first; 0 for none."""
    for word in words:
        if word in pack.future_cues or (len(word) > 4 and word.endswith(pack.future_endings)):
            return 1
        if word in pack.past_cues or (len(word) > 4 and word.endswith(pack.past_endings)):
            return -1
    return 0
