"""A sentence as words with spans: what the rules read, made only for sentences that hold a trigger."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from recuento.extract.sentences import Sentence
from recuento.extract.tokens import tokenize
from recuento.language.letters import count_letters

STOPS = frozenset(',;:()[]"“”«»?!–—…|€™˜\ufffd') | {"--", "``", "''", "...", "'", "‘"}
OPENING = frozenset({"(", "["})
CLOSING = frozenset({")", "]"})
POSSESSIVE = "s'"  # what the bare mark of a plural's possessive reads as; the packs list it
QUOTES = frozenset({'"', "“", "”", "«", "»", "``", "''", "‘", "’"})

SMALL_STOP = re.compile(r"(?<=[^\W_]{3}[.?!\"])(?<![\s.].[.])\s+(?=[\w\"“‘])|(?<=\s[.?!])\s+")

CLOSED = ("”", '"', "''", "»", "’")


class Letters(NamedTuple):
    """A text with what its letters show: the same in lower case, and whether capitals mark no names in it."""

    text: str
    low: str
    upper: bool  # written in capitals
    small: bool  # written in small letters throughout, so that no sentence opens with a capital


def letters_of(text: str) -> Letters:
    """The text in lower case, letter for letter: a few capitals have two small letters and stay."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(one if len(one := letter.lower()) == 1 else letter for letter in text)
    total, capitals = count_letters(text[:300])
    small = capitals <= 0.03 * total
    if small:
        more, found = count_letters(text[:1500])
        small = more > 100 and found < 0.015 * more
    return Letters(text, low.replace("\n", " ").replace("’", "'"), capitals > 0.6 * max(1, total), small)


class View:
    """The words of one sentence in lower case, as written, and their spans."""

    __slots__ = ("ends", "index", "lower", "sentence", "size", "spoken", "starts", "text", "upper")

    def __init__(self, letters: Letters, sentence: Sentence, index: int) -> None:
        found = tokenize(letters.text, sentence.start, sentence.end)
        low = letters.low
        self.text = letters.text
        self.upper = letters.upper
        self.sentence = sentence
        self.index = index
        self.starts = [token.start for token in found]
        self.ends = [token.end for token in found]
        self.lower = [low[token.start : token.end] for token in found]
        self.size = len(found)
        if "'" in self.lower:
            self._join_possessives()
        before = letters.text[max(0, sentence.start - 4) : sentence.start].rstrip(" \xa0")
        self.spoken = before.endswith(CLOSED)  # a quotation ends right before

    def _join_possessives(self) -> None:
        """Read the bare mark of a plural's possessive ("workers' union") as the possessive that it is."""
        single = False
        for number in range(1, self.size - 1):
            if self.lower[number] != "'":
                continue
            joined = self.starts[number] == self.ends[number - 1]
            if not joined:
                single = True  # a quotation in single marks: the next mark may close it
            elif single:
                single = False
            elif self.lower[number + 1][0].isalnum() and self.starts[number + 1] > self.ends[number]:
                self.lower[number] = POSSESSIVE

    def at(self, offset: int) -> int:
        """The number of the first word that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def word(self, number: int) -> str:
        """A word in lower case; the empty string beyond the ends."""
        return self.lower[number] if 0 <= number < self.size else ""

    def capital(self, number: int) -> bool:
        """Whether a word is written with a capital letter or holds one."""
        if not 0 <= number < self.size:
            return False
        word = self.text[self.starts[number] : self.ends[number]]
        return word != word.lower()

    def sentence_first(self, number: int) -> bool:
        """Whether a word opens the sentence, where a capital letter marks no name."""
        return number == 0 or (number == 1 and self.lower[0] in QUOTES)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The span of the words from `first` up to, not with, `last`."""
        return self.starts[first], self.ends[last - 1]


def resplit(text: str, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences of a text without capitals, parted at every full stop after a whole word."""
    found = []
    for sentence in sentences:
        at = sentence.start
        for stop in SMALL_STOP.finditer(text, sentence.start, sentence.end):
            found.append(Sentence(at, stop.start(), sentence.passage))
            at = stop.end()
        if at < sentence.end:
            found.append(Sentence(at, sentence.end, sentence.passage))
    return found
