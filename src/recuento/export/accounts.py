"""An incident's accounts side by side: one column a source, one row for what is counted and of whom."""

from collections.abc import Iterator, Sequence

import msgspec

from recuento.export.differences import Standing
from recuento.export.index import Index, Source
from recuento.export.lines import FigureLine

AGREES, SAME, ALONE, APART = "agrees", "same_account", "alone", "not_compared"
# From what a reader must look at to what explains itself; the row shows the first that holds.
ORDER = (
    *("contradicts", "differs", "different_definition", "later", "bound_compatible", "refines"),
    *(AGREES, SAME, APART, ALONE),
)
SIGNS = {
    "contradicts": "✕",
    "differs": "≠",
    "different_definition": "∦",
    "later": "→",
    "bound_compatible": "≥",
    "refines": "≈",
    AGREES: "=",
    SAME: "≡",
    APART: "·",
    ALONE: "·",
}


class Stand(msgspec.Struct, frozen=True, kw_only=True):
    """How a cell stands to others of its row: relation, sign and words, and the card that tells more."""

    relation: str
    sign: str
    words: str
    card: str | None = None


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """What one source says of one thing, and how that stands to the rest of the row."""

    source: Source
    lines: tuple[FigureLine, ...]
    stands: tuple[Stand, ...]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One row: what is counted, of whom (`part` where it is told within a whole), and a cell a column."""

    measure: str
    counted: str
    group: str | None
    part: bool
    cells: tuple[Cell, ...]


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A source with the reports in which it is heard."""

    source: Source
    reports: tuple[str, ...]


class Accounts(msgspec.Struct, frozen=True, kw_only=True):
    """The table: columns in the order in which the sources were met, rows by what is counted."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def accounts_of(index: Index, lines: Sequence[FigureLine], standing: Standing) -> Accounts:
    """The accounts side by side."""
    sources = {line.source.number: line.source for line in lines}
    columns = tuple(
        Column(
            source=source,
            reports=tuple(dict.fromkeys(x.report for x in lines if x.source.number == number)),
        )
        for number, source in sources.items()
    )
    rows = [[line for line in lines if _key(line) == key] for key in dict.fromkeys(map(_key, lines))]
    rows.sort(key=lambda held: (index.messages.rank("measure", held[0].measure), held[0].unit, held[0].told))
    return Accounts(columns=columns, rows=tuple(_row(index, held, columns, standing) for held in rows))


def _key(line: FigureLine) -> tuple[str, str, tuple[str, ...]]:
    return line.measure, line.unit, line.told


def _row(index: Index, lines: Sequence[FigureLine], columns: Sequence[Column], standing: Standing) -> Row:
    first = lines[0]
    groups = {line.group.words for line in lines if line.group}
    told = bool(first.told) or (first.depth > 0)
    return Row(
        measure=first.measure,
        counted=first.counted,
        group=sorted(groups)[0] if told and groups else None,
        part=first.depth > 0,
        cells=tuple(_cell(index, lines, column, standing) for column in columns),
    )


def _cell(index: Index, lines: Sequence[FigureLine], column: Column, standing: Standing) -> Cell:
    own = tuple(line for line in lines if line.source.number == column.source.number)
    others = [line for line in lines if line.source.number != column.source.number]
    stands = tuple(_stands(index, own, others, standing)) if own else ()
    return Cell(source=column.source, lines=own, stands=stands)


def _stands(
    index: Index, own: Sequence[FigureLine], others: Sequence[FigureLine], standing: Standing
) -> Iterator[Stand]:
    """The relations of a cell, each with the sources to which it stands so."""
    met: dict[str, dict[str, str | None]] = {}
    for line in own:
        for other in others:
            relation, card = standing.between(line.figure, other.figure)
            if relation:
                met.setdefault(relation, {}).setdefault(other.source.name, card)
    if not met:
        relation = APART if others else ALONE
        yield Stand(relation=relation, sign=SIGNS[relation], words=index.messages.stands[relation])
    for relation in sorted(met, key=ORDER.index):
        names = ", ".join(met[relation])
        yield Stand(
            relation=relation,
            sign=SIGNS[relation],
            words=index.messages.stands[relation].format(names=names),
            card=next((card for card in met[relation].values() if card), None),
        )
