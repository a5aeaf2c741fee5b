"""What holds for a span of the text: its time, its place, its speaker; by clause, then sentence, passage and
report.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from recuento.extract.attributions import attribution_at, cue_modality
from recuento.extract.days import edtf_days
from recuento.extract.layers import Layers
from recuento.extract.times import outermost
from recuento.gazetteer import open_gazetteer
from recuento.model import Attribution, Claimant, PlaceMention, PlaceRef, TimeMention

CLAUSE_MARK = 40  # a comma between two spans parts them as much as this many characters
BEFORE = 25  # what stands after a span holds for it rather than what stands before, by this many characters
NEAR = 24  # characters between a place and the one that contains it
LISTED = 4  # so many places in a sentence are a list, for which their region stands in the sentence before
MONTH = 31  # days
SHORT = 10  # days: a time longer than this does not tell when a neighbouring sentence's harm happened
DATELINE_MARKS = ("--", "[", " - ", "—", "–")
HEAD = 60  # characters at the head of a text where a dateline stands
SPEECH_REACH = 24  # characters from the end of who says so to a time that dates the saying
BEFORE_PASSAGE = 3  # sentences before a passage that are asked for the place and time of its harm
AFTER = 3  # sentences after a figure that are asked for its time
LEAD = 4  # sentences that tell a report's main incident
YEARLESS = re.compile(r"XXXX(-\d\d(?:-\d\d)?)")
YEAR = re.compile(r"\d{4}-\d")  # a bare year is that of something else too often


class ContextWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `context.yml`."""

    start_of_count: frozenset[str]
    inside: frozenset[str]
    aside: frozenset[str]
    counted: str
    listed: str
    holding: frozenset[str]
    locative: frozenset[str]
    since: frozenset[str]


HOME = re.compile(r"\d, of (?:\w+, )?$")
PRESENT = "PRESENT_REF"
FINE = ("settlement", "neighbourhood", "landmark", "point", "near_settlement", "adm2", "adm3")
WIDE = ("country", "larger")  # names that are doers as often as places ("Norway sent ships")
CLOCK = "clock"  # a clock time alone names no day
DATED = ("DATE", "TIME")
Mention = TypeVar("Mention", TimeMention, PlaceMention)


class Context:
    """The mentions of one report, asked by span."""

    def __init__(self, layers: Layers, title_place: PlaceRef | None = None) -> None:
        self.layers = layers
        self.title_place = title_place
        self.inside = layers.pack.section("context", ContextWords).inside
        self.aside = layers.pack.section("context", ContextWords).aside
        self.holding = layers.pack.section("context", ContextWords).holding
        self.starts = [sentence.start for sentence in layers.sentences]
        published = edtf_days(layers.report.published)
        self.published: date | None = published[1] if published else None
        facts = [tuple(span) for span in layers.report.facts.values()]
        held = [a for a in layers.attributions if a.source_start is not None]
        dated = [
            with_year(t, layers.times)
            for t in outermost(layers.times)
            if (t.type in DATED or t.edtf) and t.rule != CLOCK
        ]
        self._all_times = dated
        self.times = [
            t for t in dated if not self._in(t, facts) and not self._is_future(t) and not self._is_dateline(t)
        ]
        contents = [(a.start, a.end) for a in layers.attributions]
        self.spoken = [
            t for t in self.times if not self._in(t, contents) and any(self._is_of_speech(t, a) for a in held)
        ]
        sources = [
            (a.source_start, a.source_end) for a in held if a.source_start is not None and a.source_end
        ]
        self.places = [
            p
            for p in layers.places
            if p.kind == "place" and not self._in(p, facts) and not self._in(p, sources) and self._may_hold(p)
        ]
        self.locative = self._find_locative()

    def _find_locative(self) -> list[PlaceMention]:
        words = self.layers.pack.section("context", ContextWords).locative
        return [p for p in self.places if self._is_locative(p, words)]

    def _may_hold(self, place: PlaceMention) -> bool:
        """Whether a place may be that of a harm: not only described, no dateline, nobody's home ("34, of
        Springfield").
        """
        text = self.layers.report.text
        dateline = place.start < HEAD and text[place.end : place.end + 1] == ":"
        home = HOME.search(text, max(0, place.start - 30), place.start) is not None
        return not (is_nameless(place) or dateline or home)

    def own_place(self, start: int) -> bool:
        """Whether the sentence at an offset names a place."""
        return bool(self._within(self.places, self.sentence_at(start)))

    def present(self, start: int, end: int) -> bool:
        """Whether the time nearest to a span in its sentence is the present ("now stands at")."""
        own = [t for t in self._all_times if t.start >= self.layers.sentences[self.sentence_at(start)].start]
        own = [t for t in own if t.start < self.layers.sentences[self.sentence_at(start)].end]
        if not own:
            return False
        nearest = min(own, key=lambda time: self._distance(time.start, time.end, start, end))
        return nearest.timex == PRESENT

    def sentence_at(self, start: int) -> int:
        """The number of the sentence that holds an offset."""
        return max(0, bisect_right(self.starts, start) - 1)

    def time_for(self, start: int, end: int) -> TimeMention | None:
        """The time that holds for a span, or None: of its sentence, else a day of its passage, else of the
        lead.
        """
        number = self.sentence_at(start)
        own = [t for t in self._within(self.times, number) if t not in self.spoken and not is_reference(t)]
        if own:
            return min(own, key=lambda time: self._distance(time.start, time.end, start, end))
        for near in self._near(number):
            most = MONTH if near < number else SHORT
            dated = [
                t for t in self._within(self.times, near) if t not in self.spoken and self._is_short(t, most)
            ]
            if dated:
                return dated[0]
        return None

    def own_time(self, start: int, end: int) -> TimeMention | None:
        """The time in the span's own sentence, resolved or not, or None."""
        own = [
            t
            for t in self._within(self.times, self.sentence_at(start))
            if t not in self.spoken and not is_reference(t)
        ]
        return min(own, key=lambda time: self._distance(time.start, time.end, start, end)) if own else None

    def is_start(self, time: TimeMention, end: int) -> bool:
        """Whether a time is only where a count begins ("since late November", "since floods struck in
        May").
        """
        words = self.layers.pack.section("context", ContextWords)
        text = self.layers.report.text
        before = text[max(0, time.start - 12) : time.start].lower().split()
        if before and before[-1] in words.start_of_count:
            return True
        between = text[end : time.start].lower()
        return "," not in between and not words.since.isdisjoint(between.split())

    def place_for(self, start: int, end: int, *, reach: str = "incident") -> PlaceRef | None:
        """The place that holds for a span, or None: of its sentence, else of the sentences beside it, lead
        and title.

        `reach` says how far to look: incident and toll (the whole report; an incident's place is made finer
        by what follows), beside (the sentences before and the passage) or passage.
        """
        number = self.sentence_at(start)
        own = self._located(number)
        listed = len(own) >= LISTED and self._passage_before(number)
        if own and not listed:
            return place_ref(self._finer(self._innermost(own, start, end), number, reach))
        for near in self._reached(number, reach):
            named = [p for p in self._located(near) if p in self.locative or p.precision not in WIDE]
            if named:
                return place_ref(self._innermost(named, named[0].start, named[0].end))
        if own:
            return place_ref(self._innermost(own, start, end))
        return self.title_place if reach in ("incident", "toll") else None

    def _finer(self, place: PlaceMention, number: int, reach: str) -> PlaceMention:
        """A settlement told right after, where a report opens with the region or country that holds it."""
        if reach != "incident" or number >= LEAD or not self._is_vague(place):
            return place
        for after in range(number + 1, min(number + AFTER + 1, len(self.layers.sentences))):
            named = [p for p in self._located(after) if p in self.locative]
            finer = [
                p
                for p in named
                if p.precision in FINE and p.country is not None and p.country == place.country
            ]
            if named:
                return finer[0] if finer else place
        return place

    def _is_vague(self, place: PlaceMention) -> bool:
        """Whether a place is a country or more, or only a part of one by direction ("central Verania")."""
        return place.precision in WIDE or (place.precision not in FINE and place.name[:1].islower())

    def _located(self, number: int) -> list[PlaceMention]:
        """The places of a sentence; those after a word of place only, where there are such ("in", "near")."""
        own = self._within(self.places, number)
        return [p for p in own if p in self.locative] or own

    def _reached(self, number: int, reach: str) -> list[int]:
        if reach == "passage":
            return [*self._passage_before(number), *self._passage_after(number)]
        return self._beside(number) if reach == "beside" else self._near(number)

    def _is_locative(self, place: PlaceMention, words: frozenset[str]) -> bool:
        before = self.layers.report.text[max(0, place.start - 30) : place.start].lower().split()
        return any(word in words for word in before[-3:]) and (not before or before[-1][-1].isalpha())

    def _innermost(self, places: Sequence[PlaceMention], start: int, end: int) -> PlaceMention:
        """The nearest place, or the one beside it that lies within it ("Pilger in Nebraska": Pilger)."""
        nearest = min(places, key=lambda place: self._distance(place.start, place.end, start, end))
        text = self.layers.report.text
        for place in self._within(self.places, self.sentence_at(nearest.start)):
            if (
                place.start < nearest.start < place.end + NEAR
                and text[place.end : nearest.start].strip(" ,") in self.inside
            ):
                return place
            between = text[nearest.end : place.start].strip(" ,").lower().replace("’", "'")
            if nearest.start < place.start < nearest.end + NEAR and (
                nearest.name in place.within or between in self.holding
            ):
                return place
        return nearest

    def _near(self, number: int) -> list[int]:
        """The sentences to ask when a sentence says nothing itself: of its passage, before and after, then
        the lead.
        """
        lead = range(min(LEAD, len(self.layers.sentences)))
        return [*self._beside(number), *lead]

    def _beside(self, number: int) -> list[int]:
        """The sentences beside one: its passage's before it, its passage's after it, the few before the
        passage.
        """
        before = self._passage_before(number)
        first = before[-1] if before else number
        return [
            *before,
            *self._passage_after(number),
            *range(first - 1, max(-1, first - 1 - BEFORE_PASSAGE), -1),
        ]

    def _is_short(self, time: TimeMention, most: int) -> bool:
        days = edtf_days(time.edtf)
        return bool(days and (days[1] - days[0]).days < most)

    def _is_dateline(self, time: TimeMention) -> bool:
        """Whether a time at the head of the text is the day of publication: the dateline's, not an
        incident's.
        """
        if time.start >= HEAD or time.edtf is None or time.edtf != self.layers.report.published:
            return False
        return any(mark in self.layers.report.text[time.end : time.end + HEAD] for mark in DATELINE_MARKS)

    def _passage_after(self, number: int) -> list[int]:
        sentences = self.layers.sentences
        passage = sentences[number].passage
        return [
            k
            for k in range(number + 1, min(number + AFTER, len(sentences)))
            if sentences[k].passage == passage
        ]

    def claimant_for(self, start: int, end: int) -> Claimant | None:
        """Who says what stands in a span; None for the writer's own voice."""
        found = attribution_at(self.layers.attributions, start, end)
        if found is None or not found.name:
            return None
        return Claimant(
            name=found.name,
            kind=found.kind,
            start=found.source_start,
            end=found.source_end,
            chain=found.chain,
        )

    def modality_for(self, start: int, end: int) -> str:
        """How the one who says it puts it forward: the class of the verb of saying, asserted where there is
        none.
        """
        found = attribution_at(self.layers.attributions, start, end)
        told = cue_modality(found.cue, self.layers.pack) if found is not None else None
        if found is None or told is None or (told != "alleged" and self._is_aside(found.start, start)):
            return "asserted"
        return told

    def _is_aside(self, said: int, start: int) -> bool:
        """Whether a clause of its own begins between what is said and a figure: "acknowledged the crash, in which 45"."""
        between = self.layers.report.text[said:start].lower().split()
        return not self.aside.isdisjoint(between)

    def _in(self, mention: Mention, spans: Sequence[tuple[int, ...]]) -> bool:
        return any(start <= mention.start < end for start, end in spans)

    def _is_future(self, time: TimeMention) -> bool:
        """Whether a time begins after the report was published; harm is told of the past."""
        days = edtf_days(time.edtf)
        return bool(days and self.published and days[0] > self.published)

    def _is_of_speech(self, time: TimeMention, said: Attribution) -> bool:
        """Whether a time stands right after who says so and the verb of saying: it dates the saying."""
        start, end = said.source_start or 0, said.source_end or 0
        between = self.layers.report.text[end : time.start].lower()
        near = start <= time.start < end + SPEECH_REACH and "," not in between
        told = (
            not between.strip()
            or said.cue.lower() in between
            or said.cue.lower().split()[-1:] == between.split()[:1]
        )
        return near and told and self.sentence_at(start) == self.sentence_at(time.start)

    def _within(self, mentions: Sequence[Mention], number: int) -> list[Mention]:
        sentence = self.layers.sentences[number]
        return [m for m in mentions if sentence.start <= m.start < sentence.end]

    def _passage_before(self, number: int) -> list[int]:
        sentences = self.layers.sentences
        passage = sentences[number].passage
        return [k for k in range(number - 1, -1, -1) if sentences[k].passage == passage]

    def _distance(self, a: int, b: int, start: int, end: int) -> int:
        """Characters between two spans; clause marks between them count for more, and standing before for
        some.
        """
        left, right = (b, start) if b <= start else (end, a)
        between = self.layers.report.text[left:right] if left < right else ""
        marks = sum(between.count(mark) for mark in ",;:—(")
        return len(between) + CLAUSE_MARK * marks + (BEFORE if b <= start else 0)


def is_reference(time: TimeMention) -> bool:
    """Whether a time only points to the present, past or future ("now", "recently")."""
    return time.timex.endswith("_REF")


def is_nameless(place: PlaceMention) -> bool:
    """Whether a place is only described ("the Peruvian market"): its one name is a people's."""
    first, *rest = place.name.split()
    named = any(word[:1].isupper() for word in rest)
    return place.geonames is None and not named and open_gazetteer().demonym(first) is not None


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


def place_ref(mention: PlaceMention) -> PlaceRef:
    """A place mention as the place of a claim."""
    return PlaceRef(
        name=mention.name,
        geonames=mention.geonames,
        latitude=mention.latitude,
        longitude=mention.longitude,
        country=mention.country,
        precision=mention.precision,
        start=mention.start,
        end=mention.end,
    )
