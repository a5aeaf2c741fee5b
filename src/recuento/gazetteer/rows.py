"""The rows of a GeoNames dump as places."""

import re

import msgspec

from recuento.gazetteer.lines import LineError
from recuento.gazetteer.names import normalise
from recuento.gazetteer.place import Place
from recuento.gazetteer.spellings import table, usable

# The columns of a dump (https://download.geonames.org/export/dump/readme.txt).
ID, NAME, ASCII, ALTERNATE, LATITUDE, LONGITUDE, CLASS, CODE, COUNTRY = range(9)
ADMIN1, ADMIN2, PEOPLE, CHANGED = 10, 11, 14, 18
DUMP_COLUMNS = (19,)
MOST = 2**32 - 1
LANDMARK = "landmark"
DAY = re.compile(rb"\d{4}-\d\d-\d\d\Z")
KINDS = {"country": "country", "adm1": "adm1", "adm2": "adm2"}  # all else is a city: see Entry


class Features(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file features.yml."""

    features: dict[str, str]
    no_names: tuple[str, ...]


def load_features() -> Features:
    """What is taken from a dump."""
    found: Features = table("features", Features)
    return found


class Rows:
    """Reads rows of dumps; `all_scripts` keeps names in other than Latin letters."""

    def __init__(self, features: Features, *, all_scripts: bool, alternates: bool) -> None:
        """With `alternates` the names of the fourth column are read, which a file of names may stand for."""
        self._precisions = {name.encode(): precision for name, precision in features.features.items()}
        self._all_scripts, self._alternates = all_scripts, alternates
        self.newest = b""

    def place(self, cells: list[bytes]) -> Place | None:
        """The place of a row, None where it is of no kind that is taken. Raises LineError."""
        feature = cells[CLASS] + b"." + cells[CODE]
        precision = self._precisions.get(feature) or self._precisions.get(cells[CLASS])
        if precision is None:
            return None
        if len(cells[COUNTRY]) not in (0, 2):
            raise LineError("its country is no code of two letters")
        name = cells[NAME].decode()
        if DAY.match(cells[CHANGED]):
            self.newest = max(self.newest, cells[CHANGED])
        return Place(
            name=name,
            kind=KINDS.get(precision, "city"),
            lesser=precision == "adm1",
            precision=precision,
            latitude=degrees(cells[LATITUDE], 90.0),
            longitude=degrees(cells[LONGITUDE], 180.0),
            country=cells[COUNTRY].decode(),
            admin1=code(cells[ADMIN1]),
            admin2=code(cells[ADMIN2]),
            geonames=whole_number(cells[ID]),
            population=whole_number(cells[PEOPLE] or b"0"),
            names=self._names(name, cells),
        )

    def _names(self, name: str, cells: list[bytes]) -> set[str]:
        others = [cells[ASCII].decode()] if cells[ASCII] != cells[NAME] else []
        if self._alternates and cells[ALTERNATE]:
            others += cells[ALTERNATE].decode().split(",")
        names = {normalise(other) for other in others if usable(other, all_scripts=self._all_scripts)}
        names.add(normalise(name))
        names.discard("")
        return names


def findable(name: str, *, landmark: bool) -> bool:
    """Whether a normalised name may find a place: that of a landmark only where it has several words."""
    return not landmark or " " in name


def degrees(cell: bytes, most: float) -> float:
    """A coordinate. Raises LineError where it is none."""
    try:
        value = float(cell)
    except ValueError as error:
        raise LineError("a coordinate is no number") from error
    if not -most <= value <= most:
        raise LineError("a coordinate is out of bounds")
    return value


def whole_number(cell: bytes) -> int:
    """A whole number from 0 up. Raises LineError where it is none."""
    if not cell.isdigit() or len(cell) > 12:
        raise LineError("an id or a population is no whole number")
    value = int(cell)
    if value > MOST:
        raise LineError("an id or a population is too large")
    return value


def code(cell: bytes) -> str:
    """The code of a division; "00" is GeoNames' way to say that there is none."""
    return "" if cell == b"00" else cell.decode()
