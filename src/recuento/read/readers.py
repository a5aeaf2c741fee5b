"""Which reader takes which media type.

A format's library is loaded with its reader, and only when a source needs it.
"""

from functools import cache
from importlib import import_module
from typing import Protocol, cast

from recuento.model import Source
from recuento.read.draft import Reading

# trafilatura costs 240 ms at start-up, pypdfium2 80 ms, the e-mail parser 30 ms.
MODULES = {
    "text/plain": "recuento.read.plain",
    "text/markdown": "recuento.read.plain",
    "text/html": "recuento.read.page",
    "application/xhtml+xml": "recuento.read.page",
    "application/pdf": "recuento.read.pdf",
    "message/rfc822": "recuento.read.mail",
}


class Reader(Protocol):
    """Reads one source of a format.

    `charset` is the encoding that a server or an envelope declared, if any.
    """

    def __call__(self, source: Source, charset: str | None = None) -> Reading: ...


@cache
def reader(media_type: str) -> Reader:
    """The reader for a media type.

    Raises KeyError where there is none (`MODULES` says for which there is).
    """
    return cast(Reader, import_module(MODULES[media_type]).read)
