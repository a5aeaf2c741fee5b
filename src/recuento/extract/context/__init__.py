"""What holds for a span of the text: its time, its place, its speaker. See README.md in this folder."""

from recuento.extract.context.context import Context
from recuento.extract.context.place_ref import place_ref
from recuento.extract.context.words import ContextWords

__all__ = ["Context", "ContextWords", "place_ref"]
