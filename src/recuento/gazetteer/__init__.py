"""The gazetteer: names of places with coordinates, compiled at build time. See README.md."""

from recuento.gazetteer.entry import Entry
from recuento.gazetteer.gazetteer import Gazetteer, GazetteerError, contains, kilometres, open_gazetteer
from recuento.gazetteer.names import normalise

__all__ = ["Entry", "Gazetteer", "GazetteerError", "contains", "kilometres", "normalise", "open_gazetteer"]
