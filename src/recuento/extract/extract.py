"""From a report to its claims: sentences, layers, figures, events."""

from recuento.extract.attributions import find_attributions
from recuento.extract.context import Context
from recuento.extract.figures import find_figures
from recuento.extract.layers import Layers
from recuento.extract.places import PlaceContext, find_places
from recuento.extract.sentences import sentences
from recuento.extract.times import find_times
from recuento.language import Pack
from recuento.model import Claim, Report
from recuento.vocabulary import Profile


def find_layers(report: Report, pack: Pack) -> Layers:
    """The sentences and mentions of a report."""
    spans = sentences(report.text, pack)
    times = find_times(report.text, spans, pack, reference=report.published)
    places = find_places(report.text, spans, pack, context=PlaceContext(place=report.place))
    attributions = find_attributions(report.text, spans, pack)
    return Layers(report, pack, spans, times, places, attributions)


def extract(report: Report, pack: Pack, profile: Profile) -> tuple[Claim, ...]:
    """The claims of a report, in the order of the text."""
    layers = find_layers(report, pack)
    context = Context(layers)
    return find_figures(layers, context, profile)
