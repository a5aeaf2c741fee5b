"""What the page is made of: frozen records, filled by the caller, named as the tally's records are.

The records of an incident hold the part of the tally that a page shows. `incident_of`, `difference_of` and
`match_of` take them from any records that have fields of those names.
"""

from collections.abc import Iterable
from datetime import date

import msgspec

from recuento.model import Claim, PlaceRef, Problem, Report

Value = float | int | None


class PageFigure(msgspec.Struct, frozen=True, kw_only=True):
    """One figure of a row with its exact words.

    `parts` stand under it; `counted` is false for a figure that is denied, feared or the like; `origin` is
    the report that stands for all that depend on each other (copies and relays), where that is known.
    """

    claim: str
    report: str
    number: str
    quote: str
    low: Value
    high: Value
    qualifier: str
    modality: str = "asserted"
    when: str | None = None
    counted: bool = True
    explicit: bool = True
    group: str | None = None
    origin: str = ""
    restated: tuple[str, ...] = ()
    parts: tuple["PageFigure", ...] = ()


class PageRow(msgspec.Struct, frozen=True, kw_only=True):
    """What one source says of one measure, unit and group in one incident.

    `named` is the words that tell the group from people in general; `people`, that they only name a people.
    """

    measure: str
    unit: str
    group: str | None = None
    named: tuple[str, ...] = ()
    people: bool = False
    facets: dict[str, str] = {}
    source: str
    source_kind: str
    low: Value
    high: Value
    figures: tuple[PageFigure, ...]


class PageTotal(msgspec.Struct, frozen=True, kw_only=True):
    """The range of one measure and unit over the sources of an incident; `method` is a code of the tally."""

    measure: str
    unit: str
    low: Value
    best: Value
    high: Value
    sources: tuple[str, ...]
    method: str


class PageIncident(msgspec.Struct, frozen=True, kw_only=True):
    """One incident with its rows and ranges. `role` is main, other, background or aggregate."""

    id: str
    role: str
    incident_type: str
    when: str | None
    place: PlaceRef | None
    reports: tuple[str, ...]
    claims: tuple[str, ...]
    rows: tuple[PageRow, ...] = ()
    totals: tuple[PageTotal, ...] = ()


class PageDifference(msgspec.Struct, frozen=True, kw_only=True):
    """How two figures stand to each other.

    Relation, kind, state and explanation are codes of the vocabulary.
    """

    id: str
    relation: str
    kind: str
    reason: str
    measure: str
    left: str
    right: str
    left_speaker: str
    right_speaker: str
    state: str = "open"
    explanation: str | None = None


class PageFigureMatch(msgspec.Struct, frozen=True, kw_only=True):
    """One figure against one day of a series: `outcome` is exact, compatible, missed or unknown."""

    claim: str
    column: str
    value: int | None
    outcome: str


class PageMatch(msgspec.Struct, frozen=True, kw_only=True):
    """How well one day of a series carries a report's figures; `proposed` is an as-of date, undecided."""

    report: str
    series: str
    source: str
    date: date
    figures: tuple[PageFigureMatch, ...]
    exact: int
    compatible: int
    missed: int
    proposed: str | None = None


class PageToll(msgspec.Struct, frozen=True, kw_only=True):
    """A running toll against the series that it names; `status` and `basis` are codes of the series stage.

    `by` is how much the toll is above (or, negative, below) the value of the series, `since` the day since
    which the same voice departs.
    """

    report: str
    claim: str
    series: str
    source: str
    column: str
    status: str
    as_of: date | None = None
    basis: str | None = None
    day: date | None = None
    value: int | None = None
    by: Value = None
    since: date | None = None


class PageSeriesLine(msgspec.Struct, frozen=True, kw_only=True):
    """A column of a series about the days of the tolls (`claims`) held against it, drawn behind them."""

    series: str
    source: str
    column: str
    claims: tuple[str, ...]
    days: tuple[tuple[date, int], ...]


class PageContent(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a page shows: nothing is read elsewhere, and `made` (EDTF) is given, not a clock's.

    `profile` names the rules that turned vague words into bounds. Claims of a report that is not here, and
    rows and differences of a claim that is not here, are an error: leave them out together. `exact_points`
    allows maps to show where a place finer than a settlement lies.
    """

    title: str
    version: str
    profile: str
    made: str | None = None
    reports: tuple[Report, ...] = ()
    claims: tuple[Claim, ...] = ()
    incidents: tuple[PageIncident, ...] = ()
    differences: tuple[PageDifference, ...] = ()
    problems: tuple[Problem, ...] = ()
    matches: tuple[PageMatch, ...] = ()
    tolls: tuple[PageToll, ...] = ()
    series_lines: tuple[PageSeriesLine, ...] = ()
    exact_points: bool = False


def incident_of(
    account: object, *, rows: Iterable[object] = (), totals: Iterable[object] = ()
) -> PageIncident:
    """The incident of an account, its rows and totals: any records with fields of the names used here.

    Raises msgspec.ValidationError where a field is missing or of another type.
    """
    bare = msgspec.convert(account, PageIncident, from_attributes=True)
    return msgspec.structs.replace(
        bare,
        rows=tuple(msgspec.convert(row, PageRow, from_attributes=True) for row in rows),
        totals=tuple(msgspec.convert(total, PageTotal, from_attributes=True) for total in totals),
    )


def difference_of(difference: object) -> PageDifference:
    """The difference of any record with fields of the names used here.

    Raises msgspec.ValidationError where a field is missing or of another type.
    """
    return msgspec.convert(difference, PageDifference, from_attributes=True)


def match_of(match: object) -> PageMatch:
    """The match of any record with fields of the names used here.

    Raises msgspec.ValidationError where a field is missing or of another type.
    """
    return msgspec.convert(match, PageMatch, from_attributes=True)


def toll_of(toll: object) -> PageToll:
    """The toll of any record with fields of the names used here.

    Raises msgspec.ValidationError where a field is missing or of another type.
    """
    return msgspec.convert(toll, PageToll, from_attributes=True)
