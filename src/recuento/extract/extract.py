"""From a report to its claims: sentences, layers, figures, events."""

import re

from recuento.extract.attributions import find_attributions
from recuento.extract.context import Context, ContextWords, place_ref
from recuento.extract.events import find_events
from recuento.extract.figures import find_figures
from recuento.extract.layers import Layers
from recuento.extract.places import PlaceContext, find_places
from recuento.extract.sentences import sentences
from recuento.extract.times import find_times
from recuento.language import Pack
from recuento.model import Claim, PlaceRef, Report, TimeMention
from recuento.vocabulary import Profile


def find_layers(report: Report, pack: Pack) -> Layers:
    """The sentences and mentions of a report."""
    spans = sentences(report.text, pack, report.title)
    found = find_times(report.text, spans, pack, reference=report.published)
    times = tuple(time for time in found if not is_count(report.text, time, pack))
    places = find_places(report.text, spans, pack, context=PlaceContext(place=report.place))
    attributions = find_attributions(report.text, spans, pack)
    return Layers(report, pack, spans, times, places, attributions)


def is_count(text: str, time: TimeMention, pack: Pack) -> bool:
    """Whether four digits in a list count things and are no year: "1,459 houses, 2082 shops and 1984
    cars".
    """
    if not time.text.isdigit():
        return False
    words = pack.section("context", ContextWords)
    before = text[max(0, time.start - 6) : time.start]
    return bool(re.match(words.counted, text[time.end : time.end + 20]) and re.search(words.listed, before))


def extract(report: Report, pack: Pack, profile: Profile) -> tuple[Claim, ...]:
    """The claims of a report, in the order of the text."""
    layers = find_layers(report, pack)
    context = Context(layers, title_place(report, pack))
    figures = find_figures(layers, context, profile)
    events = find_events(layers, figures, context)
    return tuple(sorted((*figures, *events), key=lambda claim: (claim.start, claim.end, claim.id)))


def title_place(report: Report, pack: Pack) -> PlaceRef | None:
    """The first place that a title names, where the title is not part of the text."""
    if not report.title or report.text.startswith(report.title):
        return None
    spans = sentences(report.title, pack)
    found = find_places(report.title, spans, pack, context=PlaceContext(place=report.place))
    named = [place_ref(p) for p in found if p.kind == "place"]
    if not named:
        return None
    first = named[0]
    return PlaceRef(
        name=first.name, geonames=first.geonames, latitude=first.latitude, longitude=first.longitude,
        country=first.country, precision=first.precision,
    )  # fmt: skip
