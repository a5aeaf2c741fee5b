"""Families of incident types: which types two accounts of one incident may give it."""

from recuento.vocabulary import incident_families

PROTEST, CUSTODY = "protest", "custody"
OF_CUSTODY = ("detained", "abducted", "missing")  # the measures of an arrest or an abduction
UNTOLD = ("unknown", "other")
AGGREGATE = "aggregate_statement"


def may_be_one(left: str, right: str) -> bool:
    """Whether two incident types may name one incident; an unknown type fits any.

    Types of one family may, types of two families never do; a type without a family only fits itself.
    """
    families = incident_families()
    return left in UNTOLD or right in UNTOLD or families.get(left, left) == families.get(right, right)


def takes(incident_type: str, measure: str) -> bool:
    """Whether a figure of this measure may belong to an incident of this type.

    Marchers are of protests; the harmed are not of the arrest or the abduction told beside what harmed them.
    """
    if incident_type in UNTOLD:
        return True
    family = incident_families().get(incident_type)
    if family == CUSTODY:
        return measure in OF_CUSTODY
    return measure != "participants" or family == PROTEST
