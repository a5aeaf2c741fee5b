"""A sentence as words with spans: what the rules read, made only for sentences that hold a trigger."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from recuento.extract.sentences import Sentence
from recuento.extract.tokens import TOKEN

STOPS = frozenset(',;:()[]"“”«»?!–—…|') | {"--", "``", "''", "...", "'", "‘"}
OPENING = frozenset({"(", "["})
CLOSING = frozenset({")", "]"})
QUOTES = frozenset({'"', "“", "”", "«", "»", "``", "''", "‘", "’"})

SMALL_STOP = re.compile(r"(?<=[^\W_]{3}[.?!\"])(?<![\s.].[.])\s+(?=[\w\"“‘])|(?<=\s[.?!])\s+")

CLOSED = ("”", '"', "''", "»", "’")


class View:
    """The words of one sentence in lower case, as written, and their spans."""

    __slots__ = ("ends", "index", "lower", "sentence", "size", "spoken", "starts", "text", "upper", "written")

    def __init__(self, text: str, sentence: Sentence, index: int, *, upper: bool) -> None:
        found = [m.span() for m in TOKEN.finditer(text, sentence.start, sentence.end)]
        self.text = text
        self.sentence = sentence
        self.index = index
        self.upper = upper
        before = text[max(0, sentence.start - 4) : sentence.start].rstrip(" \xa0")
        self.spoken = before.endswith(CLOSED)  # a quotation ends right before
        self.starts = [start for start, _ in found]
        self.ends = [end for _, end in found]
        self.written = [text[start:end] for start, end in found]
        self.lower = [word.lower().replace("’", "'") for word in self.written]
        self.size = len(found)

    def at(self, offset: int) -> int:
        """The number of the first word that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def word(self, number: int) -> str:
        """A word in lower case; the empty string beyond the ends."""
        return self.lower[number] if 0 <= number < self.size else ""

    def capital(self, number: int) -> bool:
        """Whether a word is written with a capital letter or holds one."""
        return 0 <= number < self.size and self.written[number] != self.lower[number]

    def sentence_first(self, number: int) -> bool:
        """Whether a word opens the sentence, where a capital letter marks no name."""
        return number == 0 or (number == 1 and self.lower[0] in QUOTES)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The span of the words from `first` up to, not with, `last`."""
        return self.starts[first], self.ends[last - 1]


def letters(text: str, size: int) -> tuple[int, int]:
    """How many letters the start of a text holds, and how many of them are capitals."""
    sample = text[:size]
    return sum(map(str.isalpha, sample)), sum(map(str.isupper, sample))


def looks_upper(text: str) -> bool:
    """Whether a text is written in capitals, so that they mark no names."""
    total, capitals = letters(text, 300)
    return capitals > 0.6 * max(1, total)


def without_capitals(text: str) -> bool:
    """Whether a text is written in small letters throughout, so that no sentence opens with a capital."""
    total, capitals = letters(text, 300)
    if capitals > 0.03 * total:
        return False
    total, capitals = letters(text, 1500)
    return total > 100 and capitals < 0.015 * total


def resplit(text: str, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences of a text without capitals, parted at every full stop that ends a word of four letters or more."""
    found = []
    for sentence in sentences:
        at = sentence.start
        for stop in SMALL_STOP.finditer(text, sentence.start, sentence.end):
            found.append(Sentence(at, stop.start(), sentence.passage))
            at = stop.end()
        if at < sentence.end:
            found.append(Sentence(at, sentence.end, sentence.passage))
    return found
