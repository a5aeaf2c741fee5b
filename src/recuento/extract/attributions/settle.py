"""Settling the contents of one sentence's drafts against one another: who speaks of which part."""

import re

from recuento.extract.attributions.draft import Draft, Shape
from recuento.extract.attributions.kinds import kind_of
from recuento.extract.attributions.view import View
from recuento.extract.attributions.words import Lexicon

LEAD = re.compile(r"[\s,;:–—.]+")
WEAK = frozenset({"attitude", "negated-report"})  # they report nothing, so nobody else's report ends at them


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A span without white space and commas at its ends; None where nothing is left."""
    lead = LEAD.match(text, start, end)
    start = lead.end() if lead else start
    while end > start and text[end - 1] in " \t\n,;:–—-\xa0":
        end -= 1
    return (start, end) if start < end else None


def settle(view: View, drafts: list[Draft], lex: Lexicon) -> list[Draft]:
    """The drafts of a sentence, in order, with the spans that each speaks of."""
    for draft in drafts:
        if draft.rule == "relay-citing" and draft.like is None:
            other = next((d for d in drafts if d is not draft and d.rule not in WEAK), None)
            draft.shape, draft.like = (Shape.LIKE, other) if other else (draft.shape, None)
    media = [kind_of(draft.name, lex) == "media" for draft in drafts]
    pieces: list[list[tuple[int, int]]] = []
    for number, draft in enumerate(drafts):
        found = []
        if draft.shape in (Shape.BEFORE, Shape.BOTH):
            left = left_edge(view, drafts, number, media, lex)
            found.append((left, draft.clause[0]))
        if draft.shape in (Shape.AFTER, Shape.BOTH):
            found += [
                (start, right_edge(drafts, number, start, end))
                for start, end in draft.contents
                if not goes_over(view, drafts, number, start, lex)
            ]
        pieces.append([span for start, end in found if (span := cut(view, start, end, lex))])
    for draft, spans in zip(drafts, pieces, strict=True):
        draft.contents = spans
    for draft in drafts:
        if draft.shape is Shape.LIKE and draft.like is not None:
            draft.contents = list(draft.like.contents)
            draft.chain = (draft.like.name,) if draft.like.name else ()
    return drafts


def cut(view: View, start: int, end: int, lex: Lexicon) -> tuple[int, int] | None:
    """A content's span without the conjunction that opens the next clause, stops and white space."""
    last = view.at(end) - 1
    while end < view.sentence.end and last > 0 and view.starts[last] >= start and is_joint(view, last, lex):
        end, last = view.starts[last], last - 1
    return trimmed(view.text, start, end)


def is_joint(view: View, number: int, lex: Lexicon) -> bool:
    """Whether a word only joins clauses."""
    word = view.lower[number]
    return word in lex.words.contrast or word in lex.words.joiners


def goes_over(view: View, drafts: list[Draft], number: int, start: int, lex: Lexicon) -> bool:
    """Whether what follows a speaker named in the middle is another's."""
    if drafts[number].shape is not Shape.BOTH:
        return False
    later = [other for other in drafts[number + 1 :] if other.rule not in WEAK]
    if any(other.shape is Shape.LIKE and other.clause[0] <= start + 1 for other in later):
        return True
    first = view.at(start)
    return bool(later) and first < view.size and is_joint(view, first, lex)


def left_edge(view: View, drafts: list[Draft], number: int, media: list[bool], lex: Lexicon) -> int:
    """Where the content before a speaker starts, given the attributions before it in the sentence."""
    draft = drafts[number]
    left = view.sentence.start
    for other, is_media in zip(drafts[:number], media, strict=False):
        if other.rule in WEAK:
            continue
        if other.shape in (Shape.BEFORE, Shape.BOTH):
            left = max(left, other.clause[1])
        elif other.contents and other.contents[0][0] < draft.clause[0]:
            if is_media and not media[number]:
                left = max(left, other.contents[0][0])
                draft.chain = (other.name,) if other.name else ()
            elif media[number]:
                other.chain = (draft.name,) if draft.name else ()
            else:
                split = contrast(view, other.contents[0][0], draft.clause[0], lex)
                if split is not None:
                    start, _ = other.contents[0]
                    other.contents[0] = (start, split)
                    left = max(left, split)
    return left


def contrast(view: View, start: int, end: int, lex: Lexicon) -> int | None:
    """The offset of the last semicolon, or comma with a word of contrast, between two offsets."""
    first, last = view.at(start), view.at(end)
    for number in range(last - 1, first, -1):
        word = view.lower[number]
        if word == ";" and last - number > 2:
            return view.starts[number]
        if word == "," and view.word(number + 1) in lex.words.contrast and last - number > 3:
            return view.starts[number]
    return None


def right_edge(drafts: list[Draft], number: int, start: int, end: int) -> int:
    """Where the content after a speaker ends: at the next attribution of its own standing."""
    for other in drafts[number + 1 :]:
        begins = other.clause[0]
        if begins <= start or other.rule in WEAK:
            continue
        if other.joined or other.shape is not Shape.AFTER:
            end = min(end, begins)
    return end
