"""One report as the rules of events see it: its triggers, and by sentence its words and mentions."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple, Protocol, TypeVar

from recuento.extract.events.clause import Clause
from recuento.extract.events.words import Trigger, lexicon
from recuento.extract.layers import Layers
from recuento.extract.sentences import Sentence
from recuento.model import Claimant, Figure, PlaceMention, PlaceRef, TimeMention

HYPHENS = frozenset("-‐‑")


class Holding(Protocol):
    """What tells the time, place and speaker that hold for a span of the text."""

    def time_for(self, start: int, end: int) -> TimeMention | None: ...
    def place_for(self, start: int, end: int) -> PlaceRef | None: ...
    def claimant_for(self, start: int, end: int) -> Claimant | None: ...


class Spanned(Protocol):
    """A mention or claim with a start in the text."""

    @property
    def start(self) -> int: ...


Item = TypeVar("Item", bound=Spanned)


class Hit(NamedTuple):
    """A trigger in the text: the number of its sentence and the words `first` up to `last` of it."""

    sentence: int
    first: int
    last: int
    trigger: Trigger


class Scene:
    """A report's layers, asked by sentence."""

    def __init__(self, layers: Layers, figures: Sequence[Figure], context: Holding) -> None:
        self.layers = layers
        self.report = layers.report
        self.text = layers.report.text
        self.small = lowered(self.text)
        self.lex = lexicon(layers.pack)
        self.context = context
        self.sentences: Sequence[Sentence] = layers.sentences
        self.starts = [sentence.start for sentence in self.sentences]
        self.times = self._by_sentence(layers.times)
        self.places = self._by_sentence([place for place in layers.places if place.kind == "place"])
        self.figures = self._by_sentence(figures)
        self._clauses: dict[int, Clause] = {}

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds an offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def clause(self, number: int) -> Clause:
        """The words of a sentence, made once."""
        if number not in self._clauses:
            sentence = self.sentences[number]
            self._clauses[number] = Clause(self.text, self.small, sentence[:2], self.lex)
        return self._clauses[number]

    def place_in(self, number: int, start: int, end: int) -> PlaceMention | None:
        """The first place named in a span of a sentence."""
        return next((place for place in self.places[number] if start <= place.start < end), None)

    def hits(self) -> list[Hit]:
        """The triggers of the text that stand as whole words, in order."""
        found = []
        for start, end, trigger in self._matches():
            number = self.sentence_at(start)
            if end > self.sentences[number].end:
                continue
            words = self.clause(number)
            found.append(Hit(number, words.at(start), words.at(end), trigger))
        return found

    def _matches(self) -> Iterator[tuple[int, int, Trigger]]:
        text = self.small
        size = len(text)
        for start, end, trigger in chain.from_iterable(search(text) for search in self.lex.searches):
            if trigger.part == "never":
                continue
            if start and (text[start - 1].isalnum() or text[start - 1] in HYPHENS):
                continue
            if end < size and (text[end].isalnum() or text[end] in HYPHENS):
                continue
            if self.sentences:
                yield start, end, trigger

    def _by_sentence(self, items: Sequence[Item]) -> defaultdict[int, list[Item]]:
        found: defaultdict[int, list[Item]] = defaultdict(list)
        for item in items:
            found[self.sentence_at(item.start)].append(item)
        return found


def lowered(text: str) -> str:
    """The text in lower case with its line ends as spaces, letter for letter as long as it was."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return small.replace("\n", " ").replace("’", "'")
