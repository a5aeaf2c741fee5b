"""Accounts while they are being gathered: what is agreed of an incident, and whether a claim fits it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from recuento.model import Figure, Incident, IncidentAccount, PlaceRef, content_id
from recuento.relations.dates import before, overlap, read_interval
from recuento.relations.figures import text_order
from recuento.relations.kinds import PROTEST, UNTOLD
from recuento.relations.places import AGREEING, SETTLEMENT, fineness, place_relation


@dataclass
class Draft:
    """An account in the making; it is frozen as an `IncidentAccount` once every claim has its place."""

    role: str
    incident_type: str = "unknown"
    when: str | None = None
    place: PlaceRef | None = None
    claims: list[Figure | Incident] = field(default_factory=list)
    parent: "Draft | None" = None

    def add(self, claim: Figure | Incident) -> None:
        """Take a claim in: the narrowest date and the finest place told of the incident stand for it."""
        self.claims.append(claim)
        if isinstance(claim, Incident) and self.incident_type in UNTOLD:
            self.incident_type = claim.incident_type
        elif claim_of_crowd(claim) and self.incident_type in UNTOLD:
            self.incident_type = PROTEST
        if date_fit(self.when, claim.when) != "apart":
            self.when = narrower(self.when, claim.when)
        if claim.place is not None and fineness(claim.place) < fineness(self.place):
            self.place = claim.place


def claim_of_crowd(claim: Figure | Incident) -> bool:
    """Whether a claim counts those who took part, which tells a protest without naming it."""
    return isinstance(claim, Figure) and claim.measure == "participants" and claim.scope == "incident"


def narrower(held: str | None, told: str | None) -> str | None:
    """The date that says more: of two readable dates the one with fewer days, of equals the first told."""
    one, two = read_interval(held), read_interval(told)
    if one is None or two is None:
        return held if one is not None else (told if two is not None else held or told)
    return told if (two.days or 10**9) < (one.days or 10**9) else held


def date_fit(left: str | None, right: str | None) -> str:
    """How two dates stand: agree (some day fits both), next (a night apart), apart, or unknown."""
    one, two = read_interval(left), read_interval(right)
    if one is None or two is None:
        return "unknown"
    if overlap(one, two):
        return "agree"
    earlier, later = (one, two) if before(one, two) else (two, one)
    night = earlier.last is not None and later.first is not None and (later.first - earlier.last).days == 1
    return "next" if night else "apart"


def fit(draft: Draft, claim: Figure | Incident) -> int | None:
    """How well a claim fits a draft of its report by date and place: None where they clash.

    The night between two days is one where the place agrees. A street or a building and a town are no clash
    on one day: the point of a street is often that of its namesake elsewhere.
    """
    dates, places = date_fit(draft.when, claim.when), place_relation(draft.place, claim.place)
    if places == "apart" and dates == "agree" and _spot_and_town(draft.place, claim.place):
        places = "unknown"
    if "apart" in (dates, places) or (dates == "next" and places not in AGREEING):
        return None
    return (dates == "agree") + (places in AGREEING)


def _spot_and_town(left: PlaceRef | None, right: PlaceRef | None) -> bool:
    finer, wider = sorted((fineness(left), fineness(right)))
    return finer < SETTLEMENT <= wider


def freeze(drafts: Iterable[Draft]) -> list[IncidentAccount]:
    """The drafts as accounts, with ids that follow from their claims."""
    return [_frozen(draft) for draft in drafts if draft.claims]


def _frozen(draft: Draft) -> IncidentAccount:
    claims = sorted(draft.claims, key=text_order)
    return IncidentAccount(
        id=_id_of(draft),
        role=draft.role,
        incident_type=draft.incident_type,
        when=draft.when,
        place=draft.place,
        reports=tuple(sorted({claim.report for claim in claims})),
        claims=tuple(claim.id for claim in claims),
        part_of=_id_of(draft.parent) if draft.parent is not None and draft.parent.claims else None,
    )


def _id_of(draft: Draft) -> str:
    first = min(draft.claims, key=text_order)
    return content_id("incident", first.report, first.id)
