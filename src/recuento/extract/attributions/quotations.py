"""Direct quotations: their spans, over sentences and paragraphs."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from recuento.extract.sentences import Sentence

MARK = re.compile(r"[“”«»\"]|``|''")
SINGLE = re.compile(r"(?<![^\W_])‘[^‘\n]{3,600}?[^\s‘]’(?![^\W_])")
OPENERS = frozenset({"“", "«", "``"})
CLOSERS = frozenset({"”", "»"})


class Quotation(NamedTuple):
    """A direct quotation with its marks; `closed` tells whether its last mark stands in the text."""

    start: int
    end: int
    closed: bool = True


def opens(text: str, mark: re.Match[str], *, inside: bool, new_passage: bool) -> bool:
    """Whether a mark opens a quotation; a straight mark does by what stands beside it."""
    if mark.group() in OPENERS:
        return True
    if mark.group() in CLOSERS:
        return False
    if inside and not new_passage:
        return False
    before = text[mark.start() - 1 : mark.start()]
    return not before or not before.strip() or before in "([—–-:"


def quotations(text: str, sentences: Sequence[Sentence]) -> list[Quotation]:
    """The quotations of a text in order. One left open at a passage's end ends there, unclosed."""
    found: list[Quotation] = []
    ends = [a.end for a, b in pairwise(sentences) if a.passage != b.passage]
    ends.append(len(text))
    start: int | None = None
    limit = 0
    for mark in MARK.finditer(text):
        new_passage = start is not None and mark.start() >= limit
        if opens(text, mark, inside=start is not None, new_passage=new_passage):
            if start is not None and new_passage:
                found.append(Quotation(start, limit, closed=False))
            elif start is not None:
                continue
            start = mark.start()
            limit = ends[bisect_right(ends, start)] if start < ends[-1] else len(text)
        elif start is not None:
            if new_passage:
                found.append(Quotation(start, limit, closed=False))
            else:
                found.append(Quotation(start, mark.end()))
            start = None
    if start is not None:
        found.append(Quotation(start, limit, closed=False))
    if "‘" in text:
        found = sorted(found + single(text, found))
    return found


def single(text: str, others: list[Quotation]) -> list[Quotation]:
    """The quotations in single marks that stand outside the others."""
    return [
        Quotation(*m.span())
        for m in SINGLE.finditer(text)
        if not any(q.start < m.end() and m.start() < q.end for q in others)
    ]


def around(quotes: list[Quotation], offset: int) -> Quotation | None:
    """The quotation that an offset stands inside, or None."""
    at = bisect_right(quotes, offset, key=lambda quote: quote.start) - 1
    return quotes[at] if at >= 0 and quotes[at].start <= offset < quotes[at].end else None
