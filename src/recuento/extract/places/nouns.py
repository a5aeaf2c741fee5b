"""Nouns that say what a place is, before its name."""

from recuento.extract.places.line import Line

ADJECTIVES = 2  # words between a noun of place and its "of" ("municipio mexicano de X")


def type_before(line: Line, at: int) -> str | None:
    """The precision that a noun of place before the name at token `at` gives it; None where there is none."""
    words = line.words
    if not words.noun_first:
        return words.types.get(line.lower(at - 2)) if line.lower(at - 1) == words.of_word else None
    k = at - 1
    if line.lower(k) in words.articles and not line.caps[k]:
        k -= 1
    if line.lower(k) not in words.of_words:
        return words.types.get(line.lower(k)) if k == at - 1 else None
    k -= 1
    for noun in range(k, max(-1, k - ADJECTIVES - 1), -1):
        word = line.lower(noun)
        if word in words.types:
            return words.types[word]
        if (
            line.caps[noun]
            or not word.isalpha()
            or word in words.articles
            or word in words.strong_prepositions
        ):
            return None
    return None
