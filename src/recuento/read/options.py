"""What a caller settles about reading: facts given by flag, and limits."""

import msgspec


class ReadOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Facts that hold for every report of a call (over metadata and text), and the limits of reading.

    `published` is EDTF (YYYY, YYYY-MM or YYYY-MM-DD), `language` an ISO 639-1 code. `captured` is an ISO 8601
    time in UTC to record as the time of capture; None is now. `max_bytes` caps a source (for JSON Lines: a
    line), `max_page_bytes` an HTML page or e-mail (one of 10 MB takes 6 s and 400 MB, one of
    20 MB 24 s and 750 MB); `timeout` is seconds for a whole fetch.
    """

    title: str | None = None
    published: str | None = None
    place: str | None = None
    author: str | None = None
    outlet: str | None = None
    language: str | None = None
    url: str | None = None
    captured: str | None = None
    max_bytes: int = 50_000_000
    max_page_bytes: int = 10_000_000
    timeout: float = 20.0


DEFAULTS = ReadOptions()
