"""The items of one layer beneath the claims of a report, as lines of `recuento annotate`."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any

import msgspec

from recuento.extract.figures.quantities import find_quantities
from recuento.extract.layers import Layers
from recuento.extract.places import GROUND_RULES
from recuento.extract.tokens import tokenize
from recuento.vocabulary import Profile

Item = dict[str, Any]


class Layer(StrEnum):
    """The layers that can be printed."""

    times = "times"
    places = "places"
    numbers = "numbers"
    attributions = "attributions"


def _times(layers: Layers, _profile: Profile) -> Iterator[Item]:
    return map(msgspec.structs.asdict, layers.times)


def _places(layers: Layers, _profile: Profile) -> Iterator[Item]:
    """Names of places proper: no demonym ("Peruvian"), no street or building that only stands in one."""
    proper = (p for p in layers.places if p.kind == "place" and p.rule not in GROUND_RULES)
    return map(msgspec.structs.asdict, proper)


def _attributions(layers: Layers, _profile: Profile) -> Iterator[Item]:
    return map(msgspec.structs.asdict, layers.attributions)


def _numbers(layers: Layers, profile: Profile) -> Iterator[Item]:
    """Every quantity, whatever it counts: the span of the number, its bounds and how exact it is."""
    for sentence in layers.sentences:
        tokens = tokenize(layers.report.text, sentence.start, sentence.end)
        for found in find_quantities(tokens, layers.pack, profile):
            span = {"start": tokens[found.first].start, "end": tokens[found.last - 1].end}
            bounds = {"low": found.low, "high": found.high, "qualifier": found.qualifier}
            yield {**span, **bounds, "kind": found.kind}


FINDERS: dict[Layer, Callable[[Layers, Profile], Iterator[Item]]] = {
    Layer.times: _times,
    Layer.places: _places,
    Layer.numbers: _numbers,
    Layer.attributions: _attributions,
}

# The fields of each layer after those that all have: docs/data-model.md tells them.
SHARED = ("report", "layer", "start", "end", "text")
FIELDS = {
    Layer.times: ("type", "timex", "edtf", "precision", "rule"),
    Layer.places: (
        *(
            "name",
            "geonames",
            "latitude",
            "longitude",
            "country",
            "precision",
            "within",
            "candidates",
            "rule",
        ),
    ),
    Layer.numbers: ("low", "high", "qualifier", "kind"),
    Layer.attributions: ("source_start", "source_end", "cue", "name", "kind", "chain", "quoted", "rule"),
}


def items_of(layers: Layers, layer: Layer, profile: Profile) -> Iterator[Item]:
    """The items of a layer in the order of the text, each with its report, its span and its words."""
    report = layers.report
    for item in sorted(FINDERS[layer](layers, profile), key=lambda item: (item["start"], item["end"])):
        words = report.text[item["start"] : item["end"]]
        shared = {"report": report.id, "layer": str(layer), "start": item["start"], "end": item["end"]}
        yield {**shared, "text": words, **{name: item[name] for name in FIELDS[layer]}}
