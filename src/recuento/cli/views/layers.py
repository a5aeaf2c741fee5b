"""The items of a layer."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recuento.cli.layers import FIELDS, SHARED, Item, Layer
from recuento.cli.output import View
from recuento.cli.views.tables import make_table
from recuento.cli.words import cut

if TYPE_CHECKING:
    from rich.console import RenderableType


def view_of(layer: Layer) -> View[list[Item]]:
    """How the items of a report are shown, layer by layer alike."""
    columns = (*SHARED, *FIELDS[layer])

    def tables(all_items: Iterator[list[Item]]) -> "Iterator[RenderableType]":
        for items in all_items:
            if items:
                shown = [tuple(_words(item[name]) for name in columns[2:]) for item in items]
                yield make_table(columns[2:], shown, title=items[0]["report"])

    return View(lines=lambda items: items, columns=columns, rows=lambda items: items, table=tables)


def _words(value: object) -> str:
    if value is None:
        return ""
    return cut("; ".join(map(str, value)) if isinstance(value, tuple) else str(value), 60)
