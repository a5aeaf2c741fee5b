"""Words made safe and short for a terminal: reports are written by anybody."""

import re

from recuento.cli.speech import wording

# Control characters could move the cursor or change colours, marks of direction could reorder what is shown.
UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
SPACE = re.compile(r"\s+")


def plain(words: str) -> str:
    """The words with white space as single blanks and nothing that a terminal would obey."""
    return UNSHOWN.sub("\ufffd", SPACE.sub(" ", words)).strip()


def cut(words: str, width: int) -> str:
    """The words in at most `width` characters, with an ellipsis where some were cut off."""
    shown = plain(words)
    return shown if len(shown) <= width else shown[: width - 1].rstrip() + "…"


def number_words(low: float | int | None, high: float | int | None) -> str:
    """A range as people write it: 7, 4–9, 4+ (open above), ≤50 (open below), or ? where nothing is known."""
    if low is None and high is None:
        return "?"
    if low is None:
        return f"≤{grouped(high or 0)}"
    if high is None:
        return f"{grouped(low)}+"
    return grouped(low) if low == high else f"{grouped(low)}–{grouped(high)}"


def grouped(value: float | int) -> str:
    """A number with its thousands parted as the reader's language has it; a whole one without decimals."""
    return wording().number(f"{int(value):,}" if value == int(value) else f"{value:,g}")
