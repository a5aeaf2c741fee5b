"""`copular-part`: a number of a whole that was told before: "Twenty-eight were women", "seven of them were
children".
"""

from collections.abc import Sequence

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.candidate import Candidate
from recuento.extract.figures.lean import fits, lean, measures_named, nearest_whole
from recuento.extract.figures.lexicon import NounSense
from recuento.extract.figures.phrases import Phrase


def find_copular_parts(
    a: Analysis, known: Sequence[Candidate], before: Sequence[Candidate]
) -> list[tuple[Candidate, Candidate]]:
    """(part, whole) pairs of the rule; `known` are the candidates of the sentence, `before` those of the one
    before.

    Wrong where the number is of other people than those just told of.
    """
    taken = {c.first for c in known}
    found = []
    for number, phrase in enumerate(a.phrases):
        quantity = phrase.quantity
        if quantity is None or quantity.kind != "exact" or quantity.first in taken:
            continue
        stated = _stated(a, phrase)
        named = measures_named(a, quantity.stop, phrase.last)
        whole = nearest_whole(phrase.first, known, before, named)
        if stated is None or whole is None or a.governed(number) or not fits(whole, phrase, quantity):
            continue
        part = lean(a, phrase, quantity, whole, "copular-part")
        if part is not None:
            found.append((part._replace(noun=stated), whole))
    return found


def _stated(a: Analysis, phrase: Phrase) -> NounSense | None:
    """What a bare number is said to be: a plural noun that states something of the group, after "be"; else
    None.
    """
    of_people = phrase.noun is not None and phrase.noun.kind == "person"
    bare = phrase.head < 0 or phrase.partitive or of_people
    after = a.phrase_starting(phrase.last + 1) if a.lower(phrase.last) in a.words.be else None
    if not bare or after is None or a.phrases[after].quantity is not None:
        return None
    noun = a.phrases[after].noun
    return noun if noun is not None and noun.plural and noun.facets else None
