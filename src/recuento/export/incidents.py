"""Incidents as the page shows them: headings, ranges, plots and the table of figures by source."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from recuento.export.content import PageFigure, PageIncident, PageRow
from recuento.export.index import Anchor, Index, Passage, Source
from recuento.export.plot import Bar, Tick, bar_of, scale_of
from recuento.model import Figure

INEXACT = ("about", "nearly", "vague")
AGGREGATE = "aggregate"


class FigureLine(msgspec.Struct, frozen=True, kw_only=True):
    """A figure in a table of an incident, and its `bar` once it is on a plot. `notes` say how it is held."""

    figure: PageFigure
    measure: str
    unit: str
    source: Source
    anchor: Anchor
    depth: int
    group: Passage | None
    quote: Passage
    counted: str
    value: str
    when: str | None
    report: str
    notes: tuple[str, ...]
    bar: Bar | None = None


class Plot(msgspec.Struct, frozen=True, kw_only=True):
    """One plot: figures of one measure and unit, each with its bar, over one scale."""

    heading: str
    log: bool
    ticks: tuple[tuple[Tick, str], ...]
    lines: tuple[FigureLine, ...]


class IncidentView(msgspec.Struct, frozen=True, kw_only=True):
    """One incident of the page, or the running tolls of one place."""

    anchor: str
    heading: str
    role: str | None
    facts: tuple[str, ...]
    totals: tuple[tuple[str, str, str], ...]
    reports: tuple[str, ...]
    plots: tuple[Plot, ...]
    lines: tuple[FigureLine, ...]


def incident_views(index: Index) -> tuple[IncidentView, ...]:
    """The incidents that have figures, in the order given, without running tolls."""
    told = [each for each in index.content.incidents if each.role != AGGREGATE and each.rows]
    return tuple(_view(index, f"i{n}", (each,), _heading(index, each)) for n, each in enumerate(told, 1))


def running_views(index: Index) -> tuple[IncidentView, ...]:
    """Running tolls and states, those of one place together and in order of their dates."""
    places: dict[str, list[PageIncident]] = {}
    for each in index.content.incidents:
        if each.role == AGGREGATE and each.rows:
            name = each.place.name if each.place else index.messages.label["no_place"]
            places.setdefault(name, []).append(each)
    return tuple(_view(index, f"t{n}", held, name) for n, (name, held) in enumerate(places.items(), 1))


def _view(index: Index, anchor: str, held: Sequence[PageIncident], heading: str) -> IncidentView:
    first = held[0]
    alone = first if len(held) == 1 and first.role != AGGREGATE else None
    rows = [row for each in held for row in each.rows]
    lines = list(_lines(index, rows, dated=alone is None))
    lines.sort(key=lambda line: index.messages.rank("measure", line.measure))
    return IncidentView(
        anchor=anchor,
        heading=heading,
        role=index.messages.code("role", alone.role) if alone else None,
        facts=_facts(index, held),
        totals=tuple(_totals(index, alone)) if alone else (),
        reports=tuple(dict.fromkeys(report for each in held for report in each.reports)),
        plots=tuple(_plots(index, lines)),
        lines=tuple(lines),
    )


def _heading(index: Index, incident: PageIncident) -> str:
    parts = [index.messages.code("incident_type", incident.incident_type)]
    if incident.place is not None:
        parts.append(incident.place.name)
    if incident.when is not None:
        parts.append(index.messages.date(incident.when))
    return ", ".join(parts)


def _facts(index: Index, held: Sequence[PageIncident]) -> tuple[str, ...]:
    reports = {report for each in held for report in each.reports}
    sources = {row.source for each in held for row in each.rows}
    return index.messages.count("sources", len(sources)), index.messages.count("reports", len(reports))


def _totals(index: Index, incident: PageIncident) -> Iterator[tuple[str, str, str]]:
    """What is counted, its range, and how that was reckoned."""
    words = index.messages
    for total in sorted(incident.totals, key=lambda total: words.rank("measure", total.measure)):
        shown = words.value(total.low, total.high)
        if total.best is not None and total.low != total.high:
            shown += "; " + words.label["best"].format(best=words.number(total.best))
        counted = words.code("measure", total.measure)
        if total.unit != "person":
            counted += f" ({words.code('unit', total.unit)})"
        method = f"{words.count('sources', len(total.sources))}, {words.code('method', total.method)}"
        yield counted, shown, method


def _lines(index: Index, rows: Iterable[PageRow], *, dated: bool) -> Iterator[FigureLine]:
    """The figures of rows, each with its parts behind it; by unit and date where `dated`, else as given."""
    held = [(row, figure) for row in rows for figure in row.figures]
    if dated:
        held.sort(key=lambda pair: (pair[0].unit, pair[1].when or ""))
    for row, figure in held:
        yield from _nested(index, row, (figure,), 0)


def _nested(index: Index, row: PageRow, figures: Iterable[PageFigure], depth: int) -> Iterator[FigureLine]:
    for figure in figures:
        yield _line(index, row, figure, depth)
        yield from _nested(index, row, figure.parts, depth + 1)


def _line(index: Index, row: PageRow, figure: PageFigure, depth: int) -> FigureLine:
    words = index.messages
    group = figure.group or (row.group if depth == 0 else None)
    counted = words.code("measure", row.measure)
    return FigureLine(
        figure=figure,
        measure=row.measure,
        unit=row.unit,
        source=index.source(row.source),
        anchor=index.anchors[figure.claim],
        depth=depth,
        group=index.passage(group, figure.report) if group else None,
        quote=index.passage(figure.quote, figure.report),
        counted=counted if row.unit == "person" else f"{counted} ({words.code('unit', row.unit)})",
        value=words.value(figure.low, figure.high, figure.qualifier),
        when=figure.when,
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
    if isinstance(claim, Figure) and claim.scope in ("cumulative", "stock", "background"):
        yield words.code("scope", claim.scope)


def _plots(index: Index, lines: Sequence[FigureLine]) -> Iterator[Plot]:
    """A plot for each measure and unit of which two figures or more have a bound."""
    words = index.messages
    for measure, unit in dict.fromkeys((line.measure, line.unit) for line in lines):
        held = [line for line in lines if (line.measure, line.unit) == (measure, unit)]
        scale = scale_of([(line.figure.low, line.figure.high) for line in held])
        drawn = []
        for line in held:
            hollow = line.figure.qualifier in INEXACT or not line.figure.counted
            bar = bar_of(scale, line.figure.low, line.figure.high, hollow=hollow)
            drawn.append(msgspec.structs.replace(line, bar=bar))
        if sum(line.bar is not None for line in drawn) > 1:
            yield Plot(
                heading=words.label["plot"].format(measure=held[0].counted),
                log=scale.log,
                ticks=tuple((tick, words.number(tick.value)) for tick in scale.ticks),
                lines=tuple(drawn),
            )
