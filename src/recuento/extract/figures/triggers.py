"""Which sentences may hold figures at all: an index over harm words, before any sentence is tagged.

One pass of an Aho-Corasick automaton finds every harm word and phrase of the pack. A sentence is wanted where
one stands in it that can have a single victim ("killed"), or any together with a word of number; and where a
sentence after a wanted one may tell parts of its figures ("Twenty-eight were women").
"""

import re
from collections.abc import Sequence
from functools import cache

import ahocorasick_rs

from recuento.extract.figures.grammar import grammar
from recuento.extract.figures.lexicon import Lexicon, lexicon
from recuento.extract.figures.numberwords import number_tables
from recuento.extract.sentences import Sentence
from recuento.language import Pack

ALONE = frozenset({"killed", "injured", "detained", "abducted", "missing", "destroyed", "damaged"})
ALONE_PARTS = frozenset({"transitive", "intransitive", "weapon", "state", "noun"})


class Triggers:
    """The harm words of a pack as one automaton, and its words of number as one pattern."""

    def __init__(self, pack: Pack) -> None:
        phrases = _phrases(lexicon(pack))
        self.alone = [alone for _, alone in phrases]
        self.automaton = ahocorasick_rs.AhoCorasick(
            [phrase for phrase, _ in phrases], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )
        closed = grammar(pack).words
        denials = closed.negators | closed.without if closed.none_told else frozenset()
        starts = sorted(number_tables(pack).starts | denials, key=lambda word: (-len(word), word))
        self.number = re.compile(rf"\d|\b(?:{'|'.join(map(re.escape, starts))})\b")
        parts = sorted(
            {*closed.parts_open, *closed.parts_after, *closed.be}, key=lambda words: (-len(words), words)
        )
        self.named = re.compile(rf"\b(?:{'|'.join(map(re.escape, closed.identified))})\b")
        self.parts = re.compile(rf"\b(?:{'|'.join(map(re.escape, parts))})\b")

    def wanted(self, text: str, sentences: Sequence[Sentence]) -> frozenset[int]:
        """The numbers of the sentences that may hold a figure."""
        lower = lowered(text)
        hits = [
            (start, self.alone[which])
            for which, start, end in self.automaton.find_matches_as_indexes(lower)
            if not (lower[start - 1 : start].isalnum() or lower[end : end + 1].isalnum())
        ]
        found: set[int] = set()
        at = 0
        for number, sentence in enumerate(sentences):
            inside = []
            while at < len(hits) and hits[at][0] < sentence.end:
                inside.append(hits[at][1])
                at += 1
            span = sentence.start, sentence.end
            if (
                (inside and (any(inside) or self.number.search(lower, *span)))
                or (found and self.named.search(lower, *span))
                or (
                    number - 1 in found
                    and self.parts.search(lower, *span)
                    and self.number.search(lower, *span)
                )
            ):
                found.add(number)
        return frozenset(found)


def lowered(text: str) -> str:
    """The text in lower case with every offset kept: line ends as spaces, letters that would grow left as
    they are.
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return lower.replace("\n", " ").replace("’", "'")


def _phrases(words: Lexicon) -> list[tuple[str, bool]]:
    """Every harm phrase, and whether it can have a single victim without a number."""
    found = {
        phrase: any(s.measure in ALONE and s.part in ALONE_PARTS for s in senses)
        for phrase, senses in words.senses.entries()
    }
    for phrase, _ in words.labels.entries():
        found.setdefault(phrase, any(found.get(word, False) for word in phrase.split()))
    return sorted(found.items())


@cache
def triggers(pack: Pack) -> Triggers:
    """The triggers of a pack, compiled once."""
    return Triggers(pack)
