"""The package's own index as the ground of an import: its places, its names, and which a dump knows too."""

import hashlib
from pathlib import Path

from msgspec.structs import asdict, replace

from recuento.gazetteer.entry import Entry
from recuento.gazetteer.gazetteer import Gazetteer
from recuento.gazetteer.ids import Ids
from recuento.gazetteer.layout import name_hash
from recuento.gazetteer.names import normalise
from recuento.gazetteer.place import Place
from recuento.gazetteer.writer import OPENING, IndexWriter

CURATED = ("country", "region")  # from the project's own tables: these keep the names they have there
TABLED = (*CURATED, "adm1")


class Base:
    """Takes the package's own places into an index in the making.

    Countries, regions and first-order divisions go before the dumps, so that their rows find them; towns
    after, so that only those that no dump has are added.
    """

    def __init__(self, writer: IndexWriter, ids: Ids, path: Path) -> None:
        self._writer, self._ids = writer, ids
        self._index = Gazetteer(path)
        self.digest = digest_of(path)
        self._numbers: dict[int, int] = {}  # by the number in the package's own index
        self._entries: dict[int, Entry] = {}  # by the number in the index in the making
        self._divisions: dict[tuple[str, str], int] = {}
        self._lesser: dict[tuple[str, str, int], int] = {}

    def add_tabled(self) -> None:
        """Add countries, regions and first-order divisions."""
        for old, entry in enumerate(self._index.places()):
            if entry.kind not in TABLED:
                continue
            new = self._numbers[old] = self._writer.add(_place(entry))
            self._entries[new] = entry
            if entry.geonames:
                self._ids.put(entry.geonames, new)
            if entry.kind == "adm1" and entry.admin1:
                self._divisions.setdefault((entry.country or "", entry.admin1), new)

    def tabled(self, number: int) -> bool:
        """Whether a place is one of those that `add_tabled` added."""
        return number in self._entries

    def curated(self, number: int) -> bool:
        """Whether a place is a country or region of the project's own tables."""
        entry = self._entries.get(number)
        return entry is not None and entry.kind in CURATED

    def has_country(self, code: str) -> bool:
        """Whether the package has a country of that code."""
        return code in self._index.tail.country_records

    def division(self, place: Place) -> int | None:
        """The number of the first-order division that a row is, if the package has it.

        Where it had no id there, it gets the row's, and the coordinates.
        """
        if place.kind != "adm1":
            return None
        number = self._divisions.get((place.country, place.admin1))
        if number is not None and self._entries[number].geonames is None:
            entry = replace(self._entries[number], geonames=place.geonames)
            if place.latitude is not None:
                entry = replace(entry, latitude=place.latitude, longitude=place.longitude)
            self._entries[number] = entry
            self._writer.replace(number, _place(entry))
        return number

    def note_division(self, place: Place, number: int, names: list[str]) -> None:
        """Remember the names of a second-order division: the package's own of such a name is the same."""
        if place.kind == "adm2":
            for name in names:
                self._lesser.setdefault((place.country, place.admin1, name_hash(name)), number)

    def add_rest(self, *, alone: bool) -> None:
        """Add the towns and second-order divisions that no dump has (none with `alone`), then all names."""
        for old, entry in enumerate(self._index.places()):
            if entry.kind in TABLED:
                continue
            known = self._known(entry)
            if known is not None:
                self._numbers[old] = known
            elif not alone:
                self._numbers[old] = self._writer.add(_place(entry))
        for hashed, opens, members in self._index.lists():
            if opens:
                self._writer.pair(hashed, OPENING)
            for old in members:
                if old in self._numbers:
                    self._writer.pair(hashed, self._numbers[old])

    def _known(self, entry: Entry) -> int | None:
        if entry.geonames:
            return self._ids.get(entry.geonames)
        return self._lesser.get((entry.country or "", entry.admin1, name_hash(normalise(entry.name))))

    def country_records(self) -> dict[str, int]:
        """The numbers of the package's countries by code."""
        return {code: self._numbers[old] for code, old in self._index.tail.country_records.items()}

    def forms(self) -> dict[str, int]:
        """The numbers of what the package's abbreviations stand for."""
        held = self._index.tail.forms
        return {form: self._numbers[old] for form, old in held.items() if old in self._numbers}

    @property
    def demonyms(self) -> dict[str, str]:
        """The package's words for peoples."""
        return self._index.tail.demonyms


def _place(entry: Entry) -> Place:
    fields = asdict(entry)
    return Place(**(fields | {"geonames": entry.geonames or 0, "country": entry.country or ""}))


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
