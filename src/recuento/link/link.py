"""From claims to incidents over all reports: gather, compare, cluster, put together."""

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from msgspec.structs import replace

from recuento.link.batch import Batch, Floats, Integers, batch_of
from recuento.link.blocks import pairs
from recuento.link.cluster import EDGE, Clustering
from recuento.link.comparisons import compare, within_span
from recuento.link.copies import copy_groups
from recuento.link.evidence import Witness
from recuento.link.gather import gather_each
from recuento.link.join import ROLES, join
from recuento.link.judged import UNSURE, Judged, Pair, clash, judged_of
from recuento.link.learn import learn
from recuento.link.proposals import Proposals
from recuento.link.records import Link, Trouble
from recuento.link.tolls import tolls_together
from recuento.link.weights import LIMIT, Weights, score
from recuento.model import Claim, IncidentAccount, Judgement, Report

AT_ONCE = 100_000  # pairs compared together: about 50 MB


class Linked:
    """The incidents over all reports, the accounts of single reports that they are made of, and the links.

    `incidents` come with those that reports are about first; `accounts` by report. `troubles` are judgements
    that could not be followed; `copies` the groups of reports that depend on each other. The links are made
    only when they are asked for.
    """

    def __init__(self, reports: Sequence[Report], claims: Sequence[Claim], judgements: Sequence[Judgement]):
        self._reports = {report.id: report for report in reports}
        self._claims = {claim.id: claim for claim in claims}
        self.accounts = tuple(gather_each(claims))
        told = [account for account in self.accounts if account.role != "aggregate"]
        groups = tolls_together([account for account in self.accounts if account.role == "aggregate"])
        self.troubles: tuple[Trouble, ...] = ()
        self._proposals: Proposals | None = None
        if told:
            groups += self._linked(told, judgements)
        roles = {account.id: account.role for account in self.accounts}
        joined = [join(group, self._reports) for group in groups]
        holder = {account: one.id for one in joined for account in one.accounts or (one.id,)}
        joined = [_placed(one, holder) for one in joined]
        self.incidents = tuple(sorted(joined, key=lambda incident: _order(incident, roles)))
        self.copies = copy_groups(reports, self.incidents)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """How accounts stand to each other: proposed, possible and judged, with reasons, heaviest first."""
        if self._proposals is None:
            return ()
        return tuple(self._proposals.links(self.incidents, self._claims))

    def _linked(
        self, told: Sequence[IncidentAccount], judgements: Sequence[Judgement]
    ) -> list[list[IncidentAccount]]:
        first = _leading(told)
        witness = Witness(self._claims, self._reports)
        shown = [witness.evidence(account, leads=account.id in first) for account in told]
        batch = batch_of(shown, witness.vocabulary)
        judged = judged_of(judgements, batch.accounts)
        weights = learnt(batch, judged, Weights())
        scores = scored(batch, judged, weights)
        groups, troubles = clustered(batch, scores, judged, weights)
        self.troubles = (*judged.troubles, *troubles)
        self._proposals = Proposals(batch, scores, judged, weights)
        return groups


def link(
    reports: Sequence[Report], claims: Sequence[Claim], *, judgements: Sequence[Judgement] = ()
) -> Linked:
    """The incidents that the claims tell of, each with all accounts of it.

    `judgements` are in the order in which they were made. The order of reports and claims changes nothing.
    """
    return Linked(reports, claims, judgements)


def _leading(accounts: Sequence[IncidentAccount]) -> frozenset[str]:
    """The account that each report is about: its main incident, else the first told of those it has."""
    leading: dict[str, IncidentAccount] = {}
    for account in accounts:
        held = leading.get(account.reports[0])
        if held is None or (account.role == "main" and held.role != "main"):
            leading[account.reports[0]] = account
    return frozenset(account.id for account in leading.values())


def learnt(batch: Batch, judged: Judged, weights: Weights) -> Weights:
    """The weights after what was judged, where enough was."""
    pairs_judged = judged.pairs("positive") + judged.pairs("negative")
    if not pairs_judged:
        return weights
    numbers = np.array(pairs_judged, np.int64)
    positive = np.array([judged.standing[pair].verdict == "positive" for pair in pairs_judged], np.float64)
    return learn(weights, compare(batch, numbers[:, 0], numbers[:, 1]), positive)


def scored(batch: Batch, judged: Judged, weights: Weights) -> dict[Pair, float]:
    """The weight of every compared pair that is worth keeping; what a person left open joins nobody."""
    left, right = pairs(batch)
    scores: dict[Pair, float] = {}
    for at in range(0, len(left), AT_ONCE):
        one, two = left[at : at + AT_ONCE], right[at : at + AT_ONCE]
        values = score(compare(batch, one, two), weights)
        kept = values >= EDGE
        numbers = zip(one[kept].tolist(), two[kept].tolist(), strict=True)
        scores |= dict(zip(numbers, values[kept].tolist(), strict=True))
    for pair in judged.pairs("unsure"):
        scores[pair] = min(scores.get(pair, UNSURE), UNSURE)
    return scores


def clustered(
    batch: Batch, scores: Mapping[Pair, float], judged: Judged, weights: Weights
) -> tuple[list[list[IncidentAccount]], list[Trouble]]:
    """The accounts of a batch in groups, one an incident, and the judgements that others forbid."""

    def scorer(left: Integers, right: Integers) -> Floats:
        near = within_span(batch, left, right)
        return np.where(near, score(compare(batch, left, right), weights), -LIMIT)

    clustering = Clustering(batch.reports.tolist(), scorer)
    clustering.bar(judged.pairs("negative"))
    refused = clustering.join(judged.pairs("positive"))
    # First what the reports are about: a word in passing must not take the place of a whole report.
    leading = {n for n, leads in enumerate(batch.leads) if leads}
    clustering.run({pair: value for pair, value in scores.items() if leading.issuperset(pair)})
    groups = clustering.run(scores)
    troubles = [clash(judged.standing[pair]) for pair in refused]
    return [[batch.accounts[number] for number in group] for group in groups], troubles


def _placed(incident: IncidentAccount, holder: Mapping[str, str]) -> IncidentAccount:
    """An incident with the id of the incident that holds its whole, if that is another one."""
    if incident.part_of is None:
        return incident
    whole = holder.get(incident.part_of)
    return replace(incident, part_of=whole if whole != incident.id else None)


def _order(incident: IncidentAccount, roles: Mapping[str, str]) -> tuple[int, float, tuple[str, ...], str]:
    """Incidents that most of their reports are about come first, then by role, report and id."""
    told = [roles[account] for account in incident.accounts or (incident.id,)]
    share = sum(role == "main" for role in told) / len(told)
    return ROLES.index(incident.role), -share, incident.reports, incident.id
