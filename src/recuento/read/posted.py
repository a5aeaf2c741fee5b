"""The date of publication on a flattened web page.

Rules: `posted-line` ("Posted: Friday, August 9, 2019 6:20 AM CDT"), `updated-line` (the same of a later
version), `date-line` (a line near the top that is a date and nothing else).
"""

import re
from functools import cache
from typing import NamedTuple

from recuento.read.bylines import Bylines, either
from recuento.read.dates import DateFound, dates

HEAD = 700
TAIL = 500
DATE_LINES = 5
FARTHEST = 100


class Posted(NamedTuple):
    """A date with its year, and the rule that read it."""

    date: DateFound
    rule: str


def _clock(words: Bylines) -> str:
    return rf"\d{{1,2}}[:.]\d\d(?:\s*{either(words.halves_of_day)})?(?:\s*[A-Z]{{2,5}}\b)?"


def _between(words: Bylines) -> re.Pattern[str]:
    """What may stand between a cue and its date: who posted it, a colon, a time, the name of the day."""
    who = rf"(?:\s*{either(words.by)}\s[^\n:;|]{{2,50}}\s)?"
    links, days = either(words.posted_links), either(words.weekdays)
    return re.compile(rf"{who}(?:[\s,:;|@(]|{links}\b|{_clock(words)}|{days}\b\.?)*", re.I)


def posted(text: str, words: Bylines, lines: list[tuple[int, int]]) -> Posted | None:
    """The date of publication that the page's own lines give. `lines` are the spans of the first lines."""
    for cues, rule in ((words.posted, "posted-line"), (words.updated, "updated-line")):
        date = _after_cue(text, cues, words)
        if date:
            return Posted(date, rule)
        if rule == "posted-line":
            date = next((found for span in lines[:DATE_LINES] if (found := _bare(text, span, words))), None)
            if date:
                return Posted(date, "date-line")
    return None


@cache
def _cue(cues: tuple[str, ...]) -> tuple[re.Pattern[str], frozenset[str]]:
    """The pattern of the cues, and the longest word of each: without one of them, no cue stands in a text."""
    pattern = re.compile(rf"(?<![^\W_]){either(cues)}(?![^\W_])", re.I)
    return pattern, frozenset(max(cue.lower().split(), key=len) for cue in cues)


def _after_cue(text: str, cues: tuple[str, ...], words: Bylines) -> DateFound | None:
    cue, longest = _cue(cues)
    tail = max(min(HEAD, len(text)), len(text) - TAIL)
    for start, end in ((0, min(HEAD, len(text))), (tail, len(text))):
        lower = text[start:end].lower()
        if not any(word in lower for word in longest):
            continue
        for match in cue.finditer(text, start, end):
            # "was published 3 May 2014" in a sentence is about something else.
            if match.group()[0].islower():
                continue
            date = next(dates(text, words, match.end(), min(match.end() + FARTHEST, len(text))), None)
            if date and date.year is not None and _between(words).fullmatch(text, match.end(), date.start):
                return date
    return None


def _bare(text: str, span: tuple[int, int], words: Bylines) -> DateFound | None:
    start, end = span
    if end - start > 60:
        return None
    for date in dates(text, words, start, end):
        whole = date.year is not None and date.day is not None
        tail = re.compile(rf"(?:[\s,|@.–—-]|{either(words.posted_links)}\b|{_clock(words)})*", re.I)
        lead = re.compile(rf"\s*(?:{either(words.weekdays)}\.?,?\s*)?", re.I)
        if whole and lead.fullmatch(text, start, date.start) and tail.fullmatch(text, date.end, end):
            return date
    return None
