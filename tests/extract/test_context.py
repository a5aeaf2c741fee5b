"""Which place and time hold for a span: invented texts, each with what must and what must not hold."""

import pytest

from recuento.extract.context import Context
from recuento.extract.extract import find_layers
from recuento.language import load_pack
from recuento.model import Report, content_id

PACK = load_pack("en")


def context_of(text: str, published: str | None = None) -> Context:
    report = Report(id=content_id("report", text), language="en", text=text, published=published)
    return Context(find_layers(report, PACK))


def place(text: str, words: str, *, number: str | None = None, reach: str = "incident") -> str | None:
    start = text.index(words)
    at = start + words.index(number) if number else start
    span = (at, at + len(number)) if number else None
    found = context_of(text).place_for(start, start + len(words), number=span, reach=reach)
    return found.name if found else None


def day(text: str, words: str, published: str) -> str | None:
    start = text.index(words)
    found = context_of(text, published).time_for(start, start + len(words))
    return found.edtf if found else None


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("Two men died in Nairobi. They were taken to a clinic in Mombasa.", "They were", "Nairobi"),
        ("A blast in Nairobi hurt five. He told reporters in Mombasa that two died.", "two died", "Nairobi"),
        ("A blast in Nairobi hurt five. A boy from Mombasa died.", "A boy", "Nairobi"),
        ("A bomb hit Lima, killing four.", "killing four", "Lima"),
        (
            "Three people were shot in Denver on Friday. It happened at the Amberlight nightclub in Denver.",
            "Three people were shot",
            "Amberlight nightclub",
        ),
        (
            "Three people were shot in Denver. The pastor of Amberlight Church in Denver prayed.",
            "Three people were shot",
            "Denver",
        ),
        (
            "Floods hit Bago Region. In four towns, Taungoo, Yedashe, and Htantabin, 500 people fled.",
            "500 people fled",
            "Bago Region",
        ),
    ],
)
def test_the_place_of_a_harm(text: str, words: str, said: str) -> None:
    assert place(text, words) == said


@pytest.mark.parametrize(("number", "said"), [("11", "Nairobi"), ("five", "Mombasa")])
def test_each_number_of_a_list_has_its_own_place(number: str, said: str) -> None:
    text = "There were 11 in Nairobi and five in Mombasa."
    assert place(text, text, number=number) == said


def test_a_few_arrests_are_where_their_own_sentence_says() -> None:
    text = "Two people died in Nairobi. Three men were arrested in Mombasa. A fourth was held."
    assert place(text, "Three men were arrested", reach="own") == "Mombasa"
    assert place(text, "A fourth was held", reach="own") is None


def test_an_arrest_is_not_where_the_crime_was() -> None:
    text = "Police said that two men were arrested for the murder of a trader in Nairobi."
    assert place(text, "two men were arrested", reach="own") is None


@pytest.mark.parametrize(
    ("text", "words", "published", "said"),
    [
        ("A fire killed two at 9 p.m. Sunday.", "killed two", "2017-07-17", "2017-07-16"),
        ("Shelling on Monday killed a couple.", "killed a couple", "2021-05-25", "2021-05-24"),
        ("Rain from 28 October 2013 to 2 November 2013 killed two.", "killed two", "2013-11-05",
         "2013-10-28/2013-11-02"),
        ("Two people died, officer Ann Moro told our paper in Lima on Wednesday.", "Two people died",
         "2017-09-27", None),
        ("Police say four have died since Monday. A house burned.", "A house burned", "2022-08-24", None),
    ],
)  # fmt: skip
def test_the_day_of_a_harm(text: str, words: str, published: str, said: str | None) -> None:
    assert day(text, words, published) == said


def test_a_weekday_to_come_is_not_moved_back() -> None:
    assert day("The court will hear on Monday how two died.", "two died", "2021-05-25") is None


ITEMS = """Our volunteers documented three incidents in Verania.

- Marenna, 14 May: nine people were killed. Twelve were still held at the Marenna police station.

- Tolvik, 16 May: six teachers were hurt.

- On 17 May, four people were hurt.
"""


@pytest.mark.parametrize(
    ("words", "said"), [("nine people", "Marenna"), ("six teachers", "Tolvik"), ("four people", None)]
)
def test_an_item_of_a_list_tells_its_own_place(words: str, said: str | None) -> None:
    assert place(ITEMS, words) == said
