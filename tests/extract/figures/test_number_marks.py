"""Which marks a text writes its numbers with: its own habits, its region, or neither."""

import pytest

from recuento.extract.figures.marks import marks_of
from recuento.language import load_pack
from recuento.model import Figure
from recuento.pipeline import extract_claims, two_readings
from recuento.read import ReadOptions, make_report
from recuento.vocabulary import profile_names


@pytest.mark.parametrize(
    ("text", "place", "decimal"),
    [
        ("Hubo 1.200 heridos, el 3,5 % del total.", None, ","),
        ("Hubo 1,200 heridos, el 3.5 % del total.", None, "."),
        ("Hubo 1.234.567 votos.", None, ","),
        ("Hubo 1.200 millones de afectados.", None, ""),
        ("Hubo 1.200 millones de afectados.", "Lima, Perú", "."),
        ("BOGOTÁ.- Hubo 1.200 millones de afectados.", None, ","),
        ("A las 14.30 horas, en el km 245,200, hubo 12 heridos.", None, ""),
        ("El 23.05.2000 hubo 12 heridos.", None, ""),
    ],
)
def test_habits_come_before_the_region(text: str, place: str | None, decimal: str) -> None:
    marks = marks_of(text, place, load_pack("es"))
    assert marks is not None
    assert marks.decimal == decimal


def test_a_pack_without_regions_keeps_its_own_marks() -> None:
    assert marks_of("Some 1.200 people.", None, load_pack("en")) is None


@pytest.mark.parametrize(
    ("text", "place", "bounds"),
    [
        ("Hay 1.200 millones de afectados.", None, (1_200_000, 1_200_000_000)),
        ("Hay 1.200 millones de afectados.", "Lima, Perú", (1_200_000, 1_200_000)),
        ("Hay 8,005 muertos.", None, (8005, 8005)),
        ("Hay 8.005 muertos.", "Lima, Perú", (8005, 8005)),
        ("Hay 2.3 millones de afectados.", "Madrid, España", (2_300_000, 2_300_000)),
    ],
)
def test_no_number_is_thousandfold_in_silence(text: str, place: str | None, bounds: tuple[int, int]) -> None:
    report = make_report(text, id="x", options=ReadOptions(language="es", place=place))
    claims = extract_claims(report, profile_names()[0])
    figure = next(claim for claim in claims if isinstance(claim, Figure))
    assert (figure.low, figure.high) == bounds
    problems = list(two_readings(report, claims))
    assert [problem.slug for problem in problems] == ["two-readings"] * (bounds[0] != bounds[1])
