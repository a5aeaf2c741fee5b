"""The terms of a text: its words, names and numbers, each counted; names are told by their capital."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from recuento.link.words import possessives

TERM = re.compile(r"[^\W_]+(?:[.'’:-][^\W_]+|(?<=\d),\d{3})*")
OPENS_SENTENCE = re.compile(r"[.!?…:][\"'”’)\]]*\s")  # between a token and the one before it
HEADLINE = 0.6  # share of capitals from which a line's capitals tell no names: title case or all capitals
SHORT_LINE = 4  # words; a shorter line may be all names

WORD, NAME, NUMBER = range(3)


class Terms(NamedTuple):
    """The terms of a text by their numbers: how often each stands there, seen as a name, in lower case."""

    numbers: npt.NDArray[np.int32]
    counts: npt.NDArray[np.int32]
    named: npt.NDArray[np.bool_]
    plain: npt.NDArray[np.bool_]


class Vocabulary:
    """A number for every term of a batch, in the order in which they are met.

    Terms are kept as numbers: as words those of 100,000 reports take several gigabytes.
    """

    def __init__(self) -> None:
        self.known: dict[str, int] = {}

    def pack(self, counts: Counter[str], named: set[str], plain: set[str]) -> Terms:
        """The terms of one text."""
        known = self.known
        return Terms(
            np.array([known.setdefault(term, len(known)) for term in counts], np.int32),
            np.array(list(counts.values()), np.int32),
            np.array([term in named for term in counts], np.bool_),
            np.array([term in plain for term in counts], np.bool_),
        )


def terms_of(text: str, vocabulary: Vocabulary) -> Terms:
    """The terms of a text, lower case. Capitals at a sentence's start and in headlines tell nothing.

    Can be wrong where a name only ever opens sentences: then it counts as a word.
    """
    counts: Counter[str] = Counter()
    named: set[str] = set()
    plain: set[str] = set()
    endings = possessives()
    for line in text.split("\n"):
        found = list(TERM.finditer(line))
        capitals = sum(match.group()[0].isupper() for match in found)
        headline = len(found) > SHORT_LINE and capitals > HEADLINE * len(found)
        end = 0
        for match in found:
            word = match.group()
            key = _without_owner(word.casefold(), endings)
            counts[key] += 1
            if word[0].islower():
                plain.add(key)
            elif end and not headline and not OPENS_SENTENCE.search(line[end : match.start()]):
                named.add(key)
            end = match.end()
    return vocabulary.pack(counts, named, plain)


def _without_owner(word: str, endings: Iterable[str]) -> str:
    """A word without the ending of an owner, whichever apostrophe it is written with."""
    straight = word.replace("’", "'")
    ending = next((each for each in endings if straight.endswith(each)), "")
    return word[: len(word) - len(ending)]


def kind_of(term: str, *, named: int, plain: int) -> int:
    """What a term is, by how many texts write it as a name and how many in lower case."""
    if term[0].isdigit():
        return NUMBER
    return NAME if named > plain else WORD
