"""A report's text cut into pieces at every edge of a claim, so that marks may overlap and each claim keeps a link."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from recuento.model import Claim, Figure

BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Text that the same claims cover throughout.

    `covering` is those claims, the widest first. `link` is the claim whose link the piece itself is; `ends` is
    the claims that end here and have no such piece: their links follow the words.
    """

    text: str
    covering: tuple[Claim, ...] = ()
    link: Claim | None = None
    ends: tuple[Claim, ...] = ()


def paragraphs(text: str, claims: Sequence[Claim]) -> tuple[tuple[Piece, ...], ...]:
    """The paragraphs of a text as pieces; joined with the blank lines between them they are the text."""
    cuts = sorted({edge for claim in claims for edge in (claim.start, claim.end)})
    linked = _whole_links(claims, cuts)
    made = [_pieces(text, start, end, cuts, claims, linked) for start, end in _spans(text)]
    return tuple(tuple(pieces) for pieces in made if pieces)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in BLANK_LINES.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _whole_links(claims: Sequence[Claim], cuts: Sequence[int]) -> dict[tuple[int, int], Claim]:
    """The figure, if any, whose span is one piece: a short number that is its own link."""
    edges = dict(zip(cuts, cuts[1:], strict=False))
    linked: dict[tuple[int, int], Claim] = {}
    for claim in claims:
        if isinstance(claim, Figure) and edges.get(claim.start) == claim.end:
            linked.setdefault((claim.start, claim.end), claim)
    return linked
