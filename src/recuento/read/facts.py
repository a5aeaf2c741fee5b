"""Facts of a report read from the words of its text, each with its span, and its title.

Where rules disagree, the earlier in this order holds. published: posting line, dateline at the start, date in
the byline, line that is a date, dateline at the end, updating line. place: dateline at the start, then at the
end. outlet: byline, then dateline.
"""

import re
from typing import NamedTuple

from recuento.read.byline import Byline, read_byline
from recuento.read.bylines import Bylines, bylines
from recuento.read.dateline import Dateline, end_dateline, start_dateline
from recuento.read.dates import DateFound
from recuento.read.found import Found
from recuento.read.posted import posted

LONGEST_TITLE = 150
FIRST_LINES = 8
HEAD = 1500
# A heading's last letter or bracket, then a dateline in capitals: pages flattened to one line lose what stood
# between.
GLUED = re.compile(r"(?:(?<=[a-z\d)\]?!»|”’'\"])\s*|(?<=[a-z][.:])\s+)(?=[^\W\d_][^\W\d_.'’-]+[,\s(]|\()")
GLUED_IN = 300
FIRST_WORD = re.compile(r"\(|[^\W\d_.'’-]+")
INDENT = re.compile(r"\s*(?=\S)")


class Facts(NamedTuple):
    """What the words give, by field; only what was found."""

    values: dict[str, str]
    spans: dict[str, tuple[int, int]]


def title_of(text: str, language: str | None) -> str | None:
    """The first line where it is short, ends without a full stop, and a blank line and more text follow it."""
    first = re.match(r"\s*(\S[^\n]*)\n[^\S\n]*\n\s*\S", text)
    if first is None:
        return None
    line = re.sub(r"^#+\s+|\s+#+$", "", first.group(1).strip())
    words = bylines(language)
    if not line or len(line) > LONGEST_TITLE or (line.endswith(".") and not line.endswith("...")):
        return None
    if words is not None:
        span = (first.start(1), first.end(1))
        dated = start_dateline(text, span[0], words, shouted=False)
        if (dated and dated.end >= span[1]) or read_byline(text, *span, words):
            return None
    return line


def read_facts(
    text: str, language: str | None, *, title: str | None = None, year: int | None = None
) -> Facts:
    """The facts that the text's own words give. `year` stands in where a dateline's date has none."""
    words = bylines(language)
    if words is None:
        return Facts({}, {})
    lines = first_lines(text)
    byline = _byline(text, lines, words)
    opening = _opening(text, lines, title, words)
    closing = end_dateline(text, words)
    found: dict[str, Found | None] = {
        "published": _published(text, lines, words, byline, opening, closing, year),
        "place": (opening.place if opening else None) or (closing.place if closing else None),
        "author": byline.author if byline else None,
        "outlet": (byline.outlet if byline else None) or (opening.outlet if opening else None),
    }
    kept = {name: fact for name, fact in found.items() if fact is not None}
    return Facts(
        {name: fact.value for name, fact in kept.items()}, {name: fact[1:3] for name, fact in kept.items()}
    )


def first_lines(text: str) -> list[tuple[int, int]]:
    """The spans of the first lines that are not blank."""
    spans = [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text[:HEAD])]
    return spans[:FIRST_LINES]


def _byline(text: str, lines: list[tuple[int, int]], words: Bylines) -> Byline | None:
    end = len(text.rstrip())
    last = (text.rfind("\n", 0, end) + 1, end)
    return next((found for span in [*lines, last] if (found := read_byline(text, *span, words))), None)


def _opening(text: str, lines: list[tuple[int, int]], title: str | None, words: Bylines) -> Dateline | None:
    shouted = is_shouted(text[:HEAD])
    starts = [start for start, _ in lines]
    if title and text.startswith(title):
        starts.insert(0, len(title))
    for start in starts:
        indent = INDENT.match(text, start)
        found = start_dateline(text, indent.end(), words, shouted=shouted) if indent else None
        if found:
            return found
    return None if shouted else _glued(text, words)


def _glued(text: str, words: Bylines) -> Dateline | None:
    """A dateline inside the first line, behind a heading that lost its line end.

    Only with a date or an agency.
    """
    for edge in GLUED.finditer(text, 0, min(GLUED_IN, len(text))):
        first = FIRST_WORD.match(text, edge.end())
        if first and (first.group() == "(" or (first.group().isupper() and len(first.group()) > 2)):
            found = start_dateline(text, edge.end(), words, shouted=False)
            if found and (found.date or found.outlet):
                return found
    return None


def is_shouted(text: str) -> bool:
    """Whether a text is written in capitals, as old newswire is."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > 0.7 * len(letters)


def _published(
    text: str,
    lines: list[tuple[int, int]],
    words: Bylines,
    byline: Byline | None,
    opening: Dateline | None,
    closing: Dateline | None,
    year: int | None,
) -> Found | None:
    page = posted(text, words, lines)
    dated: list[tuple[DateFound | None, str]] = [
        (page.date if page and page.rule == "posted-line" else None, "posted-line"),
        (opening.date if opening else None, "dateline-start"),
        (byline.date if byline else None, "byline"),
        (page.date if page and page.rule == "date-line" else None, "date-line"),
        (closing.date if closing else None, "dateline-end"),
        (page.date if page else None, "updated-line"),
    ]
    for date, rule in dated:
        value = date.edtf(year) if date else None
        if date and value:
            return Found(value, date.start, date.end, rule)
    return None
