"""Two reports told again in Spanish, fact for fact, carry the figures that they carry in English."""

from collections import Counter
from pathlib import Path

import pytest

from recuento.model import Figure
from recuento.pipeline import extract_claims
from recuento.read import ReadOptions, make_report

RETOLD = Path(__file__).parent / "retold"
Value = tuple[str, float | None, float | None, str]

STATEMENT: list[Value] = [
    ("killed", 8005, 8005, "exactly"),
    ("killed", 3324, 3324, "exactly"),
    ("killed", 2062, 2062, "exactly"),
    ("injured", 20242, 20242, "exactly"),
    ("missing", 1870, 1870, "exactly"),
    ("missing", 1020, 1020, "exactly"),
    ("killed", 116, 116, "exactly"),
    ("missing", 10000, 10000, "about"),
    ("destroyed", 25, 25, "exactly"),
    ("destroyed", 0.42, 0.42, "exactly"),
    ("displaced", 1150000, 1150000, "nearly"),
    ("affected", 200000, 999999, "vague"),
    ("participants", 20000, 999999, "vague"),
    ("participants", 2000000, 9999999, "vague"),
]
GATHERING: list[Value] = [
    ("killed", 12, 12, "exactly"),
    ("injured", 300, 300, "about"),
    ("killed", 12, 12, "exactly"),
    ("injured", 100, None, "more_than"),
    ("displaced", 3000, 3000, "exactly"),
    ("killed", 180, None, "more_than"),
    ("displaced", 3000, 3000, "exactly"),
    ("detained", 4900, 4900, "exactly"),
    ("detained", 1100, 1100, "nearly"),
    ("detained", 160, 160, "exactly"),
    ("detained", 37, 37, "exactly"),
]
REFUSABLE = {("affected", 2000000, None, "more_than")}  # a warning that a careful reader may leave out


@pytest.mark.parametrize(
    ("name", "published", "place", "expected"),
    [
        ("statement.txt", None, None, STATEMENT),
        ("gathering.txt", "2023-07-11", "Lima, Perú", GATHERING),
    ],
)
def test_a_report_told_in_spanish_has_the_same_figures(
    name: str, published: str | None, place: str | None, expected: list[Value]
) -> None:
    options = ReadOptions(language="es", published=published, place=place)
    report = make_report((RETOLD / name).read_text(encoding="utf-8"), id=name, options=options)
    figures = [each for each in extract_claims(report, "press") if isinstance(each, Figure) and each.explicit]
    found = Counter((each.measure, each.low, each.high, str(each.qualifier)) for each in figures)
    assert Counter(expected) - found == Counter(), "missed"
    assert set(found - Counter(expected)) - REFUSABLE == set(), "found besides"
