"""Writes an index, part by part, in memory that does not grow with the names.

Kept in memory are five bytes a place (for the order of lists) and the codes; places, names and hashes go to
scratch files beside the index and are joined at the end. The file appears whole or not at all.
"""

import os
import shutil
import tempfile
from array import array
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import msgspec

from recuento.gazetteer.gazetteer import GazetteerError
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
from recuento.gazetteer.place import Place
from recuento.gazetteer.spool import BUCKETS, LOW, Spool
from recuento.model import PRECISIONS

KIND_RANK = {"country": 0, "region": 1, "adm1": 2, "city": 3, "adm2": 3}
MOST_PEOPLE = 2**32 - 1
OPENING = LOW  # in place of the number of a place: a longer name begins with these words
REMEMBERED = 2**18  # names whose place in the file, or openings whose hash, are remembered at a time
ONE = 8 * 2**20  # bytes copied at a time
PARTS = ("hashes", "starts", "lists", "records", "names")


class Codes:
    """Codes in the order in which they came, each with its number."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {"": 0}

    def number(self, code: str) -> int:
        """The number of a code. Raises GazetteerError where there are more than a record can tell apart."""
        number = self.numbers.setdefault(code, len(self.numbers))
        if number > 65_535:
            raise GazetteerError("there are more than 65,535 codes of divisions: these are no GeoNames dumps")
        return number


class IndexWriter:
    """An index in the making; a context manager whose scratch folder lies beside `path`."""

    def __init__(self, path: Path) -> None:
        self.countries, self.divisions = Codes(), Codes()
        self._path = path
        self._people, self._ranks = array("I"), bytearray()
        self._offsets: dict[str, int] = {}
        self._end = 0
        self._openings: set[str] = set()

    def __enter__(self) -> "IndexWriter":
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._scratch = tempfile.TemporaryDirectory(prefix=f".{self._path.name}-", dir=self._path.parent)
        folder = Path(self._scratch.name)
        self._parts: dict[str, BinaryIO] = {part: (folder / part).open("w+b") for part in PARTS}
        self._spool = Spool(folder / "spool")
        self._text("")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._parts.values():
            file.close()
        self._spool.close()
        self._scratch.cleanup()

    def add(self, place: Place) -> int:
        """Add a place without its names; its number, counted from 0."""
        self._parts["records"].write(self._record(place))
        self._people.append(min(place.population, MOST_PEOPLE))
        self._ranks.append(KIND_RANK[place.kind])
        return len(self._people) - 1

    def replace(self, number: int, place: Place) -> None:
        """Put a place where another was, which had the same kind and population."""
        records = self._parts["records"]
        records.seek(number * RECORD.size)
        records.write(self._record(place))
        records.seek(0, os.SEEK_END)

    def name(self, number: int, name: str) -> None:
        """Let a normalised name find a place, and its first words tell that longer names open with them."""
        self._spool.add(name_hash(name), number)
        at = name.find(" ")
        while at > 0:
            opening = name[:at]
            if opening not in self._openings:
                self.pair(name_hash(opening), OPENING)
                if len(self._openings) >= REMEMBERED:
                    self._openings.clear()
                self._openings.add(opening)
            at = name.find(" ", at + 1)

    def pair(self, hashed: int, number: int) -> None:
        """Let the hash of a name find a place, or with `OPENING` tell that longer names open with it."""
        self._spool.add(hashed, number)

    def _text(self, text: str) -> int:
        """Where a text of at most 255 bytes is kept."""
        at = self._offsets.get(text)
        if at is None:
            at = self._end
            encoded = text.encode()[:255].decode(errors="ignore").encode()
            self._end += self._parts["names"].write(bytes([len(encoded)]) + encoded)
            if len(self._offsets) >= REMEMBERED:
                self._offsets.clear()
                self._offsets[""] = 0
            self._offsets[text] = at
        return at

    def _record(self, place: Place) -> bytes:
        return RECORD.pack(
            place.geonames,
            NOWHERE if place.latitude is None else round(place.latitude * DEGREE),
            NOWHERE if place.longitude is None else round(place.longitude * DEGREE),
            min(place.population, MOST_PEOPLE),
            self._text(place.name),
            self._text(place.admin2),
            self.countries.number(place.country),
            self.divisions.number(place.admin1),
            min(place.radius, 65535),
            KINDS.index(place.kind) + (LESSER if place.lesser else 0),
            PRECISIONS.index(place.precision),
        )

    def finish(
        self, tail: Callable[[int], Tail], on_progress: Callable[[int, int], None] | None = None
    ) -> None:
        """Write the index, in place of what is there. `tail` is made from the number of names.

        `on_progress` is told how many of how many buckets of names are sorted.
        """
        hashes, names = self._sort(on_progress)
        end = msgspec.msgpack.encode(tail(names), order="sorted")
        whole = Path(self._scratch.name) / "index"
        with whole.open("wb") as file:
            self._join(file, hashes, end)
            file.flush()
            os.fsync(file.fileno())
        whole.replace(self._path)

    def _sort(self, on_progress: Callable[[int, int], None] | None) -> tuple[int, int]:
        """Writes hashes, starts and lists; how many hashes there are, and how many of them are names."""
        total = found = names = 0
        for done, pairs in enumerate(self._spool.sorted(), 1):
            hashes, starts, lists = array("Q"), array("I"), array("I")
            for hashed, members, opens in _grouped(pairs):
                hashes.append(hashed)
                starts.append((total + len(lists)) | (OPENS if opens else 0))
                lists.extend(members if len(members) == 1 else sorted(members, key=self._prior))
                names += bool(members)
            found += len(hashes)
            total += len(lists)
            for part, content in (("hashes", hashes), ("starts", starts), ("lists", lists)):
                self._parts[part].write(content.tobytes())
            if on_progress:
                on_progress(done, BUCKETS)
        self._parts["starts"].write(array("I", [total]).tobytes())
        return found, names

    def _prior(self, number: int) -> tuple[int, int, int]:
        return self._ranks[number], -self._people[number], number

    def _join(self, file: BinaryIO, hashes: int, tail: bytes) -> None:
        file.write(bytes(HEAD.size))
        offsets = []
        for part in PARTS:
            offsets.append(_aligned(file))
            self._parts[part].seek(0)
            shutil.copyfileobj(self._parts[part], file, ONE)
        offsets.append(_aligned(file))
        file.write(tail)
        file.seek(0)
        file.write(HEAD.pack(MAGIC, hashes, *offsets))


def _aligned(file: BinaryIO) -> int:
    file.write(bytes(-file.tell() % 8))
    return file.tell()


def _grouped(pairs: list[int]) -> "list[tuple[int, list[int], bool]]":
    """The sorted pairs as a hash, the numbers of its places, and whether longer names open with it."""
    groups: list[tuple[int, list[int], bool]] = []
    last, members = -1, list[int]()
    for pair in pairs:
        hashed, number = pair >> 32, pair & LOW
        if hashed != last:
            members = []
            groups.append((hashed, members, False))
            last = hashed
        if number == OPENING:
            groups[-1] = (hashed, members, True)
        else:
            members.append(number)
    return groups
