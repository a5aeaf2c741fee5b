"""Who is named in a report: words that are then no places, however many towns bear them."""

import re
from functools import cache
from typing import NamedTuple

from recuento.extract.places.words import PlaceWords

PAIR = re.compile(
    r"\b([A-Z][\w’'-]*)\.? (?:[A-Z]\.? |[“\"][^”\"]{1,20}[”\"] )?([A-Z][\w’-]*[a-z])(?: ([A-Z][\w’-]*[a-z]))?"
)
AGED = re.compile(
    r"\b[A-Z][\w’'-]+ (?:[A-Z]\.? )?(?:[A-Z][\w’'-]+ )?([A-Z][\w’-]*[a-z])(?:, ?| ?\()\d\d?(?:,|\)| of\b|\.)"
)

ALONE = re.compile(r"(?<![A-Z][a-z] )\b([A-Z][\w’-]*[a-z]) ([a-z]+)\b")


# A title in small letters before a name.
TITLED = re.compile(r"\b([^\W\d_A-Z]+) ([A-ZÁÉÍÓÚÑ][\w’-]+)(?: ([A-ZÁÉÍÓÚÑ][\w’-]+))?")


class People(NamedTuple):
    """Words that name persons in a report.

    `surnames` stand after a given name or with an age, `titled` after a title only, `maybe` after an unknown
    capitalised word and elsewhere alone, where a person does something.
    """

    surnames: frozenset[str]
    titled: frozenset[str]
    maybe: frozenset[str]


def people(text: str, words: PlaceWords) -> People:
    """The surnames (lower case) that the text gives with a given name, a title or an age."""
    surnames, titled, second_words = set(), set(), set()
    at = 0
    while match := PAIR.search(text, at):
        at = match.start(2)
        first, second, third = (word and word.lower() for word in match.groups())
        if (
            second in words.bodies
            or second in words.types
            or second in words.landmarks
            or second in words.streets
        ):
            continue
        if first in words.given:
            surnames |= {first, second}
            if third and second in words.given:
                surnames.add(third)
        elif first in words.honorifics:
            titled.add(second)
        elif not _ordinary(first, words):
            second_words.add(second)
    surnames |= {match.group(1).lower() for match in AGED.finditer(text)}
    surnames |= {match.group(1).lower() for match in _aged(words.aged).finditer(text)}
    if words.small_titles:
        for match in TITLED.finditer(text):
            if match.group(1) in words.honorifics:
                surnames |= {word.lower() for word in match.groups()[1:] if word}
    surnames |= {w.lower() for m in _opened(words.person_openers).finditer(text) for w in m.groups() if w}
    acting = {
        match.group(1).lower() for match in ALONE.finditer(text) if match.group(2) in words.person_verbs
    }
    return People(frozenset(surnames), frozenset(titled), frozenset(second_words & acting))


@cache
def _opened(openers: str) -> re.Pattern[str]:
    name = r"([A-Z][\w’'-]*[a-z])"
    return re.compile(rf"(?:{openers})\s+{name}(?:\s+[A-Z]\.)?(?:\s+{name})?")


@cache
def _aged(after: str) -> re.Pattern[str]:
    return re.compile(rf"\b[A-ZÁÉÍÓÚÑ][\w’-]+ (?:[A-ZÁÉÍÓÚÑ][\w’-]+ )?([A-ZÁÉÍÓÚÑ][\w’-]+)(?:{after})")


def _ordinary(word: str, words: PlaceWords) -> bool:
    """Whether a capitalised word is no given name, known or not: a direction, a body, an ordinary word."""
    lists = (
        words.fillers,
        words.parts,
        words.bodies,
        words.common,
        words.months_and_days,
        words.types,
        words.never,
    )
    return any(word in known for known in lists)
