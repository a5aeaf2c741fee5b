"""The layers beneath the claims: times, places and who-says-so, each with its span in the canonical text."""

import msgspec


class TimeMention(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression. `type` is DATE, TIME, DURATION or SET; `timex` its TIMEX3 value (`XXXX-XX-XX`
    unresolved).

    `edtf` is an EDTF string where the expression resolves to a date or an interval, else None; `precision` is
    hour, day, days, week, month, year or None. `rule` names the rule that read it.
    """

    start: int
    end: int
    text: str
    type: str
    timex: str
    edtf: str | None = None
    precision: str | None = None
    rule: str = ""


class PlaceMention(msgspec.Struct, frozen=True, kw_only=True):
    """A place name in the text, resolved where that was possible.

    `name` is the words of the text; `precision` by VOCABULARY (settlement, adm1, country, ...); latitude
    and longitude are degrees (WGS 84); `country` is ISO 3166 alpha-2; `candidates` are GeoNames ids
    considered, best first. `within` is the names of places that the text gives as containing it
    ("Miraflores, Lima, Peru": ("Lima", "Peru")). `kind` is place, or demonym for "Peruvian" (then never a
    place of harm by itself).
    """

    start: int
    end: int
    name: str
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    precision: str | None = None
    kind: str = "place"
    within: tuple[str, ...] = ()
    candidates: tuple[int, ...] = ()
    rule: str = ""


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Who says what: the content span, and the source span that says it, with the cue words.

    `source_start` and `source_end` are None only where the cue names nobody. `name` is the words of the
    source, without leading article; `kind` by VOCABULARY; `chain` the relays, nearest to the reader first
    ("X, citing Y" has name Y, chain ("X",)). `quoted` tells a direct quotation from indirect speech.
    """

    start: int
    end: int
    source_start: int | None
    source_end: int | None
    name: str | None
    kind: str
    cue: str
    chain: tuple[str, ...] = ()
    quoted: bool = False
    rule: str = ""
