"""A number that is told of a harm by a rule that needs no noun phrase around it."""

from typing import NamedTuple

from recuento.extract.figures.mentions import HarmMention
from recuento.extract.figures.quantity import Quantity


class Told(NamedTuple):
    """A quantity told by a label, a toll or a denial."""

    measure: str
    quantity: Quantity
    rule: str
    mention: HarmMention
