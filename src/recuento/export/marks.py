"""A report's text cut into pieces at every edge of a claim, so that marks may overlap, each with its link."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from recuento.model import Claim, Figure, Incident

BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Text that the same claims cover throughout.

    `covering` is those claims, the widest first. `link` is the claim whose link the piece itself is; `ends`
    is the claims that end here and have no such piece: their links follow the words.
    """

    text: str
    covering: tuple[Claim, ...] = ()
    link: Claim | None = None
    ends: tuple[Claim, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of the claims that cover the piece, sorted, each once."""
        return tuple(sorted({kind_of(claim) for claim in self.covering}))


def kind_of(claim: Claim) -> str:
    """How a claim is marked: as a figure, as an incident, or as words."""
    if isinstance(claim, Figure):
        return "figure"
    return "incident" if isinstance(claim, Incident) else "words"


def paragraphs(text: str, claims: Sequence[Claim]) -> tuple[tuple[Piece, ...], ...]:
    """The paragraphs of a text as pieces; the text is these and the blank lines between them.

    Each claim is the `link` of one piece or stands in the `ends` of one, and never both.
    """
    spans = list(_spans(text))
    edges = [edge for paragraph in spans for edge in _edges(*paragraph, claims)]
    waiting = sorted(claims, key=lambda claim: (claim.end, claim.start, claim.id))
    pieces = []
    for n, (start, end) in enumerate(edges):
        covering = [claim for claim in claims if claim.start < end and claim.end > start]
        link = next((c for c in covering if isinstance(c, Figure) and (c.start, c.end) == (start, end)), None)
        # A claim that ends in the blank lines behind a paragraph belongs to the words before them.
        border = edges[n + 1][0] if n + 1 < len(edges) else len(text)
        done = [claim for claim in waiting if claim.end <= border]
        waiting = waiting[len(done) :]
        pieces.append(
            Piece(
                text=text[start:end],
                covering=tuple(sorted(covering, key=lambda claim: (claim.start - claim.end, claim.id))),
                link=link,
                ends=tuple(claim for claim in done if claim is not link),
            )
        )
    ends = {end for _, end in spans}
    return tuple(_grouped(pieces, [end in ends for _, end in edges]))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs' spans, none empty (one empty where the text is)."""
    start = 0
    found = False
    for gap in BLANK_LINES.finditer(text):
        if gap.start() > start:
            found = True
            yield start, gap.start()
        start = gap.end()
    if start < len(text) or not found:
        yield start, len(text)


def _edges(start: int, end: int, claims: Sequence[Claim]) -> list[tuple[int, int]]:
    inner = {edge for claim in claims for edge in (claim.start, claim.end) if start < edge < end}
    cuts = [start, *sorted(inner), end]
    return list(pairwise(cuts))


def _grouped(pieces: Sequence[Piece], last: Sequence[bool]) -> Iterator[tuple[Piece, ...]]:
    held: list[Piece] = []
    for piece, ends_paragraph in zip(pieces, last, strict=True):
        held.append(piece)
        if ends_paragraph:
            yield tuple(held)
            held = []
