"""A place while an index is being written."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Place:
    """A place while the index is being written; `names` are normalised, codes are as in `Entry`."""

    name: str
    kind: str
    precision: str
    latitude: float | None = None
    longitude: float | None = None
    country: str = ""
    admin1: str = ""
    geonames: int = 0
    population: int = 0
    radius: int = 0
    names: set[str] = field(default_factory=set)
    forms: tuple[str, ...] = ()
    admin2: str = ""
    lesser: bool = False
