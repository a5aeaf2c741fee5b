"""Which days of which series carry a report's figures: counted figure by figure, proposed, never applied."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from recuento.model import Figure
from recuento.series.compare import outcome, telling, weighty
from recuento.series.records import Column, Day, FigureMatch, Match, Series
from recuento.series.words import facets_named, plain

NOT_COUNTED = ("denied", "feared", "projected", "threatened", "retracted")
# A lone number of two digits stands in some row of any long series by chance; four digits, or two figures of
# two, seldom do. Among 1,600 days a given number of four digits is met by chance in well under one day.
PROPOSAL_DIGITS = 4


def match(figures: Sequence[Figure], series: Sequence[Series], *, top: int = 5) -> tuple[Match, ...]:
    """The days of the series that carry the figures of each report, best first, at most `top` a report.

    A figure takes part where its measure and group are those of a column; one that states another again takes
    no part. An exact figure matches an equal value; an approximate or bounded one that the value fits counts
    less; a day that says otherwise counts against. Best is by most exact matches, then fewest misses, then
    most compatible, then date. A day is listed only where a figure of at least two digits matches, and bounds
    alone ("more than 100") match no day.
    """
    by_report: dict[str, list[Figure]] = {}
    for figure in sorted(figures, key=lambda f: (f.report, f.start, f.id)):
        if figure.same_as is None and figure.modality not in NOT_COUNTED:
            by_report.setdefault(figure.report, []).append(figure)
    found = []
    for report in sorted(by_report):
        ranked = sorted(_days_of(report, by_report[report], series), key=_rank)
        found += [_marked(ranked, at) for at in range(min(top, len(ranked)))]
    return tuple(found)


def _rank(found: Match) -> tuple[int, int, int, str, str]:
    return -found.exact, found.missed, -found.compatible, found.date.isoformat(), found.series


def _days_of(report: str, figures: Sequence[Figure], series: Sequence[Series]) -> Iterator[Match]:
    for one in series:
        columns = {figure.id: column for figure in figures if (column := column_for(figure, one)) is not None}
        part = [figure for figure in figures if figure.id in columns]
        for day in one.days if any(weighty(figure) for figure in part) else ():
            found = _against(report, part, columns, (one, day))
            if found.exact or found.compatible > found.missed:
                yield found


def _against(
    report: str, figures: Sequence[Figure], columns: Mapping[str, Column], place: tuple[Series, Day]
) -> Match:
    series, day = place
    held = [(figure, _figure_match(figure, columns[figure.id], day)) for figure in figures]
    counts = [one.outcome for figure, one in held if weighty(figure) and telling(one.outcome, day.qualifier)]
    return Match(
        report=report,
        series=series.name,
        source=series.source,
        date=day.date,
        figures=tuple(one for _, one in held),
        exact=counts.count("exact"),
        compatible=counts.count("compatible"),
        missed=counts.count("missed"),
    )


def _figure_match(figure: Figure, column: Column, day: Day) -> FigureMatch:
    value = day.values[column.name]
    return FigureMatch(
        claim=figure.id,
        number=figure.number,
        measure=figure.measure,
        group=figure.group,
        column=column.name,
        value=value,
        outcome=outcome(figure, value, day.qualifier),
    )


def _marked(ranked: Sequence[Match], at: int) -> Match:
    """The match with its proposal: only the first, where none equals it and it can't well be chance."""
    best = ranked[at]
    others = ranked[1:] if at == 0 else ranked[:1]
    if at > 0 or any(_rank(other)[:2] == _rank(best)[:2] for other in others):
        return best
    digits = sum(
        len(str(one.value)) for one in best.figures if one.outcome == "exact" and (one.value or 0) > 9
    )
    sure = digits >= PROPOSAL_DIGITS and best.exact > best.missed
    return replace(best, unique=True, proposed=best.date.isoformat() if sure else None)


def column_for(figure: Figure, series: Series) -> Column | None:
    """The column of a series that counts what the figure counts: its measure, of people, and its group."""
    if figure.unit != "person":
        return None
    facets, words = _group(figure)
    fitting = [column for column in series.columns if column.measure == figure.measure]
    for column in fitting:
        if column.group is not None and (
            _facets(column.facets) == facets != {} or plain(column.group) == words
        ):
            return column
    # Words that no pack knows ("residents") may be everybody's name; a part of a whole never is.
    part = figure.subset_of is not None or figure.remainder_of is not None
    whole = next((column for column in fitting if column.group is None), None)
    return whole if not facets and not part else None


def _group(figure: Figure) -> tuple[dict[str, str], str]:
    stated = _facets(figure.facets)
    if not stated and figure.group is not None:
        stated = _facets(facets_named(figure.group))
    return stated, plain(figure.group or "")


def _facets(facets: Mapping[str, str]) -> dict[str, str]:
    """The facets that tell a group apart; adult goes with women and men, and unknown states nothing."""
    return {
        key: value for key, value in facets.items() if value != "unknown" and (key, value) != ("age", "adult")
    }


def match_line(found: Match) -> dict[str, object]:
    """A match as one line of JSON Lines."""
    return {
        "report": found.report,
        "series": found.series,
        "source": found.source,
        "date": found.date.isoformat(),
        "matched": sum(one.matched for one in found.figures),
        "of": len(found.figures),
        "unique": found.unique,
        "proposed": found.proposed,
        "figures": [_figure_line(one) for one in found.figures],
    }


def _figure_line(one: FigureMatch) -> dict[str, object]:
    return {
        "claim": one.claim,
        "number": one.number,
        "measure": one.measure,
        "group": one.group,
        "column": one.column,
        "value": one.value,
        "matched": one.matched,
        "outcome": one.outcome,
    }
