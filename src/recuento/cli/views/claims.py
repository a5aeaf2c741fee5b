"""Claims, and reports with their claims."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from recuento.cli.output import View
from recuento.cli.speech import tell, wording
from recuento.cli.views.flat import columns_of, flat
from recuento.cli.views.tables import make_table
from recuento.cli.words import cut, number_words, plain
from recuento.model import Claim, Demand, Figure, Incident, PersonNamed, Report, Statement
from recuento.pipeline import Reading

if TYPE_CHECKING:
    from rich.console import RenderableType

COLUMNS = columns_of(Figure, Incident, Statement, Demand, PersonNamed)
HEADER = ("claim", "measure", "count", "of whom", "said by", "where", "when", "words")
IN_TABLE = 50  # claims shown as one table: a listing of millions must not wait for its last


def report_line(report: Report) -> dict[str, object]:
    """The line of a report, field by field the contract of docs/data-model.md."""
    facts = {name: list(span) for name, span in report.facts.items()}
    names = ("title", "published", "place", "author", "outlet", "language", "sha256")
    return {
        "type": "report",
        "report": report.id,
        **{name: getattr(report, name) for name in names},
        "facts": facts,
    }


def claim_cells(claim: Claim) -> tuple[str, ...]:
    """A claim as the cells of a table, under HEADER."""
    quote = cut(claim.quote, 90)
    if isinstance(claim, Figure):
        said_by = claim.attributed_to.name if claim.attributed_to else ""
        count = number_words(claim.low, claim.high)
        shown = (claim.measure, count, cut(claim.group or "", 24), cut(said_by, 28))
    elif isinstance(claim, Incident):
        actor = claim.actor.name if claim.actor else ""
        shown = ("incident", claim.incident_type, cut(actor, 24), "")
    elif isinstance(claim, PersonNamed):
        shown = ("person", "", claim.role, "")
    else:
        kind = "statement" if isinstance(claim, Statement) else "demand"
        shown = (kind, "", "", cut(claim.speaker.name if claim.speaker else "", 28))
    held = claim if isinstance(claim, Figure | Incident) else None
    where = cut(held.place.name, 24) if held and held.place else ""
    return (claim.id[:8], *shown, where, (held.when or "") if held else "", quote)


def _claims_tables(claims: Iterator[Claim]) -> "Iterator[RenderableType]":
    waiting: list[Claim] = []
    for claim in claims:
        if waiting and (claim.report != waiting[0].report or len(waiting) == IN_TABLE):
            yield claims_table(waiting, title=waiting[0].report)
            waiting = []
        waiting.append(claim)
    if waiting:
        yield claims_table(waiting, title=waiting[0].report)


def claims_table(claims: Sequence[Claim], *, title: str) -> "RenderableType":
    """Claims as one table."""
    return make_table(HEADER, [claim_cells(claim) for claim in claims], title=title)


def _row(claim: Claim) -> Iterable[dict[str, object]]:
    return (flat(claim),)


CLAIMS: View[Claim] = View(lines=lambda claim: (claim,), columns=COLUMNS, rows=_row, table=_claims_tables)


def _reading_lines(reading: Reading) -> Iterator[object]:
    if reading.report is not None:
        yield report_line(reading.report)
        yield from reading.claims


def _reading_rows(reading: Reading) -> Iterator[dict[str, object]]:
    return (flat(claim) for claim in reading.claims)


def _reading_tables(readings: Iterator[Reading]) -> "Iterator[RenderableType]":
    for reading in readings:
        if reading.report is None:
            continue
        yield summary(reading.report, reading.claims)
        if reading.claims:
            yield claims_table(reading.claims, title="")


def summary(report: Report, claims: Sequence[Claim]) -> "RenderableType":
    """A report in a line: what it is, and how many claims of each kind were read in it."""
    from rich.text import Text  # noqa: PLC0415 - Rich costs 50 ms at start-up, and only a table needs it

    kinds = [str(type(claim).__struct_config__.tag) for claim in claims]
    told = wording()
    counted = [told.count(kinds.count(kind), kind) for kind in dict.fromkeys(kinds)]
    counts = ", ".join(counted) or tell("no claims")
    facts = [report.title, report.outlet, report.place, report.published, counts]
    rest = " · ".join(cut(fact, 80) for fact in facts if fact)
    return Text.assemble((plain(report.id), "bold"), "  ", rest)


READINGS: View[Reading] = View(
    lines=_reading_lines, columns=COLUMNS, rows=_reading_rows, table=_reading_tables
)
