"""Which accounts of several reports are clearly one. Small and strict; a scorer can take its place."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from recuento.model import content_id
from recuento.tally.dates import Interval, overlap, read_interval
from recuento.tally.drafts import narrower
from recuento.tally.kinds import AGGREGATE, UNTOLD, may_be_one
from recuento.tally.places import AGREEING, fineness, place_relation
from recuento.tally.records import IncidentAccount

CLEAR_DAYS = 3  # a date wider than this is no agreement: two raids on one town within a week are two raids


def clearly_one(left: IncidentAccount, right: IncidentAccount) -> bool:
    """Whether two accounts of different reports agree in type, date and place, each known and narrow."""
    if set(left.reports) & set(right.reports) or (left.role == "aggregate") != (right.role == "aggregate"):
        return False
    when, other = read_interval(left.when), read_interval(right.when)
    if not _clear(when) or not _clear(other) or when is None or other is None:
        return False
    if left.role == "aggregate":
        return when == other and place_relation(left.place, right.place) == "same"
    known = left.incident_type not in UNTOLD and right.incident_type not in UNTOLD
    same_type = known and may_be_one(left.incident_type, right.incident_type)
    return same_type and overlap(when, other) and place_relation(left.place, right.place) in AGREEING


def link_accounts(accounts: Sequence[IncidentAccount]) -> list[IncidentAccount]:
    """The accounts with those joined that are clearly one: each agrees with all of its group."""
    groups: list[list[IncidentAccount]] = []
    by_day: dict[object, list[int]] = {}
    for account in sorted(accounts, key=lambda a: (a.when or "", a.reports, a.id)):
        days = list(_days(account))
        near = sorted({number for day in days for number in by_day.get(day, ())})
        at = next((n for n in near if all(clearly_one(account, one) for one in groups[n])), None)
        if at is None:
            at = len(groups)
            groups.append([])
        groups[at].append(account)
        for day in days:
            by_day.setdefault(day, []).append(at)
    return [_joined(group) for group in groups]


def _clear(when: Interval | None) -> bool:
    return when is not None and when.days is not None and when.days <= CLEAR_DAYS


def _days(account: IncidentAccount) -> Iterable[object]:
    """The days of a narrow date: only accounts that share one are ever compared."""
    when = read_interval(account.when)
    if when is None or when.first is None or when.days is None or when.days > CLEAR_DAYS:
        return ()
    return (when.first + timedelta(days=n) for n in range(when.days))


def _joined(group: Sequence[IncidentAccount]) -> IncidentAccount:
    if len(group) == 1:
        return group[0]
    when = None
    for account in group:
        when = narrower(when, account.when)
    roles = {account.role for account in group}
    claims = tuple(claim for account in sorted(group, key=lambda a: a.reports) for claim in account.claims)
    return IncidentAccount(
        id=content_id(*sorted(claims)),
        role=next(role for role in ("main", "other", "background", "aggregate") if role in roles),
        incident_type=AGGREGATE if "aggregate" in roles else _agreed_type(group),
        when=when,
        place=min((account.place for account in group), key=fineness),
        reports=tuple(sorted({report for account in group for report in account.reports})),
        claims=claims,
    )


def _agreed_type(group: Sequence[IncidentAccount]) -> str:
    """The type that most accounts give; of equals the first by name."""
    types = [account.incident_type for account in group]
    return min(types, key=lambda kind: (-types.count(kind), kind))
