"""Doers told behind the harm, in a language whose adjectives follow their nouns."""

import pytest

from recuento.extract.extract import extract
from recuento.language import load_pack
from recuento.model import Figure
from recuento.read import ReadOptions, make_report
from recuento.vocabulary import load_profile


def doer(text: str) -> str | None:
    report = make_report(text, options=ReadOptions(language="es", published="2024-05-14"))
    claims = extract(report, load_pack("es"), load_profile())
    figure = next(claim for claim in claims if isinstance(claim, Figure))
    return figure.actor.name if figure.actor else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cinco campesinos murieron a manos de soldados en Tarma.", "soldados"),
        ("Cuatro vecinos murieron por disparos del Ejército en Yenín.", "Ejército"),
        ("Ocho policías murieron en una emboscada perpetrada por rebeldes.", "rebeldes"),
        ("Veinte personas fueron detenidas por parte de la Guardia Nacional.", "la Guardia Nacional"),
        ("Un ataque del FLM mató a tres soldados.", "FLM"),
        ("Doce personas murieron en un ataque de la guerrilla.", "la guerrilla"),
        ("Un bombardeo de la Unión de Defensa mató a doce personas.", "la Unión de Defensa"),
        ("El Ejército somalí mató a nueve civiles.", "El Ejército somalí"),
        ("La liga de hacendados mató a nueve civiles.", "La liga de hacendados"),
        ("Un bombardeo de Frente Rojo mató a nueve civiles.", "Frente Rojo"),
        ("Nueve civiles murieron en un ataque de la brigada Marsal.", "la brigada Marsal"),
        ("Según la alcaldía, Al Sarim mató a nueve civiles.", "Al Sarim"),
    ],
)
def test_the_doer_behind_is_read(text: str, name: str) -> None:
    assert doer(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "El terremoto mató a 200 personas.",
        "Doce personas murieron en el ataque de Marvonia.",
        "Doce personas murieron en el ataque del lunes.",
        "Doce personas murieron en un atentado con bomba.",
    ],
)
def test_no_doer_is_made_up(text: str) -> None:
    assert doer(text) is None
