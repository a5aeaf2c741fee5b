"""Bylines: who wrote a report and for whom. Rule: `byline` ("By Ana Lopez. Metal worker. NLR-Chile")."""

import re
from functools import cache
from typing import NamedTuple

from recuento.read.bylines import Bylines, either
from recuento.read.dates import DateFound, dates
from recuento.read.found import Found, cut

# Parts are parted by commas, bars, bullets, spaced dashes, or by a full stop that ends no initial or title.
PARTER = re.compile(r"\s*[|•·;/]\s*|\s+[-–—]+\s+|,\s+|(?<=[^\W\d_]{3})\.(?:\s+|$)")
# "NLR-Chile": a short name in capitals with the name of its branch.
BRANCH = re.compile(r"[^\W\d_]{2,6}-[^\W\d_]{3,}")
NAME_WORD = re.compile(r"[^\W\d_][^\W\d_.'’\-]*(?:[.'’\-][^\W\d_]*)*")
LONGEST = 150
# A short line under the byline that is no sentence.
BELOW = re.compile(r"\s*\n\s*(?P<line>[^\n]{3,60}(?<![.!?]))(?=\n|$)")
MOST_PART_WORDS = 7
RULE = "byline"


class Byline(NamedTuple):
    """What a byline gives; each may be missing."""

    author: Found | None
    outlet: Found | None
    date: DateFound | None


@cache
def _opening(by: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[^\S\n]*[-–—(*_]*[^\S\n]*(?i:{either(by)})(?:[^\S\n]*:)?[^\S\n]+(?=[^\W\d_])")


def read_byline(text: str, start: int, end: int, words: Bylines) -> Byline | None:
    """The byline that is the line `text[start:end]`, or None."""
    opening = _opening(words.by).match(text, start, end)
    if opening is None or end - opening.end() > LONGEST or opening.group().strip()[0].islower():
        return None
    parts = _parts(text, opening.end(), end)
    if not parts or any(len(part.value.split()) > MOST_PART_WORDS for part in parts):
        return None
    author, outlet = _first(text, parts[0], words)
    if author is None and outlet is None:
        return None
    if author is not None:
        author = _with_coauthors(text, author, parts[1:], words)
        rest = [part for part in parts[1:] if part.start >= author.end]
        outlet = outlet or next((found for part in rest if (found := outlet_of(text, part, words))), None)
        outlet = outlet or _outlet_below(text, end, words)
    date = next((found for found in dates(text, words, opening.end(), end) if found.year is not None), None)
    return Byline(author, outlet, date)


def _outlet_below(text: str, end: int, words: Bylines) -> Found | None:
    below = BELOW.match(text, end)
    line = cut(text, *below.span("line"), RULE) if below else None
    return outlet_of(text, line, words) if line else None


def _parts(text: str, start: int, end: int) -> list[Found]:
    edges = [start]
    for parter in PARTER.finditer(text, start, end):
        edges += [parter.start(), parter.end()]
    edges.append(end)
    found = (cut(text, left, right, RULE) for left, right in zip(edges[::2], edges[1::2], strict=True))
    return [_unmarked(text, part) for part in found if part]


def _unmarked(text: str, part: Found) -> Found:
    kept = text[part.start : part.end].rstrip(" *_)")
    return part._replace(value=" ".join(kept.split()), end=part.start + len(kept))


def _first(text: str, part: Found, words: Bylines) -> tuple[Found | None, Found | None]:
    """Author and outlet of the first part: a name, a name with its outlet or place, or an outlet alone."""
    outlet = outlet_of(text, part, words)
    lead = re.search(rf"\s{either(words.for_outlet + words.for_place)}\s+(?=[A-Z])", part.value)
    if lead:
        at = part.start + _offset(text, part, lead.start())
        name = cut(text, part.start, at, RULE)
        if name and is_name(name.value, words):
            after = cut(text, part.start + _offset(text, part, lead.end()), part.end, RULE)
            leads_to_outlet = lead.group().strip() in words.for_outlet
            return name, after if after and leads_to_outlet else None
    if outlet is not None and not _is_person_first(part, words):
        return None, outlet
    return (part, None) if is_name(part.value, words) else (None, None)


def _offset(text: str, part: Found, at: int) -> int:
    # Values have single spaces; in a line the words may be further apart.
    seen = len("".join(part.value[:at].split()))
    for offset in range(part.end - part.start + 1):
        if len("".join(text[part.start : part.start + offset].split())) >= seen:
            return offset
    return at


def _is_person_first(part: Found, words: Bylines) -> bool:
    # A family name may be an outlet's word ("Ana Post"); an agency or three such words is no person.
    found = part.value.split()
    count = sum(word.lower() in words.outlet_words for word in found)
    return part.value not in words.agencies and count <= 1 and len(found) == 2 and not part.value.isupper()


def _with_coauthors(text: str, author: Found, rest: list[Found], words: Bylines) -> Found:
    """The author with those named after a comma, where a joiner before the last shows a list of names."""
    joiner = re.compile(rf"\s{either((*words.name_joiners, '&'))}\s")
    for index, part in enumerate(rest):
        # "Ana Lopez, Eva Sol and Pedro Ruiz": up to the part that holds the joiner, all names.
        named = rest[: index + 1]
        if not all(is_name(each.value, words) and not outlet_of(text, each, words) for each in named):
            return author
        if joiner.search(part.value):
            return cut(text, author.start, part.end, RULE) or author
    return author


def is_name(value: str, words: Bylines) -> bool:
    """Whether the words can be the names of one or more persons.

    Two to five capitalised words each, no trade.
    """
    names = re.split(rf"\s{either((*words.name_joiners, '&'))}\s", value)
    return all(_is_one_name(name, words) for name in names)


def _is_one_name(name: str, words: Bylines) -> bool:
    found = name.split()
    if not 2 <= len(found) <= 6 or not all(NAME_WORD.fullmatch(word) for word in found):
        return False
    lower = [word.lower().rstrip(".") for word in found]
    calendar = words.months.keys() | set(words.weekdays)
    # "May" and "April" are also given names; as the first word of two they stay so.
    if any(word in calendar for word in lower[1:]) or lower[0] in words.weekdays or lower[-1] in words.roles:
        return False
    return all(word[0].isupper() or word in words.name_particles for word in found) and found[0][0].isupper()


def outlet_of(text: str, part: Found, words: Bylines) -> Found | None:
    """The outlet that a part of a byline names, without a trade ("Associated Press Writer"), or None."""
    lead = re.match(rf"{either(words.for_outlet)}\s+", part.value)
    start = part.start + (_offset(text, part, lead.end()) if lead else 0)
    kept = text[start : part.end]
    while (last := re.search(r"\s+\S+$", kept)) and last.group().strip().lower() in words.roles:
        kept = kept[: last.start()]
    outlet = cut(text, start, start + len(kept), RULE)
    return outlet if outlet and _is_outlet(outlet.value, words) else None


def _is_outlet(value: str, words: Bylines) -> bool:
    found = value.split()
    if value in words.agencies:
        return True
    if BRANCH.fullmatch(value) and value.split("-")[0].isupper():
        return True
    if not all(word[0].isupper() or not word[0].isalpha() or word in words.place_particles for word in found):
        return False
    lower = re.split(r"[\s-]", value.lower())
    if all(word in words.outlet_words or word in words.roles for word in lower):
        return False
    return any(word in words.outlet_words for word in lower)
