"""From claims to incidents over all reports: gather, compare, cluster, put together."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from recuento.link.batch import Batch, Floats, Integers, batch_of
from recuento.link.blocks import pairs
from recuento.link.cluster import Clustering
from recuento.link.comparisons import compare
from recuento.link.evidence import evidence_of
from recuento.link.gather import gather_each
from recuento.link.join import ROLES, join
from recuento.link.tolls import tolls_together
from recuento.link.weights import Weights, score
from recuento.model import Claim, IncidentAccount, Report

EDGE = -4.0  # pairs that speak against more strongly than this are compared again only where groups meet


class Linked(NamedTuple):
    """The incidents over all reports, and the accounts of single reports that they are made of."""

    incidents: tuple[IncidentAccount, ...]
    accounts: tuple[IncidentAccount, ...]


def link(reports: Sequence[Report], claims: Sequence[Claim], *, weights: Weights | None = None) -> Linked:
    """The incidents that the claims tell of, each with all accounts of it.

    Incidents that reports are about come first. The order of reports and claims changes nothing.
    """
    known = {report.id: report for report in reports}
    accounts = gather_each(claims)
    tolls = [account for account in accounts if account.role == "aggregate"]
    told = [account for account in accounts if account.role != "aggregate"]
    groups = tolls_together(tolls)
    if told:
        by_id = {claim.id: claim for claim in claims}
        first = _leading(told)
        shown = [evidence_of(account, by_id, known, leads=account.id in first) for account in told]
        batch = batch_of(shown, known)
        groups += clustered(batch, weights or Weights())
    incidents = [join(group, known) for group in groups]
    return Linked(tuple(sorted(incidents, key=_order(accounts))), tuple(accounts))


def _leading(accounts: Sequence[IncidentAccount]) -> frozenset[str]:
    """The account that each report is about: its main incident, else the first told of those it has."""
    leading: dict[str, IncidentAccount] = {}
    for account in accounts:
        held = leading.get(account.reports[0])
        if held is None or (account.role == "main" and held.role != "main"):
            leading[account.reports[0]] = account
    return frozenset(account.id for account in leading.values())


def clustered(batch: Batch, weights: Weights) -> list[list[IncidentAccount]]:
    """The accounts of a batch in groups, one an incident."""

    def scorer(left: Integers, right: Integers) -> Floats:
        return score(compare(batch, left, right), weights)

    left, right = pairs(batch)
    scored = scorer(left, right)
    kept = scored >= EDGE
    scores = {
        (one, two): value
        for one, two, value in zip(
            left[kept].tolist(), right[kept].tolist(), scored[kept].tolist(), strict=True
        )
    }
    clustering = Clustering(batch.reports.tolist(), scorer)
    # First what the reports are about: a word in passing must not take the place of a whole report.
    leading = {n for n, leads in enumerate(batch.leads) if leads}
    clustering.run({pair: value for pair, value in scores.items() if leading.issuperset(pair)})
    groups = clustering.run(scores)
    return [[batch.accounts[number] for number in group] for group in groups]


def _order(accounts: Sequence[IncidentAccount]) -> "Order":
    return Order({account.id: account.role for account in accounts})


class Order:
    """The order of incidents: those that most of their reports are about first, then by role and report."""

    def __init__(self, roles: Mapping[str, str]) -> None:
        self._roles = roles

    def __call__(self, incident: IncidentAccount) -> tuple[int, float, tuple[str, ...], str]:
        roles = [self._roles[account] for account in incident.accounts or (incident.id,)]
        share = sum(role == "main" for role in roles) / len(roles)
        return ROLES.index(incident.role), -share, incident.reports, incident.id
