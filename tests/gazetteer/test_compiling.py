"""Compiling an index: the same places give the same bytes, and all come back."""

from pathlib import Path

import pytest

from recuento.gazetteer import Gazetteer
from recuento.gazetteer.compiling import compile_index
from recuento.gazetteer.place import Place
from recuento.gazetteer.spellings import usable


def places() -> list[Place]:
    return [
        Place(
            "Atlantis", "country", "country", 10.0, 20.0, country="XA", names={"atlantis"}, forms=("A.T.L.",)
        ),
        Place(
            "Port Azure",
            "city",
            "settlement",
            10.12345,
            20.5,
            country="XA",
            admin1="01",
            geonames=7,
            population=900,
            names={"port azure"},
        ),
        Place("Azure Bay", "adm1", "adm1", country="XA", names={"azure bay"}),
    ]


def test_what_is_compiled_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "small.idx"
    path.write_bytes(compile_index(places(), {"atlantean": "XA"}))
    gazetteer = Gazetteer(path)
    (port,) = gazetteer.lookup("Port Azure")
    assert (port.geonames, port.latitude, port.admin1, port.population) == (7, 10.12345, "01", 900)
    assert gazetteer.lookup("Azure Bay")[0].latitude is None
    assert gazetteer.find("port") == ((), True)
    assert gazetteer.find("port azure")[1] is False
    assert gazetteer.demonym("Atlanteans") == "XA"
    form = gazetteer.form("A.T.L.")
    assert form is not None
    assert form.name == "Atlantis"


def test_same_places_same_bytes() -> None:
    assert compile_index(places(), {}) == compile_index(places(), {})


@pytest.mark.parametrize("name", ["Kraków", "Al Ḩudaydah"])
def test_usable_names(name: str) -> None:
    assert usable(name)


@pytest.mark.parametrize("name", ["", "brwklyn", "MFS", "Москва", "Stadt (Nord)", "Sector 7"])
def test_names_left_out(name: str) -> None:
    assert not usable(name)
