"""Counting letters and capitals."""

from hypothesis import given
from hypothesis import strategies as st

from recuento.language.letters import count_letters


@given(st.text(max_size=200))
def test_letters_and_capitals_are_those_of_the_language(text: str) -> None:
    assert count_letters(text) == (sum(map(str.isalpha, text)), sum(map(str.isupper, text)))


def test_letters_beyond_ascii_count() -> None:
    assert count_letters("Él, 12 Ñ") == (3, 2)
