"""Tables of plain cells."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from recuento.cli.speech import wording
from recuento.cli.words import plain

if TYPE_CHECKING:
    from rich.console import RenderableType

COUNTED = ("killed", "injured", "reports", "sources", "differences")
NUMBERS = ("count", "low", "high", "best", "matched", "rows", "links", *COUNTED)
WHOLE = ("claim", "incident", "when", "date", "count", *COUNTED)  # columns whose cells are not broken

Stack = str | tuple[str, ...]  # the words of a cell, or of its lines one under another


def make_table(
    header: Sequence[Stack], rows: Iterable[Sequence[Stack]], *, title: str = "", close: bool = False
) -> "RenderableType":
    """A table with a rule under its header. Cells are words of anybody: shown, never obeyed.

    A column may hold several things one under another, as its head does; the first says how it is shown.
    `close` leaves less space between columns.
    """
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - Rich costs 50 ms at start-up, and only a table needs it
    from rich.console import Group  # noqa: PLC0415 - as above
    from rich.table import Table  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    table = Table(box=SIMPLE_HEAD, pad_edge=False, collapse_padding=close)
    told = wording()
    for head in header:
        names = _lines(head)
        justify: Literal["right", "left"] = "right" if names[0] in NUMBERS else "left"
        shown = "\n".join(told.head(name) for name in names)
        table.add_column(shown, justify=justify, overflow="fold", no_wrap=names[0] in WHOLE)
    for row in rows:
        table.add_row(*(Text("\n".join(_shown(line) for line in _lines(cell))) for cell in row))
    # A title of the table's own would be broken at the table's width.
    return Group(Text(plain(title), style="bold"), table) if title else table


def _lines(cell: Stack) -> tuple[str, ...]:
    return (cell,) if isinstance(cell, str) else cell


def _shown(line: str) -> str:
    """A line as it is shown. One that is indented keeps its blanks: it is a part of the one above."""
    return " " * (len(line) - len(line.lstrip(" "))) + plain(line)
