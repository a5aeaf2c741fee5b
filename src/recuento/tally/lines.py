"""The contract line of an incident: its account, totals and differences as one record for JSON Lines."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from recuento.model import Claim, IncidentAccount, Report
from recuento.tally.count import tally
from recuento.tally.differences import differences
from recuento.tally.methods import DEFAULT_METHOD
from recuento.tally.records import Difference, Total
from recuento.tally.totals import totals


class Reckoning(NamedTuple):
    """What stands beside the claims: the reports, which of them depend on each other, and the method.

    `groups` is, by report, the report that stands for those that depend on each other.
    """

    reports: Sequence[Report] = ()
    groups: Mapping[str, str] = {}
    method: str = DEFAULT_METHOD


ALONE = Reckoning()


def incident_line(
    account: IncidentAccount,
    claims: Sequence[Claim],
    differing: Sequence[Difference],
    *,
    reckoning: Reckoning = ALONE,
) -> dict[str, object]:
    """One account as `recuento incidents --format jsonl` prints it.

    `tally` is keyed by measure, and by `measure:unit` where the unit is not person; `differing` are
    differences of any incidents: those of which both claims are in this account are told. `independent` is
    how many accounts there are when those that depend on each other count once.
    """
    held = set(account.claims)
    own = [difference for difference in differing if difference.left in held and difference.right in held]
    rows = tally(account, claims, reports=reckoning.reports, groups=reckoning.groups)
    ranges = totals(rows, method=reckoning.method)
    return {
        "id": account.id,
        "incident_type": account.incident_type,
        "when": account.when,
        "place": msgspec.to_builtins(account.place),
        "reports": list(account.reports),
        "claims": list(account.claims),
        "tally": {_key(total): _range(total) for total in ranges},
        "differences": [msgspec.to_builtins(difference) for difference in own],
        "independent": len({reckoning.groups.get(report, report) for report in account.reports}),
        "role": account.role,
        "part_of": account.part_of,
        "accounts": list(account.accounts or (account.id,)),
    }


def incident_lines(
    accounts: Sequence[IncidentAccount], claims: Sequence[Claim], reckoning: Reckoning
) -> list[dict[str, object]]:
    """The contract lines of all accounts, in their order, each with the differences within it."""
    by_id = {claim.id: claim for claim in claims}
    found = differences(claims, reckoning.reports, accounts=accounts)
    told: dict[str, list[Difference]] = {}
    for difference in found:
        told.setdefault(difference.left, []).append(difference)
    known = {report.id: report for report in reckoning.reports}
    lines = []
    for account in accounts:
        own = [by_id[claim] for claim in account.claims]
        near = reckoning._replace(reports=[known[name] for name in account.reports if name in known])
        differing = [d for claim in own for d in told.get(claim.id, ())]
        lines.append(incident_line(account, own, differing, reckoning=near))
    return lines


def _key(total: Total) -> str:
    return total.measure if total.unit == "person" else f"{total.measure}:{total.unit}"


def _range(total: Total) -> dict[str, object]:
    return {"low": total.low, "best": total.best, "high": total.high, "sources": list(total.sources)}
