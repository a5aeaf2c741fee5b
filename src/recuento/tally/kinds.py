"""Families of incident types: which types two accounts of one incident may give it."""

VIOLENCE = "violence"
PROTEST = "protest"

# Codes of the vocabulary. One raid is told as a raid, a clash or the destruction of houses; a march may be a
# riot to another writer. Types of one family may name one incident, types of two families never do.
FAMILIES = {
    **dict.fromkeys(
        (
            "armed_clash",
            "air_strike",
            "drone_strike",
            "shelling",
            "bombing",
            "attack_on_civilians",
            "assassination",
            "massacre",
            "raid",
            "property_destruction",
            "forced_displacement",
            "siege_denial",
            "crime",
        ),
        VIOLENCE,
    ),
    **dict.fromkeys(("abduction", "arrest"), "custody"),
    **dict.fromkeys(("protest", "strike", "protest_repressed", "riot"), PROTEST),
    "disaster": "disaster",
    "accident": "accident",
}
UNTOLD = ("unknown", "other")
AGGREGATE = "aggregate_statement"


def may_be_one(left: str, right: str) -> bool:
    """Whether two incident types may name one incident; an unknown type fits any."""
    return left in UNTOLD or right in UNTOLD or FAMILIES.get(left, left) == FAMILIES.get(right, right)


def takes(incident_type: str, measure: str) -> bool:
    """Whether a figure of this measure may belong to an incident of this type: marchers are of protests."""
    return measure != "participants" or incident_type in UNTOLD or FAMILIES.get(incident_type) == PROTEST
