"""What a colon at a passage's end announces: a statement's passages, a list, a run of quotations."""

from collections.abc import Sequence

from recuento.extract.attributions.draft import Draft, Shape
from recuento.extract.attributions.quotations import Quotation
from recuento.extract.sentences import Sentence

MARKS = frozenset("\"“`'«")  # what may open a passage that goes on with a quotation


def announced(
    text: str, sentences: Sequence[Sentence], drafts: list[Draft], quotes: list[Quotation]
) -> list[Draft]:
    """Drafts for what is announced, with the speaker of the announcing passage or of the one before it."""
    found: list[Draft] = []
    for number, sentence in enumerate(sentences[:-1]):
        following = sentences[number + 1]
        if text[sentence.end - 1] != ":" or following.passage == sentence.passage:
            continue
        origin = announcer(sentences, number, drafts)
        if origin is None:
            continue
        own = origin.sentence == number and not origin.contents
        last = block_end(text, sentences[number + 1 :], quotes, own=own)
        if last is None:
            continue
        draft = Draft(
            "announced-text", number, Shape.AFTER, origin.clause, origin.cue, origin.source, origin.name
        )
        draft.modality, draft.chain, draft.contents = origin.modality, origin.chain, [(following.start, last)]
        draft.quoted = any(quote.start == following.start for quote in quotes)
        found.append(draft)
    return found


def announcer(sentences: Sequence[Sentence], number: int, drafts: list[Draft]) -> Draft | None:
    """The last draft with a source up to sentence `number`, in its passage or the one before."""
    passage = sentences[number].passage
    near = [
        d
        for d in drafts
        if d.source and d.sentence <= number and sentences[d.sentence].passage >= passage - 1
    ]
    return max(near, key=lambda draft: draft.clause[0]) if near else None


def block_end(text: str, sentences: Sequence[Sentence], quotes: list[Quotation], *, own: bool) -> int | None:
    """The end of what was announced: of a list, of a run of quoted passages, or of one passage.

    `own` tells that the announcing verb has no other content, so that one plain passage is taken too.
    """
    quoted = any(quote.start == sentences[0].start for quote in quotes)
    listed = is_entry(text[sentences[0].start])
    if not quoted and not listed and not own:
        return None
    end: int | None = None
    passage = -1
    for sentence in sentences:
        if sentence.passage != passage:
            passage, letter = sentence.passage, text[sentence.start]
            goes_on = letter in MARKS if quoted else is_entry(letter) if listed else end is None
            if not goes_on:
                break
        end = sentence.end
    return end


def is_entry(letter: str) -> bool:
    """Whether a passage's first letter shows an entry of a list."""
    return letter.isdigit() or letter in "-*•"
