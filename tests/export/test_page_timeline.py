"""Time lines: each figure at the day as of which it is said."""

import re
from datetime import date
from typing import Any

import msgspec
import pytest
from page_examples import claims, content, reports, row, shown
from page_parser import Node, parse

from recuento.export import PageContent, PageIncident, PageSeriesLine, render_page
from recuento.model import Figure, as_of, last_day

FOUR = next(claim for claim in claims() if claim.id == "f-four" and isinstance(claim, Figure))
SEVEN = next(claim for claim in claims() if claim.id == "g-seven" and isinstance(claim, Figure))


@pytest.mark.parametrize(
    ("edtf", "day"),
    [
        ("2024-05-14", date(2024, 5, 14)),
        ("2024-05-14T22:30", date(2024, 5, 14)),
        ("2024-05-12/2024-05-14", date(2024, 5, 14)),
        ("2024-02", date(2024, 2, 29)),
        ("2024-05-14?", date(2024, 5, 14)),
        ("2024", None),
        ("2024-05-32", None),
        ("2024-21", None),
        ("../..", None),
        (None, None),
    ],
)
def test_the_last_day_that_a_date_may_mean(edtf: str | None, day: date | None) -> None:
    assert last_day(edtf) == day


def test_a_running_toll_is_as_of_its_own_date_and_a_count_as_of_its_report() -> None:
    report = msgspec.structs.replace(reports()[0], published="2024-05-20")
    count = msgspec.structs.replace(FOUR, when="2024-05-14")
    toll = msgspec.structs.replace(count, scope="cumulative")
    assert msgspec.to_builtins(as_of(count, report)) == {"day": "2024-05-20", "basis": "published"}
    assert msgspec.to_builtins(as_of(toll, report)) == {"day": "2024-05-14", "basis": "stated"}
    undated = msgspec.structs.replace(report, published=None)
    assert msgspec.to_builtins(as_of(count, undated)) == {"day": "2024-05-14", "basis": "stated"}
    assert as_of(msgspec.structs.replace(count, when=None), undated) is None


def lines(*later: dict[str, Any], **fields: Any) -> Node:
    """The incident of a page where two reports, of 14 and of 16 May, tell of the killed."""
    first, second, third = reports()
    held = {claim.id: claim for claim in claims()}
    toll = msgspec.structs.replace(SEVEN, scope="incident", when=None, **(later[0] if later else {}))
    held["g-seven"] = toll
    incident = PageIncident(
        id="one",
        role="main",
        incident_type="armed_clash",
        when="2024-05-14",
        place=None,
        reports=("dispatch.txt", "later.txt"),
        claims=("f-four", "g-seven"),
        rows=(
            row("ministry", "official_health", shown(FOUR)),
            row("another", "media", shown(toll)),
        ),
    )
    page: PageContent = content(
        reports=(first, msgspec.structs.replace(second, published="2024-05-16"), third),
        claims=tuple(held.values()),
        incidents=(incident,),
        differences=(),
        matches=(),
        tolls=(),
        **fields,
    )
    (section,) = parse(render_page(page)).find("section", id="i1")
    return section


def test_each_figure_stands_at_its_day_and_a_bound_is_open() -> None:
    (figure,) = lines().find("figure", class_="timeline")
    points = figure.find("svg", class_="point")
    assert [point.find("title")[0].text() for point in points] == ["ministry: at least 4", "another: 7"]
    across = [float(point.attributes["x"].rstrip("%")) for point in points]
    assert across == [5.0, 93.0]
    assert [len(point.find("path", class_="arrow")) for point in points] == [1, 0]
    assert [len(point.find("path", class_="range")) for point in points] == [1, 0]
    (described,) = figure.find("desc")
    assert described.text() == "2 figures of 2 sources, 14 May 2024 to 16 May 2024; values 4 to 7."


def height(use: Node) -> int:
    """How far below the top a mark is drawn."""
    found = re.fullmatch(r"translate\(0 (\d+)\)", use.attributes["transform"])
    assert found is not None
    return int(found[1])


def test_a_range_has_two_ends_and_higher_values_stand_higher() -> None:
    (figure,) = lines({"low": 5, "high": 9, "qualifier": "between"}).find("figure", class_="timeline")
    four, ranged = figure.find("svg", class_="point")
    low, high = (height(use) for use in ranged.find("use"))
    (bound,) = (height(use) for use in four.find("use"))
    assert high < low < bound
    assert not ranged.find("path", class_="arrow")


@pytest.mark.parametrize(
    "later",
    [
        {"low": 4, "high": None, "qualifier": "at_least"},  # every source says the same
        {"low": None, "high": None, "qualifier": "vague"},
    ],
)
def test_there_is_no_line_where_nothing_can_be_compared_over_time(later: dict[str, Any]) -> None:
    assert not lines(later).find("figure", class_="timeline")


def test_a_series_is_drawn_behind_the_tolls_held_against_it() -> None:
    days = ((date(2024, 5, 13), 1), (date(2024, 5, 14), 4), (date(2024, 5, 15), 6), (date(2024, 5, 16), 8))
    line = PageSeriesLine(series="tolls", source="a ministry", column="dead", claims=("g-seven",), days=days)
    (figure,) = lines(series_lines=(line,)).find("figure", class_="timeline")
    (path,) = figure.find("svg", class_="behind")[0].find("path")
    steps = [int(n) for n in re.findall(r"\d+", path.attributes["d"])]
    assert steps[0::2] == [0, 500, 1000]
    assert steps[1::2] == sorted(steps[1::2], reverse=True)
    assert "the series tolls, figures of a ministry" in figure.text()
    other = msgspec.structs.replace(line, claims=("f-two",))
    assert not lines(series_lines=(other,)).find("svg", class_="behind")
