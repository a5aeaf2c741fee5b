"""Datelines: the place, the date and the agency that open or close a report.

Rules: `dateline-start` ("BUFFALO, N.Y. (AP) --"), `dateline-end` ("4 May 2021, Quito, Ecuador."), the same as
a line of its own near the top.
"""

import re
from typing import NamedTuple

from recuento.read.bylines import Bylines, either
from recuento.read.dates import DateFound, dates
from recuento.read.found import Found, cut

# What closes a dateline: dashes, "(EFE).-", "(AP):", or a line that ends after the agency.
CLOSERS = re.compile(r"\s*(?:--+|[–—])|\s[-_]\s|\.[-–—]|(?<=\))\.?\s?[-–—]|(?<=\)):|(?<=\))\.?\s*(?=\n|$)")
AGENCY_CLOSER = re.compile(r"(?<=\))\s+(?=[^\W\da-z_])")
DASH = re.compile(r"[-–—_]")
OUTLET = re.compile(r"[^\W_][\w\s.&'’/-]*")
LONGEST = 160
LONGEST_CLOSING = 100
BRACKETED = re.compile(r"\[(?P<outlet>[^\[\]\n]{2,60})\]\s*")
LAST_PARENTHESIS = re.compile(r"\s*\((?P<inside>[^()]{2,60})\)\s*$")
PLACE_PARENTHESIS = re.compile(r"\s*\((?P<inside>[^()]{2,40})\)\s*$")
PLACE_WORD = re.compile(r"[^\W\d_][\w.'’\-]*")
# Words of a place: "San Pedro de la Sierra, Example Province" is long already.
MOST_WORDS = 9
MOST_CAPITALS = 4
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[^\W_])")


class Dateline(NamedTuple):
    """What a dateline gives; each may be missing. `end` is where it ends."""

    place: Found | None
    date: DateFound | None
    outlet: Found | None
    end: int


def start_dateline(text: str, at: int, words: Bylines, *, shouted: bool) -> Dateline | None:
    """The dateline that opens the text at `at`, or None.

    `shouted`: the text is all capitals, so they show nothing.
    """
    tail = text[at : at + LONGEST].partition("\n\n")[0]
    for closer in list(CLOSERS.finditer(tail))[:4]:
        found = _read(text, (at, at + closer.start()), words, shouted)
        # An agency alone, in brackets at a line's end, is the credit of a photograph.
        if found is not None and (found.place or found.date or DASH.search(closer.group())):
            return found._replace(end=at + closer.end())
    for closer in list(AGENCY_CLOSER.finditer(tail))[:1]:
        found = _read(text, (at, at + closer.start()), words, shouted)
        # Without a dash it needs all three: place, day and agency.
        if found is not None and found.place and found.date and found.outlet:
            return found._replace(end=at + closer.end())
    return None


def _read(text: str, span: tuple[int, int], words: Bylines, shouted: bool) -> Dateline | None:
    start, end = span
    outlet = None
    bracket = BRACKETED.match(text, start, end)
    if bracket:
        outlet = cut(text, bracket.start("outlet"), bracket.end("outlet"), "dateline-start")
        start = bracket.end()
    last = LAST_PARENTHESIS.search(text, start, end)
    date = None
    if last:
        date = _whole_date(text, last.start("inside"), last.end("inside"), words)
        if date is None and OUTLET.fullmatch(last["inside"]) and not _is_country(text, last, words):
            outlet = cut(text, last.start("inside"), last.end("inside"), "dateline-start")
        end = last.start() if date or outlet else end
    end, date, undated = _take_date(text, start, end, words, date)
    place = _without_stop(cut(text, start, end, "dateline-start"))
    if place is None:
        return Dateline(None, date, outlet, end) if outlet and _is_agency(outlet.value, words) else None
    sure = date is not None or undated or outlet is not None
    if not _is_place(place, words, text, sure=sure, shouted=shouted):
        return None
    return Dateline(_named(text, place, words), date, outlet, end)


def _named(text: str, place: Found, words: Bylines) -> Found | None:
    """The place, or what contains it where the words are none ("NO CITY (BOLIVIA)"), or None."""
    inside = PLACE_PARENTHESIS.search(text, place.start, place.end)
    if PLACE_PARENTHESIS.sub("", place.value).lower() not in words.not_places:
        return place
    return cut(text, inside.start("inside"), inside.end("inside"), place.rule) if inside else None


def _without_stop(place: Found | None) -> Found | None:
    # "LIMA. --" ends with a full stop, "BUFFALO, N.Y. --" with an abbreviation's.
    if place is None or not place.value.endswith(".") or "," in place.value or "." in place.value[:-1]:
        return place
    return place._replace(value=place.value[:-1], end=place.end - 1)


def _take_date(
    text: str, start: int, end: int, words: Bylines, date: DateFound | None
) -> tuple[int, DateFound | None, bool]:
    """Where a dateline's date begins, the date, and whether words stand there for having none."""
    none = re.compile(rf",?\s*{either(words.no_date)}\s*$", re.I).search(text, start, end)
    if none:
        return none.start(), date, True
    for found in dates(text, words, start, end):
        if not text[found.end : end].strip(" ,.\n"):
            weekday = re.compile(rf"{either(words.weekdays)}\.?,?\s*$", re.I).search(text, start, found.start)
            cut_at = weekday.start() if weekday else found.start
            return start + len(text[start:cut_at].rstrip(" ,\n")), found, False
    return end, date, False


def _whole_date(text: str, start: int, end: int, words: Bylines) -> DateFound | None:
    for found in dates(text, words, start, end):
        if not (text[start : found.start] + text[found.end : end]).strip(" ,."):
            return found
    return None


def _is_agency(name: str, words: Bylines) -> bool:
    known = any(word.lower() in words.outlet_words for word in name.split())
    return name in words.agencies or known or (name.isupper() and len(name) <= 12)


def _is_country(text: str, last: re.Match[str], words: Bylines) -> bool:
    """Whether the last parenthesis of a dateline rather names what contains the place.

    "TRIPOLI (Lebanon) --".
    """
    inside = last["inside"]
    plain = inside.isalpha() and inside[0].isupper() and not inside.isupper()
    # "Reuters" is a plain word too: the agencies of the pack tell it from a country.
    return plain and not _is_agency(inside, words) and not text[: last.start()].rstrip().endswith(",")


def _is_place(place: Found, words: Bylines, text: str, *, sure: bool, shouted: bool) -> bool:
    """Whether the words can be a place; `sure` where a date or an agency stands beside them."""
    name = PLACE_PARENTHESIS.sub("", place.value)
    first = name.split(",")[0]
    found = PLACE_WORD.findall(name)
    if not found or len(found) > MOST_WORDS or re.search(r"[^\w\s.,'’/\-&]|\d", name):
        return False
    if any(word.lower() in words.roles for word in found):
        return False
    if any(word[0].islower() and word not in words.place_particles for word in found):
        return False
    if any(word.lower().rstrip(".") in words.months for word in PLACE_WORD.findall(first)[1:]):
        return False
    if sure:
        return len(first.split()) <= MOST_CAPITALS + 1
    return not shouted and _is_lone_place(first, words, text)


def _is_lone_place(first: str, words: Bylines, text: str) -> bool:
    # Capitals and a dash alone may be a heading. A heading's words mostly come again in lower case, a place's
    # never do.
    names = PLACE_WORD.findall(first)
    written = first.isupper() or (words.small_places and not words.outlet_words & set(first.lower().split()))
    if not written or len(names) > 3 or len(first) < 3 or first.lower() in words.not_places:
        return False
    return not any(re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", text) for name in names)


def end_dateline(text: str, words: Bylines) -> Dateline | None:
    """The dateline that closes the text ("4 May 2021, Quito, Ecuador." or "Quito, 4 May 2021"), or None."""
    end = len(text.rstrip())
    line = text.rfind("\n", 0, end) + 1
    near = max(line, end - LONGEST_CLOSING)
    starts = [line, *(stop.end() for stop in SENTENCE_END.finditer(text, near, end))]
    spans = ((start, end) for start in starts if end - start <= LONGEST_CLOSING)
    return next((found for span in spans if (found := _closing(text, *span, words))), None)


def line_dateline(text: str, start: int, end: int, words: Bylines) -> Dateline | None:
    """The dateline that is a whole line near the top ("4 May 2021, Quito, Ecuador"), or None."""
    found = _closing(text, start, end, words) if end - start <= LONGEST_CLOSING else None
    return found if found and found.place else None


def _closing(text: str, start: int, end: int, words: Bylines) -> Dateline | None:
    """The dateline that is all of a span: a date with its year, alone or with a place on one side of it."""
    weekday = rf"(.*?,)?\s*{either(words.weekdays)}\.?,?"
    for date in dates(text, words, start, end):
        before, after = text[start : date.start].strip(), text[date.end : end].strip(" .\n")
        day = re.fullmatch(weekday, before, re.I | re.S)
        before = (day.group(1) or "") if day else before
        if date.year is None or (before and after):
            continue
        if not before and not after:
            return Dateline(None, date, None, end)
        right = start + text[start : date.start].rfind(before) + len(before)
        place = _end_place(text, *((start, right) if before else (date.end, end)), words)
        if place:
            return Dateline(place, date, None, end)
    return None


def _end_place(text: str, start: int, end: int, words: Bylines) -> Found | None:
    inside = text[start:end]
    left = len(inside) - len(inside.lstrip(" ,.|–—-\n"))
    right = len(inside.rstrip(" ,|–—-\n"))
    if inside[:right].endswith(".") and not re.search(r"\.[^\W_]\.$", inside[:right]):
        right -= 1
    place = cut(text, start + left, start + right, "dateline-end")
    if place is None or not _is_place(place, words, text, sure=True, shouted=False):
        return None
    return place if place.value.lower() not in words.not_places else None
