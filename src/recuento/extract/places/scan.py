"""Scanning a sentence for places: every name that may be one, with its evidence."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from recuento.extract.places.capless import capless_spot, inner_spots
from recuento.extract.places.known import demonym_spot, known_spot
from recuento.extract.places.leading import leading_spot, opens_name
from recuento.extract.places.line import Line
from recuento.extract.places.nouns import type_before
from recuento.extract.places.patterns import cued_spot, institution_spot, pattern_spot, plural_spots
from recuento.extract.places.people import People
from recuento.extract.places.spot import Spot
from recuento.extract.places.streets import is_direction, ordinal_spot
from recuento.gazetteer import Gazetteer

OF_TYPE = 3.0
TYPED_NAME = 0.5  # at least, where a noun of place goes before the name
CHAINED = 5.0
CHAINED_UNKNOWN = 2.0
LISTED = 0.8
SURELY = 4.5
UNKNOWN_INSIDE = "settlement"
SHORTEST = 4  # letters of a word for a people
LONGEST_GAP = 60  # characters between a name and the larger place after it
DATELINE = re.compile(
    r"[\s,]*(?:\([^)]{2,40}\)\s*)?(?:--|—|–|:(?=\s)|\s-\s|\(\w+\)|,\s+\d{1,2}\s+[A-Z]{3}|,\s+[A-Z][a-z]{2,8}\.?\s+\d{1,2}\s*(?:--|—|–|\())"
)
# "Quito, 12 ene (EFE)", "MADRID, 5 (EUROPA PRESS)"
DATED_HEAD = re.compile(
    r"(?:\s*\([^)\n]{2,30})?\)?,?\s+\d{1,2}(?:\s+[^\W\d_]{3,10})?\.?\s*\([^\W\d_][^)]{1,40}\)"
)
DATELINE_POINTS = 4.0
AGENCY = re.compile(r"[^()]{2,60}\(([^)]{3,40})\)\s*(?:--|—|–|-\s)")


def scan(line: Line, people: People, gazetteer: Gazetteer) -> list[Spot]:
    """The spots of a sentence, in order, none overlapping another; the weak ones among them."""
    spots: list[Spot] = []
    listed = {spot.first: spot for spot in plural_spots(line, gazetteer)} if not line.capless else {}
    free = 0
    for at in _starts(line, gazetteer):
        spot = (listed.get(at) or _spot_at(line, at, people, gazetteer)) if at >= free else None
        if spot is not None:
            spots.append(_widened(line, spot, spots))
            free = spot.last + 1
    if line.capless:
        spots = sorted([*spots, *inner_spots(line, spots)], key=lambda spot: spot.start)
    spots = _without_agency(line, spots)
    _chain(line, spots, gazetteer)
    _dateline(line, spots)
    return spots


def _starts(line: Line, gazetteer: Gazetteer) -> Iterator[int]:
    """The tokens that a spot may start at: most others are told by a look at the word alone."""
    words = line.words
    if not line.capless:
        for at, (lower, first, cap) in enumerate(zip(line.lowers, line.firsts, line.caps, strict=True)):
            plain = cap or first.isdigit() or lower in words.parts
            if plain or (words.noun_first and _opens_small(lower, line, gazetteer)):
                yield at
        return
    strong, weak = words.strong_prepositions, words.weak_prepositions
    led = False  # by a word after which also an unknown name may stand
    for at, token in enumerate(line.tokens):
        lower = token.lower
        preposition = lower in strong or lower in weak
        opening = gazetteer.opening(token.text)
        may = led or (
            opening.any
            and (
                opening.people
                or opening.form
                or (opening.longer and not preposition)
                or (bool(opening.places) and lower not in words.never)
            )
        )
        if may and line.firsts[at].isalpha() and lower not in words.articles:
            yield at
        led = preposition or lower == ","


def _opens_small(lower: str, line: Line, gazetteer: Gazetteer) -> bool:
    """Whether a word in small letters opens a name, or is one for a people where such are written small."""
    if opens_name(lower, line.words):
        return True
    return line.words.small_demonyms and len(lower) >= SHORTEST and gazetteer.demonym(lower) is not None


def _spot_at(line: Line, at: int, people: People, gazetteer: Gazetteer) -> Spot | None:
    if line.capless:
        known = known_spot(line, at, min(at + 4, len(line) - 1), people, gazetteer)
        typed = capless_spot(line, at, gazetteer)
        return typed if typed and (known is None or typed.last > known.last) else known
    if line.firsts[at].isdigit() or is_direction(line, at):
        counted = ordinal_spot(line, at)
        if counted:
            return counted
    if line.words.noun_first and (led := leading_spot(line, at, gazetteer)):
        return led
    if not line.caps[at]:
        return demonym_spot(line, at, gazetteer) if line.words.small_demonyms else None
    run = line.run_end(at)
    known = known_spot(line, at, run, people, gazetteer)
    pattern = pattern_spot(line, at, run, gazetteer) or institution_spot(line, at, run, known)
    if pattern and (
        known is None
        or pattern.last > known.last
        or (pattern.last == known.last and pattern.score > known.score)
    ):
        return pattern
    if known is None:
        return cued_spot(line, at, run)
    words = line.words
    kind = type_before(line, at) if known.kind == "place" else None
    if kind is not None:
        known.score += OF_TYPE
        if words.noun_first:
            known.score = max(known.score, TYPED_NAME)
        known.precision, known.typed = kind, True
    if words.noun_first and _is_saint(line, known, run):
        known = cued_spot(line, at, run) or known
    if known.score < 0 and known.last < run:
        cued = cued_spot(line, at, run)
        return cued if cued and cued.last > known.last else known
    return known


def _is_saint(line: Line, known: Spot, run: int) -> bool:
    """Whether a known name is only the saint of a longer one that is not known ("San Juan de X")."""
    opens = line.lower(known.first) in line.words.saints and known.last > known.first
    return opens and known.last < run and line.lower(known.last + 1) in line.words.of_words


def _widened(line: Line, spot: Spot, before: list[Spot]) -> Spot:
    """The spot with the words that name a part of the place: "northwest Iowa", "southern parts of China"."""
    words = line.words
    first = spot.first
    floor = before[-1].last if before else -1
    if spot.rule != "known-name" or line.capless:
        return spot
    if (
        line.lower(first - 1) == words.of_word
        and line.lower(first - 2) in words.part_nouns
        and line.lower(first - 3) in words.parts
    ):
        first -= 3
    elif line.lower(first - 1) in words.parts and line.joined(first - 1):
        first -= 1
    elif words.noun_first:
        first = _part_before(line, first)
    if first < spot.first and first > floor:
        spot.first, spot.start = first, line.tokens[first].start
        spot.name, spot.rule = line.text[spot.start : spot.end], "part-of-name"
    return spot


def _part_before(line: Line, first: int) -> int:
    """The token of a part's noun before "of" and a name ("el norte de X").

    `first` where there is none, or where the noun tells a direction from it ("al norte de X").
    """
    words = line.words
    part = first - 2 if line.lower(first - 1) in words.of_words else first - 3
    led = line.lower(part + 1) in words.of_words and line.lower(part) in words.parts
    before = line.lower(part - 1)
    inside = any(before in known for known in (words.articles, words.of_words, words.part_nouns))
    return part if part >= 0 and led and inside else first


def _chain(line: Line, spots: list[Spot], gazetteer: Gazetteer) -> None:
    """Ties each name to the larger place that follows it: "Miraflores, Lima, Peru"."""
    container, listed = _pattern(line.words.containers), _pattern(line.words.listed)
    for people, place in pairwise(spots):
        if people.kind == "demonym" and _told_of_type(line, people, place, gazetteer):
            place.container = people
    for inner, outer in pairwise([spot for spot in spots if spot.kind == "place"]):
        gap = line.text[inner.end : outer.start]
        if len(gap) > LONGEST_GAP or inner.kind != "place" or outer.kind != "place" or not outer.entries:
            continue
        chained = container.fullmatch(gap) is not None and not (
            inner.entries and inner.entries[0].kind == "country"
        )
        if (
            chained
            and inner.entries
            and any(gazetteer.contains(o, i) for o in outer.entries[:8] for i in inner.entries)
        ):
            inner.container = outer
            inner.score += CHAINED
            outer.score += CHAINED if outer.score < 0 else 1.0
        elif chained and (not inner.entries or _foreign(inner, outer)):
            inner.entries, inner.precision = (), inner.precision or UNKNOWN_INSIDE
            inner.container = outer
            inner.score += CHAINED_UNKNOWN if outer.entries[0].kind != "city" else 0.0
        elif listed.fullmatch(gap) and outer.score > 0 and inner.score > -2:
            inner.score += LISTED
        if listed.fullmatch(gap) and inner.score > 0:
            outer.score += LISTED


def _told_of_type(line: Line, demonym: Spot, place: Spot, gazetteer: Gazetteer) -> bool:
    """Whether a word for a people stands between a noun of place and its name ("ciudad siria de X")."""
    words = line.words
    between = {line.lower(k) for k in range(demonym.last + 1, place.first)} - words.articles
    if not between or not between <= words.of_words or line.lower(demonym.first - 1) not in words.types:
        return False
    return place.container is None and any(
        gazetteer.contains(demonym.entries[0], entry) for entry in place.entries
    )


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _foreign(inner: Spot, outer: Spot) -> bool:
    """Whether a name is said to lie in a division where the gazetteer knows none of that name."""
    return (
        (inner.typed or outer.typed)
        and outer.entries[0].kind in ("country", "adm1", "adm2")
        and inner.score < SURELY
    )


def _without_agency(line: Line, spots: list[Spot]) -> list[Spot]:
    """The spots without names inside a dateline's agency ("MARENNA (Meridian Press) --"); a whole bracket
    stays.
    """
    start = line.tokens[0].start if line.tokens else 0
    found = AGENCY.match(line.text, start)
    if found is None:
        return spots
    first, last = found.span(1)
    return [
        spot for spot in spots if not first <= spot.start < last or (spot.start, spot.end) == (first, last)
    ]


def _dateline(line: Line, spots: list[Spot]) -> None:
    """A name in capitals at a passage's head, before a dash or an agency, is where it was written.

    Also one in small letters before a day and an agency.
    """
    if not spots or not line.opens(spots[0].first) or not spots[0].entries:
        return
    head = spots[0]
    tail = head.container or head
    dated = DATED_HEAD.match(line.text, tail.end) is not None
    if not head.name.isupper() and not line.capless and head.container is None and not dated:
        return
    if dated:
        head.score += DATELINE_POINTS
        head.rule = "dateline"
        return
    if DATELINE.match(line.text, tail.end + (line.text[tail.end : tail.end + 1] == ".")):
        for spot in (head, tail):
            spot.score += DATELINE_POINTS
        head.rule = "dateline"
