"""What each source of each report says of one measure, as one range: the material of every method."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from recuento.tally.ranges import SPANS
from recuento.tally.records import TallyFigure, TallyRow

Value = float | int | None
Held = tuple[TallyRow, TallyFigure]

WRITING = "media"  # the kind of whoever writes
# How near a kind of source stands to those who count the harmed; what is not listed stands last.
NEAREST = (
    "hospital",
    "official_health",
    "civil_defence",
    "police",
    "government",
    "un",
    "ngo",
    "witness",
    "relative",
)


class Statement(NamedTuple):
    """What one source says in one report: the range of its figures, and when the report came out.

    `origin` tells independent accounts apart: a claimant is one whoever relays them, a writer is one with all
    whose reports depend on each other.

    `exact` tells a single value without a qualifier, `wide` a range that was made of words.
    """

    report: str
    source: str
    origin: str
    kind: str
    published: str | None
    low: Value
    high: Value
    exact: bool
    wide: bool

    def holds(self, other: "Statement") -> bool:
        """Whether the other is a narrower range within this one."""
        if self.low is None or self.high is None or other.low is None or other.high is None:
            return False
        inside = self.low <= other.low and other.high <= self.high
        return inside and other.high - other.low < self.high - self.low

    @property
    def nearness(self) -> int:
        """0 for the kind of source that stands nearest to the harm, higher for others."""
        return NEAREST.index(self.kind) if self.kind in NEAREST else len(NEAREST)

    @property
    def value(self) -> Value:
        """The one value that stands for the statement: its low, or its high where it is open below."""
        return self.high if self.low is None else self.low


def statements_of(held: Sequence[Held]) -> list[Statement]:
    """One statement a report and source, from figures that count everybody.

    Of several figures of one source in one report the largest stands: the others are parts or come before it.
    What a writer counts in their own voice below a source that the report names stands aside too, and so do
    words ("several") that another source makes narrower.
    """
    by_source: dict[tuple[str, str], list[Held]] = {}
    for row, figure in held:
        by_source.setdefault((figure.report, row.source), []).append((row, figure))
    made = [_statement(by_source[key]) for key in sorted(by_source)]
    named: dict[str, float] = {}
    for one in made:
        if one.kind != WRITING:
            named[one.report] = max(named.get(one.report, 0), one.value or 0)
    aside = [one for one in made if one.kind == WRITING and one.high is not None]
    kept = [one for one in made if one not in aside or (one.value or 0) >= named.get(one.report, 0)]
    return [one for one in kept if not (one.wide and any(one.holds(other) for other in kept))]


def _statement(held: Sequence[Held]) -> Statement:
    row, largest = max(held, key=lambda pair: (_size(pair[1]), pair[1].qualifier == "exactly", pair[1].claim))
    figures = [figure for _, figure in held]
    low, high = largest.low, largest.high
    if high is not None and any(figure.high is None and (figure.low or 0) > high for figure in figures):
        high = None
    exact = low is not None and low == high and largest.qualifier == "exactly"
    wide = largest.qualifier in SPANS
    origin = largest.origin if row.source_kind == WRITING else row.source
    told = (largest.report, row.source, origin, row.source_kind, largest.published)
    return Statement(*told, low, high, exact, wide)


def _size(figure: TallyFigure) -> float:
    """The value that a figure says most surely: its low, or its high where only that is told."""
    return float((figure.low if figure.low is not None else figure.high) or 0)


def by_report(held: Sequence[Held]) -> Mapping[str, list[Held]]:
    """Figures by report, in the order of the reports."""
    found: dict[str, list[Held]] = {}
    for row, figure in sorted(held, key=lambda pair: (pair[1].report, pair[1].claim)):
        found.setdefault(figure.report, []).append((row, figure))
    return found
