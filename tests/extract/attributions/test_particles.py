"""Sources whose names open with what is a preposition elsewhere, and pairs of sources: invented texts."""

import pytest

from recuento.extract.context import Context
from recuento.extract.extract import find_layers
from recuento.language import load_pack
from recuento.model import Report, content_id


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Al Sarim dijo que nueve civiles habían muerto.", "Al Sarim"),
        ("Según Al Sarim, nueve civiles murieron.", "Al Sarim"),
        ("El Ejército turco y el FLM dijeron que nueve civiles habían muerto.", "Ejército turco y el FLM"),
        ("Al cierre de la jornada, el alcalde dijo que nueve civiles habían muerto.", "alcalde"),
    ],
)
def test_the_source_of_a_claim(text: str, name: str) -> None:
    report = Report(id=content_id("report", text), language="es", text=text, published="2024-05-14")
    start = text.index("nueve")
    found = Context(find_layers(report, load_pack("es"))).claimant_for(start, start + len("nueve"))
    assert found is not None
    assert found.name == name
