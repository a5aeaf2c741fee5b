"""Maps without a network: coastlines and borders of Natural Earth, drawn as SVG. See README.md."""

from recuento.export.map.draw import Region, Regions, locator_path
from recuento.export.map.place import PlaceMap, dots, place_map
from recuento.export.map.window import window_over

__all__ = ["PlaceMap", "Region", "Regions", "dots", "locator_path", "place_map", "window_over"]
