"""The annotated set is sound: offsets, links, codes, bounds, and enough of what it is meant to cover."""

from collections import Counter
from pathlib import Path

import pytest
from gate import languages
from score import Row, load
from swap import HERE

MEASURES = frozenset(
    [
        "killed",
        "injured",
        "casualties",
        "missing",
        "abducted",
        "detained",
        "displaced",
        "affected",
        "destroyed",
        "damaged",
        "participants",
    ]
)
QUALIFIERS = frozenset(
    ["exactly", "about", "nearly", "at_least", "more_than", "up_to", "fewer_than", "between", "vague"]
)
MODALITIES = frozenset(
    ["asserted", "alleged", "denied", "feared", "threatened", "conceded", "corrected", "retracted"]
)
SCOPES = frozenset({"incident", "cumulative", "stock", "background"})
UNITS = frozenset(
    [
        "person",
        "family",
        "household",
        "house",
        "building",
        "school",
        "hospital",
        "vehicle",
        "village",
        "hectare",
        "share",
        "other",
    ]
)
FIELDS = frozenset(
    [
        "report",
        "id",
        "start",
        "end",
        "number",
        "quote",
        "explicit",
        "measure",
        "low",
        "high",
        "qualifier",
        "unit",
        "group",
        "modality",
        "scope",
        "attributed_to",
        "date",
        "place",
        "actor",
        "subset_of",
        "same_as",
    ]
)
LANGUAGES = languages()


def figures(language: str) -> list[Row]:
    return load(HERE / language / "figures.jsonl")


@pytest.fixture(params=LANGUAGES)
def folder(request: pytest.FixtureRequest) -> Path:
    return HERE / str(request.param)


def test_every_figure_stands_where_it_says(folder: Path) -> None:
    texts = {row["id"]: row["text"] for row in load(folder / "texts.jsonl")}
    for row in load(folder / "figures.jsonl"):
        text = texts[row["report"]]
        assert set(row) == FIELDS
        assert text[row["start"] : row["end"]] == row["number"]
        assert row["quote"] in text
        assert row["number"] in row["quote"]


def test_every_code_is_of_the_vocabulary(folder: Path) -> None:
    for row in load(folder / "figures.jsonl"):
        assert row["measure"] in MEASURES
        assert row["qualifier"] in QUALIFIERS
        assert row["modality"] in MODALITIES
        assert row["scope"] in SCOPES
        assert row["unit"] in UNITS


def test_bounds_and_qualifiers_agree(folder: Path) -> None:
    for row in load(folder / "figures.jsonl"):
        low, high, qualifier = row["low"], row["high"], row["qualifier"]
        assert (low is None) == (qualifier in ("up_to", "fewer_than")), row
        assert (high is None) == (qualifier in ("at_least", "more_than")), row
        if low is not None and high is not None:
            assert (low < high) == (qualifier in ("between", "vague")), row


def test_links_point_to_figures_of_the_report(folder: Path) -> None:
    rows = {row["id"]: row for row in load(folder / "figures.jsonl")}
    for row in rows.values():
        for link in ("subset_of", "same_as"):
            if row[link]:
                assert rows[row[link]]["report"] == row["report"]
                assert row[link] != row["id"]


def test_reports_are_of_a_page(folder: Path) -> None:
    rows = load(folder / "texts.jsonl")
    assert len({row["id"] for row in rows}) == len(rows) >= 40
    assert all(50 <= len(row["text"].split()) <= 260 for row in rows)


def test_no_report_is_without_figures_and_no_kind_is_missing(folder: Path) -> None:
    rows = load(folder / "figures.jsonl")
    assert {row["report"] for row in rows} == {row["id"] for row in load(folder / "texts.jsonl")}
    assert {row["measure"] for row in rows} == MEASURES
    assert {row["qualifier"] for row in rows} == QUALIFIERS
    assert {row["modality"] for row in rows} >= MODALITIES - {"alleged"}
    assert {row["scope"] for row in rows} == SCOPES


def test_modality_sentences(folder: Path) -> None:
    rows = load(folder / "modality.jsonl")
    counts = Counter(row["modality"] for row in rows)
    assert len({row["text"] for row in rows}) == len(rows) >= 120
    assert set(counts) == MODALITIES
    assert counts["asserted"] >= 40
    assert all(row["number"] in row["text"] and row["measure"] in MEASURES for row in rows)
