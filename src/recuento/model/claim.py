"""Claims: what a report says, each with its exact span; the contract is `docs/data-model.md`."""

import msgspec

PRECISIONS = (  # of places, from fine to coarse; the index of the gazetteer keeps their numbers
    "point",
    "landmark",
    "neighbourhood",
    "settlement",
    "near_settlement",
    "adm3",
    "adm2",
    "adm1",
    "larger",
    "country",
    "sea_or_air",
)


class PlaceRef(msgspec.Struct, frozen=True, kw_only=True):
    """The place that holds for a claim. Null fields where not known; the span is where the name stands."""

    name: str
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    precision: str | None = None
    start: int | None = None
    end: int | None = None


class Claimant(msgspec.Struct, frozen=True, kw_only=True):
    """Who says so: the words naming them, their kind by the vocabulary, and the relays between them and the
    writer.
    """

    name: str
    kind: str = "unknown"
    start: int | None = None
    end: int | None = None
    chain: tuple[str, ...] = ()


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Who is said to have done it, and how that is said (declared, likely, contested, single_source,
    unattributed).
    """

    name: str
    status: str = "declared"
    start: int | None = None
    end: int | None = None


class Base(msgspec.Struct, frozen=True, kw_only=True):
    """The whole that a share or fraction is of ("a third of the 6,600 tenants")."""

    number: str
    value: float | int
    start: int
    end: int


class Figure(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="figure"):
    """One figure as a claim; `report.text[start:end] == number` always."""

    id: str
    report: str
    start: int
    end: int
    number: str
    explicit: bool
    quote: str
    quote_start: int
    quote_end: int
    measure: str
    low: float | int | None
    high: float | int | None
    qualifier: str
    unit: str
    group: str | None = None
    facets: dict[str, str] = {}
    base: Base | None = None
    modality: str = "asserted"
    scope: str = "incident"
    when: str | None = None
    when_text: str | None = None
    when_precision: str | None = None
    place: PlaceRef | None = None
    attributed_to: Claimant | None = None
    actor: Actor | None = None
    subset_of: str | None = None
    same_as: str | None = None
    remainder_of: str | None = None
    confidence: float = 0.0
    rules: tuple[str, ...] = ()


class Incident(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="incident"):
    """An incident that the report tells of; `report.text[start:end] == quote`."""

    id: str
    report: str
    start: int
    end: int
    quote: str
    incident_type: str
    when: str | None = None
    when_text: str | None = None
    when_precision: str | None = None
    place: PlaceRef | None = None
    actor: Actor | None = None
    organiser: Claimant | None = None
    modality: str = "asserted"
    confidence: float = 0.0
    rules: tuple[str, ...] = ()


class Statement(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="statement"):
    """Words that somebody is quoted or reported as saying; `report.text[start:end] == quote`."""

    id: str
    report: str
    start: int
    end: int
    quote: str
    speaker: Claimant | None = None
    addressee: Actor | None = None
    confidence: float = 0.0
    rules: tuple[str, ...] = ()


class Demand(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="demand"):
    """Something demanded, by whom and of whom; `report.text[start:end] == quote`."""

    id: str
    report: str
    start: int
    end: int
    quote: str
    speaker: Claimant | None = None
    addressee: Actor | None = None
    confidence: float = 0.0
    rules: tuple[str, ...] = ()


class PersonNamed(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="person"):
    """A person whom the report names as a victim or detainee: only the words of the report, no profile."""

    id: str
    report: str
    start: int
    end: int
    quote: str
    name: str
    role: str
    confidence: float = 0.0
    rules: tuple[str, ...] = ()


Claim = Figure | Incident | Statement | Demand | PersonNamed
