"""Looking up places in the compiled index."""

from pathlib import Path

import pytest

from recuento.gazetteer import Entry, Gazetteer, GazetteerError, kilometres, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def only(found: tuple[Entry, ...], kind: str, country: str) -> Entry:
    return next(entry for entry in found if entry.kind == kind and entry.country == country)


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Peru", "country", "PE"),
        ("Perú", "country", "PE"),
        ("Gaza Strip", "region", "PS"),
        ("West Bank", "region", "PS"),
        ("Donbas", "region", "UA"),
        ("Jenin", "city", "PS"),
        ("Gujarat", "adm1", "IN"),
        ("Morazán", "adm1", "SV"),
        ("Laurel County", "adm2", "US"),
        ("St. Louis", "city", "US"),
    ],
)
def test_names_are_found(gazetteer: Gazetteer, name: str, kind: str, country: str) -> None:
    entry = only(gazetteer.lookup(name), kind, country)
    assert entry.latitude is not None
    assert entry.longitude is not None


def test_countries_come_first(gazetteer: Gazetteer) -> None:
    kinds = [entry.kind for entry in gazetteer.lookup("Georgia")]
    assert kinds[:2] == ["country", "adm1"]


def test_unknown_name_gives_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Zzyqqville") == ()


def test_cities_are_sorted_by_population(gazetteer: Gazetteer) -> None:
    people = [entry.population for entry in gazetteer.lookup("Springfield") if entry.kind == "city"]
    assert people == sorted(people, reverse=True)
    assert len(people) > 5


@pytest.mark.parametrize(
    ("written", "name"),
    [("La.", "Louisiana"), ("N.Y.", "New York"), ("Calif.", "California"), ("UK", "United Kingdom")],
)
def test_abbreviations(gazetteer: Gazetteer, written: str, name: str) -> None:
    entry = gazetteer.form(written)
    assert entry is not None
    assert entry.name == name


def test_abbreviations_need_their_capitals(gazetteer: Gazetteer) -> None:
    assert gazetteer.form("la") is None
    assert gazetteer.form("us") is None


@pytest.mark.parametrize(
    ("word", "code"), [("Peruvian", "PE"), ("Kurds", "TR"), ("Catalan", "ES"), ("Swiss", "CH")]
)
def test_demonyms(gazetteer: Gazetteer, word: str, code: str) -> None:
    assert gazetteer.demonym(word) == code


def test_an_ordinary_word_is_no_demonym(gazetteer: Gazetteer) -> None:
    assert gazetteer.demonym("houses") is None


def test_divisions_little_known_abroad_are_marked(gazetteer: Gazetteer) -> None:
    assert only(gazetteer.lookup("Gujarat"), "adm1", "IN").lesser
    assert not only(gazetteer.lookup("Texas"), "adm1", "US").lesser
    assert not only(gazetteer.lookup("Houston"), "city", "US").lesser


def test_contains(gazetteer: Gazetteer) -> None:
    texas = only(gazetteer.lookup("Texas"), "adm1", "US")
    houston = only(gazetteer.lookup("Houston"), "city", "US")
    peru = gazetteer.country("PE")
    assert peru is not None
    assert gazetteer.contains(texas, houston)
    assert not gazetteer.contains(houston, texas)
    assert not gazetteer.contains(peru, houston)
    assert not gazetteer.contains(texas, texas)


def test_regions_contain_by_distance(gazetteer: Gazetteer) -> None:
    levant = gazetteer.lookup("Middle East")[0]
    cairo = only(gazetteer.lookup("Cairo"), "city", "EG")
    lima = only(gazetteer.lookup("Lima"), "city", "PE")
    assert gazetteer.contains(levant, cairo)
    assert not gazetteer.contains(levant, lima)


def test_provinces_lie_where_their_towns_lie(gazetteer: Gazetteer) -> None:
    capiz = only(gazetteer.lookup("Capiz"), "adm2", "PH")
    assert capiz.latitude is not None
    assert capiz.longitude is not None
    assert kilometres(capiz.latitude, capiz.longitude, 11.4, 122.6) < 50


def test_missing_index_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="pip install"):
        Gazetteer(tmp_path / "none.idx")


def test_index_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "old.idx"
    path.write_bytes(b"RCNTGAZ0" + bytes(200))
    with pytest.raises(GazetteerError, match="another version"):
        Gazetteer(path)


def test_what_may_open_is_told_of_every_word_for_a_people_and_abbreviation(gazetteer: Gazetteer) -> None:
    assert all(gazetteer.opening(word.split()[0]).people for word in gazetteer.tail.demonyms)
    assert all(gazetteer.opening(form).form for form in gazetteer.tail.forms)
    assert gazetteer.opening("Kurds").people
    assert gazetteer.opening("N").form


def test_what_may_open_is_told_of_names(gazetteer: Gazetteer) -> None:
    assert gazetteer.opening("Peru").places
    assert gazetteer.opening("Morazán").places
    assert gazetteer.opening("San").longer  # of "San Salvador"
    assert gazetteer.opening("xqzvqh") == ((), False, False, False, False)
