"""Each rule of the places layer: what it must find, and what it must leave."""

from itertools import pairwise

import pytest

from recuento.extract.places import PlaceContext, find_places
from recuento.extract.sentences import sentences
from recuento.language import load_pack
from recuento.model import PlaceMention

PACK = load_pack("en")


def read(text: str, context: PlaceContext | None = None) -> tuple[PlaceMention, ...]:
    found = find_places(text, sentences(text, PACK), PACK, context=context)
    assert all(text[m.start : m.end] == m.name for m in found)
    return found


def named(text: str, name: str) -> PlaceMention:
    return next(m for m in read(text) if m.name == name)


def names(text: str) -> list[str]:
    return [m.name for m in read(text) if m.kind == "place"]


@pytest.mark.parametrize(
    ("text", "name", "rule", "country", "precision"),
    [
        ("Two people were hurt in Nairobi on Friday.", "Nairobi", "known-name", "KE", "settlement"),
        ("Rain fell across northwest Iowa.", "northwest Iowa", "part-of-name", "US", "adm1"),
        ("It rained in southern parts of China.", "southern parts of China", "part-of-name", "CN", "country"),
        ("Homes were lost in Bago Region, Myanmar.", "Bago Region", "typed-name", "MM", "adm1"),
        ("The bridge in Capiz province fell.", "Capiz province", "typed-name", "PH", "adm2"),
        ("They live in Laurel County.", "Laurel County", "known-name", "US", "adm2"),
        ("Soldiers entered the Jenin refugee camp.", "Jenin refugee camp", "landmark", "PS", "landmark"),
        (
            "Shots were heard at the Bellweather concert hall in Leeds.",
            "Bellweather concert hall",
            "unknown-landmark",
            "GB",
            "landmark",
        ),
        (
            "A man fell in the 1200 block of Maple Avenue in Denver.",
            "1200 block of Maple Avenue",
            "street",
            "US",
            "point",
        ),
        (
            "It is at the corner of Elm and Hazel streets.",
            "Elm and Hazel streets",
            "street",
            None,
            "neighbourhood",
        ),
        ("She is from Alexandria, La., he said.", "La.", "abbreviation", "US", "adm1"),
        ("NAIROBI, Kenya (AP) -- A bus fell.", "NAIROBI", "dateline", "KE", "settlement"),
        ("Peruvian farmers marched.", "Peruvian", "demonym", "PE", "country"),
        ("The village of Qoryale in Somalia was flooded.", "Qoryale", "type-of-name", "SO", "settlement"),
        ("Three died near Qoryale in Somalia.", "Qoryale", "preposition-name", "SO", "settlement"),
        ("Floods reached Lyon and Sioux counties in Iowa.", "Sioux", "typed-list", "US", "adm2"),
        ("THREE WERE KILLED IN AYACUCHO, PERU.", "AYACUCHO", "known-name", "PE", "settlement"),
        ("CLASHES WENT ON IN THE POTOLI RIVER, HONDURAS.", "HONDURAS", "known-name", "HN", "country"),
        ("three people were hurt in ahmedabad on tuesday.", "ahmedabad", "known-name", "IN", "settlement"),
    ],
)
def test_must_find(text: str, name: str, rule: str, country: str | None, precision: str) -> None:
    mention = named(text, name)
    assert (mention.rule, mention.country, mention.precision) == (rule, country, precision)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jack London wrote it.", "London"),
        ("Mr. Paris said nothing.", "Paris"),
        ("Ana Houston, 34, was hurt. Houston went home.", "Houston"),
        ("They marched in March and in May.", "March"),
        ("Reading is taught at the school.", "Reading"),
        ("The Wildlife Department closed it.", "Wildlife Department"),
        ("St. Patrick's Day was quiet.", "St. Patrick"),
        ("He put it in the box, la la la.", "la"),
        ("Nobody asked us.", "us"),
        ("The Superior Court ruled.", "Superior Court"),
    ],
)
def test_must_leave(text: str, name: str) -> None:
    assert name not in names(text)


def test_an_agency_of_a_dateline_is_no_place() -> None:
    assert "Meridian" not in names("ORLAN (Meridian Press) -- Nine people were killed on Tuesday.")
    assert "Costa Rica" in names("SAN JOSE (Costa Rica) -- Nine people were killed on Tuesday.")


def test_a_chain_ties_each_name_to_the_larger_ones() -> None:
    head = named("They met in Miraflores, Lima, Peru.", "Miraflores")
    assert head.within == ("Lima", "Peru")
    assert head.country == "PE"
    assert names("They met in Miraflores, Lima, Peru.") == ["Miraflores", "Lima", "Peru"]


@pytest.mark.parametrize(
    ("text", "name", "longitude"),
    [
        ("He drove from Paris, Texas, to Dallas.", "Paris", -95),
        ("He drove from Paris to Lyon in France.", "Paris", 2),
        ("Fire spread in Athens, Henderson County, and in Tyler, Texas.", "Athens", -96),
        ("The premier of Ontario came to London and to Kitchener.", "London", -81),
    ],
)
def test_what_else_is_named_decides(text: str, name: str, longitude: float) -> None:
    found = named(text, name)
    assert found.longitude is not None
    assert abs(found.longitude - longitude) < 2


def test_the_hint_of_a_country_decides() -> None:
    text = "A bus fell near Santiago."
    hinted = read(text, PlaceContext(country="DO"))
    assert hinted[0].country in {"DO", "CL"}
    assert (
        read(text, PlaceContext(place="Santo Domingo, Dominican Republic", country="DO"))[0].country == "DO"
    )


def test_only_restricts_the_search() -> None:
    text = "Rain fell in Kenya. Snow fell in Norway."
    found = read(text, PlaceContext(only=[(20, 25)]))
    assert [m.name for m in found] == ["Norway"]


def test_a_small_namesake_elsewhere_is_not_taken() -> None:
    text = (
        "Honduran troops came. In Honduras the army of Honduras took Lufu and left for Tegucigalpa, Honduras."
    )
    assert all(m.country != "CN" for m in read(text))


def test_exchanging_the_countries_exchanges_the_places() -> None:
    first = read("Troops of Armenia shelled a town in Azerbaijan.")
    second = read("Troops of Azerbaijan shelled a town in Armenia.")
    assert [(m.name, m.country, m.precision) for m in first] == [
        (m.name, m.country, m.precision) for m in reversed(second)
    ]


def test_nothing_overlaps() -> None:
    text = (
        "The Kabul Military Hospital in central Kabul, Afghanistan, near the Kabul River and New York City."
    )
    found = read(text)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("new delhi: three people died.", "new delhi"),
        ("Cook cleaned a gunPORTLAND, Ore. (AP) -- A man was hurt.", "PORTLAND"),
        ("They met at Lake Morrowind.", "Lake Morrowind"),
        ("The Denver-based firm closed.", "Denver"),
        ("The Paris-Lyon line closed.", "Lyon"),
    ],
)
def test_names_in_hard_places(text: str, name: str) -> None:
    assert name in names(text)


def test_a_department_of_a_state_is_named_by_the_state() -> None:
    assert names("The Alabama Department of Health said so.") == ["Alabama"]


@pytest.mark.parametrize(
    ("text", "name", "rule"),
    [
        (
            "Two men died on the 1300-block of East 92nd Place in Denver.",
            "1300-block of East 92nd Place",
            "street",
        ),
        ("Two men died on East 92nd Street in Denver.", "East 92nd Street", "street"),
        ("He was shot at 34th and Wexford in Denver.", "34th and Wexford", "street"),
        ("He left the Amberlight nightclub in Denver.", "Amberlight nightclub", "unknown-landmark"),
        ("They died while driving in the Qoryale area.", "Qoryale area", "type-of-name"),
        ("one man was hurt in stabbing in qoryale area of the old town.", "qoryale area", "type-of-name"),
        ("a body was found at qoryale in nairobi on monday.", "qoryale", "preposition-name"),
        ("Eight people were buried by a mudslide at Qoryale.", "Qoryale", "at-name"),
        ("A boat sank off the island of Qoryale on Wednesday.", "Qoryale", "type-of-name"),
    ],
)
def test_names_that_no_gazetteer_backs(text: str, name: str, rule: str) -> None:
    assert named(text, name).rule == rule


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The head of the Federal Road Safety Corps spoke.", "Federal Road"),
        ("police stood guard in residential area of the town.", "residential area"),
        ("SIX JUNCTION BOXES WERE DAMAGED.", "SIX JUNCTION"),
        ("Two Girls Dead in Shooting at a School", "Shooting"),
        ("He scored at Qoryale 2016 for them.", "Qoryale"),
        ("the men were robbed at gunpoint in nairobi.", "gunpoint"),
    ],
)
def test_names_of_no_place(text: str, name: str) -> None:
    assert name not in names(text)
