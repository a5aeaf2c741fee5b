"""Demands: each rule with what must match and what must not, their parts, speakers and addressees."""

import pytest
from events_examples import demands

FOUND = [
    ("We demand a new bridge for the valley.", "demand-verb", "We demand a new bridge for the valley"),
    ("The nurses demanded that wages be paid.", "demand-verb", "demanded that wages be paid"),
    ("They sang, calling for their release.", "demand-call-for", "calling for their release"),
    (
        "The union called on the mayor to open the archive.",
        "demand-call-on",
        "called on the mayor to open the archive",
    ),
    ("She spoke, urging people to join the march.", "demand-call-on", "urging people to join the march"),
    ("We must end the blockade of Orsa.", "demand-must", "We must end the blockade of Orsa"),
    (
        "The generals must be tried for their deeds.",
        "demand-must",
        "The generals must be tried for their deeds",
    ),
    ("Dock workers must refuse to load arms.", "demand-must", "Dock workers must refuse to load arms"),
]

NOTHING = [
    "The demand for oil rose.",
    "A demanding task lay ahead.",
    "She called for help and for an ambulance.",
    "The plan will be on call for two days.",
    "Guards urged anybody with information to phone them.",
    "Kidnappers demanded a ransom of nine coins.",
    "Visitors must be over nine years old.",
    "He must stop soon.",
    "It is a task that we demand of our nurses.",
    "They did not call for a new vote.",
]


@pytest.mark.parametrize(("text", "rule", "quote"), FOUND)
def test_rule_and_span(text: str, rule: str, quote: str) -> None:
    (claim,) = demands(text)
    assert claim.rules == (rule,)
    assert claim.quote == quote == text[claim.start : claim.end]


@pytest.mark.parametrize("text", NOTHING)
def test_no_demand(text: str) -> None:
    assert demands(text) == []


PARTS = [
    (
        "We demand fines for the firm and that its books be opened.",
        ["We demand fines for the firm", "its books be opened"],
    ),
    (
        "We must demand the quick release of the crew and the quick return of their boat from port.",
        ["We must demand the quick release of the crew", "the quick return of their boat from port"],
    ),
    (
        "We must end the strike and make water and bread available to all.",
        ["We must end the strike", "make water and bread available to all"],
    ),
    (
        "She called on the mayor to open the road and to pay the crew.",
        ["called on the mayor to open the road", "to pay the crew"],
    ),
    ("We demand the release of the crew and the boat.", ["We demand the release of the crew and the boat"]),
    ("We demand bread, water and peace for all.", ["We demand bread, water and peace for all"]),
]


@pytest.mark.parametrize(("text", "parts"), PARTS)
def test_coordinated_parts_are_demands_of_their_own(text: str, parts: list[str]) -> None:
    found = demands(text)
    assert [claim.quote for claim in found] == parts
    assert all("demand-conjunct" in claim.rules for claim in found[1:])
    assert "demand-conjunct" not in found[0].rules


SPEAKERS = [
    ("The Dock Union demanded a new vote.", "Dock Union"),
    ("Nurses marched to the square, calling for a new vote.", "Nurses"),
    ("“We demand a new vote,” said Asha Rao.", "Asha Rao"),
    ("From Harbour Action we thank you.\n\nWe demand a new vote.", "Harbour Action"),
    ("We, the Dock Union, are tired. We demand a new vote.", "Dock Union"),
    ("We demand a new vote.", None),
]


@pytest.mark.parametrize(("text", "name"), SPEAKERS)
def test_speaker(text: str, name: str | None) -> None:
    assert [claim.speaker and claim.speaker.name for claim in demands(text)] == [name]


def test_from_a_day_or_a_place_is_no_signature() -> None:
    text = "From Orsa we travelled on. From Monday we rest. We demand a new vote."
    assert [claim.speaker for claim in demands(text, "Orsa")] == [None]


def test_addressee() -> None:
    (claim,) = demands("The union called on the mayor of Orsa to open the archive.")
    assert claim.addressee is not None
    assert claim.addressee.name == "mayor of Orsa"


def test_who_must_act_is_the_addressee() -> None:
    (claim,) = demands("Dock and rail workers must refuse to load arms.")
    assert claim.addressee is not None
    assert claim.addressee.name == "Dock and rail workers"


def test_who_must_be_tried_is_no_addressee() -> None:
    (claim,) = demands("The generals must be tried for their deeds.")
    assert claim.addressee is None
