"""The terms of a text: its words, names and numbers, each counted; names are told by their capital."""

import re
from collections import Counter
from typing import NamedTuple

TERM = re.compile(r"[^\W_]+(?:[.'’:-][^\W_]+|(?<=\d),\d{3})*")
POSSESSIVE = re.compile(r"['’]s$")
OPENS_SENTENCE = re.compile(r"[.!?…:][\"'”’)\]]*\s")  # between a token and the one before it
HEADLINE = 0.6  # share of capitals from which a line's capitals tell no names: title case or all capitals
SHORT_LINE = 4  # words; a shorter line may be all names

WORD, NAME, NUMBER = range(3)


class Terms(NamedTuple):
    """How often each term stands in a text, and which were seen as a name, or in lower case."""

    counts: Counter[str]
    named: frozenset[str]
    plain: frozenset[str]


def terms_of(text: str) -> Terms:
    """The terms of a text, lower case. Capitals at a sentence's start and in headlines tell nothing.

    Can be wrong where a name only ever opens sentences: then it counts as a word.
    """
    counts: Counter[str] = Counter()
    named: set[str] = set()
    plain: set[str] = set()
    for line in text.split("\n"):
        found = list(TERM.finditer(line))
        capitals = sum(match.group()[0].isupper() for match in found)
        headline = len(found) > SHORT_LINE and capitals > HEADLINE * len(found)
        end = 0
        for match in found:
            word = match.group()
            key = POSSESSIVE.sub("", word.casefold())
            counts[key] += 1
            if word[0].islower():
                plain.add(key)
            elif end and not headline and not OPENS_SENTENCE.search(line[end : match.start()]):
                named.add(key)
            end = match.end()
    return Terms(counts, frozenset(named), frozenset(plain))


def kind_of(term: str, *, named: int, plain: int) -> int:
    """What a term is, by how many texts write it as a name and how many in lower case."""
    if term[0].isdigit():
        return NUMBER
    return NAME if named > plain else WORD
