"""Laws of the calendar's arithmetic: periods nest, a step back undoes a step on."""

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from recuento.extract.times.period import (
    CENTURY,
    DAY,
    DECADE,
    HALF,
    MONTH,
    QUARTER,
    SEASON,
    WEEK,
    WEEKEND,
    YEAR,
    Period,
    edtf,
    edtf_span,
    exists,
    first_day,
    holding,
    last_day,
    of_day,
    shift,
    shift_years,
    timex,
    widen,
)

days = st.dates(min_value=date(1000, 1, 1), max_value=date(2400, 12, 31))
units = st.sampled_from([DAY, WEEK, MONTH, SEASON, QUARTER, HALF, YEAR, DECADE, CENTURY])


@given(days, units)
def test_a_period_holds_the_day_it_was_made_from(day: date, unit: str) -> None:
    period = holding(day, unit)
    first, last = first_day(period), last_day(period)
    assert first is not None
    assert last is not None
    assert first <= day <= last
    assert exists(period)


@given(days)
def test_periods_nest(day: date) -> None:
    inner = of_day(day)
    for unit in (MONTH, QUARTER, HALF, YEAR, DECADE, CENTURY):
        outer = widen(inner, unit)
        assert outer is not None
        bounds = [first_day(outer), first_day(inner), last_day(inner), last_day(outer)]
        assert all(bounds)
        assert bounds == sorted(bound for bound in bounds if bound)
        inner = outer


@given(days, units, st.integers(-500, 500))
def test_a_step_back_undoes_a_step_on(day: date, unit: str, steps: int) -> None:
    period = holding(day, unit)
    there = shift(period, steps)
    if there is not None:
        assert shift(there, -steps) == period


@given(days, units)
def test_edtf_is_valid(day: date, unit: str) -> None:
    written = edtf(holding(day, unit))
    assert written is not None
    parse_edtf(written)


@given(days, days)
def test_an_interval_goes_forward_or_is_none(one: date, other: date) -> None:
    written = edtf_span(of_day(one), of_day(other))
    assert (written is None) == (one > other)


def test_a_weekend_is_the_end_of_its_week() -> None:
    weekend = holding(date(2014, 6, 18), WEEKEND)
    assert (timex(weekend), edtf(weekend)) == ("2014-W25-WE", "2014-06-21/2014-06-22")


def test_29_february_a_year_on_is_the_28th() -> None:
    assert shift_years(Period(DAY, 2012, 2, 29), 1) == Period(DAY, 2013, 2, 28)


@pytest.mark.parametrize(
    "period", [Period(DAY, 2014, 6, 31), Period(DAY, 2014, 13, 1), Period(YEAR, 0), Period(CENTURY, 99)]
)
def test_what_the_calendar_lacks_does_not_exist(period: Period) -> None:
    assert not exists(period)
    assert edtf(period) is None
