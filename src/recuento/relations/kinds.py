"""Families of incident types: which types two accounts of one incident may give it."""

from recuento.vocabulary import incident_families

PROTEST = "protest"
UNTOLD = ("unknown", "other")
AGGREGATE = "aggregate_statement"


def may_be_one(left: str, right: str) -> bool:
    """Whether two incident types may name one incident; an unknown type fits any.

    Types of one family may, types of two families never do; a type without a family only fits itself.
    """
    families = incident_families()
    return left in UNTOLD or right in UNTOLD or families.get(left, left) == families.get(right, right)


def takes(incident_type: str, measure: str) -> bool:
    """Whether a figure of this measure may belong to an incident of this type: marchers are of protests."""
    told = incident_type not in UNTOLD
    return measure != "participants" or not told or incident_families().get(incident_type) == PROTEST
