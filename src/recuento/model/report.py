"""A source as it was captured, and the report read from it."""

import msgspec


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The frozen source: what was captured, byte for byte.

    `name` is the path, address or `-`; `sha256` the lower-case hexadecimal digest of `content`; `captured` an
    ISO 8601 time in UTC.
    """

    name: str
    content: bytes
    sha256: str
    media_type: str
    captured: str


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One report with its canonical text (decoded, line ends normalised, nothing else changed).

    All offsets of claims count Unicode code points in `text`, ends exclusive. `published` is an EDTF date
    or null. `facts` names the span of the text from which a field was read, and only those: {"published":
    (4655, 4667)}. `source` is None where a report was made in memory.
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    place: str | None = None
    author: str | None = None
    outlet: str | None = None
    language: str | None = None
    url: str | None = None
    sha256: str = ""
    facts: dict[str, tuple[int, int]] = {}
    source: Source | None = None
