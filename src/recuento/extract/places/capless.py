"""Names in a text without small letters or without capitals, told by the words around them alone."""

from recuento.extract.places.known import spot_of
from recuento.extract.places.line import Line
from recuento.extract.places.patterns import CUED_UNKNOWN, TYPED_KNOWN, TYPED_UNKNOWN, fitting
from recuento.extract.places.spot import Spot
from recuento.gazetteer import Gazetteer

SHORTEST = 4  # letters of a name that is told by its neighbours alone


def capless_spot(line: Line, at: int, gazetteer: Gazetteer) -> Spot | None:
    """In a text without small letters or without capitals: a name between a preposition and a type noun.

    "IN POTECA RIVER", "at kalol village". The words between must not be ordinary ones.
    """
    words = line.words
    before = line.lower(at - 1)
    if before not in words.strong_prepositions and before not in words.weak_prepositions and before != ",":
        return None
    for noun in range(at + 1, min(at + 4, len(line))):
        inside = line.lower(noun - 1)
        if (
            not line.joined(noun - 1)
            or not inside.isalpha()
            or inside in words.common
            or inside in words.fillers
            or inside in words.plain_adjectives
            or inside in words.numbers
        ):
            return None
        kind = words.types.get(line.lower(noun)) or (
            "landmark"
            if line.lower(noun) in words.landmarks
            or (line.caps[noun] and line.lower(noun) in words.institutions)
            else None
        )
        if kind is None or inside in words.bodies or inside in words.never or inside in words.parts:
            continue
        base = gazetteer.lookup(line.words_of(at, noun - 1))
        if not base and line.lower(noun) in words.generic:
            return _capless_quarter(line, at, noun, kind)
        entries = gazetteer.lookup(line.words_of(at, noun)) or fitting(base, kind)
        spot = spot_of(line, (at, noun), entries, TYPED_KNOWN if entries else 0.0, "typed-name")
        spot.precision, spot.typed = kind, True
        return spot
    return None


def _capless_quarter(line: Line, at: int, noun: int, kind: str) -> Spot | None:
    """An unknown name and a noun of place where capitals say nothing: "in astodia area", "IN LAICO
    NEIGHBORHOOD".
    """
    words = line.words
    named = [line.lower(k) for k in range(at, noun)]
    if len(named) > 2 or any(word in words.types or word in words.residents for word in named):
        return None
    spot = spot_of(line, (at, noun), (), TYPED_UNKNOWN, "type-of-name")
    spot.precision = kind
    return spot


def inner_spots(line: Line, spots: list[Spot]) -> list[Spot]:
    """Where capitals say nothing: an unknown word put at or near something and in a place: "at ajanwaga in
    godhra".
    """
    words = line.words
    plain = (
        words.common,
        words.fillers,
        words.plain_adjectives,
        words.plain_spots,
        words.types,
        words.landmarks,
    )
    found = []
    for spot in spots:
        at = spot.first - 2
        word = line.lower(at)
        before = line.lower(at - 1)
        led = before in words.unknown_prepositions or before in words.venue_prepositions
        told = led and line.lower(at + 1) == words.unknown_prepositions[0]
        if (
            at < 1
            or not told
            or spot.score < 0
            or spot.kind != "place"
            or not word.isalpha()
            or len(word) < SHORTEST
        ):
            continue
        taken = any(other.first <= at <= other.last and other.score >= 0 for other in spots)
        if not taken and not any(word in known for known in plain):
            inner = spot_of(line, (at, at), (), CUED_UNKNOWN, "preposition-name")
            inner.precision, inner.container = "settlement", spot
            found.append(inner)
    return found
