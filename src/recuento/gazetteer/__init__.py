"""The gazetteer: names of places with coordinates, compiled beforehand. See README.md."""

from recuento.gazetteer.choice import import_path, index_path, open_gazetteer
from recuento.gazetteer.entry import Entry
from recuento.gazetteer.gazetteer import Gazetteer, GazetteerError, Opening, contains, kilometres
from recuento.gazetteer.names import normalise

__all__ = [
    "Entry",
    "Gazetteer",
    "GazetteerError",
    "Opening",
    "contains",
    "import_path",
    "index_path",
    "kilometres",
    "normalise",
    "open_gazetteer",
]
