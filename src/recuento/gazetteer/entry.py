"""A place of the gazetteer."""

import msgspec


class Entry(msgspec.Struct, frozen=True):
    """A place as the gazetteer knows it.

    `latitude` and `longitude` are degrees (WGS 84), None where only the containing country is known;
    `country` is ISO 3166-1 alpha-2, None for what lies in several; `admin1` is the GeoNames code of the
    first-order division ("" unknown; for the United States the postal code); `precision` is by
    VOCABULARY; `population` is a number of persons (0 unknown); `radius` is how far the place reaches,
    in kilometres (0: a point). `kind` is country, region (of the project's own table), adm1, adm2 or
    city (of an import also smaller things: a camp, a hospital, a quarter, a third-order division; the
    precision tells them). `admin2` is the GeoNames code of the second-order division ("" unknown; known
    only of what was imported). `lesser` marks a first-order division that the package's own tables give no
    id: it is little known abroad, so that its name alone rather means a town.
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
    admin2: str = ""
    lesser: bool = False
