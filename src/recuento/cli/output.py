"""Results to stdout, one record at a time: JSON Lines, CSV, or tables for people."""

import csv
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

import msgspec

if TYPE_CHECKING:
    from rich.console import RenderableType

T = TypeVar("T")
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for the beginning of a formula
UNSEEN_WIDTH = 160  # columns of a table that is not shown on a terminal


class Format(StrEnum):
    """How results are printed."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


class View(NamedTuple, Generic[T]):
    """How records of one kind are shown: as lines of JSON, as rows under columns, and as a table.

    `table` gives what Rich can print and is called with all records, so that it may stream.
    """

    lines: Callable[[T], Iterable[Any]]
    columns: tuple[str, ...]
    rows: Callable[[T], Iterable[Mapping[str, object]]]
    table: Callable[[Iterator[T]], "Iterator[RenderableType]"]


def format_for(wanted: Format | None, *, default: Format | None = None) -> Format:
    """The format asked for, else the command's own default, else a table on a terminal, else JSON Lines."""
    return wanted or default or (Format.table if sys.stdout.isatty() else Format.jsonl)


def show(records: Iterable[T], view: View[T], wanted: Format | None, *, default: Format | None = None) -> int:
    """Print records to stdout as they come, each flushed: what reads them need not wait for the last.

    Returns how many there were.
    """
    kind = format_for(wanted, default=default)
    counted = Counted(records)
    if kind is Format.table:
        write_tables(view.table(iter(counted)))
    elif kind is Format.csv:
        write_csv(view.columns, (view.rows(record) for record in counted))
    else:
        write_lines(view.lines(record) for record in counted)
    return counted.count


class Counted(Generic[T]):
    """Items that are counted as they pass."""

    def __init__(self, items: Iterable[T]) -> None:
        self._items = items
        self.count = 0

    def __iter__(self) -> Iterator[T]:
        for item in self._items:
            self.count += 1
            yield item


def write_lines(groups: Iterable[Iterable[Any]]) -> None:
    """Print groups of records as JSON Lines, flushed after each group."""
    encoder = msgspec.json.Encoder()
    for group in groups:
        sys.stdout.write("".join(encoder.encode(record).decode() + "\n" for record in group))
        sys.stdout.flush()


def write_csv(columns: tuple[str, ...], groups: Iterable[Iterable[Mapping[str, object]]]) -> None:
    """Print groups of rows as CSV with a header (RFC 4180), flushed after each group."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow(columns)
    _flush(held)
    for group in groups:
        for row in group:
            writer.writerow([cell(row.get(column)) for column in columns])
        _flush(held)


def _flush(held: io.StringIO) -> None:
    sys.stdout.write(held.getvalue())
    sys.stdout.flush()
    held.seek(0)
    held.truncate()


def cell(value: object) -> str:
    """A value as a cell: empty for none, a number plain, words guarded so that no spreadsheet runs them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping):
        words = "; ".join(f"{key}={held}" for key, held in value.items())
    elif isinstance(value, list | tuple):
        words = "; ".join(str(held) for held in value)
    else:
        words = str(value)
    return f"'{words}" if words.startswith(FORMULA) else words


def table_width() -> int:
    """How wide a table may be: what COLUMNS says, else the width of the terminal."""
    return get_terminal_size((UNSEEN_WIDTH, 24)).columns


def write_tables(renderables: "Iterable[RenderableType]") -> None:
    """Print what Rich can print, one after another."""
    from rich.console import Console  # noqa: PLC0415 - 50 ms at start-up, and only a table needs it

    console = Console(file=sys.stdout, width=table_width(), highlight=False, markup=False, emoji=False)
    for renderable in renderables:
        console.print(renderable)
        sys.stdout.flush()
