"""The contract line of an incident: its account, totals and differences as one record for JSON Lines."""

from collections.abc import Sequence

import msgspec

from recuento.model import Claim, IncidentAccount, Report
from recuento.tally.count import tally
from recuento.tally.differences import differences
from recuento.tally.records import Difference, Total
from recuento.tally.totals import totals


def incident_line(
    account: IncidentAccount,
    claims: Sequence[Claim],
    differing: Sequence[Difference],
    *,
    reports: Sequence[Report] = (),
) -> dict[str, object]:
    """One account as `recuento incidents --format jsonl` prints it.

    `tally` is keyed by measure, and by `measure:unit` where the unit is not person; `differing` are
    differences of any incidents: those of which both claims are in this account are told.
    """
    held = set(account.claims)
    own = [difference for difference in differing if difference.left in held and difference.right in held]
    return {
        "id": account.id,
        "incident_type": account.incident_type,
        "when": account.when,
        "place": msgspec.to_builtins(account.place),
        "reports": list(account.reports),
        "claims": list(account.claims),
        "tally": {_key(total): _range(total) for total in totals(tally(account, claims, reports=reports))},
        "differences": [msgspec.to_builtins(difference) for difference in own],
    }


def incident_lines(
    accounts: Sequence[IncidentAccount], claims: Sequence[Claim], reports: Sequence[Report]
) -> list[dict[str, object]]:
    """The contract lines of all accounts, in their order, each with the differences within it."""
    by_id = {claim.id: claim for claim in claims}
    found = differences(claims, reports, accounts=accounts)
    told: dict[str, list[Difference]] = {}
    for difference in found:
        told.setdefault(difference.left, []).append(difference)
    lines = []
    for account in accounts:
        own = [by_id[claim] for claim in account.claims]
        lines.append(
            incident_line(account, own, [d for c in own for d in told.get(c.id, ())], reports=reports)
        )
    return lines


def _key(total: Total) -> str:
    return total.measure if total.unit == "person" else f"{total.measure}:{total.unit}"


def _range(total: Total) -> dict[str, object]:
    return {"low": total.low, "best": total.best, "high": total.high, "sources": list(total.sources)}
