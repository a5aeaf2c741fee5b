"""Statements that one text collects: each from its heading to the next."""

import re
from collections.abc import Iterator

from recuento.extract.attributions.draft import Draft
from recuento.extract.attributions.passages import Passage, draft_for
from recuento.extract.attributions.words import Lexicon

# "Harbour Union, press release 14/2021." at a passage's start.
HEADING = re.compile(r"([^\W\d_][^,.:;()\n]{2,60}),\s([^,.:;()\n]{3,40})[.:](?=\s)")


def issued(text: str, passages: list[Passage], lex: Lexicon) -> Iterator[Draft]:
    """The statements of several issuers in one text. A text with one heading speaks in its own voice."""
    found = []
    for number, passage in enumerate(passages):
        mark = HEADING.match(text, passage[2], passage[3])
        if mark is not None and is_heading(mark, lex):
            found.append((number, mark))
    if len({mark.group(1).lower() for _, mark in found}) < 2:
        return
    ends = [number for number, _ in found[1:]] + [len(passages)]
    for (number, mark), end in zip(found, ends, strict=True):
        for part in passages[number:end]:
            content = (max(mark.end(), part[2]), part[3])
            yield draft_for("issued-text", passages[number][0], mark.span(1), text, content)


def is_heading(mark: re.Match[str], lex: Lexicon) -> bool:
    """Whether a passage's first words are an issuer and what it issues."""
    what = mark.group(2).lower()
    return mark.group(1)[0].isupper() and any(what.startswith(word) for word in lex.words.issued)
