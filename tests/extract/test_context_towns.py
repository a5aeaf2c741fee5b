"""Places and days where reports name the town first: invented texts, each with what must hold."""

import pytest

from recuento.extract.context import Context
from recuento.extract.extract import find_layers
from recuento.language import load_pack
from recuento.model import Report, content_id


def context_of(text: str) -> Context:
    report = Report(id=content_id("report", text), language="es", text=text, published="2024-05-14")
    return Context(find_layers(report, load_pack("es")))


@pytest.mark.parametrize(
    ("text", "words", "reach", "said"),
    [
        ("Cuatro hombres murieron en el barrio Olivar, en Cochabamba.", "Cuatro", "incident", "Cochabamba"),
        (
            "Cinco murieron en Trujillo. En 2011, tres murieron en el mercado de Piura.",
            "Cinco",
            "incident",
            "Trujillo",
        ),
        (
            "Hubo un tiroteo en Cochabamba. Murieron tres. La guerra dejó miles de muertos en Bolivia.",
            "Murieron tres",
            "incident",
            "Cochabamba",
        ),
        (
            "La sequía azotó Bolivia.\n\nEn Potosí murió un pastor.\n\nHay 226 casas dañadas.",
            "226 casas",
            "toll",
            "Bolivia",
        ),
        ("Diez murieron en el mercado de Piura.", "Diez", "incident", "mercado de Piura"),
    ],
)
def test_the_town_of_a_harm(text: str, words: str, reach: str, said: str) -> None:
    start = text.index(words)
    found = context_of(text).place_for(start, start + len(words), reach=reach)
    assert found is not None
    assert found.name == said


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("Dos murieron el domingo. Por la tarde cayó un muro y hubo tres heridos.", "tres", "2024-05-12"),
        ("Dos murieron el domingo. El Frente 12 de Abril hirió a tres.", "tres", "2024-05-12"),
        ("Dos murieron el domingo. No hubo nombres hasta ayer. Hay tres presos.", "tres", "2024-05-12"),
        ("Dos murieron el domingo.\n\nEn enero cayó otro.\n\nHubo tres heridos.", "tres", "2024-05-12"),
        ("Dos murieron el domingo. Anoche cayó un muro y hubo tres heridos.", "tres", "2024-05-13"),
    ],
)
def test_a_part_of_a_day_names_no_day(text: str, words: str, said: str) -> None:
    start = text.index(words)
    found = context_of(text).time_for(start, start + len(words))
    assert found is not None
    assert found.edtf == said
