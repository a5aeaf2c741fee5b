"""Which time holds for a span."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from recuento.extract.context.surroundings import Surroundings, starts_in
from recuento.extract.context.words import ContextWords
from recuento.extract.days import edtf_days
from recuento.extract.layers import Layers
from recuento.extract.times import outermost
from recuento.model import Attribution, TimeMention

MONTH = 31  # days
SHORT = 10  # days: a time longer than this does not tell when a neighbouring sentence's harm happened
DATELINE_MARKS = ("--", "[", " - ", "—", "–", ".-", ").")
HEAD = 60  # characters at the head of a text where a dateline stands
SPEECH_REACH = 24  # characters from the end of who says so to a time that dates the saying
BEHIND = 60  # characters from a time right after a verb of saying to the speaker behind it
YEARLESS = re.compile(r"XXXX(-\d\d(?:-\d\d)?)")
YEAR = re.compile(r"\d{4}-\d")  # a bare year is that of something else too often
PRESENT = "PRESENT_REF"
WEEKDAY = "weekday-alone"
DAY_OF_MONTH = "month-day"
ALONE = "daypart-alone"  # "in the morning"
DAYLESS = ("clock", ALONE)  # rules whose times name no day
WEEK = timedelta(days=7)
AHEAD = 60  # characters before a weekday that may tell it as one to come
DATED = ("DATE", "TIME")


class TimeContext:
    """The times of a report, asked by span."""

    def __init__(self, layers: Layers, around: Surroundings) -> None:
        self.around = around
        self.report = layers.report
        self.words = layers.pack.section("context", ContextWords)
        published = edtf_days(layers.report.published)
        self.published: date | None = published[1] if published else None
        facts = [tuple(span) for span in layers.report.facts.values()]
        found = [
            self._in_past(with_year(t, layers.times))
            for t in outermost(layers.times)
            if not self._is_name(t)
            and (t.type in DATED or t.edtf)
            and (t.rule not in DAYLESS or self._names_day(t))
        ]
        self.all = self._ranged(found)
        self.times = [
            t
            for t in self.all
            if not starts_in(t, facts) and not self._is_future(t) and not self._is_dateline(t)
        ]
        contents = [(a.start, a.end) for a in layers.attributions]
        held = [a for a in layers.attributions if a.source_start is not None]
        self.spoken = [
            t
            for t in self.times
            if not starts_in(t, contents) and any(self._is_of_speech(t, a) for a in held)
        ]

    def present(self, start: int, end: int) -> bool:
        """Whether the time nearest to a span in its sentence is the present ("now stands at")."""
        own = self.around.within(self.all, self.around.sentence_at(start))
        return bool(own) and self.around.nearest(own, start, end).timex == PRESENT

    def time_for(self, start: int, end: int) -> TimeMention | None:
        """The time that holds for a span, or None: of its sentence, else a day of its passage, else of the
        lead.
        """
        number = self.around.sentence_at(start)
        own = self._own(number)
        if own:
            return self.around.nearest(own, start, end)
        for near in self.around.near(number):
            same = self.around.sentences[near].passage == self.around.sentences[number].passage
            most = MONTH if near < number else SHORT
            dated = [
                t
                for t in self.around.within(self.times, near)
                if t not in self.spoken
                and self._is_short(t, most)
                and not self._bounds_count(t)
                and (same or not self._is_past_month(t))
            ]
            if dated:
                return dated[0]
        return None

    def own_time(self, start: int, end: int) -> TimeMention | None:
        """The time in the span's own sentence, resolved or not, or None."""
        own = self._own(self.around.sentence_at(start))
        return self.around.nearest(own, start, end) if own else None

    def is_start(self, time: TimeMention, end: int) -> bool:
        """Whether a time is only where a count begins ("since late November", "since floods struck in
        May").
        """
        if self._opens_count(time) or time.rule in self.words.running:
            return True
        between = self.report.text[end : time.start].lower()
        return "," not in between and not self.words.since.isdisjoint(between.split())

    def _opens_count(self, time: TimeMention) -> bool:
        before = self.report.text[max(0, time.start - 12) : time.start].lower().split()
        opens = not self.words.start_of_count.isdisjoint(before[-2:])
        return opens and "/" not in (time.edtf or "")

    def _is_past_month(self, time: TimeMention) -> bool:
        """Whether a time is a month long gone, which tells of another event than the next passage."""
        days = edtf_days(time.edtf)
        long_gone = bool(days and self.published and (self.published - days[1]).days > MONTH)
        return long_gone and not self._is_short(time, SHORT)

    def _bounds_count(self, time: TimeMention) -> bool:
        """Whether a time is where a count begins or ends, not when something happened."""
        before = self.report.text[max(0, time.start - 12) : time.start].lower().split()
        return self._opens_count(time) or not self.words.until.isdisjoint(before[-1:])

    def _is_name(self, time: TimeMention) -> bool:
        """Whether a date is the name of a street or body where months have small letters ("12 de Abril")."""
        before = self.report.text[max(0, time.start - 30) : time.start].split()
        capital = bool(before) and before[-1][0].isupper() and before[-1].isalpha()
        named = not time.text.isupper() and time.text.split()[-1][0].isupper()
        return self.words.months_small and time.rule == DAY_OF_MONTH and capital and named

    def _ranged(self, times: list[TimeMention]) -> list[TimeMention]:
        """The times, two that are the ends of a span as one ("from 28 October to 2 November")."""
        ranged: list[TimeMention] = []
        for time in times:
            first = ranged[-1] if ranged else None
            if first is not None and self._ends(first, time):
                text = self.report.text[first.start : time.end]
                edtf = f"{first.edtf}/{time.edtf}"
                ranged[-1] = replace(first, end=time.end, text=text, edtf=edtf, precision="days")
            else:
                ranged.append(time)
        return ranged

    def _ends(self, first: TimeMention, last: TimeMention) -> bool:
        """Whether two days stand as the first and last of a span."""
        before = self.report.text[max(0, first.start - 12) : first.start].lower().split()
        joined = self.report.text[first.end : last.start].strip().lower()
        days = len(first.edtf or "") == len(last.edtf or "") == len("2000-01-01")
        return (
            days
            and (first.edtf or "") < (last.edtf or "")
            and (before[-1] if before else "", joined) in self.words.spans
        )

    def _names_day(self, time: TimeMention) -> bool:
        """Whether a clock time or a part of a day names its day too ("9 p.m. Sunday")."""
        return time.rule != ALONE and not self.words.days.isdisjoint(
            time.text.lower().replace(",", " ").split()
        )

    def _in_past(self, time: TimeMention) -> TimeMention:
        """A weekday read as that of the coming week, where nothing says so: the week before's."""
        days = edtf_days(time.edtf)
        if time.rule != WEEKDAY or not days or not self.published or days[0] <= self.published:
            return time
        before = self.report.text[max(0, time.start - AHEAD) : time.start].lower().split()
        if not self.words.ahead.isdisjoint(before) or (before and before[-1] in self.words.ahead_beside):
            return time
        told = (days[0] - WEEK).isoformat()
        return replace(time, edtf=told, timex=told) if days[0] == days[1] else time

    def _own(self, number: int) -> list[TimeMention]:
        times = self.around.within(self.times, number)
        return [t for t in times if t not in self.spoken and not is_reference(t)]

    def _is_short(self, time: TimeMention, most: int) -> bool:
        days = edtf_days(time.edtf)
        return bool(days and (days[1] - days[0]).days < most)

    def _is_dateline(self, time: TimeMention) -> bool:
        """Whether a time at the head of the text is the day of publication: the dateline's, not an
        incident's.
        """
        if time.start >= HEAD or time.edtf is None or time.edtf != self.report.published:
            return False
        after = self.report.text[time.end - 1 : time.end + HEAD]  # with the stop of an abbreviation
        return any(mark in after for mark in DATELINE_MARKS)

    def _is_future(self, time: TimeMention) -> bool:
        """Whether a time begins after the report was published; harm is told of the past."""
        days = edtf_days(time.edtf)
        return bool(days and self.published and days[0] > self.published)

    def _is_of_speech(self, time: TimeMention, said: Attribution) -> bool:
        """Whether a time stands right after who says so and the verb of saying: it dates the saying."""
        start, end = said.source_start or 0, said.source_end or 0
        if self.around.sentence_at(start) != self.around.sentence_at(time.start):
            return False
        if start <= time.start < end + SPEECH_REACH and time.text in said.cue:
            return True
        if time.end <= start < time.end + BEHIND:  # "said on Monday the mayor"
            return self.report.text[: time.start].rstrip().lower().endswith(said.cue.lower())
        if said.end <= start < end < time.start:  # what is said stands before who says so, and when
            return True
        between = self.report.text[end : time.start].lower()
        near = start <= time.start < end + SPEECH_REACH and "," not in between
        told = (
            not between.strip()
            or said.cue.lower() in between
            or said.cue.lower().split()[-1:] == between.split()[:1]
        )
        return near and told


def is_reference(time: TimeMention) -> bool:
    """Whether a time only points to the present, past or future ("now", "recently")."""
    return time.timex.endswith("_REF")


def with_year(time: TimeMention, times: Sequence[TimeMention]) -> TimeMention:
    """A date without a year takes the year of the nearest date with one before it, else after it, in the
    report.
    """
    found = YEARLESS.fullmatch(time.timex)
    if found is None or time.edtf:
        return time
    years = [(t.start, t.timex[:4]) for t in times if t.edtf and YEAR.match(t.timex)]
    before = [year for start, year in years if start < time.start]
    after = [year for start, year in years if start > time.start]
    if not before and not after:
        return time
    edtf = f"{before[-1] if before else after[0]}{found.group(1)}"
    return replace(time, edtf=edtf, precision="day" if len(edtf) == 10 else "month", rule="year-of-report")
