"""Tables of plain cells."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from recuento.cli.speech import wording
from recuento.cli.words import plain

if TYPE_CHECKING:
    from rich.console import RenderableType

WHOLE = ("claim", "when", "date", "count")  # columns whose cells are not broken
NUMBERS = ("count", "low", "high", "best", "matched", "rows", "links")


def make_table(header: Sequence[str], rows: Iterable[Sequence[str]], *, title: str = "") -> "RenderableType":
    """A table with a rule under its header. Cells are words of anybody: shown, never obeyed."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - Rich costs 50 ms at start-up, and only a table needs it
    from rich.console import Group  # noqa: PLC0415 - as above
    from rich.table import Table  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    told = wording()
    for name in header:
        justify: Literal["right", "left"] = "right" if name in NUMBERS else "left"
        table.add_column(told.head(name), justify=justify, overflow="fold", no_wrap=name in WHOLE)
    for row in rows:
        # An indented cell keeps its blanks: they say that it is a part of the one above.
        table.add_row(*(Text(" " * (len(cell) - len(cell.lstrip(" "))) + plain(cell)) for cell in row))
    # A title of the table's own would be broken at the table's width.
    return Group(Text(plain(title), style="bold"), table) if title else table
