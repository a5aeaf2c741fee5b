"""Each catalogue against the code: what is said has its words, and no words are left over."""

import re
import runpy
import string
from pathlib import Path
from typing import Any

import pytest
from wording_said import everything, heads, spoken

from recuento.model import UsageError
from recuento.settings import LOCALES
from recuento.wording import ENGLISH, load_wording, wording_locales
from recuento.wording.wording import SLOT, Catalogue

OTHERS = [locale for locale in wording_locales() if locale != "en"]
STAGES = runpy.run_path(str(Path(__file__).parents[2] / "docs" / "make_docs.py"))["STAGES"]
STATE_AND_TOLL = "Una es una situación en un momento y la otra un balance acumulado."
BARE = re.compile(r"\W*(?:\{\}\W*)*")  # only slots and marks: nothing to put into words


@pytest.fixture(params=OTHERS)
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    found = load_wording(str(request.param)).catalogue
    assert found is not None
    return found


def skeleton(key: str) -> str:
    return key.replace("{#}", "{}")


def test_the_languages_are_those_of_the_settings() -> None:
    assert wording_locales() == LOCALES


def test_every_slug_has_its_advice(catalogue: Catalogue) -> None:
    advice = {words for _, slugs in STAGES.values() for words in slugs.values()}
    assert set(catalogue.advice) == advice


def test_everything_that_is_said_has_words(catalogue: Catalogue) -> None:
    known = {skeleton(key) for key in catalogue.messages}
    missing = {words for words in spoken() if not BARE.fullmatch(words)} - known
    assert missing == set(), "put these into src/recuento/wording/wording.*.yml"


def test_every_key_is_said(catalogue: Catalogue) -> None:
    said = everything()
    assert [key for key in catalogue.messages if skeleton(key) not in said] == []


def test_every_message_names_every_slot_of_its_key(catalogue: Catalogue) -> None:
    for key, words in catalogue.messages.items():
        named = [name for _, name, _, _ in string.Formatter().parse(words) if name is not None]
        assert sorted(named) == [str(n) for n in range(len(SLOT.findall(key)))], key


def test_every_head_of_a_table_has_words(catalogue: Catalogue) -> None:
    assert heads() - set(catalogue.heads) == set()
    assert set(catalogue.heads) - everything() == set()


def test_nothing_is_empty(catalogue: Catalogue) -> None:
    told: list[Any] = [catalogue.heads, catalogue.advice, catalogue.messages]
    assert all(words.strip() for section in told for words in section.values())


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("nothing fits", "nada coincide"),
        ("more than 1,000 bytes", "más de 1 000 bytes"),
        ("series dozens: 12 rows written", "serie dozens: 12 filas escritas"),
        (
            "no such file. There is no such file or folder: check the path.",
            "no existe ese archivo. No existe ese archivo o carpeta: revise la ruta.",
        ),
        (
            "12 or more and 1,200 have no value in common, but not both are exact.",
            "12 o más y 1 200 no tienen ningún valor en común, pero no ambas son exactas.",
        ),
        (
            "One is a state at a time and the other a running toll. The 9 are possibly a part of the 10.",
            f"{STATE_AND_TOLL} Es posible que 9 sean parte de 10.",
        ),
        ("Words of nobody's own", "Words of nobody's own"),
    ],
)
def test_words_are_put_together_of_their_parts(english: str, spanish: str) -> None:
    assert load_wording("es").tell(english) == spanish
    assert ENGLISH.tell(english) == english


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("the writer", "la redacción"),
        ("the writer of bulletin.txt", "la redacción de bulletin.txt"),
        ("The Writers' Union left", "The Writers' Union left"),
    ],
)
def test_only_voices_that_no_report_names_are_told(english: str, spanish: str) -> None:
    assert load_wording("es").voice(english) == spanish
    assert ENGLISH.voice(english) == english


def test_counts_and_numbers() -> None:
    spanish = load_wording("es")
    assert (spanish.count(1, "report"), spanish.count(1200, "report")) == ("1 informe", "1 200 informes")
    assert (ENGLISH.count(1, "report"), ENGLISH.count(1200, "report")) == ("1 report", "1,200 reports")
    assert spanish.number("1,234.5") == "1 234,5"


def test_an_unknown_language_is_named_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="en, es"):
        load_wording("fr")
