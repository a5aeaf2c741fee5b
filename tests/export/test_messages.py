"""The catalogues of the page's words."""

import re
import string
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from recuento.export import page_locales
from recuento.export.messages import FOLDER, load_messages
from recuento.model import UsageError

SECTIONS = (
    *(
        "page",
        "filter",
        "table",
        "label",
        "counts",
        "values",
        "explained",
        "codes",
        "stands",
        "listing",
        "map",
    ),
)


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "told"),
    [
        (8005, 8005, "exactly", "8,005"),
        (160, None, "more_than", "more than 160"),
        (4, None, "at_least", "at least 4"),
        (None, 50, "up_to", "up to 50"),
        (None, 50, "fewer_than", "fewer than 50"),
        (300, 300, "nearly", "nearly 300"),
        (24, 99, "vague", "24 to 99"),
        (0.425, 0.425, "about", "about 0.425"),
        (0, 0, "exactly", "0"),
        (None, None, "vague", "no bounds"),
    ],
)
def test_values_in_words(low: float, high: float, qualifier: str, told: str) -> None:
    assert load_messages("en").value(low, high, qualifier) == told


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("2024-05-14", "14 May 2024"),
        ("2024-05", "May 2024"),
        ("2024", "2024"),
        ("2023-07-03/2023-07-04", "3 July 2023 to 4 July 2023"),
        ("2024-05-14?", "2024-05-14?"),
        ("../2024-05", ".. to May 2024"),
    ],
)
def test_dates_in_words(edtf: str, told: str) -> None:
    assert load_messages("en").date(edtf) == told


def test_an_unknown_code_stands_as_it_is() -> None:
    assert load_messages("en").code("measure", "died_of_wounds") == "died of wounds"


def test_an_unknown_language_is_named_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="en"):
        load_messages("../en")


def test_every_word_of_a_catalogue_is_used_and_every_used_word_is_there() -> None:
    files = [*FOLDER.glob("*.py"), *FOLDER.glob("templates/*.jinja")]
    source = "\n".join(path.read_text(encoding="utf-8") for path in files)
    messages = load_messages("en")
    for section in ("page", "filter", "table", "label", "listing", "map"):
        held = set(getattr(messages, section))
        named = set(re.findall(rf"\bt\.{section}\.(\w+)|{section}\[\"(\w+)\"\]", source))
        assert {name for pair in named for name in pair if name} <= held, section
        assert not [key for key in held if not re.search(rf"\b{key}\b", source)], section


@pytest.mark.parametrize("locale", page_locales())
def test_every_catalogue_has_the_keys_of_the_first(locale: str) -> None:
    first, other = load_messages("en"), load_messages(locale)
    for section in SECTIONS:
        assert set(getattr(other, section)) == set(getattr(first, section)), section
    for name, codes in first.codes.items():
        assert set(other.codes[name]) == set(codes), name
    assert len(other.dates.months) == 12


def strings(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every string of a catalogue with the path of its key."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield from strings(held, f"{path}.{key}")
    elif isinstance(value, str):
        yield path, value


def placeholders(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}


@pytest.mark.parametrize("locale", page_locales())
def test_every_message_has_the_placeholders_of_the_first(locale: str) -> None:
    first = dict(strings(msgspec.to_builtins(load_messages("en"))))
    other = dict(strings(msgspec.to_builtins(load_messages(locale))))
    assert other.keys() == first.keys()
    for path, words in first.items():
        assert words.strip(), path
        assert placeholders(other[path]) == placeholders(words), path


@pytest.mark.parametrize("locale", page_locales())
def test_every_code_of_the_vocabulary_is_in_every_language(locale: str) -> None:
    english, other = load_messages("en").codes, load_messages(locale).codes
    if locale != "en":
        same = [
            code
            for name in ("measure", "modality", "relation")
            for code in english[name]
            if other[name][code] == english[name][code]
        ]
        assert same == []


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "told"),
    [
        (8005, 8005, "exactly", "8\u202f005"),
        (2300000.5, None, "at_least", "al menos 2\u202f300\u202f000,5"),
        (None, 50, "fewer_than", "menos de 50"),
        (24, 99, "vague", "de 24 a 99"),
    ],
)
def test_values_in_spanish(low: float, high: float, qualifier: str, told: str) -> None:
    assert load_messages("es").value(low, high, qualifier) == told


def test_dates_and_counts_in_spanish() -> None:
    spanish = load_messages("es")
    assert spanish.date("2024-05-01") == "1 de mayo de 2024"
    assert spanish.date("2023-07-03/2023-07-04") == "de 3 de julio de 2023 a 4 de julio de 2023"
    assert (spanish.count("claims", 1), spanish.count("claims", 0)) == ("1 afirmación", "0 afirmaciones")
