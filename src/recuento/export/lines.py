"""The figures of an incident as lines: what each says, of whom, in which words, as of which date."""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from recuento.export.content import PageFigure, PageRow
from recuento.export.index import Anchor, Index, Passage, Source
from recuento.export.plot import Bar
from recuento.model import AsOf, Figure, as_of

TOLLS = ("cumulative", "stock", "background")


class FigureLine(msgspec.Struct, frozen=True, kw_only=True):
    """A figure in a table of an incident, and its `bar` once it is on a plot. `notes` say how it is held.

    `told` is the group that the row is of, as a key: nothing for everybody. `dated` is the day as of which
    the figure is said, where that is known.
    """

    figure: PageFigure
    measure: str
    unit: str
    source: Source
    anchor: Anchor
    depth: int
    group: Passage | None
    told: tuple[str, ...]
    quote: Passage
    counted: str
    value: str
    when: str | None
    dated: AsOf | None
    report: str
    notes: tuple[str, ...]
    bar: Bar | None = None

    @property
    def day(self) -> date | None:
        """The day as of which the figure is said."""
        return self.dated.day if self.dated else None


def figure_lines(index: Index, rows: Iterable[PageRow], *, dated: bool) -> Iterator[FigureLine]:
    """The figures of rows, each with its parts behind it; by unit and date where `dated`, else as given."""
    held = [(row, figure) for row in rows for figure in row.figures]
    if dated:
        held.sort(key=lambda pair: (pair[0].unit, pair[1].when or ""))
    for row, figure in held:
        yield from _nested(index, row, (figure,), ())


def _nested(
    index: Index, row: PageRow, figures: Iterable[PageFigure], above: tuple[tuple[str, ...], ...]
) -> Iterator[FigureLine]:
    """The lines of figures that are parts of groups `above`, the nearest last."""
    for figure in figures:
        line = _line(index, row, figure, above)
        yield line
        yield from _nested(index, row, figure.parts, (*above, line.told))


def _line(index: Index, row: PageRow, figure: PageFigure, above: tuple[tuple[str, ...], ...]) -> FigureLine:
    words = index.messages
    depth = len(above)
    group = figure.group or (row.group if depth == 0 else None)
    counted = words.code("measure", row.measure)
    told = () if row.people else row.named
    if above:
        # An empty word between whole and part, so that parts sort behind their whole and before other groups.
        told = (*above[-1], "", (figure.group or "").casefold())
    return FigureLine(
        figure=figure,
        measure=row.measure,
        unit=row.unit,
        source=index.source(row.source),
        anchor=index.anchors[figure.claim],
        depth=depth,
        group=index.passage(group, figure.report) if group else None,
        told=told,
        quote=index.passage(figure.quote, figure.report),
        counted=counted if row.unit == "person" else f"{counted} ({words.code('unit', row.unit)})",
        value=words.value(figure.low, figure.high, figure.qualifier),
        when=figure.when,
        dated=as_of(index.claims[figure.claim], index.reports[figure.report]),
        report=figure.report,
        notes=tuple(_notes(index, figure)),
    )


def _notes(index: Index, figure: PageFigure) -> Iterator[str]:
    words = index.messages
    claim = index.claims[figure.claim]
    if figure.qualifier == "vague":
        yield words.label["vague"]
    if figure.modality != "asserted":
        yield words.code("modality", figure.modality)
    if not figure.counted:
        yield words.table["not_counted"]
    if not figure.explicit:
        yield words.label["implied"]
    if isinstance(claim, Figure) and claim.scope in TOLLS:
        yield words.code("scope", claim.scope)
