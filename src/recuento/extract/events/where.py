"""When and where an incident took place: by its clause, its passage, then the report's opening."""

from collections.abc import Iterator, Sequence

from recuento.extract.context import place_ref
from recuento.extract.events.mention import Mention, Span
from recuento.extract.events.scene import Scene
from recuento.model import PlaceMention, PlaceRef, TimeMention

OPENING = 3  # passages: what happened in them holds for what the report tells next without a date
COUNTRY = "country"
OF_A_DAY = frozenset({"day", "days", "hour"})


def time_of(scene: Scene, mention: Mention, start: int, end: int) -> TimeMention | None:
    """The time that holds for a mention; the whole of an interval where its two ends are named."""
    time = scene.context.time_for(start, end)
    passage = scene.sentences[mention.sentence].passage
    far = time is not None and passage - scene.sentences[scene.sentence_at(time.start)].passage > OPENING
    if time is None or far:
        opening = opening_of(scene, mention.sentence)
        return None if opening is None else next((time for time in scene.times[opening] if time.edtf), None)
    for outer in scene.times[scene.sentence_at(time.start)]:
        if outer.edtf and "/" in outer.edtf and outer.start <= time.start and time.end <= outer.end:
            return outer
    return time


def place_of(scene: Scene, mention: Mention) -> PlaceRef | None:
    """The place that holds for a mention: by its target, else its sentence, its passage or the opening."""
    own = where_said(scene, mention.sentence, mention.actor, mention.target)
    clause = scene.clause(mention.sentence)
    if own:
        start, end = clause.span(mention.first, mention.last)
        inside = [place for place in own if start <= place.start < end]
        return place_ref(inside[0] if inside else nearest(scene, own, start, end))
    passage = scene.sentences[mention.sentence].passage
    country: PlaceMention | None = None
    for number in range(mention.sentence - 1, -1, -1):
        if scene.sentences[number].passage != passage:
            break
        for place in where_said(scene, number, None, None):
            if place.precision != COUNTRY:
                return place_ref(place)
            country = country or place
    if country is not None:
        return place_ref(country)
    opening = opening_of(scene, mention.sentence)
    return None if opening is None else next(map(place_ref, where_said(scene, opening, None, None)), None)


def nearest(scene: Scene, places: Sequence[PlaceMention], start: int, end: int) -> PlaceMention:
    """The place nearest to a span; a whole country only where no other is named."""
    fine = [place for place in places if place.precision != COUNTRY]
    return min(fine or places, key=lambda place: gap(place, start, end))


def gap(place: PlaceMention, start: int, end: int) -> int:
    """Characters between a place and a span."""
    return place.start - end if place.start >= end else start - place.end


def where_said(scene: Scene, number: int, actor: Span | None, target: Span | None) -> list[PlaceMention]:
    """The places of a sentence that tell where, the finer before whole countries, "in X" before "of X"."""
    if not scene.places[number]:
        return []
    owners, clause = scene.lex.closed.owners, scene.clause(number)

    def rank(place: PlaceMention) -> tuple[bool, bool]:
        return clause.word(clause.at(place.start) - 1) in owners, place.precision == COUNTRY

    return sorted(located(scene, number, actor, target), key=rank)


def located(scene: Scene, number: int, actor: Span | None, target: Span | None) -> Iterator[PlaceMention]:
    """The places that stand after a word for it, or in the target; never in the doer's name."""
    clause, locative = scene.clause(number), scene.lex.closed.locative
    for place in scene.places[number]:
        first = clause.at(place.start)
        if actor is not None and actor[0] <= first < actor[1]:
            continue
        before = first - 1
        while clause.word(before) in clause.closed.determiners or clause.word(before) == ",":
            before -= 1
        done_to = target is not None and target[0] <= first < target[1]
        opens = place.start == scene.sentences[number].start
        stands = (
            clause.word(before) not in clause.closed.not_where if done_to else clause.word(before) in locative
        )
        if stands or opens:
            yield place


def opening_of(scene: Scene, number: int) -> int | None:
    """The sentence in the report's opening that names a day and a place; None far from it."""
    passage = scene.sentences[number].passage
    if passage > OPENING + 1:
        return None
    for before in range(number - 1, -1, -1):
        if scene.sentences[before].passage == passage or not scene.places[before]:
            continue
        if any(time.edtf and time.precision in OF_A_DAY for time in scene.times[before]):
            return before
    return None
