"""The records of the tally: rows, totals, differences and findings. All frozen."""

import msgspec

from recuento.tally.victims import Person

# Findings of the arithmetic, each with what it means and what to do.
SLUGS = {
    "part-exceeds-whole": "A figure told as part of another is larger than it; check link and numbers.",
    "parts-exceed-whole": "Parts that shut each other out add up to more than their whole; check them.",
    "part-of-another-measure": "A part counts another measure or unit than its whole; the link can't hold.",
    "places-exceed-total": "Figures of several places add up to more than the total of them all; check them.",
    "days-exceed-toll": "Counts of days add up to more than the running toll grew; check dates and scope.",
    "toll-falls": "One source's running toll is lower at a later date: a correction or an error.",
}


class TallyFigure(msgspec.Struct, frozen=True, kw_only=True):
    """One figure of a row, with its exact words; its parts stand under it and are never added.

    `counted` is false for a figure that is denied, feared, threatened or retracted, and for one person hit
    who is told as dead as well; `restated` names the claims that state the same fact again; `published` is
    the date of the report; `person` what is told of a single victim; `hit` tells
    that the words name who was hit ("shot"), of whom some may be dead; `of_harmed`
    that they count some of those told as harmed ("five of the wounded"); `origin`
    is the report that stands for all that depend on each other.
    """

    claim: str
    report: str
    number: str
    quote: str
    low: float | int | None
    high: float | int | None
    qualifier: str
    modality: str
    when: str | None
    counted: bool
    explicit: bool = True
    group: str | None = None
    published: str | None = None
    person: Person | None = None
    hit: bool = False
    of_harmed: bool = False
    origin: str = ""
    restated: tuple[str, ...] = ()
    parts: tuple["TallyFigure", ...] = ()


class TallyRow(msgspec.Struct, frozen=True, kw_only=True):
    """What one source says of one measure, unit and group in one incident.

    low and high hold the counted figures only; high is null where any of them is open above, low where any is
    open below. `named` is the words that tell the group from people in general, and `people` whether they are
    only a people's name.
    """

    account: str
    measure: str
    unit: str
    group: str | None
    facets: dict[str, str]
    named: tuple[str, ...]
    people: bool
    source: str
    source_kind: str
    low: float | int | None
    high: float | int | None
    figures: tuple[TallyFigure, ...]


class Total(msgspec.Struct, frozen=True, kw_only=True):
    """The range of one measure and unit over the sources of an incident.

    `method` tells what the range was made of, `best_by` the named method that chose the best value.
    """

    measure: str
    unit: str
    low: float | int | None
    best: float | int | None
    high: float | int | None
    sources: tuple[str, ...]
    method: str
    best_by: str = "latest"


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """How two comparable figures stand to each other; nothing is decided by it.

    `relation` and `kind` are codes of the vocabulary; `explanation` is the proposed explanation where there
    is one (later_update, different_definition, different_scope); `state` stays open until a person explains
    it.
    """

    id: str
    relation: str
    kind: str
    reason: str
    measure: str
    left: str
    right: str
    left_report: str
    right_report: str
    left_speaker: str
    right_speaker: str
    left_quote: str
    right_quote: str
    left_span: tuple[int, int]
    right_span: tuple[int, int]
    state: str = "open"
    explanation: str | None = None


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Something that does not add up between claims: a slug of SLUGS, the reason in words, the claims."""

    id: str
    slug: str
    reason: str
    claims: tuple[str, ...]
