"""Looking words and phrases of a pack up in a run of tokens, longest phrase first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

Value = TypeVar("Value")


class WordTable(Generic[Value]):
    """A table from phrases (words parted by spaces) to values, matched on lower-cased tokens.

    A phrase is split as the tokenizer splits text, so "-odd" is two tokens and "per cent" two.
    """

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase, value in entries:
            words = tuple(phrase.split())
            self._by_first.setdefault(words[0], []).append((words, value))
            self._by_last.setdefault(words[-1], []).append((words, value))
        for table in (self._by_first, self._by_last):
            for rows in table.values():
                rows.sort(key=lambda row: -len(row[0]))

    @classmethod
    def of_lists(cls, lists: Mapping[Value, Iterable[str]]) -> "WordTable[Value]":
        """A table from {value: [phrases]}."""
        return cls((phrase, value) for value, phrases in lists.items() for phrase in phrases)

    def at(self, lowers: Sequence[str], at: int) -> tuple[int, Value] | None:
        """The end and value of the longest phrase that starts at token `at`, or None."""
        rows = self._by_first.get(lowers[at]) if at < len(lowers) else None
        if rows is None:
            return None
        for words, value in rows:
            end = at + len(words)
            if end == at + 1 or tuple(lowers[at:end]) == words:
                return end, value
        return None

    def ending(self, lowers: Sequence[str], end: int) -> tuple[int, Value] | None:
        """The start and value of the longest phrase that ends before token `end`, or None."""
        rows = self._by_last.get(lowers[end - 1]) if end > 0 else None
        if rows is None:
            return None
        for words, value in rows:
            start = end - len(words)
            if start >= 0 and (start == end - 1 or tuple(lowers[start:end]) == words):
                return start, value
        return None

    def entries(self) -> Iterator[tuple[str, Value]]:
        """Every phrase with its value."""
        for rows in self._by_first.values():
            yield from ((" ".join(words), value) for words, value in rows)

    def first_words(self) -> frozenset[str]:
        """The words that open a phrase of the table."""
        return frozenset(self._by_first)
