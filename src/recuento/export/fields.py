"""The fields of a claim in words, the same for its row and for what shows beside its mark."""

from collections.abc import Iterator

import msgspec

from recuento.export.index import Index
from recuento.model import Actor, Claim, Claimant, Demand, Figure, Incident, PersonNamed, PlaceRef, Statement


class ClaimFields(msgspec.Struct, frozen=True, kw_only=True):
    """What a claim says, in words; `links` are (pattern of the label, id of the claim) of related claims."""

    what: str
    value: str = ""
    where_when: tuple[str, ...] = ()
    who: str = ""
    notes: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    footing: str = ""


def claim_fields(index: Index, claim: Claim) -> ClaimFields:
    """The fields of a claim in the page's language."""
    if isinstance(claim, Figure):
        return _figure(index, claim)
    if isinstance(claim, Incident):
        return _incident(index, claim)
    if isinstance(claim, PersonNamed):
        return ClaimFields(
            what=index.messages.code("claim", "person"),
            notes=(index.messages.label["role"].format(role=index.messages.code("facet", claim.role)),),
            footing=_footing(index, claim),
        )
    return _words(index, claim)


def _figure(index: Index, figure: Figure) -> ClaimFields:
    words = index.messages
    what = [words.code("measure", figure.measure)]
    if figure.unit != "person":
        what.append(words.code("unit", figure.unit))
    if figure.group:
        what.append(figure.group)
    what += [words.code("facet", value) for value in figure.facets.values() if value != "unknown"]
    return ClaimFields(
        what=", ".join(what),
        value=words.value(figure.low, figure.high, figure.qualifier),
        where_when=tuple(_where_when(index, figure.place, figure.when, figure.when_text)),
        who=_claimant(index, figure.attributed_to) or words.label["own_voice"],
        notes=tuple(_figure_notes(index, figure)),
        links=tuple(_figure_links(index, figure)),
        footing=_footing(index, figure),
    )


def _figure_notes(index: Index, figure: Figure) -> Iterator[str]:
    words = index.messages
    if figure.base is not None:
        yield words.label["base"].format(base=figure.base.number)
    if figure.qualifier == "vague":
        yield words.label["vague"]
    if figure.modality != "asserted":
        yield words.code("modality", figure.modality)
    if figure.scope != "incident":
        yield words.code("scope", figure.scope)
    if not figure.explicit:
        yield words.label["implied"]
    if figure.actor is not None:
        yield _actor(index, figure.actor)


def _figure_links(index: Index, figure: Figure) -> Iterator[tuple[str, str]]:
    related = (
        ("part_of", figure.subset_of),
        ("rest_of", figure.remainder_of),
        ("same_as", figure.same_as),
    )
    for name, target in related:
        if target is not None and target in index.anchors:
            yield index.messages.label[name], target


def _incident(index: Index, incident: Incident) -> ClaimFields:
    words = index.messages
    notes = []
    if incident.actor is not None:
        notes.append(_actor(index, incident.actor))
    if incident.organiser is not None:
        notes.append(words.label["organiser"].format(name=incident.organiser.name))
    if incident.modality != "asserted":
        notes.append(words.code("modality", incident.modality))
    kind = words.code("incident_type", incident.incident_type)
    return ClaimFields(
        what=f"{words.code('claim', 'incident')}: {kind}",
        where_when=tuple(_where_when(index, incident.place, incident.when, incident.when_text)),
        notes=tuple(notes),
        footing=_footing(index, incident),
    )


def _words(index: Index, claim: Statement | Demand) -> ClaimFields:
    words = index.messages
    notes = []
    if claim.addressee is not None:
        notes.append(words.label["addressee"].format(name=claim.addressee.name))
    return ClaimFields(
        what=words.code("claim", "demand" if isinstance(claim, Demand) else "statement"),
        who=_claimant(index, claim.speaker),
        notes=tuple(notes),
        footing=_footing(index, claim),
    )


def _where_when(
    index: Index, place: PlaceRef | None, when: str | None, when_text: str | None
) -> Iterator[str]:
    if place is not None:
        yield place.name
    if when is not None:
        yield index.messages.date(when)
    elif when_text:
        yield when_text


def _claimant(index: Index, claimant: Claimant | None) -> str:
    if claimant is None:
        return ""
    label = index.messages.label
    kind = index.messages.code("source_kind", claimant.kind)
    shown = label["said_by"].format(name=claimant.name, kind=kind)
    if claimant.chain:
        shown += ", " + label["via"].format(chain=", ".join(claimant.chain))
    return shown


def _actor(index: Index, actor: Actor) -> str:
    label = index.messages.label
    if actor.status == "declared":
        return label["by"].format(name=actor.name)
    return label["actor"].format(name=actor.name, status=index.messages.code("actor_status", actor.status))


def _footing(index: Index, claim: Claim) -> str:
    """How far a claim is to be trusted as a reading, and which rules made it."""
    label = index.messages.label
    said = [label["confidence"].format(confidence=index.messages.number(round(claim.confidence, 2)))]
    if claim.rules:
        said.append(label["rules"].format(rules=", ".join(claim.rules)))
    return "; ".join(said)
