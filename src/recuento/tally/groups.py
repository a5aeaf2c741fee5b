"""Which group a figure counts, and how two groups stand to each other."""

from typing import NamedTuple

from recuento.model import Figure
from recuento.tally.words import TallyWords, words_of

UNSTATED = {"unknown", ""}


class Group(NamedTuple):
    """The group of a figure: facets, words that tell it from people in general, and if they are a people."""

    facets: frozenset[tuple[str, str]]
    words: frozenset[str]
    people: bool


def group_of(figure: Figure, words: TallyWords) -> Group:
    """The group that a figure counts, as stated."""
    facets = frozenset((key, value) for key, value in figure.facets.items() if value not in UNSTATED)
    named = [word for word in (figure.group or "").split() if word.casefold() not in words.generic]
    people = (
        words.capitalised_groups and bool(named) and all(word[:1].isupper() for word in named) and not facets
    )
    return Group(facets, frozenset(words_of(" ".join(named))), people)


def facet_key(figure: Figure) -> tuple[tuple[str, str], ...]:
    """The stated facets of a figure, sorted: a key for what may stand in one row."""
    return tuple(sorted((key, value) for key, value in figure.facets.items() if value not in UNSTATED))


def group_relation(left: Group, right: Group) -> str:
    """How the left group stands to the right: same, part, whole, or apart.

    A group with more facets is part of one with fewer; a group named in words is part of an unnamed one, but
    a people's name against none is the same ("8 Peruvians were hurt", "8 people were hurt"). Different words
    are apart.
    """
    if left.facets or right.facets:
        return _by_facets(left, right)
    if left.words == right.words:
        return "same"
    if left.words and right.words:
        return "apart"
    named = left if left.words else right
    if named.people:
        return "same"
    return "part" if named is left else "whole"


def _by_facets(left: Group, right: Group) -> str:
    if left.facets == right.facets:
        return "same"
    if left.facets < right.facets:
        return "whole" if not left.words or left.people else "apart"
    if right.facets < left.facets:
        return "part" if not right.words or right.people else "apart"
    return "apart"
