"""Statements: quotations of at least a clause, and indirect speech of substance."""

import pytest
from events_examples import events, statements

FOUND = [
    (
        "“The road has been closed for nine days,” said Asha Rao.",
        "statement-quoted",
        "The road has been closed for nine days",
    ),
    (
        "The mayor warned that the dam was close to breaking.",
        "statement-indirect",
        "the dam was close to breaking",
    ),
    (
        "The ministry denied that soldiers were anywhere near the village.",
        "statement-indirect",
        "soldiers were anywhere near the village",
    ),
]

FOUND += [
    (
        "The union accused the firm of hiding the true cost of the dam.",
        "statement-indirect",
        "the firm of hiding the true cost of the dam",
    )
]

NOTHING = [
    "The song “Long Road Home to Orsa Bay” was played, said Asha Rao.",  # a title
    "The mayor said that the road was nine miles long.",  # indirect, and no position
    "“Never,” said Asha Rao.",  # no clause
    "The mayor warned them.",
    "The mayor condemned the raid on the old port and ordered a search.",  # a noun
]


@pytest.mark.parametrize(("text", "rule", "quote"), FOUND)
def test_rule_and_span(text: str, rule: str, quote: str) -> None:
    (claim,) = statements(text)
    assert claim.rules == (rule,)
    assert claim.quote == quote == text[claim.start : claim.end]
    assert claim.speaker is not None


@pytest.mark.parametrize("text", NOTHING)
def test_no_statement(text: str) -> None:
    assert statements(text) == []


def test_what_is_a_demand_is_not_said_again() -> None:
    found = events("“We demand a new vote in the valley,” said Asha Rao.")
    assert [type(claim).__name__ for claim in found] == ["Demand"]
