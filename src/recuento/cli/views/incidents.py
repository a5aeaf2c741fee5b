"""Incidents: the contract lines of `recuento incidents`."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from recuento.cli.output import View
from recuento.cli.views.tables import make_table
from recuento.cli.words import cut, number_words

if TYPE_CHECKING:
    from rich.console import RenderableType

Line = Mapping[str, Any]

COLUMNS = (
    *("id", "incident_type", "when", "place_name", "place_geonames", "place_latitude", "place_longitude"),
    *("place_country", "place_precision", "reports", "claims", "measure", "low", "best", "high", "sources"),
    *("differences", "independent", "role", "part_of"),
)
HEADER = ("incident", "type", "when", "where", "reports", "count", "sources", "differences")


def _rows(line: Line) -> Iterator[dict[str, object]]:
    """One row a measure; an incident without figures has one row with no measure."""
    place = line["place"] or {}
    names = ("id", "incident_type", "when", "reports", "claims", "independent", "role", "part_of")
    shared: dict[str, object] = {name: line[name] for name in names}
    shared |= {f"place_{name}": value for name, value in place.items()}
    shared["differences"] = len(line["differences"])
    for measure, total in (line["tally"] or {None: {}}).items():
        yield {**shared, "measure": measure, **total}


def _tables(lines: Iterator[Line]) -> "Iterator[RenderableType]":
    yield make_table(HEADER, [_cells(line) for line in lines])


def _cells(line: Line) -> tuple[str, ...]:
    place = line["place"] or {}
    counts = [f"{measure} {number_words(t['low'], t['high'])}" for measure, t in line["tally"].items()]
    sources = sorted({source for total in line["tally"].values() for source in total["sources"]})
    return (
        line["id"][:8],
        line["incident_type"],
        line["when"] or "",
        cut(place.get("name") or "", 28),
        str(len(line["reports"])),
        ", ".join(counts),
        cut("; ".join(sources), 60),
        str(len(line["differences"])),
    )


INCIDENTS: View[Line] = View(lines=lambda line: (line,), columns=COLUMNS, rows=_rows, table=_tables)
