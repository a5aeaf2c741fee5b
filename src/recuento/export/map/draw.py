"""Drawings of parts of the world, each made once however many places stand on it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from recuento.export.map.clip import LEAST_STEP, clipped_ring, path, runs_within
from recuento.export.map.window import HEIGHT, WIDTH, Window
from recuento.export.map.world import Line, Point, Shape, Town, load_world

LOCATOR = (900, 450)
LOCATOR_LEAST = 30.0  # square degrees: smaller land can't be seen on the small map of the world
SEEN = 1.1  # of half a window: what lies farther out is not drawn
WIDE = 25.0  # degrees: half a map that shows so much needs no small bays
MOST_TOWNS = 7
APART = 420.0  # units between two towns that are named
INSET = 150.0  # units that a named town keeps from the frame


class TownMark(msgspec.Struct, frozen=True, kw_only=True):
    """A town as drawn, in units; `before` where its name stands at its left."""

    name: str
    x: int
    y: int
    before: bool


class Region(msgspec.Struct, frozen=True, kw_only=True):
    """A drawing: paths of land, coasts, borders and the country that is meant.

    `towns` are to go by; each map names those that do not lie under its mark.
    """

    anchor: str
    window: Window
    land: str
    coasts: str
    borders: str
    country: str
    towns: tuple[TownMark, ...]


class Regions:
    """The drawings of one page: the same window is drawn once."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[Window, str], Region] = {}

    def region(self, window: Window, code: str = "") -> Region:
        """The drawing of a window, with a country marked where its code is given."""
        key = window, code
        if key not in self._drawn:
            self._drawn[key] = _draw(window, code, f"map{len(self._drawn) + 1}")
        return self._drawn[key]

    @property
    def drawn(self) -> tuple[Region, ...]:
        """All drawings, in the order they were first wanted."""
        return tuple(self._drawn.values())


@cache
def locator_path() -> str:
    """The land of the world in a frame of LOCATOR units, for the small map that says where a map is."""
    rings = []
    for held in load_world().countries.values():
        for ring in held:
            if _area(ring.points) >= LOCATOR_LEAST:
                rings.append([((x + 180.0) * 2.5, (90.0 - y) * 2.5) for x, y in ring.points])
    return path(rings, closed=True, least=9.0)


def locator_frame(window: Window) -> tuple[int, int, int, int]:
    """Where a window stands on the small map of the world: x, y, width and height, never too small to see."""
    width, height = max(window.half_width * 5.0, 40.0), max(window.half * 5.0, 30.0)
    x, y = (window.longitude + 180.0) % 360.0 * 2.5 - width / 2, (90.0 - window.latitude) * 2.5 - height / 2
    return round(x), round(y), round(min(width, LOCATOR[0])), round(min(height, LOCATOR[1]))


def _draw(window: Window, code: str, anchor: str) -> Region:
    world = load_world()
    rings = [ring for held in world.countries.values() for ring in held]
    least = LEAST_STEP if window.half < WIDE else LEAST_STEP * 2
    return Region(
        anchor=anchor,
        window=window,
        land=path(_rings(window, rings), closed=True, least=least),
        coasts=path(_lines(window, world.coasts), closed=False, least=least),
        borders=path(_lines(window, world.borders), closed=False, least=least),
        country=path(_rings(window, world.countries.get(code, ())), closed=True),
        towns=tuple(_towns(window, world.towns)),
    )


def _placed(window: Window, shapes: Iterable[Shape]) -> Iterator[list[Point]]:
    """Shapes as they stand in a window, once for each way round the world in which they may be seen."""
    edge, half = window.half_width * SEEN, window.half * SEEN
    for shape in shapes:
        west, south, east, north = shape.bounds
        if north < window.latitude - half or south > window.latitude + half:
            continue
        for turn in (-360.0, 0.0, 360.0):
            away = turn - window.longitude
            if east + away >= -edge and west + away <= edge:
                yield window.placed(shape.points, away)


def _rings(window: Window, rings: Iterable[Shape]) -> Iterator[list[Point]]:
    return (cut for placed in _placed(window, rings) if (cut := clipped_ring(placed)))


def _lines(window: Window, lines: Iterable[Shape]) -> Iterator[list[Point]]:
    for placed in _placed(window, lines):
        yield from runs_within(placed)


def _towns(window: Window, towns: Sequence[Town]) -> Iterator[TownMark]:
    """The largest towns of a window, not too near to each other."""
    taken: list[Point] = []
    for town in towns:
        x, y = window.at((town.longitude, town.latitude))
        inside = INSET < x < WIDTH - INSET and INSET < y < HEIGHT - INSET
        if inside and all(abs(x - a) > APART * 2 or abs(y - b) > APART / 2 for a, b in taken):
            taken.append((x, y))
            yield TownMark(name=town.name, x=round(x), y=round(y), before=x > WIDTH * 0.62)
        if len(taken) == MOST_TOWNS:
            return


def _area(ring: Line) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2
