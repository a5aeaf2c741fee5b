"""Which language a text is in."""

import pytest

from recuento.read.language import WORD, by_model, by_vote, detect, language_code

ENGLISH = (
    "The police said that twelve people were hurt when the bus left the road "
    "near the market, and that they had no word of the cause from the driver, who was in hospital."
)
OTHERS = {
    "es": "La policía dijo que doce personas resultaron heridas cuando el autobús salió de la carretera "
    "cerca del mercado, y que no tenía noticia de la causa por parte del conductor.",
    "de": "Die Polizei sagte, dass zwölf Menschen verletzt wurden, als der Bus in der Nähe des Marktes von "
    "der Straße abkam, und dass sie von dem Fahrer nichts über die Ursache erfahren habe.",
    "nl": "De politie zei dat twaalf mensen gewond raakten toen de bus bij de markt van de weg raakte, en "
    "dat er over de oorzaak nog niets bekend was omdat de bestuurder niet kon praten.",
    "da": "Politiet sagde, at tolv mennesker blev såret, da bussen kørte af vejen nær markedet, og at de "
    "ikke havde hørt noget om årsagen fra føreren, som var på hospitalet.",
}


def words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]


def test_plain_english_is_settled_by_vote() -> None:
    assert by_vote(words(ENGLISH)) == "en"
    assert by_vote(words(ENGLISH.upper())) == "en"


@pytest.mark.parametrize("code", OTHERS)
def test_other_languages_are_not_taken_for_english(code: str) -> None:
    assert by_vote(words(OTHERS[code])) in (None, code)
    assert detect(OTHERS[code]) == code


def test_few_words_go_to_the_detector() -> None:
    assert by_vote(words("The bus left the road.")) is None
    assert by_model("The bus left the road.\nTwelve were hurt.") == "en"


@pytest.mark.parametrize("text", ["", "  \n", "12 - 14!"])
def test_no_words_no_language(text: str) -> None:
    assert detect(text) is None


@pytest.mark.parametrize(
    ("tag", "code"), [("en-GB", "en"), ("PT_br", "pt"), ("", None), (None, None), ("english", None)]
)
def test_codes(tag: str | None, code: str | None) -> None:
    assert language_code(tag) == code
