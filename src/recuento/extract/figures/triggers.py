"""Which sentences may hold figures at all: an index over harm words, before any sentence is tagged.

One pass of an Aho-Corasick automaton finds every harm word and phrase of the pack. A sentence is wanted where one stands
in it that can have a single victim ("killed"), or any together with a word of number.
"""

import re
from collections.abc import Sequence
from functools import cache

import ahocorasick_rs

from recuento.extract.figures.lexicon import Lexicon, lexicon
from recuento.extract.figures.numberwords import number_tables
from recuento.extract.sentences import Sentence
from recuento.language import Pack

ALONE = frozenset({"killed", "injured", "detained", "abducted", "missing", "destroyed", "damaged"})
ALONE_PARTS = frozenset({"transitive", "intransitive", "weapon", "state", "noun"})


class Triggers:
    """The harm words of a pack as one automaton, and its words of number as one pattern."""

    def __init__(self, pack: Pack) -> None:
        words = lexicon(pack)
        phrases = _phrases(words)
        self.alone = [alone for _, alone in phrases]
        self.automaton = ahocorasick_rs.AhoCorasick(
            [phrase for phrase, _ in phrases], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )
        starts = sorted(number_tables(pack).starts, key=len, reverse=True)
        self.number = re.compile(rf"\d|\b(?:{'|'.join(map(re.escape, starts))})\b")

    def wanted(self, text: str, sentences: Sequence[Sentence]) -> frozenset[int]:
        """The numbers of the sentences that may hold a figure."""
        lower = text.lower()
        if len(lower) != len(
            text
        ):  # a letter that grows when lowered (as in Turkish) would shift every offset
            lower = "".join(letter if len(letter.lower()) != 1 else letter.lower() for letter in text)
        hits = [
            (start, self.alone[which])
            for which, start, end in self.automaton.find_matches_as_indexes(lower)
            if (start == 0 or not lower[start - 1].isalnum())
            and (end == len(lower) or not lower[end].isalnum())
        ]
        found: set[int] = set()
        at = 0
        for number, sentence in enumerate(sentences):
            inside = []
            while at < len(hits) and hits[at][0] < sentence.end:
                inside.append(hits[at][1])
                at += 1
            if inside and (any(inside) or self.number.search(lower, sentence.start, sentence.end)):
                found.add(number)
        return frozenset(found)


def _phrases(words: Lexicon) -> list[tuple[str, bool]]:
    """Every harm phrase, and whether it can have a single victim without a number."""
    found = {
        phrase: any(s.measure in ALONE and s.part in ALONE_PARTS for s in senses)
        for phrase, senses in words.senses.entries()
    }
    for phrase, _ in words.labels.entries():
        found.setdefault(phrase, False)
    return sorted(found.items())


@cache
def triggers(pack: Pack) -> Triggers:
    """The triggers of a pack, compiled once."""
    return Triggers(pack)
