"""The tally of one incident: rows by measure, group and source, in exact words; nothing unlike is pooled."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from recuento.model import Claim, Figure, IncidentAccount, Report
from recuento.relations.figures import NOT_COUNTED, figures_of, first_statement, is_part, whole_of
from recuento.tally.groups import Group, facet_key, group_of
from recuento.tally.records import TallyFigure, TallyRow
from recuento.tally.sources import WRITER, language_of, speaker_of
from recuento.tally.victims import is_one_victim, person_of, tells_hit, told_dead
from recuento.tally.words import counts_of_harmed, tally_words


class Telling(NamedTuple):
    """The figures of an incident, the reports that tell them, and who of those hit is told as dead too.

    `groups` is, by report, the report that stands for those that depend on each other.
    """

    figures: Mapping[str, Figure]
    reports: Mapping[str, Report]
    dead: frozenset[str]
    groups: Mapping[str, str]


RowKey = tuple[str, str, tuple[tuple[str, str], ...], tuple[str, ...], str]


def tally(
    account: IncidentAccount,
    claims: Sequence[Claim],
    *,
    reports: Sequence[Report] = (),
    groups: Mapping[str, str] | None = None,
) -> tuple[TallyRow, ...]:
    """What each source says of each measure in an incident, in its exact words.

    A row is one measure, unit, group and source. Parts stand under their whole and are never added; a
    restatement is named at its first statement and counts once; denied, feared, threatened and retracted
    figures are listed but not counted, nor is one person hit who is told as dead (`told_dead`); an open bound
    leaves the row open. `reports` gives the outlets that speak where nobody is named; `groups` is, by report,
    the one that stands for those that depend on each other.
    """
    wanted = set(account.claims)
    figures = figures_of([claim for claim in claims if claim.id in wanted])
    known = {report.id: report for report in reports}
    rows: dict[RowKey, list[Figure]] = {}
    for figure in figures.values():
        if first_statement(figure, figures).id == figure.id and not _shown_under_whole(figure, figures):
            rows.setdefault(_row_key(figure, known), []).append(figure)
    telling = Telling(figures, known, told_dead(figures.values(), known), groups or {})
    made = [_row(account, held, telling) for held in rows.values()]
    return tuple(sorted(made, key=_row_order))


def _shown_under_whole(figure: Figure, figures: Mapping[str, Figure]) -> bool:
    """Whether a part has a whole of the same measure and unit to stand under; safe against circles."""
    whole = whole_of(figure, figures)
    seen = {figure.id}
    while whole is not None and whole.id not in seen:
        if (whole.measure, whole.unit) != (figure.measure, figure.unit):
            return False
        if not is_part(whole) or whole_of(whole, figures) is None:
            return True
        seen.add(whole.id)
        whole = whole_of(whole, figures)
    return False


def _group(figure: Figure, reports: Mapping[str, Report]) -> Group:
    return group_of(figure, tally_words(language_of(reports.get(figure.report))))


def _row_key(figure: Figure, reports: Mapping[str, Report]) -> RowKey:
    group = _group(figure, reports)
    words = () if group.facets else tuple(sorted(group.words))
    return figure.measure, figure.unit, facet_key(figure), words, speaker_of(figure, reports).key


def _row_order(row: TallyRow) -> tuple[str, str, str, str, str, str]:
    first = row.figures[0]
    return row.measure, row.unit, str(sorted(row.facets.items())), row.group or "", row.source, first.claim


def _row(
    account: IncidentAccount,
    held: Sequence[Figure],
    telling: Telling,
) -> TallyRow:
    shown = tuple(_shown(figure, telling, frozenset()) for figure in held)
    first, speaker = held[0], speaker_of(held[0], telling.reports)
    group = _group(first, telling.reports)
    several = len(account.reports) > 1 and speaker.name == WRITER
    low, high = row_range(shown)
    return TallyRow(
        account=account.id,
        measure=first.measure,
        unit=first.unit,
        group=first.group,
        facets=dict(facet_key(first)),
        named=tuple(sorted(group.words)),
        people=group.people,
        source=f"{WRITER} of {first.report}" if several else speaker.name,
        source_kind=speaker.kind,
        low=low,
        high=high,
        figures=shown,
    )


def _shown(figure: Figure, telling: Telling, above: frozenset[str]) -> TallyFigure:
    figures, report = telling.figures, telling.reports.get(figure.report)
    parts = [] if figure.id in above else _parts(figure, figures)
    restated = [
        f.id for f in figures.values() if f.id != figure.id and first_statement(f, figures).id == figure.id
    ]
    return TallyFigure(
        claim=figure.id,
        report=figure.report,
        number=figure.number,
        quote=figure.quote,
        low=figure.low,
        high=figure.high,
        qualifier=figure.qualifier,
        modality=figure.modality,
        when=figure.when,
        counted=figure.modality not in NOT_COUNTED and figure.id not in telling.dead,
        explicit=figure.explicit,
        group=figure.group,
        published=report.published if report is not None else None,
        person=person_of(figure) if is_one_victim(figure) else None,
        hit=tells_hit(figure, telling.reports),
        of_harmed=counts_of_harmed(
            figure.quote, figure.number, figure.group, tally_words(language_of(report))
        ),
        origin=telling.groups.get(figure.report, figure.report),
        restated=tuple(restated),
        parts=tuple(_shown(part, telling, above | {figure.id}) for part in parts),
    )


def _parts(whole: Figure, figures: Mapping[str, Figure]) -> list[Figure]:
    """The first statements of the parts of a whole, of its measure and unit, in the order of the text."""
    found = []
    for figure in figures.values():
        its_whole = whole_of(figure, figures)
        same_kind = (figure.measure, figure.unit) == (whole.measure, whole.unit)
        first = first_statement(figure, figures).id == figure.id != whole.id
        if its_whole is not None and its_whole.id == whole.id and same_kind and first:
            found.append(figure)
    return found


def row_range(shown: Sequence[TallyFigure]) -> tuple[float | int | None, float | int | None]:
    """The range of the counted figures: open (None) at an end where any is, or where none is counted."""
    counted = [figure for figure in shown if figure.counted]
    lows, highs = [figure.low for figure in counted], [figure.high for figure in counted]
    low = min((low for low in lows if low is not None), default=None) if None not in lows else None
    high = max((high for high in highs if high is not None), default=None) if None not in highs else None
    return low, high
