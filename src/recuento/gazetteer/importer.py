"""Imports dumps of GeoNames into an index of one's own, with what the package's own index holds."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec

from recuento.gazetteer.base import Base
from recuento.gazetteer.gazetteer import INDEX, GazetteerError
from recuento.gazetteer.ids import Ids
from recuento.gazetteer.layout import MAGIC, Made, Tail
from recuento.gazetteer.lines import GeoNamesFile, LineError
from recuento.gazetteer.names import normalise
from recuento.gazetteer.place import Place
from recuento.gazetteer.rows import DUMP_COLUMNS, LANDMARK, Rows, findable, load_features, whole_number
from recuento.gazetteer.spellings import LATIN, Spellings, table, usable, variants
from recuento.gazetteer.writer import IndexWriter
from recuento.model import Problem, UsageError

NAMES_COLUMNS = (8, 10)  # alternateNames and alternateNamesV2
NAMED, LANGUAGE, ALTERNATE = 1, 2, 3  # of its columns: the place's id, the language, the name
CODES_COLUMNS = (4,)
READING, SORTING = "MB read", "parts of the names sorted"
MEGA = 10**6
Progress = Callable[[str, int, int], None]


class ImportPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What to import and where to.

    `dumps` are allCountries or files of countries; `names` is alternateNamesV2, which then stands for the
    names in the dumps' own column; `admin1` and `admin2` are the files of the divisions' names; each plain or
    zipped. With `all_scripts` names in other than Latin letters are kept too. With `alone` the towns of the
    package's own index (`base`) that no dump has are left out.
    """

    dumps: tuple[Path, ...]
    out: Path
    names: Path | None = None
    admin1: Path | None = None
    admin2: Path | None = None
    all_scripts: bool = False
    alone: bool = False
    base: Path = INDEX


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """An import that is done: where it is, and the lines that could not be read.

    `problems` tells the first lines of each file, with their numbers; `wrong` counts all.
    """

    path: Path
    problems: tuple[Problem, ...]
    wrong: int


def import_dumps(plan: ImportPlan, on_progress: Progress | None = None) -> Imported:
    """Write the index that a plan says, in place of what is there; on an error that stays as it was.

    `on_progress` is told what is being done, how much of it and of how much. Memory does not grow with the
    names: it is about ten bytes a place. Raises UsageError where a file is missing, GazetteerError where one
    is of another kind or damaged, or the index can't be written.
    """
    if not plan.dumps:
        raise UsageError("give at least one dump of GeoNames, such as allCountries.txt or a country's XX.txt")
    _check_target(plan)
    files = [GeoNamesFile(path, "dump", DUMP_COLUMNS) for path in plan.dumps]
    for role, path, columns in (
        ("admin1", plan.admin1, CODES_COLUMNS),
        ("admin2", plan.admin2, CODES_COLUMNS),
        ("names", plan.names, NAMES_COLUMNS),
    ):
        if path is not None:
            files.append(GeoNamesFile(path, role, columns))
    try:
        _write(plan, files, on_progress or (lambda _what, _done, _total: None))
    except OSError as error:
        raise GazetteerError(f"the import to {plan.out} failed: {error}") from error
    problems = tuple(problem for file in files for problem in file.problems)
    return Imported(path=plan.out, problems=problems, wrong=sum(file.wrong for file in files))


def _check_target(plan: ImportPlan) -> None:
    """Raises UsageError where the index would replace something that is none."""
    if not plan.out.exists():
        return
    if not plan.out.is_file():
        raise UsageError(f"{plan.out} is no file: an index can't be written there")
    with plan.out.open("rb") as file:
        start = file.read(len(MAGIC))
    if start[:-1] != MAGIC[:-1]:
        raise UsageError(f"{plan.out} is there and is no gazetteer index: it will not be replaced")


def _write(plan: ImportPlan, files: list[GeoNamesFile], on_progress: Progress) -> None:
    with IndexWriter(plan.out) as writer:
        join = Join(writer, plan)
        total, done = sum(file.size for file in files), 0

        def on_bytes(count: int) -> None:
            nonlocal done
            done += count
            on_progress(READING, done // MEGA, total // MEGA)

        join.base.add_tabled()
        for file in files:
            file.rows(join.takers[file.role], on_bytes)
        join.base.add_rest(alone=plan.alone)
        writer.finish(partial(join.tail, files), partial(on_progress, SORTING))


class Join:
    """Brings the rows of all files together by GeoNames id and gives them to the writer."""

    def __init__(self, writer: IndexWriter, plan: ImportPlan) -> None:
        features = load_features()
        self._writer, self._plan = writer, plan
        self._ids = Ids()
        self.base = Base(writer, self._ids, plan.base)
        self._rows = Rows(features, all_scripts=plan.all_scripts, alternates=plan.names is None)
        self._no_names = {name.encode() for name in features.no_names}
        self._spellings: Spellings = table("spellings", Spellings)
        self._landmarks = bytearray()  # by the number of a place, 1 for a landmark
        self._countries: set[str] = set()
        self._new_countries: dict[str, int] = {}
        self.takers: dict[str, Callable[[list[bytes]], bool]] = {
            "dump": self._take_place,
            "names": self._take_name,
            "admin1": partial(self._take_division, "adm1"),
            "admin2": partial(self._take_division, "adm2"),
        }

    def _take_place(self, cells: list[bytes]) -> bool:
        place = self._rows.place(cells)
        if place is None:
            return False
        self._countries.add(place.country)
        names = [name for name in place.names if findable(name, landmark=place.precision == LANDMARK)]
        number = self._ids.get(place.geonames)
        if number is None:
            # A landmark without a name of several words may still get one from the file of names.
            number = self._new_number(place) if names or self._plan.names else None
        elif not self.base.tabled(number):
            return False  # the same place in two dumps: the first holds
        if number is None:
            return False
        self._name(number, names)
        self.base.note_division(place, number, names)
        return True

    def _new_number(self, place: Place) -> int | None:
        """The number of a place whose id is new; None for a part of a country that the package has."""
        number = self.base.division(place)
        if number is None:
            if place.kind == "country" and self.base.has_country(place.country):
                return None
            number = self._writer.add(place)
            if place.kind == "country":
                self._new_countries.setdefault(place.country, number)
            self._landmarks.extend(bytes(number - len(self._landmarks) + 1))
            self._landmarks[number] = place.precision == LANDMARK
        self._ids.put(place.geonames, number)
        return number

    def _take_name(self, cells: list[bytes]) -> bool:
        number = self._ids.get(whole_number(cells[NAMED]))
        if number is None or cells[LANGUAGE] in self._no_names:
            return False
        name = cells[ALTERNATE].decode()
        if not usable(name, all_scripts=self._plan.all_scripts):
            return False
        plain = normalise(name)
        landmark = number < len(self._landmarks) and bool(self._landmarks[number])
        if not plain or not findable(plain, landmark=landmark):
            return False
        self._name(number, [plain])
        return True

    def _take_division(self, kind: str, cells: list[bytes]) -> bool:
        codes = cells[0].decode().split(".", 2)
        geonames = whole_number(cells[3])
        if len(codes) != (2 if kind == "adm1" else 3):
            raise LineError(f"{cells[0].decode()!r} is no code of a division")
        number = self._ids.get(geonames)
        name = cells[1].decode()
        place = Place(name, kind, kind, country=codes[0], admin1=codes[1], geonames=geonames)
        place.admin2 = codes[2] if kind == "adm2" else ""
        place.lesser = kind == "adm1"
        if number is None:
            number = self._new_number(place) if place.country in self._countries else None
        if number is None:
            return False
        names = [normalise(other) for other in (name, cells[2].decode()) if usable(other)]
        self._name(number, names)
        self.base.note_division(place, number, names)
        return True

    def _name(self, number: int, names: list[str]) -> None:
        """Let names find a place, with what may stand for their first words.

        The project's own tables say which names in Latin letters a country or region has.
        """
        if self.base.curated(number):
            names = [name for name in names if not LATIN.match(name)]
        for name in names:
            self._writer.name(number, name)
            for other in variants(name, self._spellings):
                self._writer.name(number, other)

    def tail(self, files: list[GeoNamesFile], names: int) -> Tail:
        """The tail of the index, with what it was made from."""
        countries = self._new_countries | self.base.country_records()
        return Tail(
            countries=tuple(self._writer.countries.numbers),
            divisions=tuple(self._writer.divisions.numbers),
            country_records=countries,
            demonyms=self.base.demonyms,
            forms=self.base.forms(),
            made=Made(
                names=names,
                files=tuple(file.facts() for file in files),
                newest=self._rows.newest.decode() or None,
                scripts="all" if self._plan.all_scripts else "latin",
                alone=self._plan.alone,
                bundled=self.base.digest,
            ),
        )
