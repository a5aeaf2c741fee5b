"""The sentences around a span, and how far two spans stand apart."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeVar

from recuento.extract.layers import Layers
from recuento.extract.sentences import BULLETS
from recuento.model import PlaceMention, TimeMention

CLAUSE_MARK = 40  # a comma between two spans parts them as much as this many characters
BEFORE = 25  # what stands after a span holds for it rather than what stands before, by this many characters
BEFORE_PASSAGE = 3  # sentences before a passage that are asked for the place and time of its harm
AFTER = 3  # sentences after a figure that are asked for its time
LEAD = 4  # sentences that tell a report's main incident

Mention = TypeVar("Mention", TimeMention, PlaceMention)


class Surroundings:
    """The sentences of a report, asked by number or offset."""

    def __init__(self, layers: Layers) -> None:
        self.text = layers.report.text
        self.sentences = layers.sentences
        self.starts = [sentence.start for sentence in layers.sentences]

    def sentence_at(self, start: int) -> int:
        """The number of the sentence that holds an offset."""
        return max(0, bisect_right(self.starts, start) - 1)

    def within(self, mentions: Sequence[Mention], number: int) -> list[Mention]:
        """The mentions that start in a sentence."""
        sentence = self.sentences[number]
        return [m for m in mentions if sentence.start <= m.start < sentence.end]

    def is_item(self, number: int) -> bool:
        """Whether a sentence is in an item of a list, which tells its own place and time."""
        first = (self.passage_before(number) or [number])[-1]
        return self.text[self.sentences[first].start : self.sentences[first].end].startswith(BULLETS)

    def near(self, number: int) -> list[int]:
        """The sentences to ask when a sentence says nothing itself: of its passage, before and after, then
        the lead.
        """
        return [*self.beside(number), *(() if self.is_item(number) else self.lead())]

    def lead(self) -> range:
        """The sentences that tell the report's main incident."""
        return range(min(LEAD, len(self.sentences)))

    def beside(self, number: int) -> list[int]:
        """The sentences beside one: its passage's before it, its passage's after it, the few before the
        passage.
        """
        before = self.passage_before(number)
        first = before[-1] if before else number
        if self.is_item(number):
            return [*before, *self.passage_after(number)]
        return [
            *before,
            *self.passage_after(number),
            *range(first - 1, max(-1, first - 1 - BEFORE_PASSAGE), -1),
        ]

    def passage_before(self, number: int) -> list[int]:
        """The sentences of the same passage before one, the nearest first."""
        passage, first = self.sentences[number].passage, number
        while first > 0 and self.sentences[first - 1].passage == passage:
            first -= 1
        return list(range(number - 1, first - 1, -1))

    def passage_after(self, number: int) -> list[int]:
        """The next sentences of the same passage."""
        passage = self.sentences[number].passage
        following = range(number + 1, min(number + AFTER, len(self.sentences)))
        return [k for k in following if self.sentences[k].passage == passage]

    def distance(self, mention: Mention, start: int, end: int) -> int:
        """Characters between a mention and a span; clause marks between them count for more, and standing
        before for some.
        """
        a, b = mention.start, mention.end
        left, right = (b, start) if b <= start else (end, a)
        between = self.text[left:right] if left < right else ""
        marks = sum(between.count(mark) for mark in ",;:—(")
        return len(between) + CLAUSE_MARK * marks + (BEFORE if b <= start else 0)

    def nearest(self, mentions: Sequence[Mention], start: int, end: int) -> Mention:
        """The mention that stands nearest to a span; there must be one."""
        return min(mentions, key=lambda mention: self.distance(mention, start, end))


def starts_in(mention: TimeMention | PlaceMention, spans: Sequence[tuple[int, ...]]) -> bool:
    """Whether a mention starts inside one of some spans."""
    return any(start <= mention.start < end for start, end in spans)
