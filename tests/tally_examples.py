"""Invented reports and claims for the tests of linking and tally."""

from collections.abc import Sequence
from typing import Any

from recuento.link import link
from recuento.model import Claim, Claimant, Figure, Incident, IncidentAccount, PlaceRef, Report

TOWN = PlaceRef(
    name="Aldora", geonames=1, latitude=10.0, longitude=20.0, country="XA", precision="settlement"
)
QUALIFIERS = (
    "exactly",
    "about",
    "nearly",
    "at_least",
    "more_than",
    "up_to",
    "fewer_than",
    "between",
    "vague",
)


def place(name: str, **fields: Any) -> PlaceRef:
    """A place by name."""
    return PlaceRef(name=name, **fields)


def figure(identifier: str, low: float | None, high: float | None = -1, **fields: Any) -> Figure:
    """A figure of the report `one`; high is low where it is not given, and `by` names who says so."""
    start = fields.pop("start", 0)
    by = fields.pop("by", None)
    words = fields.pop("quote", f"{low} people were killed")
    given: dict[str, Any] = {
        "report": "one",
        "measure": "killed",
        "qualifier": "exactly",
        "unit": "person",
        "explicit": True,
        "number": str(low),
        "quote": words,
        "start": start,
        "end": start + 2,
        "quote_start": start,
        "quote_end": start + len(words),
        "attributed_to": Claimant(name=by) if by else None,
    }
    return Figure(id=identifier, low=low, high=low if high == -1 else high, **(given | fields))


def incident(identifier: str, kind: str = "raid", **fields: Any) -> Incident:
    """An incident of the report `one`."""
    start = fields.pop("start", 0)
    given = {"report": "one", "quote": "a raid", "start": start, "end": start + 6}
    return Incident(id=identifier, incident_type=kind, **(given | fields))


def report(identifier: str = "one", text: str = "\n" * 500, **fields: Any) -> Report:
    """A report whose text parts every figure into a passage of its own, unless given."""
    return Report(id=identifier, text=text, **({"language": "en"} | fields))


def gather(reports: Sequence[Report], claims: Sequence[Claim]) -> tuple[IncidentAccount, ...]:
    """The incidents of claims over reports."""
    return link(reports, claims).incidents
