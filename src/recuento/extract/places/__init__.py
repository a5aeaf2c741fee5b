"""The places layer: names of places in running text, recognised and resolved. See README.md."""

from recuento.extract.places.find import GROUND_RULES, PlaceContext, find_places
from recuento.extract.places.words import PlaceWords

__all__ = ["GROUND_RULES", "PlaceContext", "PlaceWords", "find_places"]
