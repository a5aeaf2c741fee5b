"""A second speaker who shares a verb without repeating it ("Police put the toll at 12, the mayor at 9")."""

from collections.abc import Iterator

from recuento.extract.attributions.draft import Cue, Draft, Phrase
from recuento.extract.attributions.phrases import is_number, is_speaker, phrase_after
from recuento.extract.attributions.verbs import VALUED, draft_of, remainder
from recuento.extract.attributions.view import View
from recuento.extract.attributions.words import Lexicon

NEAR = 4  # words from the preposition to the count


def gapped(view: View, cue: Cue, lex: Lexicon) -> Iterator[Draft]:
    """The drafts of the speakers after a verb of putting a count, each before its own "at" and count."""
    if cue.entry.need != VALUED:
        return
    words = lex.words
    for number in range(cue.last + 1, view.size - 2):
        word = view.lower[number]
        if word != "," and word != ";" and word not in words.contrast:
            continue
        end = phrase_after(view, number + 1, lex)
        if end <= number + 1 or view.word(end) not in words.values_at:
            continue
        phrase = Phrase(number + 1, end, number + 1)
        counted = any(is_number(w) or w in words.quantities for w in view.lower[end + 1 : end + 1 + NEAR])
        if counted and is_speaker(view, phrase, lex):
            draft = draft_of(view, "same-verb", cue._replace(first=number + 1, last=end), phrase, lex)
            draft.cue, draft.contents, draft.joined = (
                view.span(cue.first, cue.last),
                remainder(view, end, lex),
                True,
            )
            yield draft
