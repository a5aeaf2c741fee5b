"""Importing dumps: what is taken, what is joined, and what finds it."""

from pathlib import Path

import pytest
from gazetteer_dumps import Import, alternate, row, write

from recuento.gazetteer import Gazetteer


def test_a_place_comes_back_with_id_codes_and_names(imported: Import, tmp_path: Path) -> None:
    line = row(
        70,
        "Ría Nova",
        ascii="Ria Nova",
        names="New River,RNV,мост",
        people=12,
        at=(-1.25, 30.5),
        admin2="009",
    )
    gazetteer = imported(write(tmp_path / "XA.txt", line))
    (place,) = gazetteer.lookup("Ria Nova")
    assert (place.geonames, place.name, place.population) == (70, "Ría Nova", 12)
    assert (place.latitude, place.longitude) == (-1.25, 30.5)
    assert (place.country, place.admin1, place.admin2) == ("XA", "01", "009")
    assert (place.kind, place.precision) == ("city", "settlement")
    assert gazetteer.lookup("New River") == (place,)
    assert gazetteer.lookup("RNV") == gazetteer.lookup("мост") == ()
    assert gazetteer.find("ria") == ((), True)


@pytest.mark.parametrize(
    ("feature", "kind", "precision"),
    [
        ("P.PPLX", "city", "neighbourhood"),
        ("P.PPLW", "city", "settlement"),
        ("A.ADM1", "adm1", "adm1"),
        ("A.ADM2", "adm2", "adm2"),
        ("A.ADM3", "city", "adm3"),
        ("S.CMPRF", "city", "landmark"),
        ("S.HSP", "city", "landmark"),
    ],
)
def test_kinds_of_places_that_are_taken(
    imported: Import, tmp_path: Path, feature: str, kind: str, precision: str
) -> None:
    gazetteer = imported(write(tmp_path / "XA.txt", row(70, "Long Wall", feature, admin1="44")))
    assert [(place.kind, place.precision) for place in gazetteer.lookup("long wall")] == [(kind, precision)]


@pytest.mark.parametrize("feature", ["T.MT", "H.STM", "A.ADM2H", "A.ADM4", "S.FRM", "."])
def test_kinds_of_places_that_are_left_out(imported: Import, tmp_path: Path, feature: str) -> None:
    assert imported(write(tmp_path / "XA.txt", row(70, "Long Wall", feature))).lookup("long wall") == ()


def test_a_landmark_needs_a_name_of_several_words(imported: Import, tmp_path: Path) -> None:
    line = row(70, "Grace", "S.CH", names="Grace Church")
    gazetteer = imported(write(tmp_path / "XA.txt", line, row(71, "Grace Hill")))
    assert gazetteer.lookup("Grace") == ()
    assert gazetteer.lookup("Grace Church")[0].geonames == 70


def test_a_town_of_both_is_one_with_the_names_of_both(imported: Import, tmp_path: Path) -> None:
    gazetteer = imported(write(tmp_path / "XA.txt", row(7, "Port Azur", people=1200)))
    found = gazetteer.lookup("azurport")
    assert [(place.geonames, place.name, place.population) for place in found] == [(7, "Port Azur", 1200)]
    assert gazetteer.lookup("Port Azur") == found == gazetteer.lookup("Port Azure")


def test_towns_of_the_package_stay_beside_the_dump_unless_alone(imported: Import, tmp_path: Path) -> None:
    dump = write(tmp_path / "XA.txt", row(70, "Newtown"))
    assert imported(dump).lookup("Oldtown")
    gazetteer = imported(dump, alone=True)
    assert gazetteer.lookup("Oldtown") == ()
    assert gazetteer.lookup("Newtown")
    assert gazetteer.lookup("Atlantis")


def test_a_province_gets_id_and_point_and_stays_one(imported: Import, tmp_path: Path) -> None:
    line = row(50, "Province of Marina", "A.ADM1", at=(12.75, 22.75), people=5000)
    gazetteer = imported(write(tmp_path / "XA.txt", line))
    (place,) = gazetteer.lookup("Marina")
    assert (place.geonames, place.latitude, place.name, place.population) == (50, 12.75, "Marina", 900)
    assert gazetteer.lookup("Province of Marina") == (place,)


def test_a_province_with_an_id_may_still_be_little_known(imported: Import, tmp_path: Path) -> None:
    lines = [row(50, "Marina", "A.ADM1"), row(51, "Highlands", "A.ADM1", admin1="02"), row(52, "Newtown")]
    gazetteer = imported(write(tmp_path / "XA.txt", *lines))
    found = [gazetteer.lookup(name)[0] for name in ("Marina", "Highlands", "Southland", "Newtown")]
    assert [place.lesser for place in found] == [True, True, False, False]
    assert [place.kind for place in found] == ["adm1", "adm1", "adm1", "city"]


def test_a_county_is_known_by_its_name_in_its_province(imported: Import, tmp_path: Path) -> None:
    lines = [row(60, "Reef County", "A.ADM2", admin2="009"), row(61, "Reef County", "A.ADM2", admin1="02")]
    found = imported(write(tmp_path / "XA.txt", *lines)).lookup("Reef County")
    assert sorted((place.geonames, place.admin1) for place in found) == [(60, "01"), (61, "02")]


def test_countries_and_regions_keep_their_names(imported: Import, tmp_path: Path) -> None:
    lines = [row(1, "Republic of Oyster", "A.PCLI", names="Oyster,Ατλαντίς"), row(3, "Parts", "A.PCLIX")]
    dump = write(tmp_path / "XA.txt", *lines)
    gazetteer = imported(dump, all_scripts=True)
    assert gazetteer.lookup("Oyster") == gazetteer.lookup("Parts") == ()
    assert gazetteer.lookup("Ατλαντίς") == gazetteer.lookup("Atlantis")
    assert gazetteer.country("XA") == gazetteer.lookup("Atlantis")[0] == gazetteer.form("A.T.")
    assert gazetteer.demonym("Atlanteans") == "XA"


def test_a_country_that_the_package_lacks(imported: Import, tmp_path: Path) -> None:
    gazetteer = imported(write(tmp_path / "XB.txt", row(90, "Lemuria", "A.PCLI", country="XB")))
    assert gazetteer.country("XB") == gazetteer.lookup("Lemuria")[0]


def test_second_order_divisions_contain_by_code(imported: Import, tmp_path: Path) -> None:
    lines = [
        row(60, "North District", "A.ADM2", admin2="009", at=(10, 20)),
        row(61, "Inside", admin2="009", at=(15, 25)),
        row(62, "Beside", admin2="010", at=(10, 20)),
        row(63, "Elsewhere", admin1="02", admin2="009", at=(10, 20)),
    ]
    gazetteer = imported(write(tmp_path / "XA.txt", *lines))
    outer = gazetteer.lookup("North District")[0]
    marina = gazetteer.lookup("Marina")[0]
    inside, beside, elsewhere = (gazetteer.lookup(name)[0] for name in ("Inside", "Beside", "Elsewhere"))
    held = [gazetteer.contains(outer, inner) for inner in (inside, beside, elsewhere, outer, marina)]
    assert held == [True, False, False, False, False]
    assert gazetteer.contains(marina, inside)
    assert not gazetteer.contains(marina, elsewhere)


def test_alternate_names_stand_for_the_column(imported: Import, tmp_path: Path) -> None:
    dump = write(tmp_path / "XA.txt", row(70, "Newtown", names="Column Name"))
    lines = [
        alternate(1, 70, "es", "Villa Nueva"),
        alternate(2, 70, "link", "Some Link"),
        alternate(3, 70, "iata", "Nwt"),
        alternate(4, 71, "es", "Villa Ajena"),
        alternate(5, 70, "ru", "Новый"),
        alternate(6, 7, "fr", "Port d'Azur"),
    ]
    gazetteer = imported(dump, names=write(tmp_path / "alternateNamesV2.txt", *lines))
    assert gazetteer.lookup("Villa Nueva")[0].geonames == 70
    for name in ("Column Name", "Some Link", "Nwt", "Villa Ajena", "Новый", "Port d'Azur"):
        assert gazetteer.lookup(name) == (), name


def test_a_landmark_may_get_its_only_name_from_the_file_of_names(imported: Import, tmp_path: Path) -> None:
    dump = write(tmp_path / "XA.txt", row(70, "Grace", "S.CH"))
    lines = [alternate(1, 70, "en", "Grace Church"), alternate(2, 70, "en", "Mercy")]
    gazetteer = imported(dump, names=write(tmp_path / "alternateNamesV2.txt", *lines))
    assert gazetteer.lookup("Grace Church")[0].geonames == 70
    assert gazetteer.lookup("Grace") == gazetteer.lookup("Mercy") == ()


def test_names_of_divisions(imported: Import, tmp_path: Path) -> None:
    dump = write(tmp_path / "XA.txt", row(60, "Reef", "A.ADM2", admin2="009"))
    admin1 = ["XA.01\tThe Marina\tThe Marina\t50", "XA.02\tHighlands\tHighlands\t51", "XB.01\tFar\tFar\t52"]
    gazetteer = imported(
        dump,
        admin1=write(tmp_path / "admin1CodesASCII.txt", *admin1),
        admin2=write(tmp_path / "admin2Codes.txt", "XA.01.009\tReef Ward\tReef Ward\t60"),
    )
    assert gazetteer.lookup("The Marina") == gazetteer.lookup("Marina")
    assert gazetteer.lookup("Marina")[0].latitude == 12.0
    highlands = gazetteer.lookup("Highlands")[0]
    assert (highlands.geonames, highlands.kind, highlands.latitude) == (51, "adm1", None)
    assert gazetteer.lookup("Far") == ()
    assert gazetteer.lookup("Reef Ward")[0].geonames == 60


def test_the_likeliest_first(imported: Import, tmp_path: Path) -> None:
    lines = [row(70 + at, "Marina", people=people) for at, people in enumerate([5, 900, 40])]
    found = imported(write(tmp_path / "XA.txt", *lines)).lookup("Marina")
    assert [place.population for place in found] == [900, 900, 40, 5]
    assert found[0].kind == "adm1"


def test_the_first_of_two_rows_with_an_id_holds(imported: Import, tmp_path: Path) -> None:
    dumps = [write(tmp_path / f"{at}.txt", row(70, "Newtown", people=at)) for at in (1, 2)]
    assert [place.population for place in imported(*dumps).lookup("Newtown")] == [1]


def test_more_names_than_memory_holds_are_all_there(
    imported: Import, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recuento.gazetteer.spool.FULL", 4)
    monkeypatch.setattr("recuento.gazetteer.writer.REMEMBERED", 3)
    lines = [
        row(100 + at, f"Nova {chr(97 + at // 26)}{chr(97 + at % 26)}x Hill", people=at) for at in range(600)
    ]
    gazetteer = imported(write(tmp_path / "XA.txt", *lines))
    for at in range(600):
        found = gazetteer.lookup(lines[at].split("\t")[1])
        assert [(place.geonames, place.population) for place in found] == [(100 + at, at)]
    assert gazetteer.find("nova") == ((), True)
    assert len(gazetteer) == 607
    assert isinstance(gazetteer, Gazetteer)
