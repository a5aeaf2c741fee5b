"""Running tolls of many reports against many series."""

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recuento.model import Claimant, Figure, PlaceRef, Report
from recuento.series import STATUSES, Column, Day, Series, TollCheck, check_tolls
from recuento.series.naming import named_by

FIRST = date(2021, 6, 1)
PROVINCE = PlaceRef(name="River Province", precision="adm1")
OFFICE = Claimant(name="Provincial Health Office", kind="official_health")
COLUMNS = (
    Column(name="dead", measure="killed"),
    Column(name="dead_children", measure="killed", group="children", facets={"age": "child"}),
)


def series(*values: int | None, name: str = "river", place: str = "River Province", **fields: Any) -> Series:
    """A series from 1 June 2021, a value a day."""
    days = tuple(
        Day(date=FIRST + timedelta(days=k), line=k + 2, values={"dead": value, "dead_children": None})
        for k, value in enumerate(values)
    )
    given: dict[str, Any] = {"source": "Provincial Health Office; flood office", "columns": COLUMNS}
    return Series(name=name, place=place, days=days, **(given | fields))


def toll(low: float | None, high: float | None = -1, **fields: Any) -> Figure:
    """A running toll of the province's office."""
    told: dict[str, Any] = {
        "id": f"{fields.get('report', 'one')}-{low}",
        "report": "one",
        "start": 0,
        "end": 2,
        "number": str(low),
        "explicit": True,
        "quote": f"{low} dead",
        "quote_start": 0,
        "quote_end": 2,
        "measure": "killed",
        "qualifier": "exactly",
        "unit": "person",
        "scope": "cumulative",
        "place": PROVINCE,
        "attributed_to": OFFICE,
        "low": low,
        "high": low if high == -1 else high,
    }
    return Figure(**(told | fields))


def report(name: str = "one", published: str | None = None, outlet: str = "Wire") -> Report:
    return Report(id=name, text="", published=published, outlet=outlet)


def check(figure: Figure, held: Series, published: str | None = None) -> TollCheck:
    (found,) = check_tolls([figure], {"one": report(published=published)}, [held])
    return found


# 100 on the first of June, a hundred more each day
RIVER = series(*(100 * n for n in range(1, 41)))


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "when", "status", "day", "by"),
    [
        (1000, 1000, "exactly", "2021-06-10", "agrees", 10, None),
        (900, 900, "exactly", "2021-06-10", "agrees", 9, None),  # the toll of the day before
        (1040, 1040, "exactly", "2021-06-10", "between", 11, None),
        (500, 500, "exactly", "2021-06-10", "another_day", 5, -500),
        (1333, 1333, "exactly", "2021-06-10", "departs", 10, 333),
        (250, 250, "exactly", "2021-06-10", "departs", 10, -750),
        (950, None, "more_than", "2021-06-10", "agrees", 10, None),
        (1500, None, "more_than", "2021-06-10", "departs", 10, 500),
        (None, 400, "fewer_than", "2021-06-10", "departs", 10, -600),
        (1050, 1050, "about", "2021-06-10", "agrees", 10, None),
        (5000, 5000, "exactly", "2021-09-30", "outside", None, None),
        (1000, 1000, "exactly", "2021-09-30", "another_day", 10, None),
        (1000, 1000, "exactly", None, "undated", 10, None),
        (1033, 1033, "exactly", None, "undated", None, None),
        (1000, 1000, "exactly", "2021-06-01/2021-06-10", "agrees", 10, None),
        (300, 300, "exactly", "2021-06-20/2021-06-23", "other_period", None, None),
    ],
)
def test_how_a_toll_stands(
    low: int | None,
    high: int | None,
    qualifier: str,
    when: str | None,
    status: str,
    day: int | None,
    by: int | None,
) -> None:
    found = check(toll(low, high, qualifier=qualifier, when=when), RIVER)
    assert found.status == status
    assert found.status in STATUSES
    assert (found.day.day if found.day else None) == day
    assert found.by == by


def test_how_far_off_and_when_the_series_had_so_many() -> None:
    found = check(toll(250, when="2021-06-10"), RIVER)
    assert (found.value, found.by, found.share, found.reached) == (1000, -750, -0.75, date(2021, 6, 3))
    assert check(toll(9999, when="2021-06-10"), RIVER).reached is None


def test_without_a_date_of_its_own_a_toll_is_as_of_its_report() -> None:
    found = check(toll(1000), RIVER, published="2021-06-11")
    assert (found.status, found.as_of, found.basis) == ("agrees", date(2021, 6, 11), "published")


def test_an_empty_day_is_not_zero_and_a_long_gap_tells_nothing() -> None:
    held = series(100, *[None] * 30, 400)
    assert check(toll(100, when="2021-06-05"), held).status == "another_day"
    assert check(toll(120, when="2021-06-05"), held).by == 20
    assert check(toll(120, when="2021-06-20"), held).status == "outside"


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({}, ("source", "place")),
        ({"attributed_to": None}, ("place",)),
        ({"place": None}, ("source",)),
        ({"attributed_to": Claimant(name="the health office"), "place": None}, ()),
        ({"attributed_to": Claimant(name="Health Office"), "place": None}, ("source",)),
        ({"attributed_to": Claimant(name="Flood Office"), "place": None}, ("source",)),
        ({"attributed_to": Claimant(name="Wire", chain=("Flood Office",)), "place": None}, ("source",)),
        ({"attributed_to": None, "place": PlaceRef(name="the River Province", precision="adm1")}, ("place",)),
        ({"attributed_to": None, "place": PlaceRef(name="River Province Town", precision="settlement")}, ()),
        ({"attributed_to": Claimant(name="Health Office"), "place": PlaceRef(name="Hill Province")}, ()),
        ({"place": PlaceRef(name="Hill Province")}, ("source",)),
        ({"attributed_to": None, "place": None}, ()),
    ],
)
def test_what_a_toll_and_a_series_have_in_common(fields: dict[str, Any], named: tuple[str, ...]) -> None:
    assert named_by(toll(1000, **fields), RIVER) == named
    found = check_tolls([toll(1000, when="2021-06-10", **fields)], {"one": report()}, [RIVER])
    assert [each.named for each in found] == ([named] if named else [])


@pytest.mark.parametrize(
    "fields",
    [
        {"scope": "incident"},
        {"modality": "denied"},
        {"same_as": "z"},
        {"measure": "missing"},
        {"unit": "household"},
        {"facets": {"role": "journalist"}},
    ],
)
def test_a_figure_that_no_series_counts_takes_no_part(fields: dict[str, Any]) -> None:
    assert check_tolls([toll(1000, **fields)], {"one": report()}, [RIVER]) == ()


def test_several_series_are_held_against_at_once() -> None:
    hills = series(40, 50, 60, name="hills", place="Hill Province", source="Hill office")
    figures = [
        toll(300, when="2021-06-03"),
        toll(60, when="2021-06-03", place=PlaceRef(name="Hill Province"), attributed_to=None),
    ]
    found = check_tolls(figures, {"one": report()}, [RIVER, hills])
    assert [(each.series, each.status) for each in found] == [("hills", "agrees"), ("river", "agrees")]


def test_since_when_a_voice_departs() -> None:
    """A break in the departing begins a new count; another outlet has its own."""
    told = [
        ("a", "Wire", 999, 5),
        ("b", "Wire", 999, 6),
        ("c", "Wire", 700, 7),
        ("d", "Wire", 999, 8),
        ("e", "Post", 999, 6),
    ]
    reports = {name: report(name, outlet=outlet) for name, outlet, *_ in told}
    figures = [toll(low, report=name, when=f"2021-06-0{day}") for name, _, low, day in told]
    found = {each.report: each for each in check_tolls(figures, reports, [RIVER])}
    since = {name: each.since.day if each.since else None for name, each in found.items()}
    assert since == {"a": 5, "b": 5, "c": None, "d": 8, "e": 6}


@given(st.permutations(range(6)))
def test_the_order_of_reports_changes_nothing(order: list[int]) -> None:
    figures = [toll(100 * n + 33 * (n % 2), report=str(n), when=f"2021-06-0{n + 1}") for n in range(6)]
    reports = {str(n): report(str(n)) for n in range(6)}
    assert check_tolls([figures[n] for n in order], reports, [RIVER]) == check_tolls(
        figures, reports, [RIVER]
    )


@given(st.integers(0, 5000), st.integers(1, 40))
def test_what_departs_is_off_by_what_it_says(number: int, day: int) -> None:
    when = (FIRST + timedelta(days=day - 1)).isoformat()
    found = check(toll(number, when=when), RIVER)
    if found.status == "departs":
        assert found.value is not None
        assert found.by == number - found.value != 0
    else:
        assert found.status in ("agrees", "between", "another_day")


def test_figures_that_one_day_carries_name_the_series_and_propose_the_day() -> None:
    nobody: dict[str, Any] = {"attributed_to": None, "place": None}
    figures = [toll(2300, **nobody), toll(2300, id="again", start=9, **nobody)]
    found = check_tolls(figures, {"one": report()}, [RIVER])
    assert {(each.named, each.status, each.as_of, each.basis) for each in found} == {
        (("figures",), "agrees", date(2021, 6, 23), "proposed")
    }
    assert check_tolls(figures[:1], {"one": report()}, [RIVER]) == ()


def test_the_very_number_of_another_day_tells_more_than_a_row_that_is_approximate() -> None:
    days = tuple(msgspec.structs.replace(day, qualifier="about") for day in RIVER.days)
    rough = msgspec.structs.replace(RIVER, days=days)
    assert check(toll(2900, when="2021-06-30"), rough).status == "agrees"
    assert check(toll(2600, when="2021-06-30"), rough).status == "another_day"
    assert check(toll(2950, when="2021-06-30"), rough).status == "agrees"
