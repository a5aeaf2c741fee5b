"""Series of the ledger, and the days of series that carry the figures of a report."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recuento.cli.output import View
from recuento.cli.speech import tell
from recuento.cli.views.flat import columns_of, flat
from recuento.cli.views.tables import make_table
from recuento.cli.words import cut, grouped
from recuento.ledger import StoredSeries
from recuento.series import Match, TollCheck, match_line

if TYPE_CHECKING:
    from rich.console import RenderableType

MATCH_COLUMNS = (
    *("report", "series", "source", "date", "matched", "of", "unique", "proposed"),
    *("claim", "number", "measure", "group", "column", "value", "figure_matched", "outcome"),
)
SERIES_HEADER = ("name", "whose figures", "place", "rows", "columns", "captured", "id")
MATCH_HEADER = ("figure", "measure", "of whom", "column", "the day has", "outcome")


def _series_tables(all_series: Iterator[StoredSeries]) -> "Iterator[RenderableType]":
    yield make_table(SERIES_HEADER, (_series_cells(each) for each in all_series))


def _series_cells(each: StoredSeries) -> tuple[str, ...]:
    meanings = ", ".join(f"{column}={meaning}" for column, meaning in each.mapping.items())
    rows = grouped(each.rows)
    return each.name, each.claimant, each.place or "", rows, cut(meanings, 80), each.captured, each.id[:8]


SERIES: View[StoredSeries] = View(
    lines=lambda each: (each,),
    columns=columns_of(StoredSeries),
    rows=lambda each: (flat(each),),
    table=_series_tables,
)


def _match_rows(found: Match) -> Iterator[dict[str, object]]:
    """One row a figure."""
    line = match_line(found)
    shared = {name: line[name] for name in MATCH_COLUMNS[:8]}
    for one in found.figures:
        held = {name: getattr(one, name) for name in MATCH_COLUMNS[8:14]}
        yield shared | held | {"figure_matched": one.matched, "outcome": one.outcome}


def _match_tables(found: Iterator[Match]) -> "Iterator[RenderableType]":
    for each in found:
        line = match_line(each)
        share = tell(f"{line['matched']} of {line['of']}")
        shown = tell(f"{share} · proposed as-of date {each.proposed}") if each.proposed else share
        title = f"{each.report} · {each.series} · {each.date} · {shown}"
        cells = [
            (
                *(one.number, one.measure, cut(one.group or "", 24), one.column),
                *("" if one.value is None else grouped(one.value), one.outcome),
            )
            for one in each.figures
        ]
        yield make_table(MATCH_HEADER, cells, title=title)


MATCHES: View[Match] = View(
    lines=lambda found: (match_line(found),), columns=MATCH_COLUMNS, rows=_match_rows, table=_match_tables
)


TOLL_HEADER = ("report", "toll", "who", "as of", "series", "status", "the series has", "by", "since")


def _toll_tables(found: Iterator[TollCheck]) -> "Iterator[RenderableType]":
    yield make_table(TOLL_HEADER, (_toll_cells(each) for each in found))


def _toll_cells(each: TollCheck) -> tuple[str, ...]:
    has = "" if each.value is None else f"{grouped(each.value)} on {each.day}"
    by = "" if each.by is None else f"{'+' if each.by > 0 else ''}{grouped(each.by)}"
    share = "" if each.share is None else f" ({each.share:+.1%})"
    as_of = "" if each.as_of is None else f"{each.as_of} ({each.basis})"
    return (
        *(cut(each.report, 24), cut(each.quote, 60), cut(each.speaker or "", 32), as_of),
        *(f"{each.series}: {each.column}", each.status, has, by + share, str(each.since or "")),
    )


TOLLS: View[TollCheck] = View(
    lines=lambda found: (found,),
    columns=columns_of(TollCheck),
    rows=lambda found: (flat(found),),
    table=_toll_tables,
)
