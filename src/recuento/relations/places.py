"""Whether two places may be one: by identity, name, containment or distance; unsure stays unsure."""

import math
import re

from recuento.model import PRECISIONS, PlaceRef

WORD = re.compile(r"[^\W_]+")
EARTH_RADIUS_KM = 6371.0
NEAR_KM = 15.0  # a town and its outskirts, or two points that geocoders give one town
ADM1_KM = 150.0  # from the point of a province to a town in it; a province is seldom wider than 300 km
SETTLEMENT = PRECISIONS.index("settlement")
WIDE = {"country", "larger"}
AGREEING = ("same", "near", "within")


def place_words(name: str) -> frozenset[str]:
    """The words of a place's name, lower case."""
    return frozenset(WORD.findall(name.casefold()))


def fineness(place: PlaceRef | None) -> int:
    """How fine a place is: 0 a point, higher is wider; without a precision, finer than a province."""
    if place is None:
        return len(PRECISIONS)
    return PRECISIONS.index(place.precision) if place.precision in PRECISIONS else PRECISIONS.index("adm3")


def distance_km(left: PlaceRef, right: PlaceRef) -> float | None:
    """The great-circle distance (haversine), or None where a point is missing."""
    points = (left.latitude, left.longitude, right.latitude, right.longitude)
    if any(value is None for value in points):
        return None
    lat1, lon1, lat2, lon2 = (math.radians(value) for value in points if value is not None)
    half = (
        math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, half)))


def place_relation(left: PlaceRef | None, right: PlaceRef | None) -> str:
    """How places stand: same, near (a town and its outskirts), within (one holds one), apart or unknown.

    Unknown is a missing place, or two names of which at least one has no point and no shared word.
    """
    if left is None or right is None:
        return "unknown"
    if left.country and right.country and left.country != right.country:
        return "apart"
    if left.geonames is not None and left.geonames == right.geonames:
        return "same"
    words = place_words(left.name), place_words(right.name)
    away = distance_km(left, right)
    if words[0] == words[1]:
        return (
            "same" if away is None or away <= NEAR_KM or max(fineness(left), fineness(right)) > 4 else "apart"
        )
    return _containment(
        left, right, away, shared=bool(words[0]) and (words[0] < words[1] or words[1] < words[0])
    )


def _containment(left: PlaceRef, right: PlaceRef, away: float | None, *, shared: bool) -> str:
    finer, wider = sorted((left, right), key=fineness)
    if wider.precision in WIDE and left.country and left.country == right.country:
        return "within"
    if away is None:
        return "within" if shared else "unknown"
    if away <= NEAR_KM:
        return "near"
    return "within" if wider.precision == "adm1" != finer.precision and away <= ADM1_KM else "apart"
