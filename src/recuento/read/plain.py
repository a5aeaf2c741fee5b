"""Plain text and Markdown: the text as it stands."""

from recuento.model import Source
from recuento.read.decode import decode
from recuento.read.draft import Draft, Reading


def read(source: Source, charset: str | None = None) -> Reading:
    """The text of a plain source; `charset` is the encoding a server declared."""
    text, trouble = decode(source.content, source.name, charset)
    return Reading(None if text is None else Draft(text=text), (trouble,) if trouble else ())
