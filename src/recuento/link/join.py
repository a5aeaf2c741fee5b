"""Accounts of one incident put together: what is agreed of it, and an id that lasts."""

from collections import Counter
from collections.abc import Mapping, Sequence

from recuento.link.drafts import narrower
from recuento.model import IncidentAccount, PlaceRef, Report
from recuento.relations.kinds import AGGREGATE, UNTOLD
from recuento.relations.places import fineness

IN_COURSE = ("property_destruction", "arrest", "siege_denial", "forced_displacement")
ROLES = ("main", "other", "background", "aggregate")


def join(accounts: Sequence[IncidentAccount], reports: Mapping[str, Report]) -> IncidentAccount:
    """One incident of several accounts. Its id is that of the account published first.

    So every id that an incident ever had is the id of one of its accounts, and tells where it went
    (`find_incident`).
    """
    ordered = sorted(accounts, key=lambda account: _first_told(account, reports))
    if len(ordered) == 1:
        return ordered[0]
    roles = {account.role for account in ordered}
    return IncidentAccount(
        id=ordered[0].id,
        role=next(role for role in ROLES if role in roles),
        incident_type=AGGREGATE if "aggregate" in roles else _agreed_type(ordered),
        when=_agreed_date(ordered),
        place=_agreed_place(ordered),
        reports=tuple(sorted({report for account in ordered for report in account.reports})),
        claims=tuple(
            claim
            for account in sorted(ordered, key=lambda account: account.reports)
            for claim in account.claims
        ),
        accounts=tuple(account.id for account in ordered),
        part_of=next((account.part_of for account in ordered if account.part_of is not None), None),
    )


def find_incident(incidents: Sequence[IncidentAccount], identifier: str) -> IncidentAccount | None:
    """The incident that has an id, or that holds the account which had it before a merge or a split."""
    return next(
        (one for one in incidents if one.id == identifier),
        next((one for one in incidents if identifier in one.accounts), None),
    )


def _first_told(account: IncidentAccount, reports: Mapping[str, Report]) -> tuple[str, str, str]:
    report = reports.get(account.reports[0])
    published = report.published if report is not None else None
    return published or "9999", account.reports[0], account.id


def _agreed_type(accounts: Sequence[IncidentAccount]) -> str:
    """The type that most accounts give, one that tells something if any does.

    Of equals one that names the whole before one that happens in the course of others: burnt shops do not
    name what others tell as a march that was fired on. Then that of the accounts that tell more, then the
    first by name.
    """
    told = [account for account in accounts if account.incident_type not in UNTOLD] or accounts
    often = Counter(account.incident_type for account in told)
    claims: Counter[str] = Counter()
    for account in told:
        claims[account.incident_type] += len(account.claims)
    return min(often, key=lambda kind: (-often[kind], kind in IN_COURSE, -claims[kind], kind))


def _agreed_date(accounts: Sequence[IncidentAccount]) -> str | None:
    """The date that most accounts give; of equals the narrowest, then the first told."""
    dates = Counter(account.when for account in accounts if account.when is not None)
    agreed = None
    for when in (when for when in dates if dates[when] == max(dates.values())):
        agreed = narrower(agreed, when)
    return agreed


def _agreed_place(accounts: Sequence[IncidentAccount]) -> PlaceRef | None:
    """The finest place told; of equally fine ones the one that most accounts give, then the first by name."""
    places = [account.place for account in accounts if account.place is not None]
    often = Counter(place.name.casefold() for place in places)
    return min(
        places,
        key=lambda place: (fineness(place), -often[place.name.casefold()], place.name),
        default=None,
    )
