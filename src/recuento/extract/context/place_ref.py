"""A place mention as the place of a claim."""

from recuento.model import PlaceMention, PlaceRef


def place_ref(mention: PlaceMention) -> PlaceRef:
    """The place of a mention, with its span."""
    return PlaceRef(
        name=mention.name,
        geonames=mention.geonames,
        latitude=mention.latitude,
        longitude=mention.longitude,
        country=mention.country,
        precision=mention.precision,
        start=mention.start,
        end=mention.end,
    )
