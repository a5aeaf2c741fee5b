"""The whole road on one page: read, extract, ledger, link, tally, series, export. Only it knows the order."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from recuento import __version__
from recuento.export import PageContent, PageSeriesLine, difference_of, incident_of, match_of, toll_of
from recuento.extract import extract, find_layers
from recuento.extract.layers import Layers
from recuento.language import load_pack, pack_languages
from recuento.ledger import ClaimFilter, Ledger, RefusedError, SeriesRow, StoredReport, StoredSeries
from recuento.ledger import Series as LedgerSeries
from recuento.link import Link, Linked, group_of_report, link
from recuento.model import Claim, Figure, IncidentAccount, Judgement, Problem, Report, Source, UsageError
from recuento.read import ReadOptions, read_sources
from recuento.series import (
    Column,
    Day,
    Match,
    Series,
    SeriesSpec,
    TollCheck,
    check_tolls,
    load_series,
    match,
    parse_mapping,
)
from recuento.series.words import facets_named
from recuento.tally import (
    DEFAULT_METHOD,
    Difference,
    Finding,
    Reckoning,
    TallyRow,
    arithmetic,
    differences,
    incident_lines,
    tally,
    totals,
)
from recuento.vocabulary import load_profile

SLUGS = {
    "two-readings": "Both readings are its bounds: see how the text marks its numbers.",
    "refused-report": "The ledger can't hold this report and kept nothing of it: see what is said.",
}
SHORTEST_ID = 4  # digits by which an incident, an account or a claim may be named
SERIES_STEPS = 300  # steps of a series' line on the page: more than a drawing has room for
QUALIFIER, EXACTLY = "qualifier:", "exactly"


class Reading(NamedTuple):
    """A report with what the program reads in it and the trouble met on the way; or trouble alone."""

    report: Report | None
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]


class ReadPlan(msgspec.Struct, frozen=True, kw_only=True):
    """How sources are read: facts given, the profile for vague words, whether to extract what is known."""

    options: ReadOptions = ReadOptions()
    profile: str
    again: bool = False


class Gathered(NamedTuple):
    """What a ledger holds, put together by incident; `wanted` is the ids of the claims that fit the filter.

    `versions` are those of the readings.
    """

    reports: list[Report]
    claims: list[Claim]
    accounts: tuple[IncidentAccount, ...]
    wanted: frozenset[str]
    versions: frozenset[str]
    linked: Linked


@cache
def version_of(profile: str, language: str | None) -> str:
    """What a reading depends on beside the report: the program's version, the profile and the language pack.

    The last part is eight digits of the SHA-256 of profile and pack: a changed word list is a new reading.
    """
    seen = hashlib.sha256(msgspec.json.encode(load_profile(profile), order="sorted"))
    if language in pack_languages():
        folder = load_pack(str(language)).folder
        for path in sorted((*folder.glob("*.*"), *folder.glob("regions/*.*"))):
            seen.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return f"{__version__}+{profile}.{seen.hexdigest()[:8]}"


def read_claims(locators: Sequence[str], plan: ReadPlan, ledger: Ledger | None = None) -> Iterator[Reading]:
    """Read sources and extract their claims, report by report, as a stream; keep each in the ledger if given.

    A report that the ledger holds as read by this version is given from there.
    """
    for report, problems in read_reports(locators, plan.options):
        if report is None:
            yield Reading(None, (), problems)
            continue
        held = None if ledger is None or plan.again else held_claims(ledger, report, plan.profile)
        if held is not None:
            yield Reading(report, held, problems)
            continue
        claims = extract_claims(report, plan.profile)
        reading = Reading(report, claims, (*problems, *two_readings(report, claims)))
        yield reading if ledger is None else keep(ledger, reading, plan.profile)


def read_reports(
    locators: Sequence[str], options: ReadOptions
) -> Iterator[tuple[Report | None, tuple[Problem, ...]]]:
    """The reports of sources, each with the problems it carries; problems without a report come alone."""
    waiting: list[Problem] = []
    for found in read_sources(locators, options):
        if isinstance(found, Problem):
            if waiting and waiting[-1].source != found.source:
                yield None, tuple(waiting)
                waiting = []
            waiting.append(found)
            continue
        name = found.source.name if found.source else found.id
        if waiting and waiting[-1].source != name:
            yield None, tuple(waiting)
            waiting = []
        yield found, tuple(waiting)
        waiting = []
    if waiting:
        yield None, tuple(waiting)


def extract_claims(report: Report, profile: str) -> tuple[Claim, ...]:
    """The claims of a report: none where its language has no pack."""
    if report.language not in pack_languages():
        return ()
    claims = extract(report, load_pack(str(report.language)), load_profile(profile))
    return tuple(_in_order(claim) for claim in claims)


def two_readings(report: Report, claims: Iterable[Claim]) -> Iterator[Problem]:
    """A problem for each number that may be thousandfold: neither the text nor its region tells its marks."""
    name = report.source.name if report.source else report.id
    for claim in claims:
        if isinstance(claim, Figure) and "two-readings" in claim.rules:
            told = f"{name}: {claim.number!r} may be {claim.low:,} or {claim.high:,}"
            yield Problem(
                slug="two-readings", source=name, message=f"{told}. {SLUGS['two-readings']}",
                start=claim.start, end=claim.end,
            )  # fmt: skip


def _in_order(claim: Claim) -> Claim:
    """A claim with its facets in the order that the ledger keeps, so that both print the same bytes."""
    if not isinstance(claim, Figure) or len(claim.facets) < 2:
        return claim
    return replace(claim, facets=dict(sorted(claim.facets.items())))


def layers_of(report: Report) -> Layers | None:
    """The layers beneath the claims of a report, or None where its language has no pack."""
    return (
        find_layers(report, load_pack(str(report.language))) if report.language in pack_languages() else None
    )


def held_claims(ledger: Ledger, report: Report, profile: str) -> tuple[Claim, ...] | None:
    """The claims of this very report as the ledger holds them, read by this version; else None."""
    version = version_of(profile, report.language)
    if not ledger.has_reading(report, version):
        return None
    stored = ledger.report(report.id)
    # Another source may have been given the same id, and a newer program may have read the report since.
    if stored.version != version or stored.report != replace(report, source=None):
        return None
    claims = ledger.claims(ClaimFilter(report=report.id))
    return tuple(each.claim for each in claims if each.reading == stored.reading)


def keep(ledger: Ledger, reading: Reading, profile: str) -> Reading:
    """Add a reading to the ledger, in one transaction; a refusal joins the problems of the reading."""
    report = reading.report
    if report is None:
        return reading
    version = version_of(profile, report.language)
    try:
        ledger.add(report, reading.claims, reading.problems, version=version)
    except RefusedError as error:
        name = report.source.name if report.source else report.id
        refused = Problem(
            slug="refused-report", source=name, message=f"{name}: {error}. {SLUGS['refused-report']}"
        )
        return reading._replace(problems=(*reading.problems, refused))
    return reading


def gather_ledger(ledger: Ledger, wanted: ClaimFilter) -> Gathered:
    """The current claims of a ledger by incident, and which of them fit a filter.

    Incidents are gathered from all claims and filtered afterwards, so that no filter changes an incident.
    Where two sources were given one report id, the one that came last counts.
    """
    held = {stored.report.id: stored for stored in ledger.reports()}
    reports = [stored.report for stored in held.values()]
    readings = {stored.reading for stored in held.values()}
    claims = [stored.claim for stored in ledger.claims() if stored.reading in readings]
    fitting = frozenset(stored.claim.id for stored in ledger.claims(wanted))
    versions = frozenset(stored.version for stored in held.values())
    linked = link(reports, claims, judgements=list(ledger.judgements()))
    return Gathered(reports, claims, linked.incidents, fitting, versions, linked)


def told_accounts(held: Gathered) -> Iterator[IncidentAccount]:
    """The accounts that hold a wanted claim."""
    return (account for account in held.accounts if not held.wanted.isdisjoint(account.claims))


def told_links(held: Gathered) -> Iterator[Link]:
    """How accounts that hold a wanted claim stand to others, heaviest first."""
    told = {account.id for account in held.linked.accounts if not held.wanted.isdisjoint(account.claims)}
    return (each for each in held.linked.links if each.left in told or each.right in told)


def told_troubles(held: Gathered) -> Iterator[Problem]:
    """The judgements that could not be followed."""
    for trouble in held.linked.troubles:
        yield Problem(slug=trouble.slug, source=", ".join(trouble.claims), message=trouble.message)


def judge(ledger: Ledger, sides: tuple[str, str], verdict: str, *, author: str, reason: str) -> int:
    """Judge two incidents or accounts, each named by the beginning of its id or of one of its claims.

    Every account of the one side is judged with every account of the other: so two whole incidents are put
    together or kept apart, or one account is taken out of its incident. How many judgements were written.
    Raises UsageError where an id is none, or both sides are one account.
    """
    held = gather_ledger(ledger, ClaimFilter())
    left, right = (_accounts_named(held.linked, side) for side in sides)
    apart = [(one, two) for one in left for two in right if one.id != two.id and one not in right]
    if not apart:
        raise UsageError(f"{sides[0]} and {sides[1]}: both are one account; nothing to judge")
    if any(account.role == "aggregate" for pair in apart for account in pair):
        raise UsageError("running tolls and states are of no single incident, and can't be judged")
    weights = {frozenset((each.left, each.right)): each.weight for each in held.linked.links}
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    return ledger.judge(
        [
            Judgement(
                left=one.claims[0],
                right=two.claims[0],
                verdict=verdict,
                author=author,
                reason=reason,
                judged=now,
                weight=weights.get(frozenset((one.id, two.id))),
            )
            for one, two in apart
        ]
    )


def _accounts_named(linked: Linked, prefix: str) -> list[IncidentAccount]:
    """The accounts of the incident with that id, else the account with it, else that of a claim."""
    by_id = {account.id: account for account in linked.accounts}
    incidents = [one for one in linked.incidents if one.id.startswith(prefix)]
    if len(prefix) >= SHORTEST_ID and len(incidents) == 1:
        return [by_id[account] for account in incidents[0].accounts or (incidents[0].id,)]
    named = [one for one in linked.accounts if one.id.startswith(prefix)]
    named = named or [one for one in linked.accounts if any(c.startswith(prefix) for c in one.claims)]
    if len(prefix) < SHORTEST_ID or len(named) != 1:
        raise UsageError(f"{prefix!r} is the beginning of {len(named) or 'no'} ids: see `recuento link`")
    return named


def told_incidents(held: Gathered, method: str = DEFAULT_METHOD) -> Iterator[Mapping[str, Any]]:
    """The contract line of each account that holds a wanted claim; `method` (of METHODS) chooses the best."""
    shown = {account.id for account in told_accounts(held)}
    groups = group_of_report(held.linked.copies)
    lines = incident_lines(held.accounts, held.claims, Reckoning(held.reports, groups, method))
    return (line for line in lines if line["id"] in shown)


def told_rows(held: Gathered) -> Iterator[tuple[IncidentAccount, list[TallyRow]]]:
    """The tally of each account that holds a wanted claim: the rows in which one stands."""
    by_id = {claim.id: claim for claim in held.claims}
    groups = group_of_report(held.linked.copies)
    for account in told_accounts(held):
        own = [by_id[claim] for claim in account.claims]
        told = tally(account, own, reports=held.reports, groups=groups)
        rows = [row for row in told if _stands_in(row, held.wanted)]
        if rows:
            yield account, rows


def _stands_in(row: TallyRow, wanted: frozenset[str]) -> bool:
    waiting = list(row.figures)
    while waiting:
        figure = waiting.pop()
        if figure.claim in wanted or not wanted.isdisjoint(figure.restated):
            return True
        waiting += figure.parts
    return False


def told_findings(held: Gathered) -> Iterator[Finding]:
    """What does not add up between figures, where a wanted claim is among them."""
    found = arithmetic(held.claims, reports=held.reports)
    return (finding for finding in found if not held.wanted.isdisjoint(finding.claims))


def told_differences(held: Gathered, *, agreeing: bool) -> Iterator[Difference]:
    """The differences of which one side is a wanted claim."""
    found = differences(held.claims, held.reports, accounts=held.accounts, include_agreeing=agreeing)
    return (each for each in found if each.left in held.wanted or each.right in held.wanted)


def page_content(
    held: Gathered, series: Sequence[Series], *, title: str, made: str | None = None, exact: bool = False
) -> PageContent:
    """The page of the incidents that hold a wanted claim, with the reports that tell of them in full.

    `made` is the date of the page (EDTF), where it is to be told; `exact` allows exact points on maps.
    """
    accounts = list(told_accounts(held))
    told = {report for account in accounts for report in account.reports}
    claims = [claim for claim in held.claims if claim.report in told]
    ids = {claim.id for claim in claims}
    by_id = {claim.id: claim for claim in claims}
    groups = group_of_report(held.linked.copies)
    rows = [tally(a, [by_id[c] for c in a.claims], reports=held.reports, groups=groups) for a in accounts]
    found = differences(held.claims, held.reports, accounts=accounts)
    figures = [claim for claim in claims if isinstance(claim, Figure)]
    checks = [check for check in checked_tolls(held, series) if check.claim in ids]
    return PageContent(
        title=title,
        version=__version__,
        profile=", ".join(sorted({version.partition("+")[2].partition(".")[0] for version in held.versions})),
        made=made,
        reports=tuple(report for report in held.reports if report.id in told),
        claims=tuple(claims),
        incidents=tuple(
            incident_of(a, rows=own, totals=totals(own)) for a, own in zip(accounts, rows, strict=True)
        ),
        differences=tuple(difference_of(each) for each in found if {each.left, each.right} <= ids),
        problems=tuple(_problem_of(each, by_id) for each in told_findings(held) if set(each.claims) <= ids),
        matches=tuple(match_of(each) for each in match(figures, series, top=1)),
        tolls=tuple(toll_of(each) for each in checks),
        series_lines=tuple(_series_lines(checks, series)),
        exact_points=exact,
    )


def _series_lines(checks: Sequence[TollCheck], series: Sequence[Series]) -> Iterator[PageSeriesLine]:
    """The columns against which tolls were held, about the days of those tolls."""
    for one in series:
        for column in one.columns:
            held = [each for each in checks if (each.series, each.column) == (one.name, column.name)]
            told = [each.as_of for each in held if each.as_of is not None]
            if told:
                days = [(day.date, day.values[column.name]) for day in one.days]
                within = [(day, n) for day, n in days if n is not None and min(told) <= day <= max(told)]
                yield PageSeriesLine(
                    series=one.name,
                    source=one.source,
                    column=column.name,
                    claims=tuple(each.claim for each in held),
                    days=tuple(within[:: max(1, len(within) // SERIES_STEPS)]),
                )


def _problem_of(finding: Finding, claims: Mapping[str, Claim]) -> Problem:
    reports = ", ".join(dict.fromkeys(claims[claim].report for claim in finding.claims))
    return Problem(slug=finding.slug, source=reports, message=finding.reason)


def figures_of(ledger: Ledger, reports: Iterable[str], plan: ReadPlan) -> Iterator[Reading]:
    """The readings of reports named by id in the ledger, or by a source that is read and not kept.

    Raises UsageError for a name that is neither.
    """
    for name in reports:
        stored = find_report(ledger, name)
        if stored is not None:
            claims = ledger.claims(ClaimFilter(report=name, type="figure"))
            own = tuple(each.claim for each in claims if each.reading == stored.reading)
            yield Reading(stored.report, own, ())
        elif Path(name).exists():
            for reading in read_claims([name], plan):
                figures = tuple(claim for claim in reading.claims if isinstance(claim, Figure))
                yield reading._replace(claims=figures)
        else:
            raise UsageError(f"{name!r} is no report of the ledger and no file; `recuento read` adds reports")


def add_series(ledger: Ledger, path: Path, spec: SeriesSpec) -> tuple[int, Series, tuple[Problem, ...]]:
    """Keep one capture of a series file: how many rows were written, the series, the problems of the file.

    Rows that the spec leaves out are kept too, each with the reason.
    """
    series, problems = load_series(path, spec)
    everything, _ = load_series(path, replace(spec, skip=()))
    used = {day.line for day in series.days}
    reason = ", ".join(f"{column}={value}" for column, value in spec.skip)
    rows = [_series_row(day, None if day.line in used else reason) for day in everything.days]
    content = path.read_bytes()
    source = Source(
        name=str(path),
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        media_type="text/csv",
        captured=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    meanings = {column: ":".join(filter(None, meaning)) for column, meaning in spec.mapping.items()}
    captured = LedgerSeries(
        name=spec.name, claimant=spec.source, source=source, place=spec.place, mapping=meanings
    )
    return ledger.add_series(captured, rows), series, problems


def _series_row(day: Day, skipped: str | None) -> SeriesRow:
    """A day as the ledger keeps it; what is not exact has `qualifier:CODE` among its values."""
    values: dict[str, float | int | None] = dict(day.values)
    if day.qualifier != EXACTLY:
        values[QUALIFIER + day.qualifier] = 1
    return SeriesRow(date=day.date.isoformat(), values=values, skipped=skipped)


def held_series(ledger: Ledger, stored: StoredSeries) -> Series:
    """A series of the ledger as the series stage takes it, without the rows that are not to be matched on."""
    rows = list(ledger.series_rows(stored.id))
    mapping = parse_mapping([f"{column}={meaning}" for column, meaning in stored.mapping.items()])
    columns = tuple(
        Column(name=name, measure=measure, group=group, facets=facets_named(group) if group else {})
        for name, (measure, group) in mapping.items()
    )
    days = tuple(_day(row, at, tuple(mapping)) for at, row in enumerate(rows, 1) if row.skipped is None)
    return Series(
        name=stored.name,
        place=stored.place,
        source=stored.claimant,
        columns=columns,
        days=days,
        skipped=len(rows) - len(days),
    )


def _day(row: SeriesRow, line: int, columns: Sequence[str]) -> Day:
    values = {name: None if row.values[name] is None else int(row.values[name] or 0) for name in columns}
    marks = [name.removeprefix(QUALIFIER) for name in row.values if name.startswith(QUALIFIER)]
    return Day(date=date.fromisoformat(row.date), line=line, values=values, qualifier=(marks or [EXACTLY])[0])


def matched_days(reading: Reading, series: Sequence[Series], *, top: int) -> tuple[Match, ...]:
    """The days of the series that carry the figures of a reading, best first. Nothing is decided by it."""
    return match([claim for claim in reading.claims if isinstance(claim, Figure)], series, top=top)


def checked_tolls(held: Gathered, series: Sequence[Series]) -> tuple[TollCheck, ...]:
    """The wanted running tolls of all reports against all series that they name by source or place.

    Since when a voice departs is told from all its tolls, wanted or not.
    """
    figures = [claim for claim in held.claims if isinstance(claim, Figure)]
    checks = check_tolls(figures, {report.id: report for report in held.reports}, series)
    return tuple(check for check in checks if check.claim in held.wanted)


def find_report(ledger: Ledger, report_id: str) -> StoredReport | None:
    """The report of the ledger with that id, or None."""
    try:
        return ledger.report(report_id)
    except UsageError:
        return None
