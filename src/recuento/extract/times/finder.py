"""Where time expressions stand: sentences as strings of class characters, and the pack's forms over them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from recuento.extract.sentences import Sentence
from recuento.extract.times.lexicon import DateRule, Lexicon


class Word(msgspec.Struct, frozen=True, gc=False):
    """A token of a sentence: its span in the text, its lower-case form, and whether a capital opens it."""

    start: int
    end: int
    lower: str
    capital: bool = False


class Line(NamedTuple):
    """A sentence as the finder sees it: its words, and one class character for each."""

    words: list[Word]
    characters: str
    passage: int


class Found(NamedTuple):
    """A candidate: the rule, the words from `first` to before `last`, and the slots as ranges of words."""

    rule: DateRule
    line: Line
    first: int
    last: int
    slots: dict[str, tuple[int, int]]

    def words(self, slot: str) -> list[str]:
        """The lower-case words of a slot; none where it is absent."""
        first, last = self.slots.get(slot, (0, 0))
        return [word.lower for word in self.line.words[first:last]]

    def word(self, slot: str) -> str:
        """The words of a slot as one string; empty where it is absent."""
        return " ".join(self.words(slot))


def line_of(text: str, sentence: Sentence, lexicon: Lexicon) -> Line:
    """The words of a sentence and their class characters; the stop of an abbreviation belongs to its word."""
    words: list[Word] = []
    characters: list[str] = []
    abbreviations, read = lexicon.words.abbreviations, lexicon.read
    find, end = text.find, sentence.start
    # Only what is in no token stands between two, so that each is found where the last one ended.
    for written in lexicon.written.findall(text, sentence.start, sentence.end):
        start = find(written, end)
        lower, character, capital = read(written)
        if lower == "." and words and words[-1].end == start and words[-1].lower in abbreviations:
            end = start + 1
            words[-1] = Word(words[-1].start, end, words[-1].lower, words[-1].capital)
            continue
        end = start + len(written)
        words.append(Word(start, end, lower, capital))
        characters.append(character)
    return Line(words, "".join(characters), sentence.passage)


def candidates(line: Line, at: int, lexicon: Lexicon) -> list[Found]:
    """What may begin at word `at`, longest first; of equally long ones the pack's earlier rule first."""
    starts = lexicon.starts.get(line.characters[at])
    if starts is None or starts.any.match(line.characters, at) is None:
        return []
    matches = [(rule, form.expression.match(line.characters, at)) for rule, form in starts.forms]
    found = [
        Found(rule, line, at, match.end(), spans(match))
        for rule, match in matches
        if match and match.end() > at
    ]
    return sorted(found, key=lambda one: -one.last)


def spans(match: re.Match[str]) -> dict[str, tuple[int, int]]:
    """The slots that took part in a match, as ranges of words."""
    return {
        group.split("_")[0]: match.span(group) for group in match.re.groupindex if match.start(group) >= 0
    }


def lines(
    text: str, sentences: Sequence[Sentence], lexicon: Lexicon, only: Sequence[tuple[int, int]] | None
) -> Iterator[Line]:
    """The sentences with a trigger, in order: all of those, or those that touch one of the spans `only`."""
    wanted = None if only is None else sorted(only)
    triggers = lexicon.trigger_places(text)
    for sentence in sentences:
        if wanted is not None and not any(
            start < sentence.end and sentence.start < end for start, end in wanted
        ):
            continue
        at = bisect_left(triggers, sentence.start)
        if at < len(triggers) and triggers[at] < sentence.end:
            yield line_of(text, sentence, lexicon)
