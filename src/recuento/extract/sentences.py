"""Sentences and passages: spans of the canonical text."""

import re
from typing import NamedTuple

import msgspec

from recuento.language import Pack
from recuento.language.letters import count_letters


class Sentence(NamedTuple):
    """A sentence: its span and the number of the passage (paragraph) it stands in."""

    start: int
    end: int
    passage: int


class SentenceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `sentences.yml` of a pack."""

    always: frozenset[str]
    before_number: frozenset[str]
    maybe: frozenset[str]
    openers: frozenset[str]


BLANK = re.compile(r"\n[^\S\n]*(?:\n\s*)+|(?<=[.?!:\"”)\]])[^\S\n]*\n(?=[^\S\n]{3,}\S)")
LINE = re.compile(
    r"\n|(?<=[^\s,])[^\S\n]{2,}(?=[A-Z“\"#*])"
)  # a bulletin flattened to one line keeps double spaces
LINE_END = re.compile(r"\n")  # all that LINE can find where no two spaces stand together
SPACES = re.compile(r"[^\S\n]{2}")
STOP = re.compile(
    r"[.?!…](?:[.?!…]*[\"'”’)\]»]*(?=\s|$|[“\"(\[])|(?<=[.?!])[”\"’)]*(?=[A-Z][a-z]))"
)  # the alternatives share their first character, so that the search need try them nowhere else
BULLETS = ("- ", "• ", "* ", "· ")  # that begin an item of a list
INITIAL = re.compile(r"[^\W\d_][.,]")  # "J. M. V. A, who": letters that stand for one name
LAST_WORD = re.compile(r"(?:[^\W_]\.)*[^\W_]+$")
UNCASED = 0.01  # with a smaller share of capitals a text has none (those of its frame aside)
# a text whose lines all end before this and often inside a sentence is wrapped, not one passage a line
WRAPPED_AT = 110


def is_wrapped(text: str) -> bool:
    """Whether single line ends are only a fixed width's (newswire of 1989, e-mail), not ends of passages."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < 3 or max(map(len, lines)) > WRAPPED_AT:
        return False
    inside = sum(line[-1] not in '.?!:"”’)]' for line in lines[:-1])
    return inside >= 0.5 * (len(lines) - 1) and sum(map(len, lines)) / len(lines) > 40


def _goes_on(text: str, line_end: re.Match[str]) -> bool:
    """Whether a line goes on in the next: that one begins small, or this one is only a number (a table's
    cell).
    """
    following = text[line_end.end() : line_end.end() + 1]
    line = text[text.rfind("\n", 0, line_end.start()) + 1 : line_end.start()].strip()
    cell = bool(line) and all(letter.isdigit() or letter in ",. " for letter in line)
    return line_end.group() == "\n" and (cell or (following.islower() and line[-1:].isalpha()))


def passages(text: str, title: str | None = None) -> list[tuple[int, int]]:
    """The spans of the passages: parted by blank lines, and by every line end where the text is not wrapped.

    A title that the text begins with is a passage, also where a flattened page has it without a space after
    it.
    """
    cuts = {m.span() for m in BLANK.finditer(text)} if "\n" in text else set()
    if not is_wrapped(text):
        line = LINE if SPACES.search(text) else LINE_END
        cuts |= {m.span() for m in line.finditer(text) if not _goes_on(text, m)}
    if title and text.startswith(title):
        cuts.add((len(title), len(title)))
    spans, at = [], 0
    for start, end in [*sorted(cuts), (len(text), len(text))]:
        if text[at:start].strip():
            spans.append((at, start))
        at = max(at, end)
    return spans


def is_uncased(text: str) -> bool:
    """Whether a text is written without capitals."""
    letters, capitals = count_letters(text)
    return letters > 0 and capitals < UNCASED * letters


def ends_sentence(text: str, stop: re.Match[str], words: SentenceWords, *, uncased: bool = False) -> bool:
    """Whether the stop found ends a sentence, by the word before it and what follows."""
    after = text[stop.end() : stop.end() + 40].lstrip()
    if uncased and after:
        after = after[0].upper() + after[1:]
    if not after or text[stop.start()] != "." or stop.end() - stop.start() > 1:
        return not after or not after[0].islower()
    before = LAST_WORD.search(text[max(0, stop.start() - 20) : stop.start()])
    word = before.group().lower() if before else ""
    if after[0].islower() or after[0] in ",;:-" or word in words.always:
        return False
    if word in words.before_number and after[0].isdigit():
        return False
    if len(word) == 1 and INITIAL.match(after):
        return False
    if word in words.maybe or (len(word) == 1 and word.isalpha()) or "." in word:
        opener = re.match(r"[^\w]*([^\W_]+)", after)
        return opener is not None and opener.group(1).lower() in words.openers
    return True


def sentences(text: str, pack: Pack, title: str | None = None) -> list[Sentence]:
    """The sentences of a report, in order; white space at their ends is left out."""
    words = pack.section("sentences", SentenceWords)
    found = []
    uncased = is_uncased(text)
    for number, (first, last) in enumerate(passages(text, title)):
        at = first
        for stop in STOP.finditer(text, first, last):
            if stop.end() >= last or ends_sentence(text, stop, words, uncased=uncased):
                found.append((at, stop.end(), number))
                at = stop.end()
        if at < last:
            found.append((at, last, number))
    return [Sentence(*trimmed) for span in found if (trimmed := _trim(text, *span))]


def _trim(text: str, start: int, end: int, passage: int) -> tuple[int, int, int] | None:
    words = text[start:end]
    left = start + len(words) - len(words.lstrip())
    right = end - (len(words) - len(words.rstrip()))
    return (left, right, passage) if left < right else None
