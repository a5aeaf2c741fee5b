"""Looking places up in the compiled index."""

import mmap
import sys
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property, lru_cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import NamedTuple

import msgspec

from recuento.gazetteer.entry import Entry
from recuento.gazetteer.layout import (
    DEGREE,
    HEAD,
    KINDS,
    LESSER,
    MAGIC,
    NOWHERE,
    OPENS,
    RECORD,
    Tail,
    name_hash,
)
from recuento.gazetteer.names import normalise
from recuento.model import PRECISIONS, RecuentoError

INDEX = Path(__file__).parent / "data" / "gazetteer.idx"
KEPT_NAMES = 50_000  # lookups remembered: about 20 MB when full
KEPT_WORDS = 20_000  # words of which is remembered what they may open: about 3 MB when full
EARTH_DIAMETER = 12_742.0
FEW_KM = 40.0  # a neighbourhood lies within this distance of the middle of its city
MEND = "install the project again (pip install .), or import again what `recuento gazetteer import` made"


class GazetteerError(RecuentoError):
    """The gazetteer is missing or of another version, or can't be made of the files given."""


def kilometres(from_lat: float, from_lon: float, to_lat: float, to_lon: float) -> float:
    """The great-circle distance in kilometres between two points in degrees (haversine formula)."""
    rise, turn = radians(to_lat - from_lat), radians(to_lon - from_lon)
    chord = sin(rise / 2) ** 2 + cos(radians(from_lat)) * cos(radians(to_lat)) * sin(turn / 2) ** 2
    return EARTH_DIAMETER * asin(min(1.0, sqrt(chord)))


def contains(outer: Entry, inner: Entry) -> bool:
    """Whether the one lies in the other; see `Gazetteer.contains`."""
    if outer == inner:
        return False
    if outer.country is not None and inner.country is not None and outer.country != inner.country:
        return False
    if outer.kind == "country":
        return inner.kind != "country" and inner.country == outer.country
    if outer.kind == "adm1" and outer.admin1:
        return inner.kind != "adm1" and inner.admin1 == outer.admin1
    if outer.admin1 and inner.admin1 and outer.admin1 != inner.admin1:
        return False
    if outer.kind == "adm2" and outer.admin2 and inner.admin2:
        return inner.kind == "city" and inner.admin1 == outer.admin1 and inner.admin2 == outer.admin2
    return _reaches(outer, inner)


def _reaches(outer: Entry, inner: Entry) -> bool:
    if outer.latitude is None or outer.longitude is None or inner.latitude is None or inner.longitude is None:
        return (
            outer.kind == "adm2"
            and inner.kind == "city"
            and bool(outer.admin1)
            and outer.admin1 == inner.admin1
        )
    reach = outer.radius or (FEW_KM if outer.population > inner.population else 0.0)
    return kilometres(outer.latitude, outer.longitude, inner.latitude, inner.longitude) <= reach


class Opening(NamedTuple):
    """What may begin with a word: the places of that name, whether a longer name, a word for a people or an
    abbreviation may, and whether anything.
    """

    places: tuple[Entry, ...]
    longer: bool
    people: bool
    form: bool
    any: bool


class Gazetteer:
    """The compiled gazetteer, memory-mapped. Use `open_gazetteer`, which opens it once."""

    def __init__(self, path: Path) -> None:
        """Map the index at `path`. Raises GazetteerError where it is missing or of another version."""
        try:
            file = path.open("rb")
        except FileNotFoundError as error:
            raise GazetteerError(f"no gazetteer index at {path}: {MEND}") from error
        with file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        head = HEAD.unpack_from(self._map) if len(self._map) >= HEAD.size else (b"",)
        if head[0] != MAGIC or sys.byteorder != "little":
            raise GazetteerError(f"the gazetteer index at {path} is of another version: {MEND}")
        _, count, hashes, starts, lists, self._records, self._names, tail = head
        self._size: int = (self._names - self._records) // RECORD.size
        view = memoryview(self._map)
        self._hashes = view[hashes : hashes + 8 * count].cast("Q")
        self._starts = view[starts : starts + 4 * (count + 1)].cast("I")
        self._lists = view[lists : lists + 4 * self._starts[count]].cast("I")
        self._tail = msgspec.msgpack.decode(view[tail:], type=Tail)
        self._found = lru_cache(maxsize=KEPT_NAMES)(self._find)
        self._people = lru_cache(maxsize=KEPT_NAMES)(self._country_of)
        self.opening = lru_cache(maxsize=KEPT_WORDS)(self._opening)

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """The places of that name (case, accents and hyphens do not matter), the likeliest first.

        Countries come first, then the project's own table, first-order divisions, and the rest by population.
        """
        return self._found(normalise(name))[0]

    def find(self, name: str) -> tuple[tuple[Entry, ...], bool]:
        """As `lookup`, of a name that `normalise` made; and whether a longer name begins with its words."""
        return self._found(name)

    def _opening(self, word: str) -> Opening:
        """`opening(word)`: what may begin with a token as written: at times said in vain, never missed."""
        plain = normalise(word)
        places, longer = self._found(plain)
        if not plain or "'" in word:
            return Opening(places, longer, True, True, True)
        first = plain.split(" ", 1)[0]
        known, forms = self._openings
        people = first in known or first.removesuffix("s") in known
        form = word.rstrip(".") in forms
        return Opening(places, longer, people, form, bool(places) or longer or people or form)

    @cached_property
    def _openings(self) -> tuple[frozenset[str], frozenset[str]]:
        """The first words of the words for peoples, and every beginning of an abbreviation."""
        people = frozenset(demonym.split(" ", 1)[0] for demonym in self._tail.demonyms)
        return people, frozenset(form[:size] for form in self._tail.forms for size in range(1, len(form) + 1))

    def form(self, word: str) -> Entry | None:
        """The place that an abbreviation stands for ("La.", "N.Y.", "UK"), read with its capitals."""
        record = self._tail.forms.get(word.rstrip("."))
        return None if record is None else self._entry(record)

    def country(self, code: str) -> Entry | None:
        """The country with that ISO 3166-1 alpha-2 code."""
        record = self._tail.country_records.get(code)
        return None if record is None else self._entry(record)

    def demonym(self, word: str) -> str | None:
        """The code of the country that a word for its people or things belongs to ("Peruvian", "Kurds")."""
        return self._people(word)

    def _country_of(self, word: str) -> str | None:
        plain = normalise(word)
        return self._tail.demonyms.get(plain) or self._tail.demonyms.get(plain.removesuffix("s"))

    def contains(self, outer: Entry, inner: Entry) -> bool:
        """Whether one lies in the other, by country and division codes, else by distance; never in itself."""
        return contains(outer, inner)

    def _find(self, name: str) -> tuple[tuple[Entry, ...], bool]:
        wanted = name_hash(name)
        at = bisect_left(self._hashes, wanted)
        if at == len(self._hashes) or self._hashes[at] != wanted:
            return (), False
        start, end = self._starts[at], self._starts[at + 1] & ~OPENS
        return tuple(map(self._entry, self._lists[start & ~OPENS : end])), bool(start & OPENS)

    def _entry(self, record: int) -> Entry:
        number, lat, lon, people, name_at, admin2_at, country, division, radius, kind, precision = (
            RECORD.unpack_from(self._map, self._records + record * RECORD.size)
        )
        start = self._names + name_at
        return Entry(
            number or None,
            self._map[start + 1 : start + 1 + self._map[start]].decode(),
            None if lat == NOWHERE else lat / DEGREE,
            None if lon == NOWHERE else lon / DEGREE,
            self._tail.countries[country] or None,
            self._tail.divisions[division],
            PRECISIONS[precision],
            people,
            KINDS[kind & ~LESSER],
            radius,
            self._text(admin2_at) if admin2_at else "",
            kind >= LESSER,
        )

    def _text(self, offset: int) -> str:
        start = self._names + offset
        return self._map[start + 1 : start + 1 + self._map[start]].decode()

    @property
    def tail(self) -> Tail:
        """What is small enough to be read whole: codes, abbreviations, what the index was made from."""
        return self._tail

    def __len__(self) -> int:
        """The number of places."""
        return self._size

    def places(self) -> Iterator[Entry]:
        """Every place, by its number."""
        return map(self._entry, range(len(self)))

    def lists(self) -> Iterator[tuple[int, bool, list[int]]]:
        """Every hash of a name, whether a longer name opens with it, and the numbers of its places."""
        for at, hashed in enumerate(self._hashes):
            start, end = self._starts[at], self._starts[at + 1] & ~OPENS
            yield hashed, bool(start & OPENS), self._lists[start & ~OPENS : end].tolist()
