"""From bytes to the canonical text.

Decoded, line ends as \\n, byte order mark dropped, nothing else changed.
"""

import codecs
import re
from typing import NamedTuple

from recuento.model import Problem
from recuento.read.problems import problem

FALLBACK = "cp1252"
# Bytes that no text holds. Tab, line ends, form feed and escape do occur in texts; a NUL never does in UTF-8.
CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
LOOKED_AT = 65_536
# One byte in fifty: a mangled text has a few, compressed or compiled data one in nine.
MOST_CONTROLS = 0.02
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class Decoded(NamedTuple):
    """The canonical text, or None where the bytes are no text, and the problem if there was one."""

    text: str | None
    problem: Problem | None = None


def canonical(text: str) -> str:
    """The text that all offsets refer to: line ends as \\n and no byte order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def is_binary(content: bytes) -> bool:
    """Whether the bytes are no text in any encoding that is read here."""
    head = content[:LOOKED_AT]
    if any(head.startswith(mark) for mark, _ in MARKS):
        return False
    return b"\0" in head or len(CONTROLS.findall(head)) > MOST_CONTROLS * len(head)


def known_codec(label: str | None) -> str | None:
    """The codec for a declared label, or None.

    As in the Encoding Standard, Latin-1 and ASCII mean Windows-1252.
    """
    try:
        name = codecs.lookup((label or "").strip()).name
    except (LookupError, ValueError):
        return None
    return FALLBACK if name in {"iso8859-1", "ascii"} else name


def as_text(content: bytes, codec: str) -> str | None:
    """The bytes decoded, or None where they are not of that encoding."""
    try:
        # A codec such as base64 is found by the same look-up but gives no text: str() refuses it with
        # LookupError.
        return str(content, codec)
    except (UnicodeError, LookupError):
        return None


def decode(content: bytes, name: str, declared: str | None = None) -> Decoded:
    """The canonical text of bytes.

    By byte order mark, else as declared, else UTF-8, else Windows-1252 with a problem.

    `name` is the source that a problem names; `declared` the label of an encoding given by the format or the
    server.
    """
    if is_binary(content):
        return Decoded(None, problem("binary", name, "the bytes are no text"))
    marked = next((codec for mark, codec in MARKS if content.startswith(mark)), None)
    wanted = marked or known_codec(declared)
    for codec in dict.fromkeys(codec for codec in (wanted, "utf-8") if codec):
        text = as_text(content, codec)
        if text is not None:
            failed = wanted is not None and codec != wanted
            return Decoded(canonical(text), _not_as(name, wanted) if failed else None)
    guessed = content.decode(FALLBACK, errors="replace")
    return Decoded(canonical(guessed), _not_as(name, wanted or "utf-8", FALLBACK))


def _not_as(name: str, wanted: str | None, used: str = "utf-8") -> Problem:
    return problem("wrong-encoding", name, f"the bytes do not decode as {wanted}; {used} was used")
