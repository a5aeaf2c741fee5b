"""What `verify` looked at and found."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from recuento.cli.output import View
from recuento.cli.speech import tell
from recuento.cli.views.tables import make_table
from recuento.ledger import Verification

if TYPE_CHECKING:
    from rich.console import RenderableType

COUNTS = ("links", "sources", "readings", "claims", "head")
HEADER = ("the ledger is", *COUNTS)
COLUMNS = (*COUNTS, "whole", "first_broken", "slug", "link", "subject", "message")


def _line(found: Verification) -> dict[str, object]:
    return {
        **{name: getattr(found, name) for name in COUNTS},
        "whole": found.whole,
        "first_broken": _first_broken(found),
        "findings": found.findings,
    }


def _first_broken(found: Verification) -> int | None:
    return found.findings[0].link if found.findings else None


def _rows(found: Verification) -> Iterator[dict[str, object]]:
    """One row a finding; a whole ledger has one row with no finding."""
    shared = _line(found)
    del shared["findings"]
    for finding in found.findings:
        yield shared | msgspec.structs.asdict(finding)
    if found.whole:
        yield shared


def _tables(all_found: Iterator[Verification]) -> "Iterator[RenderableType]":
    for found in all_found:
        state = tell("whole" if found.whole else f"broken: first at link {_first_broken(found)}")
        yield make_table(HEADER, [(state, *(str(getattr(found, name)) for name in COUNTS))])


VERIFICATION: View[Verification] = View(
    lines=lambda found: (_line(found),), columns=COLUMNS, rows=_rows, table=_tables
)
