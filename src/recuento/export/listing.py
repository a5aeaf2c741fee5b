"""The list of incidents at the head of the page: a row each, to sort and search, with a map of them all."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from recuento.export.content import PageContent, PageIncident, PageTotal
from recuento.export.incidents import Drawing, IncidentView
from recuento.export.index import Index
from recuento.export.map import Region, dots, window_over

SHOWN = ("killed", "injured")
OPEN_RELATIONS = ("contradicts", "differs")
LEAST_DOTS = 2


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One incident in the list. Each cell is its words and what it is sorted by (words or a number)."""

    anchor: str
    kind: str
    cells: tuple[tuple[str, str], ...]


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """All incidents on one map: `dots` are x, y and a radius; `elsewhere` is how many have no point on it."""

    region: Region
    dots: tuple[tuple[int, int, int], ...]
    shown: int
    elsewhere: int


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """The list: its columns' names, its entries, the kinds of incidents met, and the map of all."""

    columns: tuple[str, ...]
    entries: tuple[Entry, ...]
    kinds: tuple[tuple[str, str], ...]
    overview: Overview | None


def listing_of(index: Index, views: Sequence[IncidentView], drawing: Drawing) -> Listing:
    """The list of the incidents of a page."""
    words = index.messages
    apart = _apart(index.content)
    kinds = sorted(
        {view.held[0].incident_type for view in views}, key=lambda k: words.rank("incident_type", k)
    )
    listed = words.listing
    return Listing(
        columns=tuple(
            listed[name] for name in ("incident", "place", "when", *SHOWN, "sources", "reports", "apart")
        ),
        entries=tuple(
            Entry(
                anchor=view.anchor,
                kind=view.held[0].incident_type,
                cells=tuple(_cells(index, view.held[0], apart)),
            )
            for view in views
        ),
        kinds=tuple((kind, words.code("incident_type", kind)) for kind in kinds),
        overview=_overview([view.held[0] for view in views], drawing),
    )


def _apart(content: PageContent) -> Counter[str]:
    """How many open differences and contradictions each incident has."""
    home = {claim: each.id for each in content.incidents for claim in each.claims}
    found = (each for each in content.differences if each.relation in OPEN_RELATIONS)
    return Counter(home[each.left] for each in found if each.left in home)


def _cells(index: Index, incident: PageIncident, apart: Counter[str]) -> Iterator[tuple[str, str]]:
    words = index.messages
    kind = words.code("incident_type", incident.incident_type)
    place = incident.place.name if incident.place else ""
    yield kind, kind
    yield place, place.casefold()
    yield (words.date(incident.when), incident.when) if incident.when else ("", "")
    for measure in SHOWN:
        yield _range(
            index, next((t for t in incident.totals if (t.measure, t.unit) == (measure, "person")), None)
        )
    for n in (len({row.source for row in incident.rows}), len(set(incident.reports)), apart[incident.id]):
        yield words.number(n), str(n)


def _range(index: Index, total: PageTotal | None) -> tuple[str, str]:
    if total is None:
        return "", ""
    most = total.high if total.high is not None else total.low
    return index.messages.value(total.low, total.high), "" if most is None else str(most)


def _overview(incidents: Sequence[PageIncident], drawing: Drawing) -> Overview | None:
    places = [each.place for each in incidents if each.place is not None]
    window = window_over(places)
    drawn = dots(window, places) if window is not None else ()
    if window is None or len(drawn) < LEAST_DOTS:
        return None
    shown = sum(n for *_, n in drawn)
    return Overview(
        region=drawing.regions.region(window),
        dots=tuple((x, y, round(min(26 * n**0.4, 90))) for x, y, n in drawn),
        shown=shown,
        elsewhere=len(incidents) - shown,
    )
