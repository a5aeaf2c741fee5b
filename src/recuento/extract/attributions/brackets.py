"""Sources in brackets: which words in brackets name one, and how far back it holds."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recuento.extract.attributions.draft import Draft
from recuento.extract.attributions.kinds import WORD, kind_of
from recuento.extract.attributions.passages import Passage, draft_for
from recuento.extract.attributions.words import Lexicon
from recuento.extract.sentences import Sentence

BRACKETED = re.compile(r"\(([^\W\d_][^()\n]{1,90})\)|\[([^\W\d_][^\[\]\n]{1,90})\]")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
DATED = re.compile(r"[\d:]")  # what a bracket with a date or a label holds
STOPPED = (".", "!", "?", "”", '"')
ABBREVIATED = 4  # words before a bracket in which an article shows that an abbreviation follows its name
# Kinds that a bracket without a date may name; of media and of social media it is mostly a picture's credit.
UNDATED = frozenset(
    {"un", "ngo", "civil_defence", "official_health", "government", "police", "military", "hospital"}
)


class Bracket(NamedTuple):
    """What stands in brackets: the name's span, whether a date follows, and whether it is called a source."""

    start: int
    end: int
    name: str
    dated: bool
    called: bool


def bracketed(
    text: str, sentences: Sequence[Sentence], passages: list[Passage], lex: Lexicon
) -> Iterator[Draft]:
    """ "(OCHA, 16 Aug 2013)": after a full stop it holds back to the one before, else for its sentence."""
    since = 0
    starts = [passage[2] for passage in passages]
    for mark in BRACKETED.finditer(text):
        passage = passages[max(0, bisect_right(starts, mark.start()) - 1)]
        if not passage[2] <= mark.start() < passage[3]:
            continue
        ends = not text[mark.end() : min(mark.end() + 2, passage[3])].strip(" .\xa0\n")
        if not ends and DATED.search(mark.group()) is None:
            continue
        found = read(mark, lex)
        before = text[passage[2] : mark.start()].rstrip()
        if found is None or not (
            found.dated or found.called or (ends and is_undated(found.name, before, lex))
        ):
            continue
        own = (sentences[k].start for k in range(passage[0], passage[1] + 1))
        sentence = max((start for start in own if start <= mark.start()), default=passage[2])
        start = max(passage[2], since) if before.endswith(STOPPED) else sentence
        since = mark.end()
        if start < mark.start():
            content = (start, passage[2] + len(before))
            yield draft_for("bracketed-source", passage[0], (found.start, found.end), text, content)


def read(mark: re.Match[str], lex: Lexicon) -> Bracket | None:
    """A bracket's words as a source, or None where they can't be one."""
    first = mark.start() + 1
    inner = mark.group()[1:-1]
    label, colon, rest = inner.partition(":")
    called = bool(colon) and label.strip().lower() in lex.words.source_line
    if called:
        first += len(inner) - len(rest.lstrip())
        inner = rest.strip()
    name = re.split("[,;]", inner)[0].strip()
    low = [word.lower() for word in WORD.findall(name)]
    if not low or low[0] in lex.words.times or ":" in name or YEAR.search(name) or len(low) > 9:
        return None
    if (
        low[0] in lex.words.not_labels
        or low[-1] in lex.words.credits
        or (not called and not name[0].isupper())
    ):
        return None
    return Bracket(first, first + len(name), name, is_dated(inner[len(name) :], lex), called)


def is_dated(words: str, lex: Lexicon) -> bool:
    """Whether a date stands behind a name: a year, or a day's number with a word of time ("17 April")."""
    if not words.startswith((",", ";")):
        return False
    low = [word.lower() for word in WORD.findall(words)]
    numbered = any(word.isdigit() for word in low) and any(word in lex.words.times for word in low)
    return YEAR.search(words) is not None or numbered


def is_undated(name: str, before: str, lex: Lexicon) -> bool:
    """Whether a name alone is a source, not the abbreviation of a name before it or something else."""
    words = before.split()[-ABBREVIATED:]
    if not words or words[-1][:1].isupper():
        return False
    if kind_of(name, lex) in UNDATED:
        return True
    short = (
        kind_of(name, lex) == "unknown"
        and name.isupper()
        and name.isalpha()
        and len(name) > 2
        and not before.isupper()
    )
    counted = any(letter.isdigit() for letter in before.rsplit(". ", 1)[-1])
    named = any(word in lex.words.articles or word in lex.words.speakers for word in words)
    return short and counted and not named
