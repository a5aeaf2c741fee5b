"""The words of the pack that the context asks for."""

import msgspec


class ContextWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `context.yml`."""

    start_of_count: frozenset[str]
    inside: frozenset[str]
    aside: frozenset[str]
    counted: str
    listed: str
    holding: frozenset[str]
    locative: frozenset[str]
    since: frozenset[str]
    elsewhere: str
    origin: str
    attributive: frozenset[str]
    crimes: frozenset[str]
    care: frozenset[str]
    at_care: str
    gapped: str
    enumerated: str
    of_landmark: frozenset[str]
    days: frozenset[str]
    ahead: frozenset[str]
    spans: frozenset[tuple[str, str]]
    running: frozenset[str] = frozenset()
    ahead_beside: frozenset[str] = frozenset()
    corners: frozenset[str] = frozenset()
    took_place: frozenset[str] = frozenset()
    towns_first: bool = False
    until: frozenset[str] = frozenset()
    months_small: bool = False
    beside: frozenset[str] = frozenset()
    waters: frozenset[str] = frozenset()
    happened: frozenset[str] = frozenset()
