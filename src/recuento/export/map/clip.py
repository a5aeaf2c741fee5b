"""Lines and rings cut to the frame of a map, and written as paths."""

from collections.abc import Iterable, Iterator, Sequence

from recuento.export.map.window import HEIGHT, WIDTH
from recuento.export.map.world import Point

EDGE = 60.0  # beyond the frame, so that a cut edge is never seen
LEAST_STEP = 10.0  # units between two points of a path: a pixel
Frame = tuple[float, float, float, float]
FRAME: Frame = (-EDGE, -EDGE, WIDTH + EDGE, HEIGHT + EDGE)


def clipped_ring(points: Sequence[Point], frame: Frame = FRAME) -> list[Point]:
    """A ring cut to a frame (Sutherland and Hodgman 1974); empty where it lies outside."""
    ring = list(points)
    for axis, edge, keep_above in (
        (0, frame[0], True),
        (0, frame[2], False),
        (1, frame[1], True),
        (1, frame[3], False),
    ):
        if not ring:
            return []
        ring = list(_cut(ring, axis, edge, keep_above=keep_above))
    return ring


def _cut(ring: list[Point], axis: int, edge: float, *, keep_above: bool) -> Iterator[Point]:
    before = ring[-1]
    for point in ring:
        inside, was = ((p[axis] >= edge) == keep_above or p[axis] == edge for p in (point, before))
        if inside != was:
            share = (edge - before[axis]) / (point[axis] - before[axis])
            other = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
            yield (edge, other) if axis == 0 else (other, edge)
        if inside:
            yield point
        before = point


def runs_within(points: Sequence[Point], frame: Frame = FRAME) -> Iterator[list[Point]]:
    """The stretches of a line that touch a frame, each with the points just outside."""
    held: list[Point] = []
    for n, point in enumerate(points):
        near = any(_within(p, frame) for p in points[max(n - 1, 0) : n + 2])
        if near:
            held.append(point)
        elif held:
            yield held
            held = []
    if len(held) > 1:
        yield held


def _within(point: Point, frame: Frame) -> bool:
    return frame[0] <= point[0] <= frame[2] and frame[1] <= point[1] <= frame[3]


def path(lines: Iterable[Sequence[Point]], *, closed: bool, least: float = LEAST_STEP) -> str:
    """The `d` of an SVG path in whole units, without steps too small to see."""
    return "".join(_one(line, closed=closed, least=least) for line in lines)


def _one(line: Sequence[Point], *, closed: bool, least: float) -> str:
    if not line:
        return ""
    x, y = round(line[0][0]), round(line[0][1])
    parts = [f"M{x} {y}l"]
    steps = 0
    for n, (px, py) in enumerate(line[1:], 2):
        nx, ny = round(px), round(py)
        last = n == len(line) and not closed
        if (last and (nx, ny) != (x, y)) or abs(nx - x) + abs(ny - y) >= least:
            parts.append(f"{nx - x} {ny - y} ")
            x, y, steps = nx, ny, steps + 1
    if steps < (2 if closed else 1):
        return ""
    return ("".join(parts).rstrip() + ("z" if closed else "")).replace(" -", "-")
