"""How a place is shown on a map: a point, an area about it, or its country, by how exactly it is known."""

import msgspec

from recuento.export.map.draw import Region, Regions, TownMark, locator_frame
from recuento.export.map.window import HEIGHT, WIDTH, Window, window_about, window_of
from recuento.model import PlaceRef

# Finer than a settlement: a place of harm that a page may have to withhold.
EXACT = frozenset(("point", "landmark", "neighbourhood"))
POINTS = EXACT | {"settlement"}
COUNTRY = "country"
# How far about the middle of a place its harm may lie, in kilometres, and half the height of the map in
# degrees. No outline of a region is held; the circle says only how coarse the place is.
AREAS = {
    "near_settlement": (25.0, 4.0),
    "adm3": (25.0, 4.0),
    "adm2": (50.0, 4.0),
    "sea_or_air": (100.0, 6.0),
    "adm1": (150.0, 6.0),
    "larger": (400.0, 12.0),
}
WITHHELD = (25.0, 4.0)
UNKNOWN = (100.0, 6.0)
POINT_HALF = 4.0
CELL = 60  # units: places nearer to each other are one dot of the map of all
NAME_UNIT = 66  # how wide a letter of a name is, in units
LEFT_OF, RIGHT_OF, LOCATOR_TOP = 40, 2660, 1910  # units: a corner of the map


class PlaceMap(msgspec.Struct, frozen=True, kw_only=True):
    """A place on a drawing. `shown` is point, area or country; `radius` is that of the area, in units.

    `withheld` says that a more exact point is known and not given.
    """

    place: PlaceRef
    region: Region
    shown: str
    x: int = 0
    y: int = 0
    radius: int = 0
    kilometres: int = 0
    withheld: bool = False
    locator: tuple[int, int, int, int]

    @property
    def before(self) -> bool:
        """Whether the name of the place stands at the left of its mark."""
        return self.x > WIDTH * 0.62

    @property
    def locator_at(self) -> tuple[int, int]:
        """Where the small map of the world stands: bottom right, or left where the mark is at the right."""
        return (LEFT_OF if self.x > WIDTH / 2 and self.y > HEIGHT / 2 else RIGHT_OF), LOCATOR_TOP

    @property
    def towns(self) -> tuple[TownMark, ...]:
        """The towns that lie neither under the mark and its name nor under the small map of the world."""
        left, top = self.locator_at
        return tuple(
            town
            for town in self.region.towns
            if not (self._covered(town) or (abs(town.x - left - 450) < 800 and town.y > top - 80))
        )

    def _covered(self, town: TownMark) -> bool:
        """Whether a town's name would run into the mark or its name."""
        if self.shown == COUNTRY:
            return False
        reach = max(self.radius, 100)
        wide, long = NAME_UNIT * len(self.place.name), NAME_UNIT * len(town.name)
        if self.shown == "area":
            left, right, high = self.x - max(wide / 2, reach), self.x + max(wide / 2, reach), reach + 160
        else:
            left, right, high = (
                self.x - reach - wide * self.before,
                self.x + reach + wide * (not self.before),
                150,
            )
        start = town.x - long * town.before
        return abs(town.y - self.y) < high and start < right and start + long > left


def place_map(regions: Regions, place: PlaceRef, *, exact_points: bool) -> PlaceMap | None:
    """The map of a place, or None where nothing says where it is.

    A place known only as a country is never a point: its country is marked. A place finer than a settlement
    is a point only with `exact_points`; else its middle is moved to a tenth of a degree and drawn as an area.
    """
    code = place.country or ""
    if place.longitude is None or place.latitude is None or place.precision == COUNTRY:
        window = window_of(code)
        return None if window is None else _map(regions.region(window, code), place, COUNTRY)
    longitude, latitude = place.longitude, place.latitude
    withheld = place.precision in EXACT and not exact_points
    if place.precision in POINTS and not withheld:
        region = regions.region(window_about(longitude, latitude, POINT_HALF))
        x, y = region.window.at((longitude, latitude))
        return _map(region, place, "point", x=round(x), y=round(y))
    reach, half = WITHHELD if withheld else AREAS.get(place.precision or "", UNKNOWN)
    if withheld:
        longitude, latitude = round(longitude, 1), round(latitude, 1)
    region = regions.region(window_about(longitude, latitude, half))
    x, y = region.window.at((longitude, latitude))
    drawn = _map(region, place, "area", x=round(x), y=round(y))
    radius = round(region.window.units(reach))
    return msgspec.structs.replace(drawn, radius=radius, kilometres=round(reach), withheld=withheld)


def _map(region: Region, place: PlaceRef, shown: str, *, x: int = 0, y: int = 0) -> PlaceMap:
    return PlaceMap(place=place, region=region, shown=shown, x=x, y=y, locator=locator_frame(region.window))


def dots(window: Window, places: list[PlaceRef]) -> tuple[tuple[int, int, int], ...]:
    """Where places stand on one map that holds them all: x, y how many are about there, the many first."""
    counted: dict[tuple[int, int], int] = {}
    for place in places:
        if place.longitude is not None and place.latitude is not None and place.precision != COUNTRY:
            x, y = window.at((place.longitude, place.latitude))
            cell = round(x / CELL) * CELL, round(y / CELL) * CELL
            if 0 <= x <= WIDTH and 0 <= y <= HEIGHT:
                counted[cell] = counted.get(cell, 0) + 1
    return tuple((x, y, n) for (x, y), n in sorted(counted.items(), key=lambda item: (-item[1], item[0])))
