"""A fact read from the words of a text, with its span."""

from typing import NamedTuple


class Found(NamedTuple):
    """A value and the span of the words it was read from; `rule` names the rule that read it."""

    value: str
    start: int
    end: int
    rule: str


def cut(text: str, start: int, end: int, rule: str) -> Found | None:
    """The words of a span, trimmed of white space at its ends.

    Inside, any white space counts as one space.
    """
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return Found(" ".join(text[start:end].split()), start, end, rule) if start < end else None
