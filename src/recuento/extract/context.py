"""What holds for a span of the text: its time, its place, its speaker; by clause, then sentence, passage and report."""

from bisect import bisect_right
from collections.abc import Sequence

from recuento.extract.layers import Layers
from recuento.extract.sentences import Sentence
from recuento.model import Attribution, Claimant, PlaceMention, PlaceRef, TimeMention

DATED = ("DATE", "TIME")
FAR = 10**6


class Context:
    """The mentions of one report, asked by span."""

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.starts = [sentence.start for sentence in layers.sentences]
        self.times = [time for time in layers.times if time.type in DATED]
        self.places = [place for place in layers.places if place.kind == "place"]

    def sentence_at(self, start: int) -> int:
        """The number of the sentence that holds an offset."""
        return max(0, bisect_right(self.starts, start) - 1)

    def time_for(self, start: int, end: int) -> TimeMention | None:
        """The time that holds for a span, or None."""
        number = self.sentence_at(start)
        own = self._within(self.times, number)
        if own:
            return min(own, key=lambda time: self._distance(time.start, time.end, start, end))
        for earlier in self._passage_before(number):
            dated = [time for time in self._within(self.times, earlier) if time.edtf]
            if dated:
                return dated[0]
        return None

    def place_for(self, start: int, end: int) -> PlaceRef | None:
        """The place that holds for a span, or None."""
        number = self.sentence_at(start)
        own = self._within(self.places, number)
        if own:
            return place_ref(min(own, key=lambda place: self._distance(place.start, place.end, start, end)))
        for earlier in self._passage_before(number):
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

    def _within(self, mentions: Sequence[TimeMention] | Sequence[PlaceMention], number: int) -> list:  # type: ignore[type-arg]
        sentence = self.layers.sentences[number]
        return [m for m in mentions if sentence.start <= m.start < sentence.end]

    def _passage_before(self, number: int) -> list[int]:
        sentences: Sequence[Sentence] = self.layers.sentences
        passage = sentences[number].passage
        return [k for k in range(number - 1, -1, -1) if sentences[k].passage == passage]

    def _distance(self, a: int, b: int, start: int, end: int) -> int:
        """Characters between two spans; clause marks between them count for more."""
        left, right = (b, start) if b <= start else (end, a)
        between = self.layers.report.text[left:right] if left < right else ""
        return len(between) + 40 * sum(between.count(mark) for mark in ",;:—(")


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


def attribution_at(attributions: Sequence[Attribution], start: int, end: int) -> Attribution | None:
    """The most specific attribution whose content covers a span."""
    covering = [a for a in attributions if a.start <= start and end <= a.end]
    return min(covering, key=lambda a: a.end - a.start, default=None)
