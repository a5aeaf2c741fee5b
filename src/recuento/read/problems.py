"""The problems that reading can name.

Each slug is stable; the words after it say what it means and what to do.
"""

from recuento.model import Problem

SLUGS: dict[str, str] = {
    "not-found": "There is no such file or folder: check the path.",
    "unreadable": "The source can't be opened or taken apart: check its permissions and that it is whole.",
    "empty": "There is no text to read: check that it is the right file.",
    "binary": "The bytes are no text: give the text, or name the file by its true kind.",
    "wrong-encoding": "The bytes do not decode as declared, so another encoding was assumed: check the "
    "accented letters, or save the file as UTF-8.",
    "encrypted-pdf": "The PDF asks for a password: save a copy without one.",
    "damaged-pdf": "The PDF can't be taken apart: fetch it again, or print it to a new PDF.",
    "pdf-without-text": "The PDF holds pictures of pages, no text: run text recognition (OCR) on it first.",
    "too-large": "The source is larger than the limit: part it into smaller files, or raise the limit.",
    "bad-json": "The line is no JSON object: correct the line; the other lines are read.",
    "missing-field": "The line lacks a field that every report needs (id and text, both text): add it.",
    "bad-date": "The date given is not YYYY-MM-DD, YYYY-MM or YYYY and was left out: correct it.",
    "duplicate-id": "Two texts have one id, so the second was not read: give each report its own id.",
    "unsupported-type": "This kind of file is not read: convert it to .txt, .md, .html, .pdf or .jsonl.",
    "no-pack": "There is no language pack for the report's language: name the language if it was "
    "taken for another, or add a pack.",
    "fetch-failed": "The address could not be fetched: check it, or save the page and give the file.",
}


def problem(slug: str, source: str, detail: str) -> Problem:
    """A problem whose message names the source, what is wrong there, and what to do.

    Raises KeyError for a slug that `SLUGS` does not name.
    """
    return Problem(slug=slug, source=source, message=f"{source}: {detail}. {SLUGS[slug]}")
