"""Looking words and phrases of a pack up in a run of tokens, longest phrase first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

Value = TypeVar("Value")
Words = tuple[str, ...]


class WordTable(Generic[Value]):
    """A table from phrases (words parted by spaces) to values, matched on lower-cased tokens.

    A phrase is split as the tokenizer splits text, so "-odd" is two tokens and "per cent" two.
    """

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        first: dict[str, dict[int, dict[Words, Value]]] = {}
        last: dict[str, dict[int, dict[Words, Value]]] = {}
        self._entries: dict[str, list[tuple[Words, Value]]] = {}
        for phrase, value in entries:
            words = tuple(phrase.split())
            for table, word in ((first, words[0]), (last, words[-1])):
                table.setdefault(word, {}).setdefault(len(words), {}).setdefault(words, value)
            self._entries.setdefault(words[0], []).append((words, value))
        # by the first or last word: the phrases of each length, the longest first
        self._by_first = {word: sorted(sizes.items(), reverse=True) for word, sizes in first.items()}
        self._by_last = {word: sorted(sizes.items(), reverse=True) for word, sizes in last.items()}

    @classmethod
    def of_lists(cls, lists: Mapping[Value, Iterable[str]]) -> "WordTable[Value]":
        """A table from {value: [phrases]}."""
        return cls((phrase, value) for value, phrases in lists.items() for phrase in phrases)

    def at(self, lowers: Sequence[str], at: int) -> tuple[int, Value] | None:
        """The end and value of the longest phrase that starts at token `at`, or None."""
        rows = self._by_first.get(lowers[at]) if at < len(lowers) else None
        if rows is None:
            return None
        for size, phrases in rows:
            words = tuple(lowers[at : at + size])
            if words in phrases:
                return at + size, phrases[words]
        return None

    def ending(self, lowers: Sequence[str], end: int) -> tuple[int, Value] | None:
        """The start and value of the longest phrase that ends before token `end`, or None."""
        rows = self._by_last.get(lowers[end - 1]) if end > 0 else None
        if rows is None:
            return None
        for size, phrases in rows:
            words = tuple(lowers[max(0, end - size) : end])
            if words in phrases:
                return end - size, phrases[words]
        return None

    def entries(self) -> Iterator[tuple[str, Value]]:
        """Every phrase with its value."""
        for rows in self._entries.values():
            yield from ((" ".join(words), value) for words, value in rows)

    def first_words(self) -> frozenset[str]:
        """The words that open a phrase of the table."""
        return frozenset(self._by_first)
