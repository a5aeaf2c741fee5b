"""The passage around some words of a report, with the words marked."""

from typing import NamedTuple

AROUND = 400  # characters on each side at most: a passage, not the report


class Passage(NamedTuple):
    """A stretch of a text: `text[start:end]`."""

    start: int
    end: int
    text: str


def passage_around(text: str, start: int, end: int) -> Passage:
    """The paragraph that holds `text[start:end]`, cut between words where it goes on for too long."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    if start - first > AROUND:
        first = text.find(" ", start - AROUND, start) + 1 or start - AROUND
    if last - end > AROUND:
        blank = text.rfind(" ", end, end + AROUND)
        last = blank if blank > 0 else end + AROUND
    return Passage(first, last, text[first:last])


def marked(text: str, passage: Passage, start: int, end: int) -> tuple[str, str, str]:
    """A passage in three: before the words, the words, after them."""
    return text[passage.start : start], text[start:end], text[end : passage.end]
