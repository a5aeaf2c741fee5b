"""Tokens with their spans: one plain regular expression, shared by every layer."""

import re
from typing import NamedTuple

# Numbers keep their separators ("8,005", "2.3", "14 000"), abbreviations with inner stops stay whole ("U.S.",
# "a.m."),
# clitics come off ("didn" "'t" stays "didn't"; "police" "'s"), everything else that is no word is one token.
TOKEN = re.compile(
    r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![^\W_]|[.,]\d)"
    r"|\d+(?:[.,]\d+)*(?:(?i:st|nd|rd|th)(?![^\W_]))?"
    r"|(?:[^\W\d_]\.){2,}"
    r"|[^\W\d_][^\W_]*?(?:[-'’][^\W_]+)*?(?=['’][sS](?![^\W_]))"
    r"|[^\W_]+(?:[-'’][^\W_]+)*"
    r"|['’][sS](?![^\W_])"
    r"|\.{2,}|--+|``|''"
    r"|[^\w\s]|_"
)


class Token(NamedTuple):
    """A token: span in the canonical text, the words as written, and the same in lower case."""

    start: int
    end: int
    text: str
    lower: str


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, in order, with offsets into `text`."""
    stop = len(text) if end is None else end
    return [
        Token(m.start(), m.end(), word := m.group().replace("’", "'"), word.lower())
        for m in TOKEN.finditer(text, start, stop)
    ]
