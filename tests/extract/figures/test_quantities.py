"""Quantities: what numbers in words, digits and amounts are worth."""

import pytest

from recuento.extract.figures.quantities import bounded, find_quantities
from recuento.extract.tokens import tokenize
from recuento.language import load_pack
from recuento.vocabulary import load_profile


def read(text: str, profile: str = "press") -> list[tuple[float | None, float | None, str, str]]:
    found = find_quantities(tokenize(text), load_pack("en"), load_profile(profile))
    return [(q.low, q.high, q.qualifier, q.kind) for q in found]


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("8,005 people", 8005),
        ("14 000 people", 14000),
        ("1,20,000 people", 120000),
        ("twenty-two people", 22),
        ("two hundred and five people", 205),
        ("half a million people", 500000),
        ("2.3 million people", 2300000),
        ("10 lakh people", 1000000),
        ("199K people", 199000),
        ("three dozen people", 36),
        ("5 dozen people", 60),
        ("a hundred people", 100),
    ],
)
def test_an_exact_number(text: str, worth: int) -> None:
    assert read(text) == [(worth, worth, "exactly", "exact")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least 12 people", (12, None, "at_least", "exact")),
        ("more than 160 people", (160, None, "more_than", "exact")),
        ("up to 50 people", (None, 50, "up_to", "exact")),
        ("12 or more people", (12, None, "at_least", "exact")),
        ("nearly 300 people", (300, 300, "nearly", "exact")),
        ("between 50 and 70 people", (50, 70, "between", "exact")),
        ("50-70 people", (50, 70, "between", "exact")),
        ("2 to 3 million people", (2000000, 3000000, "between", "exact")),
        ("dozens of people", (24, 99, "vague", "vague")),
        ("no people", (0, 0, "exactly", "zero")),
        ("12 percent of the people", (0.12, 0.12, "exactly", "share")),
        ("half of the people", (0.5, 0.5, "exactly", "fraction")),
        ("both men", (2, 2, "exactly", "set")),
    ],
)
def test_bounds_qualifier_and_kind(text: str, expected: tuple[object, ...]) -> None:
    assert read(text) == [expected]


def test_vague_words_follow_the_profile() -> None:
    assert read("dozens of people", "acled") == [(12, 12, "vague", "vague")]


@pytest.mark.parametrize("text", ["1,23 people", "the people", "9" * 30 + " people"])
def test_what_is_no_number(text: str) -> None:
    assert read(text) == []


def test_from_and_to_are_two_numbers() -> None:
    assert [low for low, *_ in read("rose from 58 to 60")] == [58, 60]


def test_an_amount_never_closes_what_is_vague() -> None:
    assert bounded(24, 99, "at_least", "vague") == (24, 99, "vague")
