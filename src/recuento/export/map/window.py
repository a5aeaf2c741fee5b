"""Which part of the world a map shows, and where a place stands on it."""

import math

import msgspec

from recuento.export.map.world import Line, Point, load_world
from recuento.model import PlaceRef

WIDTH, HEIGHT = 3600, 2400  # of a drawing, in its own units; on the page a tenth of it
SNAP = 2.0  # degrees: places near each other share one drawing
LEAST_HALF, MOST_HALF = 1.5, 121.0  # the whole world is as wide as a map of twice 121 degrees is
LEAST_OVER = 4.0
MARGIN = 1.12  # of a country's own extent
PART = 0.1  # rings smaller than this share of a country's largest do not widen its map
COUNTRY = "country"


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the world about a middle: `half` is half its height in degrees of latitude.

    The projection is equirectangular with the middle as its standard parallel, so that shapes are true there.
    """

    longitude: float
    latitude: float
    half: float

    @property
    def half_width(self) -> float:
        """Half the width in degrees of longitude."""
        return self.half * WIDTH / HEIGHT / _narrow(self.latitude)

    def at(self, point: Point) -> Point:
        """Where a point stands, in units of the drawing; its longitude is taken the shorter way round."""
        east = (point[0] - self.longitude + 540.0) % 360.0 - 180.0
        return self.across(east), self.down(point[1])

    def placed(self, points: Line, away: float) -> list[Point]:
        """Where the points of a line stand that is turned by `away` degrees of longitude."""
        wide, high = WIDTH / 2 / self.half_width, HEIGHT / 2 / self.half
        left, top = WIDTH / 2, HEIGHT / 2 + self.latitude * high
        return [(left + (x + away) * wide, top - y * high) for x, y in points]

    def across(self, east: float) -> float:
        """Where what lies so many degrees east of the middle stands."""
        return WIDTH / 2 * (1 + east / self.half_width)

    def down(self, latitude: float) -> float:
        """Where a latitude stands."""
        return HEIGHT / 2 * (1 - (latitude - self.latitude) / self.half)

    def units(self, kilometres: float) -> float:
        """A distance in units of the drawing."""
        return kilometres / 111.2 * HEIGHT / 2 / self.half


def window_about(longitude: float, latitude: float, half: float) -> Window:
    """The window of a place, its middle snapped so that neighbours share it."""
    step = SNAP * max(1.0, round(half / 4))
    return Window(longitude=round(longitude / step) * step, latitude=round(latitude / step) * step, half=half)


def window_of(code: str) -> Window | None:
    """The window that holds the large parts of a country; None for an unknown code."""
    rings = load_world().countries.get(code)
    if not rings or not code:
        return None
    boxes = [ring.bounds for ring in rings]
    most = max(_size(box) for box in boxes)
    large = [box for box in boxes if _size(box) >= most * PART]
    # A country on both sides of the 180th meridian is seen from its eastern side.
    if max(box[2] for box in large) - min(box[0] for box in large) > 180.0:
        large = [(w + 360.0, s, e + 360.0, n) if e < 0 else (w, s, e, n) for w, s, e, n in large]
    west, south = min(box[0] for box in large), min(box[1] for box in large)
    east, north = max(box[2] for box in large), max(box[3] for box in large)
    return _fitted((west, south, east, north), LEAST_HALF)


def window_over(places: list[PlaceRef]) -> Window | None:
    """The window that holds all the places; None without any that stands somewhere."""
    known = [(p.longitude, p.latitude) for p in places if p.longitude is not None and p.latitude is not None]
    if not known:
        return None
    xs, ys = [x for x, _ in known], [y for _, y in known]
    return _fitted((min(xs), min(ys), max(xs), max(ys)), LEAST_OVER)


def _fitted(box: tuple[float, float, float, float], least: float) -> Window:
    """The window about a box of degrees, with a margin."""
    west, south, east, north = box
    middle = (south + north) / 2
    half = max((north - south) / 2, (east - west) / 2 * _narrow(middle) * HEIGHT / WIDTH) * MARGIN
    return Window(
        longitude=round((west + east) / 2, 1),
        latitude=round(middle, 1),
        half=round(min(max(half, least), MOST_HALF), 1),
    )


def _narrow(latitude: float) -> float:
    """How much narrower a degree of longitude is there than at the equator."""
    return math.cos(math.radians(min(abs(latitude), 80.0)))


def _size(box: tuple[float, float, float, float]) -> float:
    west, south, east, north = box
    return max(east - west, 0.01) * max(north - south, 0.01)
