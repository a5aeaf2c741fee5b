"""The one way in: every event of a report."""

from collections.abc import Sequence
from functools import cache, partial

from recuento.extract.events.demands import find_demands
from recuento.extract.events.incidents import find_incidents
from recuento.extract.events.persons import find_persons
from recuento.extract.events.scene import Holding, Scene
from recuento.extract.events.speakers import Signing, signer_of
from recuento.extract.events.statements import find_statements
from recuento.extract.layers import Layers
from recuento.model import Demand, Figure, Incident, PersonNamed, Statement

Event = Incident | Statement | Demand | PersonNamed
ORDER = (Incident, Statement, Demand, PersonNamed)


def find_events(layers: Layers, figures: Sequence[Figure], context: Holding) -> tuple[Event, ...]:
    """The incidents, statements, demands and named persons of a report, in the order of the text.

    `figures` are the claims of the same report; `context` tells the time, place and speaker of a span.
    """
    if not layers.sentences:
        return ()
    scene = Scene(layers, figures, context)
    hits = scene.hits()
    signer: Signing = cache(partial(signer_of, scene))
    demands = find_demands(scene, hits, signer)
    found: list[Event] = [
        *find_incidents(scene, hits, signer),
        *find_statements(scene, demands),
        *demands,
        *find_persons(scene, hits, figures),
    ]
    return tuple(sorted(found, key=lambda claim: (claim.start, claim.end, ORDER.index(type(claim)))))
