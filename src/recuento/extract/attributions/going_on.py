"""What goes on from a report without naming its source again."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from recuento.extract.attributions.draft import Draft, Shape
from recuento.extract.attributions.settle import WEAK
from recuento.extract.attributions.words import Lexicon
from recuento.extract.sentences import Sentence

SAME_REACH = 4  # sentences from a report to "the same source"
OPENING = 40  # characters of a sentence in which a connective stands


def continued(text: str, sentences: Sequence[Sentence], drafts: list[Draft], lex: Lexicon) -> Iterator[Draft]:
    """Sentences after a report that a connective alone ties to it: less certain, for others to decide."""
    reach = lex.words.continued_sentences
    reported = {d.sentence: d for d in drafts if d.source and d.rule == "speaker-verb-content"}
    taken = {d.sentence for d in drafts}
    for number, draft in reported.items():
        for following in range(number + 1, min(len(sentences), number + 1 + reach)):
            sentence = sentences[following]
            opening = text[sentence.start : sentence.start + 16].lower()
            if following in taken or not opening.startswith(lex.words.continued):
                break
            span = (sentence.start, sentence.end)
            new = Draft(
                "continued-report", following, Shape.AFTER, draft.clause, draft.cue, draft.source, draft.name
            )
            new.contents, new.modality = [span], draft.modality
            yield new


def parts(text: str, sentences: Sequence[Sentence], drafts: list[Draft], lex: Lexicon) -> Iterator[Draft]:
    """ "Of these, 40 have left": parts of what somebody counted in the sentence before."""
    last = {
        draft.sentence: draft
        for draft in drafts
        if draft.source and draft.contents and draft.rule not in WEAK
    }
    taken = {draft.sentence for draft in drafts}
    for number, draft in sorted(last.items()):
        following = number + 1
        if following in taken or following >= len(sentences):
            continue
        sentence = sentences[following]
        if sentence.passage != sentences[number].passage:
            continue
        opening = text[sentence.start : sentence.start + OPENING].lower()
        if opening.startswith(lex.words.parts) and is_open(text, sentences[number], draft):
            new = Draft(
                "part-of-report", following, Shape.AFTER, draft.clause, draft.cue, draft.source, draft.name
            )
            new.contents, new.modality, new.chain = (
                [(sentence.start, sentence.end)],
                draft.modality,
                draft.chain,
            )
            yield new


def between(text: str, sentences: Sequence[Sentence], drafts: list[Draft], lex: Lexicon) -> Iterator[Draft]:
    """What stands without a source between a report and "according to the same source": it is of that source
    too.
    """
    told = sorted((d for d in drafts if d.source and d.name and d.contents), key=lambda d: d.clause)
    taken = {draft.sentence for draft in drafts}
    for first, again in pairwise(told):
        start, end = again.source or (0, 0)
        if first.name != again.name or not text[start:end].lower().startswith(lex.words.same_source):
            continue
        for number in range(first.sentence + 1, again.sentence):
            if number not in taken and again.sentence - first.sentence <= SAME_REACH:
                new = Draft(
                    "same-source", number, Shape.AFTER, first.clause, first.cue, first.source, first.name
                )
                new.contents = [(sentences[number].start, sentences[number].end)]
                yield new


def is_open(text: str, sentence: Sentence, draft: Draft) -> bool:
    """Whether a draft's content is the last of its sentence and holds a number."""
    start, end = draft.contents[-1]
    spoken = max(end, draft.clause[1], draft.cue[1])
    return sentence.end - spoken < OPENING and any(letter.isdigit() for letter in text[start:end])
