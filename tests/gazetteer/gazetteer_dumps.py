"""Files in the forms of GeoNames with invented places, written by the tests."""

from collections.abc import Callable
from pathlib import Path

from recuento.gazetteer import Gazetteer

Import = Callable[..., Gazetteer]


def row(geonames: int, name: str, feature: str = "P.PPL", **given: object) -> str:
    """A line of a dump; `given` are ascii, names, at, country, admin1, admin2, people and changed."""
    latitude, longitude = given.get("at", (10.0, 20.0))  # type: ignore[misc]
    kind, code = feature.split(".")
    cells = [
        geonames,
        name,
        given.get("ascii", name),
        given.get("names", ""),
        latitude,
        longitude,
        kind,
        code,
    ]
    cells += [given.get("country", "XA"), "", given.get("admin1", "01"), given.get("admin2", ""), "", ""]
    cells += [given.get("people", 0), "", "5", "Asia/Nowhere", given.get("changed", "2024-01-02")]
    return "\t".join(map(str, cells))


def alternate(number: int, geonames: int, language: str, name: str) -> str:
    """A line of alternateNamesV2."""
    return f"{number}\t{geonames}\t{language}\t{name}\t\t\t\t\t\t"


def write(path: Path, *lines: str) -> Path:
    """A file of these lines."""
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path
