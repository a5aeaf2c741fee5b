"""Incidents: the contract lines of `recuento incidents`."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from recuento.cli.output import View, table_width
from recuento.cli.views.tables import Stack, make_table
from recuento.cli.words import cut, grouped, number_words

if TYPE_CHECKING:
    from rich.console import RenderableType

Line = Mapping[str, Any]

COLUMNS = (
    *("id", "incident_type", "when", "place_name", "place_geonames", "place_latitude", "place_longitude"),
    *("place_country", "place_precision", "reports", "claims", "measure", "low", "best", "high", "sources"),
    *("differences", "independent", "role", "part_of"),
)
OWN = ("killed", "injured")  # measures with a column of their own
TOLD = ("reports", "sources", "differences")  # how many; of differences those that nobody has explained
WIDE = 110  # columns of the terminal from which each number of TOLD has a column
SHARED = (("incident", "type"), ("where", "when"), *OWN, "other figures")
HEADER = (*SHARED, TOLD)
WIDE_HEADER = (*SHARED, *TOLD)


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
    wide = table_width() >= WIDE
    rows = [(*_cells(line), *_told(line)) if wide else (*_cells(line), _told(line)) for line in lines]
    yield make_table(WIDE_HEADER if wide else HEADER, rows, close=not wide)


def _cells(line: Line) -> tuple[Stack, ...]:
    counts = {measure: number_words(t["low"], t["high"]) for measure, t in line["tally"].items()}
    others = [f"{measure.replace(':', ' ')} {told}" for measure, told in counts.items() if measure not in OWN]
    return (
        (line["id"][:8], line["incident_type"]),
        (cut((line["place"] or {}).get("name") or "", 28), (line["when"] or "").replace("/", " – ")),
        *(counts.get(measure, "") for measure in OWN),
        ", ".join(others),
    )


def _told(line: Line) -> tuple[str, ...]:
    sources = {source for total in line["tally"].values() for source in total["sources"]}
    differing = [each for each in line["differences"] if each["state"] == "open"]
    return tuple(grouped(len(each)) for each in (line["reports"], sources, differing))


INCIDENTS: View[Line] = View(lines=lambda line: (line,), columns=COLUMNS, rows=_rows, table=_tables)
