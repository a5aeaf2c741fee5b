"""Maps: what is known of a place is drawn as exactly as it is known, and no more."""

import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_examples import content, incidents
from page_parser import Node, parse

from recuento.export import render_page
from recuento.export.map import Regions, dots, place_map, window_over
from recuento.export.map.clip import FRAME, clipped_ring, path
from recuento.export.map.window import HEIGHT, WIDTH, window_of
from recuento.export.map.world import FILE, load_world
from recuento.model import PlaceRef

CODES = sorted(code for code in load_world().countries if code)
MOST_BYTES = 200_000
LATITUDES, LONGITUDES = st.floats(-75, 75), st.floats(-180, 180)


def place(precision: str | None, latitude: float = 12.34, longitude: float = 43.21) -> PlaceRef:
    return PlaceRef(name="Orvella", latitude=latitude, longitude=longitude, country="AA", precision=precision)


def drawn(where: PlaceRef, *, exact_points: bool = False) -> Node:
    """The map of the first incident of a page whose incident is there."""
    one = msgspec.structs.replace(incidents()[0], place=where)
    page = parse(
        render_page(
            content(incidents=(one,), exact_points=exact_points, differences=(), matches=(), tolls=())
        )
    )
    (section,) = page.find("section", id="i1")
    (figure,) = section.find("figure", class_="map")
    return figure


def test_the_world_is_small_and_whole() -> None:
    world = load_world()
    assert FILE.stat().st_size < MOST_BYTES
    assert len(CODES) > 230
    assert len(world.borders) > 300
    assert len(world.towns) > 1000
    assert all(-180 <= town.longitude <= 180 and -90 <= town.latitude <= 90 for town in world.towns)


@pytest.mark.parametrize("code", CODES)
def test_a_country_is_seen_whole_and_large(code: str) -> None:
    window = window_of(code)
    assert window is not None
    shown = [window.at(p) for ring in load_world().countries[code] for p in ring.points]
    inside = [(x, y) for x, y in shown if 0 <= x <= WIDTH and 0 <= y <= HEIGHT]
    assert len(inside) > len(shown) / 2 or code in ("NO", "PF", "CL", "UM", "FR", "NZ", "EC", "AU")
    assert 1.5 <= window.half <= 121


@pytest.mark.parametrize("code", ["PE", "LB", "FJ", "RU", "NZ"])
def test_a_place_known_as_a_country_is_never_a_point(code: str) -> None:
    where = PlaceRef(name="All of it", latitude=1.0, longitude=2.0, country=code, precision="country")
    found = place_map(Regions(), where, exact_points=True)
    assert found is not None
    assert (found.shown, found.x, found.y) == ("country", 0, 0)
    assert found.region.country
    figure = drawn(where, exact_points=True)
    assert not figure.find("circle")
    assert "all that is known" in figure.text()


@settings(deadline=None)  # a drawing of a crowded coast takes longer than an empty sea
@given(LATITUDES, LONGITUDES, st.sampled_from(["settlement", "adm1", "adm2", "larger", None, "point"]))
def test_a_place_stands_within_its_map(latitude: float, longitude: float, precision: str | None) -> None:
    found = place_map(Regions(), place(precision, latitude, longitude), exact_points=False)
    assert found is not None
    assert found.region.window.half_width < 180
    assert 0 < found.x < WIDTH
    assert 0 < found.y < HEIGHT
    assert (found.radius > 0) == (found.shown == "area")


@pytest.mark.parametrize(
    ("precision", "shown"),
    [("settlement", "point"), ("adm2", "area"), ("adm1", "area"), ("larger", "area"), (None, "area")],
)
def test_what_is_coarse_is_an_area_and_says_so(precision: str | None, shown: str) -> None:
    found = place_map(Regions(), place(precision), exact_points=False)
    assert found is not None
    assert found.shown == shown
    assert not found.withheld
    rings = drawn(place(precision)).find("circle", class_="ring")
    assert bool(rings) == (shown == "point")


@pytest.mark.parametrize("precision", ["point", "landmark", "neighbourhood"])
def test_exact_points_are_withheld_unless_allowed(precision: str) -> None:
    withheld = place_map(Regions(), place(precision, 12.3456, 43.2109), exact_points=False)
    allowed = place_map(Regions(), place(precision, 12.3456, 43.2109), exact_points=True)
    coarse = place_map(Regions(), place("near_settlement", 12.3, 43.2), exact_points=False)
    assert withheld is not None
    assert allowed is not None
    assert coarse is not None
    assert (withheld.shown, withheld.withheld, allowed.shown, allowed.withheld) == (
        "area",
        True,
        "point",
        False,
    )
    assert (withheld.x, withheld.y) == (coarse.x, coarse.y) != (allowed.x, allowed.y)
    assert "The exact point is withheld." in drawn(place(precision)).text()
    assert "withheld" not in drawn(place(precision), exact_points=True).text()


def test_nothing_is_drawn_of_a_place_that_is_nowhere() -> None:
    for where in (PlaceRef(name="Somewhere"), PlaceRef(name="Else", country="??", precision="country")):
        assert place_map(Regions(), where, exact_points=True) is None


def test_places_near_each_other_share_one_drawing() -> None:
    regions = Regions()
    for n in range(5):
        place_map(regions, place("settlement", 12.0 + n / 10, 43.9 + n / 10), exact_points=False)
    assert len(regions.drawn) == 1


@given(st.lists(st.tuples(LATITUDES, LONGITUDES), min_size=1, max_size=9))
def test_the_map_of_all_holds_all(found: list[tuple[float, float]]) -> None:
    places = [place("settlement", latitude, longitude) for latitude, longitude in found]
    window = window_over(places)
    assert window is not None
    assert sum(n for *_, n in dots(window, places)) == len(places)
    assert window_over([PlaceRef(name="Somewhere")]) is None


@given(st.lists(st.tuples(st.floats(-9000, 9000), st.floats(-9000, 9000)), min_size=3, max_size=12))
def test_a_ring_is_cut_to_the_frame(ring: list[tuple[float, float]]) -> None:
    for x, y in clipped_ring(ring):
        assert FRAME[0] - 1e-6 <= x <= FRAME[2] + 1e-6
        assert FRAME[1] - 1e-6 <= y <= FRAME[3] + 1e-6


def test_a_ring_within_the_frame_is_left_alone() -> None:
    ring = [(100.0, 100.0), (900.0, 100.0), (500.0, 700.0)]
    assert sorted(clipped_ring(ring)) == sorted(ring)
    assert clipped_ring([(-900.0, 1.0), (-800.0, 1.0), (-850.0, 90.0)]) == []


def test_a_path_has_whole_steps_and_ends_where_its_line_ends() -> None:
    written = path([[(0.0, 0.0), (1.0, 1.0), (50.4, -20.6), (52.0, -21.0)]], closed=False)
    assert written == "M0 0l50-21 2 0"
    assert path([[(0.0, 0.0), (1.0, 1.0)]], closed=True) == ""
    assert re.fullmatch(r"(M-?\d+ -?\d+l[-\d ]+z?)*", path([[(0, 0), (90, 9), (20, 80)]], closed=True))
