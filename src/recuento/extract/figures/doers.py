"""Who did it, for figures that do not say so: the one doer of the report's incident.

`doer-of-report`: where all harm of an incident that a report ascribes to anybody is ascribed to one and the
same doer, it holds for what the report tells of that incident without a doer ("He shot two men ... One victim
died"). Can be wrong where the report tells of a second incident at the same time and place.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from recuento.extract.days import edtf_days
from recuento.model import Actor, Figure

BY_SOMEBODY = ("killed", "injured", "casualties", "abducted")  # measures of what one person does to another
SCOPE = "incident"
UNREAL = ("feared", "threatened", "denied")


def with_doer(figures: Sequence[Figure]) -> list[Figure]:
    """The figures, those of the incident without a doer with the one of the others."""
    doers = [f for f in figures if f.actor is not None and _is_of_incident(f)]
    if not doers or not _is_one([f.actor for f in doers if f.actor is not None]):
        return list(figures)
    named = max(doers, key=lambda f: _is_name(f.actor))
    return [
        replace(figure, actor=named.actor, rules=(*figure.rules, "doer-of-report"))
        if figure.actor is None and _is_of_incident(figure) and any(_is_beside(figure, f) for f in doers)
        else figure
        for figure in figures
    ]


def _is_of_incident(figure: Figure) -> bool:
    return figure.measure in BY_SOMEBODY and figure.scope == SCOPE and figure.modality not in UNREAL


def _is_one(actors: Sequence[Actor]) -> bool:
    """Whether the doers are called by one name, or share its last word."""
    return len({actor.name.split()[-1].lower() for actor in actors}) == 1


def _is_name(actor: Actor | None) -> bool:
    return actor is not None and actor.name[:1].isupper()


def _is_beside(figure: Figure, other: Figure) -> bool:
    """Whether two figures can be of one incident: their times meet, or one has none, and so their places."""
    one, two = edtf_days(figure.when), edtf_days(other.when)
    if one and two and (one[1] < two[0] or two[1] < one[0]):
        return False
    return figure.place is None or other.place is None or figure.place.name == other.place.name
