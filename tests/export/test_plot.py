"""The geometry of the plots."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recuento.export.plot import ARROW, LEFT, RIGHT, bar_of, scale_of

VALUES = st.one_of(st.integers(0, 10**9), st.floats(0, 1e6, allow_nan=False, allow_infinity=False))


@given(st.lists(VALUES, min_size=1, max_size=6))
def test_every_value_stands_on_the_scale_and_in_order(values: list[float]) -> None:
    scale = scale_of([(value, value) for value in values])
    places = [scale.at(value) for value in sorted(values)]
    assert all(LEFT <= place <= RIGHT for place in places)
    assert places == sorted(places)
    assert all(LEFT <= tick.at <= RIGHT for tick in scale.ticks)
    assert 1 <= len(scale.ticks) <= 8


def test_a_linear_scale_begins_at_zero_with_round_steps() -> None:
    scale = scale_of([(30, None), (44, 44), (None, 50)])
    assert not scale.log
    assert [tick.value for tick in scale.ticks] == [0, 20, 40]
    assert scale.at(0) == LEFT
    assert scale.at(50) == RIGHT


def test_a_wide_range_is_logarithmic() -> None:
    assert not scale_of([(10, 10), (2000, 2000)]).log
    scale = scale_of([(9, 9), (2000, 2000)])
    assert scale.log
    assert [tick.value for tick in scale.ticks] == [0, 1, 10, 100, 1000]


@pytest.mark.parametrize(
    ("low", "high", "ends", "open_ends"),
    [
        (5, 5, (46.0, None), (None, None)),
        (2, 5, (19.6, 46.0), (None, None)),
        (5, None, (46.0, None), (None, ARROW)),
        (None, 5, (None, 46.0), (LEFT, None)),
    ],
)
def test_open_ends_have_arrows(low: int, high: int, ends: object, open_ends: object) -> None:
    bar = bar_of(scale_of([(10, 10)]), low, high, hollow=False)
    assert bar is not None
    assert (bar.low, bar.high) == ends
    assert (bar.open_low, bar.open_high) == open_ends
    assert (bar.line is None) == (low == high)


def test_without_bounds_nothing_is_drawn() -> None:
    assert bar_of(scale_of([]), None, None, hollow=False) is None
