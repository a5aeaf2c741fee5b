"""Whether a running toll is one that a series counts: by whose figure it is, and of which place."""

from recuento.model import Figure, PlaceRef
from recuento.series.records import Series
from recuento.series.words import plain

FINE = frozenset(("point", "landmark", "neighbourhood", "settlement", "near_settlement", "adm3"))
SOURCE, PLACE = "source", "place"
APART = ";"  # between several names of a series' source or place


def named_by(figure: Figure, series: Series) -> tuple[str, ...]:
    """What the figure and the series have in common: their source, their place, both, or nothing.

    A source or a place may have several names, with semicolons between ("Provincial office; flood office").
    A part of a source's name ("the ministry of health") is enough where nothing says that another place is
    meant. Can be wrong where two series have one place and one measure: the words stay to be read.
    """
    place = _place_fits(figure.place, series.place)
    source = _source_fits(figure, series.source, elsewhere=place is False)
    return ((SOURCE,) if source else ()) + ((PLACE,) if place else ())


def _source_fits(figure: Figure, names: str, *, elsewhere: bool) -> bool:
    if figure.attributed_to is None:
        return False
    said = [_words(name) for name in (figure.attributed_to.name, *figure.attributed_to.chain)]
    for known in (_words(name) for name in names.split(APART)):
        for words in said:
            if known <= words or (words and words <= known and not elsewhere):
                return True
    return False


def _place_fits(place: PlaceRef | None, names: str | None) -> bool | None:
    """Whether a figure's place is that of a series; None where either is not known."""
    if place is None or not names:
        return None
    words = _words(place.name)
    known = [_words(name) for name in names.split(APART)]
    if words in known:
        return True
    # "Gaza Strip" is Gaza; a town that has the name among its own ("Gaza City") is a part of it.
    return place.precision not in FINE and any(words <= name or name <= words for name in known)


def _words(name: str) -> frozenset[str]:
    return frozenset(plain(name).split())
