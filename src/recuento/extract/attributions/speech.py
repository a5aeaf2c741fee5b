"""Quotations and drafts brought together: contents grow to whole quotations; one alone finds its speaker."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from recuento.extract.attributions.draft import Draft, Shape
from recuento.extract.attributions.quotations import Quotation, around
from recuento.extract.sentences import Sentence

SIGNATURE = re.compile(r"\s*[―—–-]{1,2}\s*([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,5})[ .]*(?=\n|$)")
SHORTEST = 14  # characters; shorter quotations are words held at a distance, not speech


def grow(draft: Draft, quotes: list[Quotation], text: str) -> None:
    """Let a draft's contents take in the quotation they end or begin in; keep nested ones inside theirs."""
    outer = around(quotes, draft.clause[0])
    if outer is not None and draft.clause[1] <= outer.end:
        draft.nested = True
        inside = [(max(s, outer.start), min(e, outer.end)) for s, e in draft.contents]
        draft.contents = [(s, e) for s, e in inside if s < e]
        return
    if draft.shape in (Shape.BEFORE, Shape.BOTH):
        last = around(quotes, draft.clause[0] - 1) or around(quotes, draft.clause[0] - 2)
        if last is not None and not any(start < last.end for start, _ in draft.contents):
            draft.contents.insert(0, last[:2])
    draft.contents = [grown(span, quotes) for span in draft.contents]
    draft.quoted = any(mostly_quoted(span, quotes) for span in draft.contents)


def grown(span: tuple[int, int], quotes: list[Quotation]) -> tuple[int, int]:
    """A content's span widened to a quotation that crosses one of its ends."""
    start, end = span
    first = around(quotes, start)
    if first is not None and first.start < start and first.end <= end + 2:
        start = first.start
    last = around(quotes, end - 1)
    if last is not None and last.end > end and last.start >= start:
        end = last.end
    return start, end


def mostly_quoted(span: tuple[int, int], quotes: list[Quotation]) -> bool:
    """Whether more than half of a content stands in quotation marks."""
    start, end = span
    inside = sum(
        max(0, min(end, q.end) - max(start, q.start)) for q in quotes if q.start < end and q.end > start
    )
    return 2 * inside > end - start


def carried(
    text: str,
    sentences: Sequence[Sentence],
    drafts: list[Draft],
    quotes: list[Quotation],
    number_at: dict[int, int],
) -> list[Draft]:
    """Drafts for quotations that stand alone, with the speaker of the passage or of the one before."""
    spoken = [draft for draft in drafts if speaks_on(draft)]
    found: list[Draft] = []
    for quote, following in zip_longest(quotes, quotes[1:]):
        if quote.end - quote.start < SHORTEST or owned(quote, spoken):
            continue
        index = number_at.get(quote.start)
        speaker = None if quote.closed or following is None else speaker_of(following, spoken)
        speaker = speaker or speaker_before(quote, spoken + found, sentences, index, text)
        if speaker is None or speaker.source is None:
            continue
        draft = Draft(
            "carried-quotation",
            index or speaker.sentence,
            Shape.AFTER,
            quote[:2],
            speaker.cue,
            speaker.source,
        )
        draft.name, draft.modality, draft.chain = speaker.name, speaker.modality, speaker.chain
        if draft.modality == "attitude":
            draft.modality = "asserted"
        draft.sentence = index if index is not None else speaker.sentence
        draft.contents, draft.quoted = [quote[:2]], True
        found.append(draft)
    return found


def speaks_on(draft: Draft) -> bool:
    """Whether the quotations after a draft may go on in its speaker's voice."""
    if draft.nested or draft.background or draft.source is None:
        return False
    return draft.quoted or draft.rule not in ("attitude", "negated-report", "own-voice")


def signed(text: str, quotes: list[Quotation], index_of: Callable[[int], int]) -> Iterator[Draft]:
    """ "..." - Ana Ruiz: a quotation with a dash and a name after it to the line's end."""
    for quote in quotes:
        mark = SIGNATURE.match(text, quote.end)
        if mark is not None and quote.end - quote.start >= SHORTEST:
            draft = Draft("signed-quotation", index_of(quote.start), Shape.BEFORE, mark.span(1), mark.span(1))
            draft.source, draft.name = mark.span(1), mark.group(1)
            draft.contents, draft.quoted = [quote[:2]], True
            yield draft


def speaker_of(quote: Quotation, drafts: list[Draft]) -> Draft | None:
    """The draft whose content a quotation is; a paragraph left open before it has the same speaker."""
    return next((d for d in drafts if any(start == quote.start for start, _ in d.contents)), None)


def owned(quote: Quotation, drafts: list[Draft]) -> bool:
    """Whether a draft's content already takes in most of a quotation."""
    for draft in drafts:
        for start, end in draft.contents:
            if 2 * (min(end, quote.end) - max(start, quote.start)) > quote.end - quote.start:
                return True
    return False


def speaker_before(
    quote: Quotation, drafts: list[Draft], sentences: Sequence[Sentence], index: int | None, text: str
) -> Draft | None:
    """The draft whose speaker a quotation goes on with: of its sentence, passage, or the one before."""
    before = [d for d in drafts if d.clause[0] < quote.start]
    if index is None:  # inside a sentence: only right after the words that name the speaker
        near = [d for d in before if d.clause[1] <= quote.start and quote.start - d.clause[1] < 80]
        same = [d for d in near if not any(c in text[d.clause[1] : quote.start] for c in ".;\n")]
        return same[-1] if same else None
    passage = sentences[index].passage
    here = [d for d in before if sentences[d.sentence].passage == passage]
    if here:
        return max(here, key=lambda d: d.clause[0])
    opens = index == 0 or sentences[index - 1].passage != passage
    if not opens:
        return None
    last = [d for d in before if sentences[d.sentence].passage == passage - 1]
    return max(last, key=lambda d: d.clause[0]) if last else None
