"""Which kind of source this is: by its suffix, by what a server declares, else by its first bytes."""

import re
from pathlib import PurePath

from recuento.read.decode import is_binary

SUFFIXES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".pdf": "application/pdf",
    ".eml": "message/rfc822",
    ".jsonl": "application/x-ndjson",
    ".ndjson": "application/x-ndjson",
}
LINES = "application/x-ndjson"
PAGES = frozenset({"text/html", "application/xhtml+xml", "message/rfc822"})
HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
# An object whose first key stands at once: "{" alone may open a text.
LINE_START = re.compile(rb'\s*\{\s*"')
OF_A_KIND = re.compile(r"\.(?=[a-z0-9]*[a-z])[a-z0-9]{1,5}")
NO_MARK = re.compile(rb"^\xef\xbb\xbf")


def sniffed(head: bytes) -> str | None:
    """The media type that the first bytes show, or None where they are no text."""
    start = NO_MARK.sub(b"", head)
    if start.startswith(b"%PDF-"):
        return "application/pdf"
    if is_binary(head):
        return None
    if HTML_START.match(start):
        return "text/html"
    return LINES if LINE_START.match(start) else "text/plain"


def kind_of_name(name: str) -> str | None:
    """The media type that a name's suffix stands for, or None. Raises nothing."""
    return SUFFIXES.get(PurePath(name).suffix.lower())


def is_of_other_kind(name: str) -> bool:
    """Whether the name carries a suffix that looks like a kind of file, but none that is read."""
    suffix = PurePath(name).suffix.lower()
    return suffix not in SUFFIXES and OF_A_KIND.fullmatch(suffix) is not None
