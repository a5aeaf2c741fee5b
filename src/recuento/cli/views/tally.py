"""The tally of incidents: rows by measure and source, in exact words, parts under their whole."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from recuento.cli.output import View
from recuento.cli.speech import tell, wording
from recuento.cli.views.tables import make_table
from recuento.cli.words import cut, number_words
from recuento.model import IncidentAccount
from recuento.tally import TallyFigure, TallyRow

if TYPE_CHECKING:
    from rich.console import RenderableType

Told = tuple[IncidentAccount, list[TallyRow]]

OF_ACCOUNT = ("account", "role", "incident_type", "when", "place_name", "place_country", "reports")
OF_ROW = ("measure", "unit", "group", "facets", "source", "source_kind", "row_low", "row_high")
OF_FIGURE = (
    *("depth", "claim", "report", "number", "low", "high", "qualifier", "modality", "figure_when", "counted"),
    *("explicit", "figure_group", "restated", "quote"),
)
HEADER = ("measure", "count", "said by", "of whom", "claim", "when", "words")


def account_fields(account: IncidentAccount) -> dict[str, object]:
    """What tells an account: its id, role, type, date, place and reports."""
    place = account.place
    return {
        "account": account.id,
        "role": account.role,
        "incident_type": account.incident_type,
        "when": account.when,
        "place_name": place.name if place else None,
        "place_country": place.country if place else None,
        "reports": list(account.reports),
    }


def _lines(told: Told) -> Iterator[dict[str, object]]:
    account, rows = told
    for row in rows:
        yield {"type": "tally", **account_fields(account), **msgspec.structs.asdict(row)}


def _rows(told: Told) -> Iterator[dict[str, object]]:
    account, rows = told
    for row in rows:
        held = {name: getattr(row, name) for name in OF_ROW[:6]}
        shared = account_fields(account) | held | {"row_low": row.low, "row_high": row.high}
        for figure, depth in walked(row):
            yield shared | _figure(figure, depth)


def _figure(figure: TallyFigure, depth: int) -> dict[str, object]:
    same = set(OF_FIGURE) - {"depth", "figure_when", "figure_group"}
    own: dict[str, object] = {name: getattr(figure, name) for name in OF_FIGURE if name in same}
    return own | {"depth": depth, "figure_when": figure.when, "figure_group": figure.group}


def walked(row: TallyRow) -> Iterator[tuple[TallyFigure, int]]:
    """The figures of a row, each followed by its parts, with how deep it stands (0: a whole)."""
    waiting = [(figure, 0) for figure in reversed(row.figures)]
    while waiting:
        figure, depth = waiting.pop()
        yield figure, depth
        waiting += [(part, depth + 1) for part in reversed(figure.parts)]


def _tables(told: Iterator[Told]) -> "Iterator[RenderableType]":
    for account, rows in told:
        place = account.place.name if account.place else tell("place unknown")
        title = (
            f"{account.incident_type} · {place} · {account.when or tell('date unknown')} · {account.id[:8]}"
        )
        reports = wording().count(len(account.reports), "report")
        cells = [_cells(row, figure, depth) for row in rows for figure, depth in walked(row)]
        yield make_table(HEADER, cells, title=f"{title} · {reports}")


def _cells(row: TallyRow, figure: TallyFigure, depth: int) -> tuple[str, ...]:
    whole = depth == 0
    aside = "" if figure.counted else tell(f" ({figure.modality}, not counted)")
    unit = "" if row.unit in ("person", "other") else f" {row.unit}"
    return (
        row.measure + unit if whole else "  " * depth + tell("of them"),
        number_words(figure.low, figure.high),
        cut(wording().voice(row.source), 32) if whole else "",
        cut(figure.group or "", 24),
        figure.claim[:8],
        figure.when or "",
        cut(figure.quote, 70) + aside,
    )


TALLY: View[Told] = View(lines=_lines, columns=(*OF_ACCOUNT, *OF_ROW, *OF_FIGURE), rows=_rows, table=_tables)
