"""Incidents as the page shows them: headings, ranges, plots and the table of figures by source."""

from collections.abc import Iterator, Sequence

import msgspec

from recuento.export.accounts import Accounts, accounts_of
from recuento.export.content import PageIncident
from recuento.export.differences import Standing
from recuento.export.index import Index
from recuento.export.lines import FigureLine, figure_lines
from recuento.export.map import PlaceMap, Regions, place_map
from recuento.export.plot import Tick, bar_of, is_hollow, scale_of
from recuento.export.timeline import Timeline, timelines

AGGREGATE = "aggregate"
MOST_BARS = 60  # a plot of more figures is longer than what it shows is worth; they stand in the table


class Plot(msgspec.Struct, frozen=True, kw_only=True):
    """One plot: figures of one measure and unit, each with its bar, over one scale."""

    heading: str
    log: bool
    ticks: tuple[tuple[Tick, str], ...]
    lines: tuple[FigureLine, ...]


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """What the views of a page are made with: how figures stand to each other, and maps drawn once each."""

    standing: Standing
    regions: Regions


class IncidentView(msgspec.Struct, frozen=True, kw_only=True):
    """One incident of the page, or the running tolls of one place.

    `accounts` are side by side where several sources tell of one incident; else `lines` are a plain table.
    """

    anchor: str
    heading: str
    role: str | None
    held: tuple[PageIncident, ...]
    facts: tuple[str, ...]
    totals: tuple[tuple[str, str, str], ...]
    reports: tuple[str, ...]
    plots: tuple[Plot, ...]
    timelines: tuple[Timeline, ...]
    map: PlaceMap | None
    accounts: Accounts | None
    lines: tuple[FigureLine, ...]


def incident_views(index: Index, drawing: Drawing) -> tuple[IncidentView, ...]:
    """The incidents that have figures, in the order given, without running tolls."""
    told = [each for each in index.content.incidents if each.role != AGGREGATE and each.rows]
    return tuple(
        _view(index, drawing, f"i{n}", (each,), _heading(index, each)) for n, each in enumerate(told, 1)
    )


def running_views(index: Index, drawing: Drawing) -> tuple[IncidentView, ...]:
    """Running tolls and states, those of one place together and in order of their dates."""
    places: dict[str, list[PageIncident]] = {}
    for each in index.content.incidents:
        if each.role == AGGREGATE and each.rows:
            name = each.place.name if each.place else index.messages.label["no_place"]
            places.setdefault(name, []).append(each)
    return tuple(
        _view(index, drawing, f"t{n}", tuple(held), name) for n, (name, held) in enumerate(places.items(), 1)
    )


def _view(
    index: Index, drawing: Drawing, anchor: str, held: tuple[PageIncident, ...], heading: str
) -> IncidentView:
    first = held[0]
    alone = first if len(held) == 1 and first.role != AGGREGATE else None
    rows = [row for each in held for row in each.rows]
    lines = list(figure_lines(index, rows, dated=alone is None))
    lines.sort(key=lambda line: index.messages.rank("measure", line.measure))
    several = alone is not None and len({line.source.number for line in lines}) > 1
    return IncidentView(
        anchor=anchor,
        heading=heading,
        role=index.messages.code("role", alone.role) if alone else None,
        held=held,
        facts=_facts(index, held),
        totals=tuple(_totals(index, alone)) if alone else (),
        reports=tuple(dict.fromkeys(report for each in held for report in each.reports)),
        plots=tuple(_plots(index, lines)),
        timelines=tuple(timelines(index, anchor, lines)),
        map=_map(drawing.regions, first, exact_points=index.content.exact_points),
        accounts=accounts_of(index, lines, drawing.standing) if several else None,
        lines=tuple(lines),
    )


def _map(regions: Regions, incident: PageIncident, *, exact_points: bool) -> PlaceMap | None:
    return place_map(regions, incident.place, exact_points=exact_points) if incident.place else None


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


def _plots(index: Index, lines: Sequence[FigureLine]) -> Iterator[Plot]:
    """A plot for each measure and unit of which two figures or more, and not too many, have a bound."""
    words = index.messages
    for measure, unit in dict.fromkeys((line.measure, line.unit) for line in lines):
        held = [line for line in lines if (line.measure, line.unit) == (measure, unit)]
        scale = scale_of([(line.figure.low, line.figure.high) for line in held])
        drawn = []
        for line in held:
            bar = bar_of(scale, line.figure.low, line.figure.high, hollow=is_hollow(line.figure))
            drawn.append(msgspec.structs.replace(line, bar=bar))
        if 1 < sum(line.bar is not None for line in drawn) <= MOST_BARS:
            yield Plot(
                heading=words.label["plot"].format(measure=held[0].counted),
                log=scale.log,
                ticks=tuple((tick, words.number(tick.value)) for tick in scale.ticks),
                lines=tuple(drawn),
            )
