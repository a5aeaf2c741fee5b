"""What a ledger holds of other years: the same words told years later are another incident."""

from msgspec.structs import replace

from link_examples import BRIDGE, claims_of, report_of
from recuento.link import link
from recuento.model import Claim, Figure, Incident, Report


def later(years: int) -> tuple[list[Report], list[Claim]]:
    """The reports of the bridge, and the same some years later, with their claims."""
    reports: list[Report] = []
    claims: list[Claim] = []
    for text in BRIDGE:
        report = report_of(text)
        reports += [
            report,
            replace(report, id=f"{report.id}-later", published=moved(report.published, years)),
        ]
        for claim in claims_of(text):
            again = replace(claim, id=f"{claim.id}-later", report=f"{claim.report}-later")
            if isinstance(again, Figure | Incident):
                again = replace(again, when=moved(again.when, years))
            claims += [claim, again]
    return reports, claims


def moved(edtf: str | None, years: int) -> str | None:
    """A date of 2031 some years later."""
    return edtf.replace("2031", str(2031 + years)) if edtf is not None else None


def test_incidents_of_other_years_stay_apart() -> None:
    for incident in link(*later(3)).incidents:
        assert len({report.endswith("-later") for report in incident.reports}) == 1


def test_the_order_of_years_changes_nothing() -> None:
    reports, claims = later(3)
    told = link(reports, claims).incidents
    assert link(reports[::-1], claims[::-1]).incidents == told
