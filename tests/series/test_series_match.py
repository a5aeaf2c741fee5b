from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recuento.language import load_pack, pack_languages
from recuento.model import Figure
from recuento.series import Column, Day, Match, Series, match, match_line
from recuento.series.words import SeriesWords, facets_named, qualifier_named

COLUMNS = (
    Column(name="dead", measure="killed"),
    Column(name="dead_children", measure="killed", group="children", facets={"age": "child"}),
    Column(name="dead_women", measure="killed", group="women", facets={"sex": "female"}),
    Column(name="hurt", measure="injured"),
    Column(name="dead_drivers", measure="killed", group="drivers"),
)
FIRST = date(2021, 6, 1)


def series(
    *rows: tuple[int | None, ...],
    name: str = "river",
    qualifier: str = "exactly",
    columns: tuple[Column, ...] = COLUMNS,
) -> Series:
    """A series from 1 June 2021, a row a day with values for the columns in their order."""
    names = [column.name for column in columns]
    days = tuple(
        Day(
            date=FIRST + timedelta(days=k),
            line=k + 2,
            values=dict.fromkeys(names) | dict(zip(names, row, strict=False)),
            qualifier=qualifier,
        )
        for k, row in enumerate(rows)
    )
    return Series(
        name=name, place="River Province", source="Provincial health office", columns=columns, days=days
    )


def figure(identifier: str, low: int | None, high: int | None = -1, **fields: Any) -> Figure:
    given: dict[str, Any] = {
        "report": "one",
        "start": 0,
        "end": 2,
        "number": str(low),
        "explicit": True,
        "quote": str(low),
        "quote_start": 0,
        "quote_end": 2,
        "measure": "killed",
        "qualifier": "exactly",
        "unit": "person",
        "scope": "cumulative",
    }
    return Figure(id=identifier, low=low, high=low if high == -1 else high, **(given | fields))


CHILDREN = {"group": "children", "facets": {"age": "child"}, "subset_of": "a"}
WOMEN = {"group": "women", "facets": {"sex": "female", "age": "adult"}, "subset_of": "a"}
RIVER = series((1200, 300, 250, 4000), (1215, 304, 251, 4100), (1230, 309, 255, None), (1230, 310, 255, 4222))
TOLLS = [
    figure("a", 1215),
    figure("b", 304, start=1, **CHILDREN),
    figure("c", 251, start=2, **WOMEN),
    figure("d", 4100, start=3, measure="injured"),
]


def test_the_day_that_carries_every_figure_is_proposed() -> None:
    best = match(TOLLS, [RIVER])[0]
    assert (best.date, best.exact, best.missed) == (date(2021, 6, 2), 4, 0)
    assert (best.unique, best.proposed) == (True, "2021-06-02")


def test_only_days_that_carry_a_figure_are_listed() -> None:
    assert [found.date.day for found in match(TOLLS, [RIVER])] == [2]


def test_a_line_names_every_figure_matched_or_missed() -> None:
    line = match_line(match([*TOLLS[:3], figure("d", 4300, start=3, measure="injured")], [RIVER])[0])
    assert (line["report"], line["series"], line["date"]) == ("one", "river", "2021-06-02")
    assert (line["matched"], line["of"]) == (3, 4)
    figures = line["figures"]
    assert isinstance(figures, list)
    assert figures[3] == {
        "claim": "d",
        "number": "4300",
        "measure": "injured",
        "group": None,
        "column": "hurt",
        "value": 4100,
        "matched": False,
        "outcome": "missed",
    }


def test_equal_best_days_are_not_proposed() -> None:
    found = match([figure("a", 1230)], [RIVER])
    assert [(one.date.day, one.unique, one.proposed) for one in found] == [(3, False, None), (4, False, None)]


def test_equal_days_of_two_series_are_not_proposed() -> None:
    found = match(TOLLS, [RIVER, series((1215, 304, 251, 4100), name="other")])
    assert [one.unique for one in found] == [False, False]


def test_a_day_that_contradicts_comes_after_one_that_does_not() -> None:
    held = series((1215, 299), (1215, 304))
    found = match([figure("a", 1215), figure("b", 304, start=1, **CHILDREN)], [held])
    assert [(one.date.day, one.exact, one.missed) for one in found] == [(2, 2, 0), (1, 1, 1)]


def test_an_unknown_value_is_neither_match_nor_miss() -> None:
    found = match([figure("a", 1215), figure("b", 70, start=1, measure="injured")], [series((1215,))])
    assert (found[0].exact, found[0].missed) == (1, 0)
    assert [one.outcome for one in found[0].figures] == ["exact", "unknown"]


def test_a_number_of_one_digit_carries_no_weight() -> None:
    assert match([figure("a", 2)], [series((2,))]) == ()


def test_a_chance_match_of_few_digits_is_not_proposed() -> None:
    found = match([figure("a", 57)], [series((57,), (58,))])
    assert [(one.unique, one.proposed) for one in found] == [(True, None)]


def test_a_day_with_as_many_misses_is_not_proposed() -> None:
    found = match(
        [figure("a", 1215), figure("b", 70, start=1, measure="injured")], [series((1215, 1, 1, 99))]
    )
    assert [(one.exact, one.missed, one.unique, one.proposed) for one in found] == [(1, 1, True, None)]


def test_a_row_that_is_approximate_is_compatible_with_a_near_figure() -> None:
    found = match([figure("a", 1250)], [series((1200,), (900,), qualifier="about")])
    assert [(one.date.day, one.compatible) for one in found] == [(1, 1)]


def test_approximate_figures_count_less_and_bounds_list_no_day() -> None:
    about = match([figure("a", 1200, qualifier="about")], [RIVER])
    assert {(one.exact, one.compatible) for one in about} == {(0, 1)}
    assert match([figure("a", 1000, None, qualifier="more_than")], [RIVER]) == ()


def test_a_row_that_bounds_is_met_by_no_larger_figure_alone() -> None:
    assert match([figure("a", 5000)], [series((1200,), qualifier="more_than")]) == ()
    assert match([figure("a", 1200)], [series((1200,), qualifier="more_than")])[0].exact == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"measure": "missing"},
        {"unit": "household"},
        {"facets": {"role": "journalist"}},
        {"facets": {"age": "child", "sex": "female"}},
        {"subset_of": "z"},
        {"same_as": "z"},
        {"modality": "denied"},
        {"modality": "feared"},
    ],
)
def test_a_figure_without_a_column_takes_no_part(fields: dict[str, Any]) -> None:
    assert match([figure("a", 1215, **fields)], [RIVER]) == ()


def test_a_group_is_found_by_its_words_where_no_facets_are_stated() -> None:
    found = match([figure("a", 304, group="Children", subset_of="z")], [RIVER])
    assert [one.column for one in found[0].figures] == ["dead_children"]
    drivers = match([figure("a", 88, group="drivers", subset_of="z")], [series((1, 1, 1, 1, 88))])
    assert [one.column for one in drivers[0].figures] == ["dead_drivers"]


def test_each_report_has_its_own_best_and_no_more_than_asked() -> None:
    held = series(*[(1215,)] * 9)
    found = match([figure("a", 1215), figure("b", 1215, report="two")], [held], top=3)
    assert [one.report for one in found] == ["one"] * 3 + ["two"] * 3


@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 99)), min_size=1, max_size=12), st.integers(0, 400)
)
def test_matches_are_in_order_and_what_they_say(rows: list[tuple[int, int]], number: int) -> None:
    found = match([figure("a", number), figure("b", 40, start=1, **CHILDREN)], [series(*rows)], top=99)
    ranks = [(-one.exact, one.missed, -one.compatible, one.date) for one in found]
    assert ranks == sorted(ranks)
    for one in found:
        assert [figure.value == int(figure.number) for figure in one.figures] == [
            f.matched for f in one.figures
        ]
    assert sum(one.unique for one in found) <= 1


@given(st.permutations(TOLLS))
def test_the_order_of_figures_changes_nothing(figures: list[Figure]) -> None:
    expected: tuple[Match, ...] = match(TOLLS, [RIVER])
    assert match(figures, [RIVER]) == expected


def test_every_word_of_the_packs_is_known() -> None:
    for language in pack_languages():
        pack = load_pack(language)
        if not (pack.folder / "series.yml").exists():
            continue
        words = pack.section("series", SeriesWords)
        for entry in words.groups:
            assert all(facets_named(f"  {word.upper()}, ") == entry.facets for word in entry.words)
        for code, named in words.qualifiers.items():
            assert all(qualifier_named(word) == code for word in (code, *named))
    assert facets_named("nobody in particular") == {}
