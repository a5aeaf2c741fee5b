"""Laws for any text: spans cut their words, parts have wholes, ids are unique, reading is repeatable."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recuento.extract import extract
from recuento.language import load_pack
from recuento.model import Figure, Report
from recuento.vocabulary import load_profile

NUMBERS = [
    "12",
    "three",
    "dozens of",
    "1,204",
    "at least 40",
    "half of the",
    "no",
    "two or three",
    "a",
    "2.3 million",
]
NOUNS = ["people", "children", "houses", "soldiers", "families", "others", "of them", "Rosa Diaz", "injuries"]
HARMS = [
    "were killed",
    "died",
    "wounded",
    "missing",
    "fled their homes",
    "were arrested",
    "were destroyed",
    "dead",
]
LINKS = [
    ",",
    "and",
    ".",
    ". ",
    ";",
    "including",
    "in Zafir",
    "on Monday",
    "(",
    ")",
    "since May",
    "said the mayor",
    "\n",
]

words = st.lists(st.sampled_from([*NUMBERS, *NOUNS, *HARMS, *LINKS]), min_size=1, max_size=25).map(" ".join)
texts = st.one_of(
    words, st.text(max_size=120), st.lists(st.one_of(words, st.text(max_size=8)), max_size=4).map(" ".join)
)


def claims_of(text: str) -> list[object]:
    report = Report(id="law", text=text, published="2024-05-14", language="en")
    return list(extract(report, load_pack("en"), load_profile()))


@settings(max_examples=150, deadline=None)
@given(texts)
def test_figures_keep_the_laws(text: str) -> None:
    claims = claims_of(text)
    figures = [claim for claim in claims if isinstance(claim, Figure)]
    ids = [figure.id for figure in figures]
    for figure in figures:
        assert text[figure.start : figure.end] == figure.number
        assert text[figure.quote_start : figure.quote_end] == figure.quote
        assert figure.quote_start <= figure.start < figure.end <= figure.quote_end
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert 0 < figure.confidence < 1
        for link in (figure.subset_of, figure.same_as):
            assert link is None or (link in ids and link != figure.id)
    assert len(ids) == len(set(ids))
    assert claims_of(text) == claims


def test_a_number_too_large_to_count_anything_is_left_alone() -> None:
    figures = [c for c in claims_of("9" * 5000 + " people were killed.") if isinstance(c, Figure)]
    assert [figure for figure in figures if figure.explicit] == []


@pytest.mark.parametrize("text", ["one of ", "killed and ", "people and ", "people, ", "half of a million "])
def test_endless_lists_and_phrases_within_phrases_do_no_harm(text: str) -> None:
    assert isinstance(claims_of(text * 1500 + "people were killed."), list)
