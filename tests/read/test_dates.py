"""Dates of datelines and posting lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recuento.read.bylines import bylines
from recuento.read.dates import dates

WORDS = bylines("en")
assert WORDS is not None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("4 May 2021", "2021-05-04"),
        ("4th of May, 2021", "2021-05-04"),
        ("21 OCT 88", "1988-10-21"),
        ("21 OCT 14", "2014-10-21"),
        ("Aug. 9, 2019", "2019-08-09"),
        ("SEPT 3rd 2014", "2014-09-03"),
        ("2019-08-09", "2019-08-09"),
        ("8/19/2019", "2019-08-19"),
        ("19.8.2019", "2019-08-19"),
        ("March 2014", "2014-03"),
        ("March 7", None),
        ("29 February", None),
    ],
)
def test_date_read_whole(text: str, edtf: str | None) -> None:
    (found,) = dates(text, WORDS)
    assert (found.start, found.end, found.edtf()) == (0, len(text), edtf)


@pytest.mark.parametrize(
    "text", ["31 June 2014", "3/4/2014", "2014-13-01", "maybe 7", "0000-01-01", "13 of them", "1.5.1"]
)
def test_no_date(text: str) -> None:
    assert list(dates(text, WORDS)) == []


def test_year_given_completes_only_what_the_calendar_has() -> None:
    (found,) = dates("29 February", WORDS)
    assert found.edtf(2016) == "2016-02-29"
    assert found.edtf(2015) is None


@given(st.dates().filter(lambda day: day.year >= 1000))
def test_every_day_is_read_back(day: object) -> None:
    (found,) = dates(f"on {day:%d %B %Y}".replace("on 0", "on "), WORDS)
    assert found.edtf() == f"{day:%Y-%m-%d}"
