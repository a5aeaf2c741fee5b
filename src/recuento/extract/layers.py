"""The layers beneath the claims of one report, gathered once and read by figures and events alike."""

from collections.abc import Sequence
from typing import NamedTuple

from recuento.extract.sentences import Sentence
from recuento.language import Pack
from recuento.model import Attribution, PlaceMention, Report, TimeMention


class Layers(NamedTuple):
    """A report with its sentences and the mentions found in it."""

    report: Report
    pack: Pack
    sentences: Sequence[Sentence]
    times: Sequence[TimeMention]
    places: Sequence[PlaceMention]
    attributions: Sequence[Attribution]
