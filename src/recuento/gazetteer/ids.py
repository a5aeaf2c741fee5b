"""Which place has which GeoNames id: four bytes an id, in pages made where ids are."""

from array import array

PAGE = 1024


class Ids:
    """Numbers of places by GeoNames id."""

    def __init__(self) -> None:
        self._pages: dict[int, array[int]] = {}

    def put(self, geonames: int, number: int) -> None:
        """Keep the number of the place with an id."""
        page = self._pages.get(geonames // PAGE)
        if page is None:
            page = self._pages[geonames // PAGE] = array("I", bytes(4 * PAGE))
        page[geonames % PAGE] = number + 1

    def get(self, geonames: int) -> int | None:
        """The number of the place with an id, None where there is none."""
        page = self._pages.get(geonames // PAGE)
        return page[geonames % PAGE] - 1 if page is not None and page[geonames % PAGE] else None
