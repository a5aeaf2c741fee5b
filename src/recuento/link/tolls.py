"""Running tolls and states of several reports: one series by place and date, never one with an incident."""

from collections.abc import Sequence

from recuento.model import IncidentAccount
from recuento.relations.dates import read_interval
from recuento.relations.places import place_relation

CLEAR_DAYS = 3  # a date wider than this is no agreement


def tolls_together(accounts: Sequence[IncidentAccount]) -> list[list[IncidentAccount]]:
    """Aggregate accounts by what they state: one date and one place, each known and narrow, else alone."""
    groups: list[list[IncidentAccount]] = []
    by_date: dict[object, list[list[IncidentAccount]]] = {}
    for account in sorted(accounts, key=lambda a: (a.when or "", a.reports, a.id)):
        when = read_interval(account.when)
        clear = when is not None and when.days is not None and when.days <= CLEAR_DAYS
        near = by_date.setdefault(when, []) if clear else []
        group = next((group for group in near if all(_one_toll(account, one) for one in group)), None)
        if group is None:
            group = []
            groups.append(group)
            near.append(group)
        group.append(account)
    return groups


def _one_toll(left: IncidentAccount, right: IncidentAccount) -> bool:
    return left.reports != right.reports and place_relation(left.place, right.place) == "same"
