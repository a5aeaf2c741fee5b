"""Tokens and days."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recuento.extract.days import edtf_days
from recuento.extract.tokens import TOKEN, tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8,005 fled", ["8,005", "fled"]),
        ("14 000 fled", ["14 000", "fled"]),
        ("12 to 14", ["12", "to", "14"]),
        ("the U.S. army", ["the", "U.S.", "army"]),
        ("police's raid", ["police", "'s", "raid"]),
        ("didn't", ["didn't"]),
        ("twenty-two (or so)", ["twenty-two", "(", "or", "so", ")"]),
        ("on the 5th...", ["on", "the", "5th", "..."]),
        ("199K", ["199", "K"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == expected


@given(st.text(max_size=200))
def test_tokens_cut_their_words_in_order_and_leave_out_only_space(text: str) -> None:
    at = 0
    for token in tokenize(text):
        assert text[at : token.start].strip() == ""
        assert text[token.start : token.end].replace("’", "'") == token.text
        at = token.end
    assert text[at:].strip() == ""


@given(st.text("aZé1_ .,-'’:;)(sS\n", max_size=60))
def test_the_short_cut_for_plain_words_changes_no_token(text: str) -> None:
    first, _, rest = TOKEN.pattern.partition("|")
    assert first.startswith("[A-Za-z]")
    assert TOKEN.findall(text) == re.findall(rest, text)


def test_words_that_come_again_have_spans_of_their_own() -> None:
    assert [(t.start, t.end) for t in tokenize("an an’s an, a", 3)] == [
        (3, 5),
        (5, 7),
        (8, 10),
        (10, 11),
        (12, 13),
    ]


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2024", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2024-02-03", (date(2024, 2, 3), date(2024, 2, 3))),
        ("2024-02-03/2024-02-05", (date(2024, 2, 3), date(2024, 2, 5))),
        ("2024-02-03/..", None),
        ("2024-13", None),
        ("2024-02-05/2024-02-03", None),
        (None, None),
    ],
)
def test_days_of_edtf(edtf: str | None, days: tuple[date, date] | None) -> None:
    assert edtf_days(edtf) == days
