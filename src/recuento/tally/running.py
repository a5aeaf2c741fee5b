"""Running tolls and states as series: by place, measure, group and source, in the order of their dates."""

from collections.abc import Mapping, Sequence

import msgspec

from recuento.model import Claim, Figure, PlaceRef, Report
from recuento.relations.dates import Interval, read_interval
from recuento.relations.figures import NOT_COUNTED, RUNNING, figures_of, first_statement, is_part
from recuento.relations.places import place_relation
from recuento.tally.groups import facet_key
from recuento.tally.sources import Speaker, speaker_of


class TollPoint(msgspec.Struct, frozen=True, kw_only=True):
    """What one source said at one time: `as_of` is the toll's own date, else that of its report."""

    claim: str
    report: str
    as_of: str | None
    low: float | int | None
    high: float | int | None


class RunningToll(msgspec.Struct, frozen=True, kw_only=True):
    """One source's toll or state over time. `scope` is cumulative (it grows) or stock (it may fall)."""

    scope: str
    measure: str
    unit: str
    group: str | None
    facets: dict[str, str]
    place: PlaceRef | None
    source: str
    points: tuple[TollPoint, ...]


Told = tuple[Figure, Interval | None]
Key = tuple[str, str, str, tuple[tuple[str, str], ...], str, str]


def running_tolls(claims: Sequence[Claim], reports: Sequence[Report]) -> tuple[RunningToll, ...]:
    """The series of every running toll and state, by place, measure, group and source.

    A part of a whole makes no series of its own unless its group is told by facets. What is denied, feared or
    retracted is left out.
    """
    known = {report.id: report for report in reports}
    return tuple(_series(held, known) for held in toll_groups(claims, known))


def toll_groups(claims: Sequence[Claim], reports: Mapping[str, Report]) -> list[list[Told]]:
    """The figures of each running toll with their dates, in the order of time."""
    figures = figures_of(claims)
    groups: dict[Key, list[list[Told]]] = {}
    for figure in figures.values():
        if figure.scope not in RUNNING or figure.modality in NOT_COUNTED or not figure.explicit:
            continue
        if (is_part(figure) and not facet_key(figure)) or first_statement(figure, figures).id != figure.id:
            continue
        places = groups.setdefault(_key(figure, reports), [])
        told = (figure, as_of(figure, reports))
        held = next((one for one in places if _one_place(one[0][0], figure)), None)
        if held is None:
            places.append([told])
        else:
            held.append(told)
    return [sorted(held, key=_in_time) for key in sorted(groups) for held in groups[key]]


def as_of(figure: Figure, reports: Mapping[str, Report]) -> Interval | None:
    """The days that a running figure stands for: its own date, else that of its report."""
    report = reports.get(figure.report)
    return read_interval(figure.when) or read_interval(report.published if report is not None else None)


def _in_time(told: Told) -> tuple[str, str]:
    figure, time = told
    return (time.last.isoformat() if time is not None and time.last is not None else ""), figure.id


def _key(figure: Figure, reports: Mapping[str, Report]) -> Key:
    group = "" if facet_key(figure) else " ".join((figure.group or "").casefold().split())
    source = speaker_of(figure, reports).key
    return figure.scope, figure.measure, figure.unit, facet_key(figure), group, source


def _one_place(left: Figure, right: Figure) -> bool:
    if left.place is None or right.place is None:
        return left.place is right.place
    return place_relation(left.place, right.place) == "same"


def _series(held: Sequence[Told], reports: Mapping[str, Report]) -> RunningToll:
    first = held[0][0]
    speaker: Speaker = speaker_of(first, reports)
    return RunningToll(
        scope=first.scope,
        measure=first.measure,
        unit=first.unit,
        group=first.group,
        facets=dict(facet_key(first)),
        place=first.place,
        source=speaker.name,
        points=tuple(
            TollPoint(
                claim=figure.id,
                report=figure.report,
                as_of=time.last.isoformat() if time is not None and time.last is not None else None,
                low=figure.low,
                high=figure.high,
            )
            for figure, time in held
        ),
    )
