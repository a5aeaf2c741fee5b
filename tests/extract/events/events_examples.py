"""Reports made up for the tests: times and speakers as found, places as each test names them."""

from collections.abc import Sequence

from recuento.extract.attributions import find_attributions
from recuento.extract.context import Context
from recuento.extract.events import find_events
from recuento.extract.layers import Layers
from recuento.extract.sentences import sentences
from recuento.extract.times import find_times
from recuento.language import load_pack
from recuento.model import Demand, Figure, Incident, PersonNamed, PlaceMention, Report, Statement

PUBLISHED = "2021-03-10"


def layers(text: str, places: Sequence[str] = ()) -> Layers:
    """The layers of a text; each named place is a settlement wherever its name stands."""
    pack = load_pack("en")
    report = Report(id="made-up", text=text, published=PUBLISHED, language="en")
    spans = sentences(text, pack)
    found = [
        PlaceMention(start=at, end=at + len(name), name=name, precision="settlement")
        for name in places
        for at in range(len(text))
        if text.startswith(name, at)
    ]
    return Layers(
        report,
        pack,
        spans,
        find_times(text, spans, pack, reference=PUBLISHED),
        sorted(found, key=lambda place: place.start),
        find_attributions(text, spans, pack),
    )


Event = Incident | Statement | Demand | PersonNamed


def events(text: str, places: Sequence[str] = (), figures: Sequence[Figure] = ()) -> tuple[Event, ...]:
    """The events of a text."""
    given = layers(text, places)
    return find_events(given, figures, Context(given))


def incidents(text: str, *places: str) -> list[Incident]:
    """The incidents of a text."""
    return [claim for claim in events(text, places) if isinstance(claim, Incident)]


def demands(text: str, *places: str) -> list[Demand]:
    """The demands of a text."""
    return [claim for claim in events(text, places) if isinstance(claim, Demand)]


def statements(text: str) -> list[Statement]:
    """The statements of a text."""
    return [claim for claim in events(text) if isinstance(claim, Statement)]


def persons(text: str, figures: Sequence[Figure] = ()) -> list[PersonNamed]:
    """The persons named in a text."""
    return [claim for claim in events(text, (), figures) if isinstance(claim, PersonNamed)]
