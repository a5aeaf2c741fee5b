"""A place of the gazetteer."""

import msgspec


class Entry(msgspec.Struct, frozen=True):
    """A place as the gazetteer knows it.

    `latitude` and `longitude` are degrees (WGS 84), None where only the containing country is known;
    `country` is ISO 3166-1 alpha-2, None for what lies in several; `admin1` is the GeoNames code of the
    first-order division ("" unknown; for the United States the postal code); `precision` is by
    VOCABULARY; `population` is a number of persons (0 unknown); `radius` is how far the place reaches,
    in kilometres (0: a point). `kind` is country, region (of the project's own table), adm1, adm2 or
    city.
    """

    geonames: int | None
    name: str
    latitude: float | None
    longitude: float | None
    country: str | None
    admin1: str
    precision: str
    population: int
    kind: str
    radius: int = 0
