"""Doers told behind the harm: by a phrase of the pack ("a manos de X"), or as whose deed an event is.

"En un ataque de la guerrilla" is read where adjectives follow their nouns; a bare name after "of" may be the
place, so it must be short in capitals or have an article. Can be wrong where "of" tells what with.
"""

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.candidate import Candidate

REACH = 14  # tokens from the harm words to the doer
STOPS = frozenset({";", ":", "."})


def doer_behind(a: Analysis, candidate: Candidate) -> tuple[int, int] | None:
    """The tokens of the doer that a phrase before it names, or None."""
    for k in _region(a, candidate):
        for phrase in a.words.doer_links:
            words = tuple(phrase.split(" "))
            if tuple(a.lowers[k : k + len(words)]) == words:
                return _doer(a, k + len(words), named=False)
    return None


def doer_of_event(a: Analysis, candidate: Candidate) -> tuple[int, int] | None:
    """The tokens of the doer whose deed an event beside the harm is, or None."""
    if not a.words.adjectives_follow:
        return None
    for k in _region(a, candidate):
        if a.lowers[k] not in a.words.event_nouns:
            continue
        of = k + 1
        while a.tag(of) == "ADJ":
            of += 1
        found = _doer(a, of + 1, named=True) if a.lower(of) in a.words.of else None
        if found is not None:
            return found
    return None


def _region(a: Analysis, candidate: Candidate) -> range:
    """The tokens from the event that did it, or else the harm words, on to a stop or another harm."""
    first = candidate.harm_last
    if candidate.actor is not None:
        first = min(first, a.phrases[candidate.actor].first)
    last = min(len(a.lowers), candidate.harm_last + REACH)
    for k in range(candidate.harm_last, last):
        other = k in a.mention_at and a.mention_at[k].first >= candidate.harm_last
        if a.lowers[k] in STOPS or (other and a.lowers[k] not in a.words.event_nouns):
            return range(first, k)
    return range(first, last)


def _doer(a: Analysis, at: int, *, named: bool) -> tuple[int, int] | None:
    """The phrase at a token where it can be a doer; `named` asks for a word of doers, a person or a name."""
    number = a.phrase_starting(at)
    if number is None:
        return None
    phrase = a.phrases[number]
    body = any(a.lowers[k] in a.words.actor_nouns for k in range(phrase.first, phrase.last))
    if phrase.pronoun or phrase.head < 0 or (phrase.head in a.sheet.placed and not body):
        return None
    if a.lowers[phrase.head] in a.words.no_actors or (phrase.quantity is not None and named):
        return None
    person = phrase.noun is not None and phrase.noun.kind == "person"
    short = a.tokens[phrase.head].text.isupper() and a.has_small
    known = person or short or body
    capital = a.has_small and a.tokens[phrase.head].text[0].isupper()
    long = phrase.last - phrase.first > 1  # "un bombardeo de Frente Rojo"; a town alone has often one word
    known = known or (capital and bool(phrase.determiner)) or (phrase.proper and long)
    return (phrase.first, phrase.last) if known or not named else None
