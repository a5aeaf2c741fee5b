"""Which place a name means: by what contains it, what else the report names, and how well known the place is."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import log, log10

import msgspec

from recuento.extract.places.spot import Spot
from recuento.gazetteer import Entry, contains, kilometres, normalise

# Weights of the evidence, swept on development reports of local newspapers and newswire.
KIND_PRIOR = {"country": 7.5, "region": 6.5, "adm1": 5.6, "adm2": 3.8}
CONTAINED = 8.0
COUNTRY_VOTE = 0.8
DIVISION_VOTE = 1.5
NEAR = 0.6
NEAR_KM = 120.0
FITS_TYPE = 2.0
OTHER_NAME = -0.7
KEPT = 10


class Votes(msgspec.Struct):
    """What the names of a report speak for: a weight for each country and division."""

    countries: dict[str, float]
    divisions: dict[tuple[str, str], float]


def entry_prior(entry: Entry, name: str) -> float:
    """How well known a place is, without regard to the report."""
    points = KIND_PRIOR.get(entry.kind) or log10(entry.population + 30)
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
    weight = (1.0 + 0.3 * log(len(spots))) * (1.5 if entries[0].kind in ("adm1", "adm2") and len(entries) == 1 else 1.0)
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
    for _ in range(2):
        fixed = _points(groups)
        for name, members in groups.items():
            _choose(name, members, votes[name], fixed)


def _points(groups: dict[str, list[Spot]]) -> list[tuple[str, float, float, str]]:
    chosen = ((name, members[0].chosen) for name, members in groups.items())
    return [
        (name, entry.latitude, entry.longitude, entry.country or "")
        for name, entry in chosen
        if entry and entry.latitude is not None and entry.longitude is not None and entry.kind in ("city", "adm2")
    ]


def _choose(name: str, members: list[Spot], votes: Votes, fixed: list[tuple[str, float, float, str]]) -> None:
    entries = members[0].entries
    inside = set(contained(members))
    scored = []
    for order, entry in enumerate(entries):
        points = entry_prior(entry, name) + (CONTAINED if entry in inside else 0.0)
        points += COUNTRY_VOTE * log(1 + max(0.0, votes.countries.get(entry.country or "", 0.0)))
        if entry.admin1:
            points += DIVISION_VOTE * log(1 + max(0.0, votes.divisions.get((entry.country or "", entry.admin1), 0.0)))
        if any(m.typed and m.precision == entry.precision for m in members):
            points += FITS_TYPE
        if fixed:
            points += NEAR * _near(name, entry, fixed)
        scored.append((-points, order, entry))
    ranked = [entry for _, _, entry in sorted(scored, key=lambda s: s[:2])]
    for member in members:
        member.ranked = ranked[:KEPT]
        member.chosen = ranked[0]


def _near(name: str, entry: Entry, fixed: list[tuple[str, float, float, str]]) -> float:
    """How many other chosen places lie near, the second and later ones counting less."""
    if entry.latitude is None or entry.longitude is None:
        return 0.0
    close = sum(
        other != name
        and country == (entry.country or "")
        and abs(lat - entry.latitude) < 1.5
        and kilometres(lat, lon, entry.latitude, entry.longitude) < NEAR_KM
        for other, lat, lon, country in fixed
    )
    return log(1 + close)
