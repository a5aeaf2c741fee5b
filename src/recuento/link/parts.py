"""Sub-incidents: where a day's total is told place by place, each place is an incident of its own."""

from collections.abc import Mapping, Sequence

from recuento.link.drafts import Draft
from recuento.model import Figure
from recuento.relations.figures import first_statement, whole_of
from recuento.relations.places import fineness, place_relation

FEWEST = 2  # places of one total: a single part may as well be the place of the whole


def with_sub_incidents(drafts: Sequence[Draft], figures: Mapping[str, Figure]) -> list[Draft]:
    """The drafts, each followed by its sub-incidents: parts of one whole that are told of different places.

    The whole stays where it was. Can be wrong where one incident reached over several places.
    """
    made: list[Draft] = []
    for draft in drafts:
        made.append(draft)
        if draft.role in ("main", "other"):
            made += _split(draft, figures)
    return made


def _split(draft: Draft, figures: Mapping[str, Figure]) -> list[Draft]:
    by_whole: dict[str, list[Figure]] = {}
    for claim in draft.claims:
        whole = whole_of(claim, figures) if isinstance(claim, Figure) else None
        if isinstance(claim, Figure) and whole is not None and _is_place_of(claim, whole):
            by_whole.setdefault(whole.id, []).append(claim)
    subs: list[Draft] = []
    for parts in by_whole.values():
        if len(_places(parts)) >= FEWEST:
            for part in parts:
                _sub_for(part, subs, draft).add(part)
    taken = {claim.id for sub in subs for claim in sub.claims}
    for claim in list(draft.claims):
        first = first_statement(claim, figures).id if isinstance(claim, Figure) else claim.id
        if isinstance(claim, Figure) and claim.id not in taken and first in taken:
            next(sub for sub in subs if any(one.id == first for one in sub.claims)).add(claim)
            taken.add(claim.id)
    draft.claims = [claim for claim in draft.claims if claim.id not in taken]
    return subs


def _is_place_of(part: Figure, whole: Figure) -> bool:
    """Whether a part is told of a place of its own within that of the whole."""
    if part.place is None or (part.measure, part.unit) != (whole.measure, whole.unit):
        return False
    if whole.place is None:
        return True
    relation = place_relation(part.place, whole.place)
    return relation in ("within", "unknown", "near") and fineness(part.place) < fineness(whole.place)


def _places(parts: Sequence[Figure]) -> list[Figure]:
    """One part for each different place."""
    kept: list[Figure] = []
    for part in parts:
        if all(place_relation(part.place, other.place) in ("apart", "unknown") for other in kept):
            kept.append(part)
    return kept


def _sub_for(part: Figure, subs: list[Draft], parent: Draft) -> Draft:
    for sub in subs:
        if place_relation(sub.place, part.place) in ("same", "near"):
            return sub
    subs.append(Draft(role="other", incident_type=parent.incident_type, when=parent.when, parent=parent))
    return subs[-1]
