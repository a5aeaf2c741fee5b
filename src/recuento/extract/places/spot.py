"""A place where a name may stand: its span, its candidates and the evidence for it."""

from dataclasses import dataclass, field

from recuento.gazetteer import Entry, normalise


@dataclass(slots=True)
class Spot:
    """A possible mention while it is being judged.

    `first` and `last` are tokens of its sentence; `entries` the places of that name; `score` the sum of
    the evidence (a place from 0 up); `precision` what the words themselves tell ("Bago Region": adm1),
    `typed` that they do; `container` the spot that the text gives as containing this one; `chosen` the
    place it was resolved to and `ranked` those considered, best first; `key` groups the mentions of one
    name.
    """

    start: int
    end: int
    first: int
    last: int
    name: str
    entries: tuple[Entry, ...]
    score: float
    rule: str
    kind: str = "place"
    precision: str | None = None
    container: "Spot | None" = None
    typed: bool = False
    chosen: Entry | None = None
    ranked: list[Entry] = field(default_factory=list)
    key: str = ""

    def __post_init__(self) -> None:
        self.key = normalise(self.name)
