"""Which place a name means: by what contains it, what else is named, and how well known it is."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import log, log10

import msgspec

from recuento.extract.places.spot import Spot
from recuento.gazetteer import Entry, contains, normalise

# Weights of the evidence, swept on development reports of local newspapers and newswire.
KIND_PRIOR = {"country": 6.75, "region": 7.5, "adm1": 6.1, "adm2": 3.5}
SMALL_REGION = 5.0
DIVISIONS = ("adm1", "adm2")
SMALL = ("landmark", "neighbourhood", "settlement", "adm2")
CONTAINED = 8.0
COUNTRY_VOTE = 1.4
DIVISION_VOTE = 1.95
NEAR = 1.3
FITS_TYPE = 2.0
OTHER_NAME = -0.8
HAS_SEAT = -2.0  # "Lima" alone is the city, not the region around it
SEAT = 10_000
SMALL_TOWN = 15_000
ELSEWHERE = 2.5
LESSER_DIVISION = 4.6  # of a country whose divisions are little known abroad
KEPT = 10
MOST = 40  # candidates of a name that have a say about the others


class Votes(msgspec.Struct):
    """What the names of a report speak for: a weight for each country and division."""

    countries: dict[str, float]
    divisions: dict[tuple[str, str], float]


def entry_prior(entry: Entry, name: str) -> float:
    """How well known a place is, without regard to the report."""
    points = KIND_PRIOR.get(entry.kind) or log10(entry.population + 30)
    if entry.lesser:
        points = LESSER_DIVISION + 0.25 * log10(entry.population + 1)
    if entry.kind == "region" and entry.precision in SMALL:
        points = SMALL_REGION
    if entry.kind == "city" and normalise(entry.name) != name:
        points += OTHER_NAME
    return points


def votes_of(groups: dict[str, list[Spot]], hints: Iterable[Entry]) -> dict[str, Votes]:
    """For each name, what all the other names speak for."""
    singles: dict[str, Votes] = {}
    total = Votes(defaultdict(float), defaultdict(float))
    for hint in hints:
        if hint.country:
            total.countries[hint.country] += 2.0
            total.divisions[hint.country, hint.admin1] += 2.0 if hint.admin1 else 0.0
    for name, spots in groups.items():
        own = _own_votes(spots)
        singles[name] = own
        for country, weight in own.countries.items():
            total.countries[country] += weight
        for division, weight in own.divisions.items():
            total.divisions[division] += weight
    return {
        name: Votes(
            {c: w - own.countries.get(c, 0.0) for c, w in total.countries.items()},
            {d: w - own.divisions.get(d, 0.0) for d, w in total.divisions.items()},
        )
        for name, own in singles.items()
    }


def _own_votes(spots: Sequence[Spot]) -> Votes:
    entries = contained(spots) or spots[0].entries
    own = Votes(defaultdict(float), defaultdict(float))
    if not entries:
        return own
    sure = entries[0].kind in ("country", "region") or len(entries) == 1
    pool = entries[:1] if sure else entries[:60]
    weight = (1.0 + 0.3 * log(len(spots))) * (
        1.5 if entries[0].kind in ("adm1", "adm2") and len(entries) == 1 else 1.0
    )
    countries = {e.country for e in pool if e.country}
    divisions = {(e.country, e.admin1) for e in pool if e.country and e.admin1}
    for country in countries:
        own.countries[country] += weight / len(countries)
    for country_code, code in divisions:
        own.divisions[country_code or "", code] += weight / len(divisions)
    return own


def contained(spots: Sequence[Spot]) -> tuple[Entry, ...]:
    """The candidates of a name that lie in what the text gives as containing it, if any mention says so."""
    for spot in spots:
        if spot.container is not None and spot.entries:
            return tuple(e for e in spot.entries if _inside(spot.container.entries, e))
    return ()


def _inside(outers: tuple[Entry, ...], inner: Entry) -> bool:
    return any(contains(outer, inner) for outer in outers[:8])


def resolve(spots: Sequence[Spot], hints: Sequence[Entry]) -> None:
    """Sets `chosen` and `ranked` of every spot, one sense a name."""
    groups: dict[str, list[Spot]] = defaultdict(list)
    for spot in spots:
        if spot.entries:
            groups[normalise(spot.entries[0].name) if spot.rule == "abbreviation" else spot.key].append(spot)
    votes = votes_of(groups, hints)
    cells, own = _cells(groups)
    for name, members in groups.items():
        _choose(name, members, votes[name], (cells, own[name]))


Cells = dict[tuple[int, int], float]


def _cells(groups: dict[str, list[Spot]]) -> tuple[Cells, dict[str, Cells]]:
    """How much each square of one degree is spoken for, in all and by each name."""
    total: Cells = defaultdict(float)
    single: dict[str, Cells] = {}
    for name, members in groups.items():
        inside = contained(members)
        local = [
            e
            for e in (inside or members[0].entries[:MOST])
            if e.kind in ("city", "adm2") and e.latitude is not None
        ]
        squares = {_square(entry) for entry in local}
        weight = 1.0 / len(squares) ** 0.5 if squares else 0.0
        single[name] = dict.fromkeys(squares, weight)
        for square in squares:
            total[square] += weight
    return total, single


def _square(entry: Entry) -> tuple[int, int]:
    return int((entry.latitude or 0.0) + 90.0), int((entry.longitude or 0.0) + 180.0)


def _near(entry: Entry, cells: Cells, own: Cells) -> float:
    """How much the squares around a place are spoken for by other names."""
    row, column = _square(entry)
    spoken = 0.0
    for r in (row - 1, row, row + 1):
        for c in (column - 1, column, column + 1):
            if (r, c) in cells:
                spoken += cells[r, c] - own.get((r, c), 0.0)
    return log(1.0 + max(0.0, spoken))


def _choose(name: str, members: list[Spot], votes: Votes, squares: tuple[Cells, Cells]) -> None:
    entries = members[0].entries
    inside = set(contained(members))
    ranked = list(entries) if len(entries) == 1 else _ranked(name, members, inside, votes, squares)
    for member in members:
        member.ranked = ranked[:KEPT]
        member.chosen = None if not inside and _stray(ranked[0], votes) else ranked[0]


def _ranked(
    name: str, members: list[Spot], inside: set[Entry], votes: Votes, squares: tuple[Cells, Cells]
) -> list[Entry]:
    """The places of a name, the likeliest first."""
    entries = members[0].entries
    seats = {(e.country, e.admin1) for e in entries[:MOST] if e.kind == "city" and e.population > SEAT}
    scored = []
    for order, entry in enumerate(entries):
        points = entry_prior(entry, name) + (CONTAINED if entry in inside else 0.0)
        points += COUNTRY_VOTE * log(1 + max(0.0, votes.countries.get(entry.country or "", 0.0)))
        if entry.admin1:
            points += DIVISION_VOTE * log(
                1 + max(0.0, votes.divisions.get((entry.country or "", entry.admin1), 0.0))
            )
        if any(m.typed and _fits(m.precision, entry.precision) for m in members):
            points += FITS_TYPE
        elif entry.lesser and (entry.country, entry.admin1) in seats:
            points += HAS_SEAT
        if entry.kind in ("city", "adm2") and entry.latitude is not None:
            points += NEAR * _near(entry, *squares)
        scored.append((-points, order, entry))
    return [entry for _, _, entry in sorted(scored, key=lambda s: s[:2])]


def _fits(told: str | None, known: str) -> bool:
    """Whether a place is of the kind told; "province" is the first order here and the second there."""
    return told == known or (told in DIVISIONS and known in DIVISIONS)


def _stray(entry: Entry, votes: Votes) -> bool:
    """Whether the best place is a small town of a country that the report does not otherwise speak of."""
    if entry.kind != "city" or entry.population > SMALL_TOWN:
        return False
    return votes.countries.get(entry.country or "", 0.0) < 0.2 and sum(votes.countries.values()) > ELSEWHERE
