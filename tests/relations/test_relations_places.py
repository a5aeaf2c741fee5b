import pytest

from recuento.model import PlaceRef
from recuento.relations.places import place_relation
from tally_examples import TOWN, place

CAMP = place("Aldora relief camp")
PROVINCE = place("Belmar", latitude=10.6, longitude=20.6, country="XA", precision="adm1")
COUNTRY = place("Xanthia", latitude=14.0, longitude=25.0, country="XA", precision="country")
NEXT_TOWN = place("Ciruela", latitude=10.05, longitude=20.05, country="XA", precision="settlement")
FAR_TOWN = place("Dorado", latitude=13.0, longitude=22.0, country="XA", precision="settlement")


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (TOWN, TOWN, "same"),
        (place("aldora"), place("Aldora"), "same"),
        (TOWN, CAMP, "within"),
        (TOWN, PROVINCE, "within"),
        (TOWN, COUNTRY, "within"),
        (TOWN, NEXT_TOWN, "near"),
        (TOWN, FAR_TOWN, "apart"),
        (TOWN, place("Aldora", latitude=12.0, longitude=22.0, country="XA", precision="settlement"), "apart"),
        (TOWN, place("Aldora", country="XB"), "apart"),
        (TOWN, place("the market"), "unknown"),
        (TOWN, None, "unknown"),
    ],
)
def test_how_two_places_stand(left: PlaceRef, right: PlaceRef | None, relation: str) -> None:
    assert place_relation(left, right) == relation
    assert place_relation(right, left) == relation
