"""What holds for a span of the text: its time, its place, its speaker; by clause, then sentence, passage and report."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from recuento.extract.attributions import attribution_at
from recuento.extract.days import edtf_days
from recuento.extract.layers import Layers
from recuento.model import Claimant, PlaceMention, PlaceRef, TimeMention

DATED = ("DATE", "TIME")
CLAUSE_MARK = 40  # a comma between two spans parts them as much as this many characters
BEFORE = 25  # what stands after a span holds for it rather than what stands before, by this many characters
LEAD = 4  # sentences that tell a report's main incident
Mention = TypeVar("Mention", TimeMention, PlaceMention)


class Context:
    """The mentions of one report, asked by span."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.starts = [sentence.start for sentence in layers.sentences]
        published = edtf_days(layers.report.published)
        self.published: date | None = published[1] if published else None
        facts = [tuple(span) for span in layers.report.facts.values()]
        held = [a for a in layers.attributions if a.source_start is not None]
        self.times = [
            t for t in layers.times if t.type in DATED and not self._in(t, facts) and not self._is_future(t)
        ]
        self.spoken = [t for t in self.times if any(self._is_of_speech(t, a.start, a.end) for a in held)]
        self.places = [p for p in layers.places if p.kind == "place" and not self._in(p, facts)]

    def sentence_at(self, start: int) -> int:
        """The number of the sentence that holds an offset."""
        return max(0, bisect_right(self.starts, start) - 1)

    def time_for(self, start: int, end: int) -> TimeMention | None:
        """The time that holds for a span, or None: of its sentence, else of the passage before, else of the lead."""
        number = self.sentence_at(start)
        own = [t for t in self._within(self.times, number) if t not in self.spoken]
        if own:
            return min(own, key=lambda time: self._distance(time.start, time.end, start, end))
        for earlier in [*self._passage_before(number), *range(min(number, LEAD))]:
            dated = [t for t in self._within(self.times, earlier) if t.edtf and t not in self.spoken]
            if dated:
                return dated[0]
        return None

    def place_for(self, start: int, end: int) -> PlaceRef | None:
        """The place that holds for a span, or None: of its sentence, else of the passage before, else of the lead."""
        number = self.sentence_at(start)
        own = self._within(self.places, number)
        if own:
            return place_ref(min(own, key=lambda place: self._distance(place.start, place.end, start, end)))
        for earlier in [*self._passage_before(number), *range(min(number, LEAD))]:
            named = self._within(self.places, earlier)
            if named:
                return place_ref(named[0])
        return None

    def claimant_for(self, start: int, end: int) -> Claimant | None:
        """Who says what stands in a span; None for the writer's own voice."""
        found = attribution_at(self.layers.attributions, start, end)
        if found is None or not found.name:
            return None
        return Claimant(
            name=found.name, kind=found.kind, start=found.source_start, end=found.source_end, chain=found.chain
        )

    def _in(self, mention: Mention, spans: Sequence[tuple[int, ...]]) -> bool:
        return any(start <= mention.start < end for start, end in spans)

    def _is_future(self, time: TimeMention) -> bool:
        """Whether a time begins after the report was published; harm is told of the past."""
        days = edtf_days(time.edtf)
        return bool(days and self.published and days[0] > self.published)

    def _is_of_speech(self, time: TimeMention, start: int, end: int) -> bool:
        """Whether a time stands beside what was said, in the sentence of its speaker: it dates the saying."""
        if start <= time.start < end:
            return False
        sentence = self.layers.sentences[self.sentence_at(time.start)]
        return start < sentence.end and sentence.start < end

    def _within(self, mentions: Sequence[Mention], number: int) -> list[Mention]:
        sentence = self.layers.sentences[number]
        return [m for m in mentions if sentence.start <= m.start < sentence.end]

    def _passage_before(self, number: int) -> list[int]:
        sentences = self.layers.sentences
        passage = sentences[number].passage
        return [k for k in range(number - 1, -1, -1) if sentences[k].passage == passage]

    def _distance(self, a: int, b: int, start: int, end: int) -> int:
        """Characters between two spans; clause marks between them count for more, and standing before for some."""
        left, right = (b, start) if b <= start else (end, a)
        between = self.layers.report.text[left:right] if left < right else ""
        marks = sum(between.count(mark) for mark in ",;:—(")
        return len(between) + CLAUSE_MARK * marks + (BEFORE if b <= start else 0)


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
