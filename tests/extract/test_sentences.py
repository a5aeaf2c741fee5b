"""Sentences and passages: abbreviations, wrapped lines, flattened pages, texts without capitals."""

import pytest

from recuento.extract.sentences import is_uncased, is_wrapped, passages, sentences
from recuento.language import load_pack


def cut(text: str, title: str | None = None) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text, load_pack("en"), title)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine died. Two fled.", ["Nine died.", "Two fled."]),
        ("Dr. Rao counted nine. Two fled.", ["Dr. Rao counted nine.", "Two fled."]),
        ("It began on Jan. 4 in Ota.", ["It began on Jan. 4 in Ota."]),
        ("He left at 5 p.m. Monday.", ["He left at 5 p.m. Monday."]),
        ("He left at 5 p.m. The rest stayed.", ["He left at 5 p.m.", "The rest stayed."]),
        ('"Nine died." She wept.', ['"Nine died."', "She wept."]),
        ("Some 2.3 million fled.", ["Some 2.3 million fled."]),
        ("Nine died.Two fled.", ["Nine died.", "Two fled."]),
        ("Nine died…Two fled.", ["Nine died…Two fled."]),
        ("Nine died?! Two fled.", ["Nine died?!", "Two fled."]),
        ("  \n ", []),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_lines_of_a_fixed_width_are_one_passage() -> None:
    line = "the river rose over the low fields and the people of the town went up"
    text = f"{line}\n{line}\n{line}\n{line}."
    assert is_wrapped(text)
    assert len(passages(text)) == 1


def test_lines_that_end_sentences_are_passages() -> None:
    text = "The river rose over the fields.\nNine people died.\nTwo fled."
    assert not is_wrapped(text)
    assert [s.passage for s in sentences(text, load_pack("en"))] == [0, 1, 2]


def test_double_spaces_part_the_passages_of_a_flattened_page() -> None:
    assert cut("Flood at Ota  The river rose.") == ["Flood at Ota", "The river rose."]


def test_a_title_glued_to_the_text_is_a_passage() -> None:
    assert cut("Flood at OtaThe river rose.", "Flood at Ota") == ["Flood at Ota", "The river rose."]


def test_a_text_without_capitals_is_still_cut() -> None:
    text = "nine people died. two fled."
    assert is_uncased(text)
    assert cut(text) == ["nine people died.", "two fled."]
    assert not is_uncased("Nine died.")
