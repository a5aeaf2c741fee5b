"""E-mail (.eml): subject, sender and date from the headers, the plain body, or the HTML body's main text."""

from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Any

import msgspec

from recuento.model import Source
from recuento.read.draft import Reading
from recuento.read.problems import problem
from recuento.read.readers import reader


def read(source: Source, charset: str | None = None) -> Reading:
    """The text of a message. `charset` has no meaning here: each part declares its own."""
    message = message_from_bytes(source.content, policy=policy.default)
    body = message.get_body(("plain", "html")) if isinstance(message, EmailMessage) else None
    if not isinstance(body, EmailMessage):
        return Reading(None, (problem("empty", source.name, "the message has no text"),))
    content = body.get_payload(decode=True)
    kind = body.get_content_type()
    part = msgspec.structs.replace(
        source, content=content if isinstance(content, bytes) else b"", media_type=kind
    )
    reading = _read_part(part, body.get_content_charset())
    if reading.draft is None:
        return reading
    draft = msgspec.structs.replace(
        reading.draft,
        title=_header(message, "Subject") or reading.draft.title,
        published=_date(message) or reading.draft.published,
        author=parseaddr(_header(message, "From") or "")[0] or reading.draft.author,
    )
    return Reading(draft, reading.problems)


def _read_part(part: Source, charset: str | None) -> Reading:
    return reader("text/html" if part.media_type == "text/html" else "text/plain")(part, charset)


def _header(message: Any, name: str) -> str | None:
    try:
        value = message[name]
    except (
        ValueError,
        IndexError,
        AttributeError,
    ):  # the library's parser of headers fails on some damaged ones
        return None
    return " ".join(str(value).split()) or None if value is not None else None


def _date(message: Any) -> str | None:
    # The day in the sender's own time zone: that is the day the message speaks of as today.
    try:
        sent = getattr(message["Date"], "datetime", None)
    except (ValueError, IndexError, AttributeError):
        return None
    return sent.date().isoformat() if isinstance(sent, datetime) else None
