"""All rules that read whole passages, in their order."""

from collections.abc import Sequence

from recuento.extract.attributions.brackets import bracketed
from recuento.extract.attributions.draft import Draft
from recuento.extract.attributions.going_on import between, continued, parts
from recuento.extract.attributions.issued import issued
from recuento.extract.attributions.passages import (
    colon_labels,
    labelled_speech,
    passage_spans,
    posted,
    source_line,
    trailing_label,
)
from recuento.extract.attributions.words import Lexicon
from recuento.extract.sentences import Sentence


def passage_drafts(
    text: str, sentences: Sequence[Sentence], drafts: list[Draft], lex: Lexicon, *, upper: bool
) -> list[Draft]:
    """The drafts of all rules that read a whole passage."""
    found: list[Draft] = []
    passages = list(passage_spans(sentences))
    speakers = frozenset(draft.name for draft in drafts if draft.name)
    if "(" in text or "[" in text:
        found += bracketed(text, sentences, passages, lex)
        found += posted(text, passages)
        found += labelled_speech(text, passages, lex)
    found += colon_labels(text, passages, lex, None if upper else speakers)
    for passage in passages:
        found += source_line(text, passage, passages, sentences, lex)
        found += trailing_label(text, passage, lex)
    found += issued(text, passages, lex)
    found += continued(text, sentences, drafts, lex)
    found += parts(text, sentences, drafts, lex)
    found += between(text, sentences, drafts, lex)
    return found
