"""Finding the places of a report: the road from sentences to mentions."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from recuento.extract.places.line import Line
from recuento.extract.places.people import people
from recuento.extract.places.resolve import resolve
from recuento.extract.places.scan import scan
from recuento.extract.places.spot import Spot
from recuento.extract.places.words import PlaceWords
from recuento.extract.sentences import Sentence
from recuento.gazetteer import Entry, Gazetteer, open_gazetteer
from recuento.language import Pack
from recuento.model import PlaceMention

GROUND_RULES = frozenset({"street", "road", "unknown-landmark", "at-name"})
"""Rules for things on the ground, no places proper: no gazetteer backs them, only what surrounds them."""

AGAIN = 1.5  # a name that stands as a place elsewhere in the report
SURE = 2.0


class PlaceContext(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a report beside its text.

    `place` is where it was published or written ("Lima, Peru"), `country` a country it is about (ISO 3166-1
    alpha-2); `only` restricts the search to sentences that meet one of these spans, for speed.
    """

    place: str | None = None
    country: str | None = None
    only: Sequence[tuple[int, int]] | None = None


def find_places(
    text: str, sentences: Sequence[Sentence], pack: Pack, *, context: PlaceContext | None = None
) -> tuple[PlaceMention, ...]:
    """The place names of a report, in order, resolved where that was possible; none overlaps another.

    `sentences` are those of `text`. Raises GazetteerError where the gazetteer's index is missing.
    """
    given = context or PlaceContext()
    gazetteer = open_gazetteer()
    words = pack.section("places", PlaceWords)
    named = people(text, words)
    lines = [Line(text, (s.start, s.end), words, gazetteer) for s in sentences if _wanted(s, given.only)]
    spots = [spot for line in lines for spot in scan(line, named, gazetteer)]
    _support(spots)
    kept = [spot for spot in spots if spot.score >= 0 and (spot.entries or spot.precision)]
    resolve(kept, _hints(given, gazetteer))
    return tuple(_mention(spot, at, kept) for at, spot in enumerate(kept))


def _wanted(sentence: Sentence, only: Sequence[tuple[int, int]] | None) -> bool:
    return only is None or any(start < sentence.end and sentence.start < end for start, end in only)


def _support(spots: list[Spot]) -> None:
    """A name that is surely a place once is one elsewhere too, unless a person is named there."""
    best: dict[str, float] = defaultdict(float)
    for spot in spots:
        best[spot.key] = max(best[spot.key], spot.score)
    for spot in spots:
        if best[spot.key] >= SURE > spot.score > -3.0:
            spot.score += AGAIN


def _hints(context: PlaceContext, gazetteer: Gazetteer) -> list[Entry]:
    hints = []
    if context.country and (country := gazetteer.country(context.country)):
        hints.append(country)
    parts = [part.strip() for part in (context.place or "").split(",") if part.strip()]
    found = [gazetteer.lookup(part) for part in parts]
    if found and found[0]:
        inside = [
            e
            for e in found[0]
            if all(any(gazetteer.contains(o, e) for o in outer) for outer in found[1:] if outer)
        ]
        hints.append((inside or found[0])[0])
    return hints


def _mention(spot: Spot, at: int, spots: list[Spot]) -> PlaceMention:
    entry = spot.chosen
    within, outer = [], spot.container
    while outer is not None:
        if outer.kind == "place":
            within.append(outer.name)
        outer = outer.container
    around = entry or _around(spot, at, spots)
    return PlaceMention(
        start=spot.start,
        end=spot.end,
        name=spot.name,
        geonames=entry.geonames if entry and _is_place(spot, entry) else None,
        latitude=around.latitude if around else None,
        longitude=around.longitude if around else None,
        country=around.country if around else None,
        precision=_precision(spot, entry),
        kind=spot.kind,
        within=tuple(within),
        candidates=tuple(e.geonames for e in spot.ranked if e.geonames),
        rule=spot.rule,
    )


def _is_place(spot: Spot, entry: Entry) -> bool:
    """Whether the place chosen is the one named, not only the town a landmark is called after."""
    return spot.precision is None or spot.precision == entry.precision or not spot.typed


def _around(spot: Spot, at: int, spots: list[Spot]) -> Entry | None:
    """For a name unknown: the place that contains it, else the last small place named before it."""
    if spot.container is not None:
        return spot.container.chosen
    for other in reversed(spots[:at]):
        if (
            other.chosen is not None
            and other.kind == "place"
            and other.chosen.kind in ("city", "adm2", "adm1")
        ):
            return other.chosen
    return next((s.chosen for s in spots if s.chosen is not None and s.kind == "place"), None)


def _precision(spot: Spot, entry: Entry | None) -> str | None:
    """What the words say, unless the division is known to be of another order ("Capiz province": adm2)."""
    if entry is not None and entry.kind in ("country", "adm1", "adm2") and spot.rule != "landmark":
        return entry.precision
    if spot.precision is not None and (entry is None or spot.typed or spot.rule == "landmark"):
        return spot.precision
    known = entry or (spot.ranked[0] if spot.ranked else None)
    return known.precision if known else None
