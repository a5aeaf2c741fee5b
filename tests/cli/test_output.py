"""Cells, words and rows: what is safe to open and to show."""

import io
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recuento.cli import progress
from recuento.cli.output import FORMULA, cell
from recuento.cli.passages import marked, passage_around
from recuento.cli.progress import Progress, duration, followed
from recuento.cli.views.flat import columns_of, flat
from recuento.cli.words import UNSHOWN, cut, number_words, plain
from recuento.model import Claimant, Figure, Incident, PlaceRef


@given(st.text())
def test_no_cell_of_words_begins_a_formula(words: str) -> None:
    held = cell(words)
    assert not held.startswith(FORMULA)
    assert held in (words, f"'{words}")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (-5, "-5"),
        (2.5, "2.5"),
        (True, "true"),
        (("a", "b"), "a; b"),
        ({"sex": "female"}, "sex=female"),
        ("=1+1", "'=1+1"),
        ("@user", "'@user"),
        (["-x"], "'-x"),
    ],
)
def test_cells(value: object, expected: str) -> None:
    assert cell(value) == expected


@given(st.text(), st.integers(2, 40))
def test_words_for_a_terminal_are_short_and_plain(words: str, width: int) -> None:
    shown = cut(words, width)
    assert len(shown) <= width
    assert UNSHOWN.search(shown) is None
    assert "\n" not in plain(words)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (7, 7, "7"),
        (4, 9, "4–9"),
        (160, None, "160+"),
        (None, 50, "≤50"),
        (None, None, "?"),
        (8005, 8005, "8,005"),
    ],
)
def test_ranges_in_words(low: float | None, high: float | None, expected: str) -> None:
    assert number_words(low, high) == expected


@given(st.text(max_size=2000), st.data())
def test_a_passage_holds_its_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    passage = passage_around(text, start, end)
    assert passage.text == text[passage.start : passage.end]
    assert passage.start <= start <= end <= passage.end
    assert "".join(marked(text, passage, start, end)) == passage.text


def figure() -> Figure:
    """A figure with records inside it."""
    return Figure(
        id="a", report="r", start=0, end=4, number="four", explicit=True, quote="four died", quote_start=0,
        quote_end=9, measure="killed", low=4, high=4, qualifier="exactly", unit="person",
        place=PlaceRef(name="Orvella"), attributed_to=Claimant(name="police", chain=("radio",)),
    )  # fmt: skip


def test_rows_have_a_column_for_every_field_of_every_record_within() -> None:
    columns = columns_of(Figure, Incident)
    row = flat(figure())
    assert set(row) <= set(columns)
    assert (row["type"], row["place_name"], row["attributed_to_chain"]) == ("figure", "Orvella", ("radio",))
    assert "organiser_name" in columns
    assert len(set(columns)) == len(columns)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_tells_the_end_in_sight_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    clock = iter(range(100))
    monkeypatch.setattr(progress.sys, "stderr", shown)
    monkeypatch.setattr(progress.time, "monotonic", lambda: float(next(clock)))
    assert list(followed("abcd", lambda: 4, "reports")) == list("abcd")
    assert "2 of 4 reports, 2 s left" in shown.getvalue()
    assert shown.getvalue().endswith(progress.CLEAR)


def test_progress_asks_for_the_end_only_where_it_is_shown() -> None:
    def refuse() -> int:
        raise AssertionError

    def items() -> Iterator[int]:
        yield 1

    assert list(followed(items(), refuse, "reports")) == [1]


def test_progress_without_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    clock = iter(range(100))
    monkeypatch.setattr(progress.sys, "stderr", shown)
    monkeypatch.setattr(progress.time, "monotonic", lambda: float(next(clock)))
    Progress(None, "reports").at(1200)
    assert shown.getvalue() == f"{progress.CLEAR}1,200 reports"


@pytest.mark.parametrize(("seconds", "words"), [(40, "40 s"), (720, "12 min"), (10800, "3.0 h")])
def test_durations(seconds: float, words: str) -> None:
    assert duration(seconds) == words
