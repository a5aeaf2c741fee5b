"""The coastlines, borders and large towns of the package: `world.bin`, made by `maps/compile_world.py`.

The file is MessagePack under zlib: `lines` are varints (zigzag) of a first point and of the steps to the
next, in `grid` steps a degree; a country is its ISO 3166 code and rings of lines (`~n` is line n backwards),
so that a border is told from a coast by standing in two countries.
"""

import zlib
from collections import Counter
from functools import cache
from pathlib import Path

import msgspec

FILE = Path(__file__).with_name("world.bin")
Point = tuple[float, float]
Line = tuple[Point, ...]


class Stored(msgspec.Struct, frozen=True):
    """The file as it is decoded."""

    grid: int
    lines: tuple[bytes, ...]
    countries: tuple[tuple[str, tuple[tuple[int, ...], ...]], ...]
    towns: tuple[tuple[str, int, int, int], ...]


class Shape(msgspec.Struct, frozen=True):
    """A line or a ring in degrees (longitude, latitude) with its bounds: west, south, east, north."""

    points: Line
    bounds: tuple[float, float, float, float]


class Town(msgspec.Struct, frozen=True):
    """A large town, for orientation; places in degrees."""

    name: str
    longitude: float
    latitude: float
    population: int


class World(msgspec.Struct, frozen=True, kw_only=True):
    """Coasts, borders, and the rings of each country by its ISO 3166 code."""

    coasts: tuple[Shape, ...]
    borders: tuple[Shape, ...]
    countries: dict[str, tuple[Shape, ...]]
    towns: tuple[Town, ...]


@cache
def load_world() -> World:
    """The world of the package, decoded once."""
    stored = msgspec.msgpack.decode(zlib.decompress(FILE.read_bytes()), type=Stored)
    lines = [_decoded(line, stored.grid) for line in stored.lines]
    used = Counter(n if n >= 0 else ~n for _, rings in stored.countries for ring in rings for n in ring)
    countries: dict[str, tuple[Shape, ...]] = {}
    for code, rings in stored.countries:
        closed = tuple(_shape(tuple(p for n in ring for p in _directed(lines, n))) for ring in rings)
        countries[code] = countries.get(code, ()) + closed
    return World(
        coasts=tuple(_shape(line) for n, line in enumerate(lines) if used[n] == 1),
        borders=tuple(_shape(line) for n, line in enumerate(lines) if used[n] > 1),
        countries=countries,
        towns=tuple(
            Town(name, x / stored.grid, y / stored.grid, population)
            for name, x, y, population in stored.towns
        ),
    )


def _shape(line: Line) -> Shape:
    points = _unwound(line)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Shape(points, (min(xs), min(ys), max(xs), max(ys)))


def _unwound(line: Line) -> Line:
    """A line that goes on past the 180th meridian instead of leaping; round the pole it is closed there."""
    turn, before = 0.0, line[0][0]
    points = []
    for x, y in line:
        turn += 360.0 if before - x > 180.0 else -360.0 if x - before > 180.0 else 0.0
        before = x
        points.append((x + turn, y))
    if abs(points[-1][0] - points[0][0]) > 180.0:
        pole = -90.0 if points[0][1] < 0 else 90.0
        points += [(points[-1][0], pole), (points[0][0], pole)]
    return tuple(points)


def _directed(lines: list[Line], n: int) -> Line:
    return lines[n] if n >= 0 else lines[~n][::-1]


def _decoded(line: bytes, grid: int) -> Line:
    values: list[int] = []
    value = shift = 0
    for byte in line:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            values.append(-(value + 1) // 2 if value & 1 else value // 2)
            value = shift = 0
    x = y = 0
    points = []
    for dx, dy in zip(values[::2], values[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / grid, y / grid))
    return tuple(points)
