"""Facts of a report read from the words of its text, each with its span, and its title.

Where rules disagree, the earlier in this order holds. published: posting line, dateline at the start, date in
the byline, line that is a date, dateline at the end, updating line. place: dateline at the start, then at the
end. outlet: byline, then dateline.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from recuento.language.letters import count_letters
from recuento.read.byline import Byline, read_byline
from recuento.read.bylines import Bylines, bylines
from recuento.read.dateline import Dateline, end_dateline, line_dateline, start_dateline
from recuento.read.found import Found
from recuento.read.posted import Posted, posted

LONGEST_TITLE = 150
FIRST_LINES = 8
HEAD = 1500
# A heading's last letter or bracket, then a dateline in capitals: pages flattened to one line lose what stood
# between.
GLUED = re.compile(
    r"(?:(?<=[a-z\d)\]?!»|”’'\"])\s*|(?<=[a-z][.:])\s+)(?=(?![a-z])[^\W\d_][^\W\d_.'’-]+[,\s(]|\()"
)
GLUED_IN = 300
FIRST_LINE = re.compile(r"\s*(?P<line>\S[^\n]*)\n[^\S\n]*\n\s*\S")
OWN_PASSAGE = re.compile(r"(?:\A|\n)[^\S\n]*\n\Z|\A\Z")
NO_BYLINE = Byline(None, None, None)
NO_DATELINE = Dateline(None, None, None, 0)
FIRST_WORD = re.compile(r"\(|[^\W\d_.'’-]+")
INDENT = re.compile(r"\s*(?=\S)")


class Layers(NamedTuple):
    """What the rules found in a text, before one of them is believed for each field."""

    page: Posted | None
    byline: Byline
    opening: Dateline
    closing: Dateline


class Facts(NamedTuple):
    """What the words give, by field; only what was found."""

    values: dict[str, str]
    spans: dict[str, tuple[int, int]]


def title_of(text: str, spans: Iterable[tuple[int, int]] = ()) -> str | None:
    """The first line where it is short, ends without a full stop, and has a blank line and text after it.

    `spans` are those of the facts: a line that holds one is a byline or a dateline, not a title.
    """
    first = FIRST_LINE.match(text)
    if first is None or any(start < first.end("line") and first.start("line") < end for start, end in spans):
        return None
    line = re.sub(r"^#+\s+|\s+#+$", "", first["line"].strip())
    stopped = line.endswith(".") and not line.endswith("...")
    return line if line and len(line) <= LONGEST_TITLE and not stopped else None


def read_facts(
    text: str, language: str | None, *, title: str | None = None, year: int | None = None
) -> Facts:
    """The facts that the text's own words give.

    `title` is the title that metadata declares; `year` stands in where a dateline's date has none.
    """
    words = bylines(language)
    if words is None:
        return Facts({}, {})
    lines = first_lines(text)
    layers = Layers(
        page=posted(text, words, lines),
        byline=_byline(text, lines, words),
        opening=_opening(text, lines, title, words),
        closing=end_dateline(text, words) or NO_DATELINE,
    )
    found = {
        "published": _published(layers, year),
        "place": layers.opening.place or layers.closing.place,
        "author": layers.byline.author,
        "outlet": layers.byline.outlet or layers.opening.outlet,
    }
    kept = {name: fact for name, fact in found.items() if fact is not None}
    spans = {name: (fact.start, fact.end) for name, fact in kept.items()}
    return Facts({name: fact.value for name, fact in kept.items()}, spans)


def first_lines(text: str) -> list[tuple[int, int]]:
    """The spans of the first lines that are not blank."""
    spans = [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text[:HEAD])]
    return spans[:FIRST_LINES]


def _byline(text: str, lines: list[tuple[int, int]], words: Bylines) -> Byline:
    # In wrapped text a line may begin with "by" inside a sentence: where capitals show nothing, and at the
    # end, the byline must be a passage of its own.
    end = len(text.rstrip())
    spans = [*lines, (text.rfind("\n", 0, end) + 1, end)]
    loose = 0 if is_shouted(text[:HEAD]) else len(lines)
    for index, span in enumerate(spans):
        if index >= loose and not OWN_PASSAGE.search(text[max(0, span[0] - 40) : span[0]]):
            continue
        found = read_byline(text, *span, words)
        if found:
            return found
    return NO_BYLINE


def _opening(text: str, lines: list[tuple[int, int]], title: str | None, words: Bylines) -> Dateline:
    shouted = is_shouted(text[:HEAD])
    starts = [start for start, _ in lines]
    if title and text.startswith(title):
        starts.insert(0, len(title))
    for start in starts:
        indent = INDENT.match(text, start)
        found = start_dateline(text, indent.end(), words, shouted=shouted) if indent else None
        if found:
            return found
    found = None if shouted else _glued(text, words)
    own = (line_dateline(text, *span, words) for span in lines)
    return found or next((each for each in own if each), NO_DATELINE)


def _glued(text: str, words: Bylines) -> Dateline | None:
    """A dateline inside the first line, behind a heading that lost its line end.

    Only with a date or an agency.
    """
    for edge in GLUED.finditer(text, 0, min(GLUED_IN, len(text))):
        first = FIRST_WORD.match(text, edge.end())
        if first is None:
            continue
        marked = first.group() == "(" or (first.group().isupper() and len(first.group()) > 2)
        found = start_dateline(text, edge.end(), words, shouted=False)
        known = (found.date, found.outlet) if found else (None, None)
        # A place in small letters needs both: a day and an agency.
        if found and (any(known) if marked else all(known)):
            return found
    return None


@lru_cache(2)
def is_shouted(text: str) -> bool:
    """Whether a text is written in capitals, as old newswire is."""
    letters, capitals = count_letters(text)
    return capitals > 0.7 * letters


def _published(layers: Layers, year: int | None) -> Found | None:
    page = layers.page
    for date, rule in (
        (page.date if page and page.rule == "posted-line" else None, "posted-line"),
        (layers.opening.date, "dateline-start"),
        (layers.byline.date, "byline"),
        (page.date if page and page.rule == "date-line" else None, "date-line"),
        (layers.closing.date, "dateline-end"),
        (page.date if page else None, "updated-line"),
    ):
        value = date.edtf(year) if date else None
        if date and value:
            return Found(value, date.start, date.end, rule)
    return None
