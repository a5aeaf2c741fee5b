from calendar import monthrange
from datetime import date
from time import struct_time

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from recuento.relations.dates import Interval, before, hull, overlap, read_interval, within

days = st.dates(date(1900, 1, 1), date(2090, 12, 31))
intervals = st.tuples(st.none() | days, st.none() | days).map(
    lambda ends: Interval(*sorted(ends)) if None not in ends else Interval(*ends)
)


def oracle(text: str) -> tuple[date, date]:
    read = parse_edtf(text)
    return day_of(read.lower_strict()), day_of(read.upper_strict())


def day_of(moment: struct_time) -> date:
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday)


@pytest.mark.parametrize(
    "text",
    [
        "2021-06-14",
        "2021-06",
        "2021",
        "2024-02",
        "2021-06-03/2021-06-14",
        "2021-06/2021-08",
        "2020/2021-03-05",
        "2021-06-XX",
        "2021-XX",
        "202X",
    ],
)
def test_reads_as_the_oracle_does(text: str) -> None:
    assert read_interval(text) == Interval(*oracle(text))


@given(days, days)
def test_intervals_of_days_read_as_the_oracle_does(one: date, other: date) -> None:
    text = f"{min(one, other)}/{max(one, other)}"
    assert read_interval(text) == Interval(*oracle(text))


@given(st.integers(1000, 2900), st.integers(1, 12))
def test_a_month_has_its_days(year: int, month: int) -> None:
    read = read_interval(f"{year:04}-{month:02}")
    assert read == Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021-06-14/..", date(2021, 6, 14), None),
        ("../2021-06-14", None, date(2021, 6, 14)),
        ("2021-06-14/", date(2021, 6, 14), None),
        ("2021-06-14T09:30:00Z", date(2021, 6, 14), date(2021, 6, 14)),
        ("2021-06?", date(2021, 6, 1), date(2021, 6, 30)),
        ("2021-06-1X", date(2021, 6, 10), date(2021, 6, 19)),
        ("2021-02-XX", date(2021, 2, 1), date(2021, 2, 28)),
        ("2021-34", date(2021, 4, 1), date(2021, 6, 30)),
        ("2021-22", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021-28", date(2021, 12, 1), date(2022, 2, 28)),
        ("[2021-06-14,2021-06-17..2021-06-19]", date(2021, 6, 14), date(2021, 6, 19)),
    ],
)
def test_reads_what_reports_write(text: str, first: date | None, last: date | None) -> None:
    assert read_interval(text) == Interval(first, last)


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        " ",
        "last week",
        "2021-13",
        "2021-02-30",
        "../..",
        "2021-06-14/2021-06-01",
        "0000",
        "[2021,soon]",
    ],
)
def test_what_is_no_date_is_none(text: str | None) -> None:
    assert read_interval(text) is None


@given(intervals, intervals)
def test_two_intervals_overlap_or_one_comes_before(left: Interval, right: Interval) -> None:
    assert [overlap(left, right), before(left, right), before(right, left)].count(True) == 1
    assert overlap(left, right) == overlap(right, left)


@given(intervals, intervals)
def test_a_hull_holds_both(left: Interval, right: Interval) -> None:
    assert within(left, hull(left, right))
    assert within(right, hull(left, right))


@given(intervals, intervals)
def test_what_is_within_overlaps(left: Interval, right: Interval) -> None:
    if within(left, right):
        assert overlap(left, right)
