"""Links between accounts: the weight, the words of both, and the reasons."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recuento.cli.output import View
from recuento.cli.speech import tell, wording
from recuento.cli.views.tables import make_table
from recuento.cli.words import cut
from recuento.link import Link

if TYPE_CHECKING:
    from rich.console import RenderableType

STATES = ("proposed", "possible", "accepted", "rejected", "unsure")
COLUMNS = (
    *("id", "state", "weight", "left", "right", "left_report", "right_report", "left_words", "right_words"),
    *("incident", "other", "reasons", "judged_by", "judged_because"),
)
HEADER = ("state", "weight", "one", "the other", "why")
REASONS = 3  # told in a table; all stand in the lines


def _rows(link: Link) -> Iterator[dict[str, object]]:
    """One row a link; its reasons in one cell, each with its weight before it."""
    row: dict[str, object] = {name: getattr(link, name) for name in COLUMNS}
    yield row | {"reasons": [f"{reason.weight:+.2f} {reason.words}" for reason in link.reasons]}


def _tables(links: Iterator[Link]) -> "Iterator[RenderableType]":
    yield make_table(HEADER, (_cells(link) for link in links))


def _cells(link: Link) -> tuple[str, ...]:
    why = [f"{_weight(reason.weight)} {tell(reason.words)}" for reason in link.reasons[:REASONS]]
    judged = [f"{link.judged_by}: {link.judged_because}"] if link.judged_by else []
    return (
        link.state,
        _weight(link.weight),
        _side(link.left_report, link.left_words, link.left),
        _side(link.right_report, link.right_words, link.right),
        cut(" ".join([*judged, *why]), 240),
    )


def _weight(value: float) -> str:
    return wording().number(f"{value:+.1f}")


def _side(report: str, words: str, account: str) -> str:
    return f"{cut(report, 30)}: “{cut(words, 60)}” [{account[:8]}]"


LINKS: View[Link] = View(lines=lambda link: (link,), columns=COLUMNS, rows=_rows, table=_tables)
