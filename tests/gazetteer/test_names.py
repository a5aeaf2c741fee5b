"""One spelling for many."""

import pytest

from recuento.gazetteer import normalise


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Shuja'iyya", "shujaiyya"),
        ("Ponta-Porã", "ponta pora"),
        ("St. Louis", "st louis"),
        ("Łódź", "lodz"),
        ("N'Djamena", "ndjamena"),
        ("  New\n York ", "new york"),
    ],
)
def test_spellings_fall_together(name: str, plain: str) -> None:
    assert normalise(name) == plain


def test_different_names_stay_apart() -> None:
    assert normalise("Niger") != normalise("Nigeria")
