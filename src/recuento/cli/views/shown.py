"""One claim in full: the passage with its words marked, every field, what happened to it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from recuento.cli.output import View
from recuento.cli.passages import marked, passage_around
from recuento.cli.views.claims import COLUMNS, report_line
from recuento.cli.views.flat import flat
from recuento.cli.views.tables import make_table
from recuento.cli.words import plain
from recuento.ledger import Event, StoredClaim
from recuento.model import Figure, Report

if TYPE_CHECKING:
    from rich.console import RenderableType

FIELD_HEADER = ("field", "value")
EVENT_HEADER = ("written", "what happened", "version", "claims")


class Shown(NamedTuple):
    """A claim with its report and its history."""

    stored: StoredClaim
    report: Report
    history: list[Event]


def _span(shown: Shown) -> tuple[int, int]:
    claim = shown.stored.claim
    return (claim.quote_start, claim.quote_end) if isinstance(claim, Figure) else (claim.start, claim.end)


def _line(shown: Shown) -> dict[str, object]:
    return {
        "claim": shown.stored.claim,
        "report": report_line(shown.report),
        "passage": passage_around(shown.report.text, *_span(shown))._asdict(),
        "reading": shown.stored.reading,
        "version": shown.stored.version,
        "current": shown.stored.current,
        "history": shown.history,
    }


def _tables(all_shown: Iterator[Shown]) -> "Iterator[RenderableType]":
    from rich.text import Text  # noqa: PLC0415 - Rich costs 50 ms at start-up, and only a table needs it

    for shown in all_shown:
        claim = shown.stored.claim
        passage = passage_around(shown.report.text, *_span(shown))
        before, words, after = marked(shown.report.text, passage, claim.start, claim.end)
        # The marks stand also where there is no colour.
        yield Text.assemble(_line_of(before), ("»" + plain(words) + "«", "bold reverse"), _line_of(after))
        fields = flat(claim).items()
        yield make_table(FIELD_HEADER, [(name, str(value)) for name, value in fields])
        events = [
            (event.written_at, event.kind, event.version or "", " ".join(event.claims))
            for event in shown.history
        ]
        yield make_table(EVENT_HEADER, events)


def _line_of(words: str) -> str:
    """Words on one line, with a blank left where one parts them from the mark."""
    opening, closing = words[:1].isspace(), words[-1:].isspace()
    return f"{' ' if opening else ''}{plain(words)}{' ' if closing else ''}"


SHOWN: View[Shown] = View(
    lines=lambda shown: (_line(shown),),
    columns=COLUMNS,
    rows=lambda shown: (flat(shown.stored.claim),),
    table=_tables,
)
