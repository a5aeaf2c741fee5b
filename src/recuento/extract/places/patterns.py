"""Names told by the words around them, whether the gazetteer knows them or not."""

from recuento.extract.places.known import spot_of
from recuento.extract.places.line import Line
from recuento.extract.places.nouns import type_before
from recuento.extract.places.spot import Spot
from recuento.extract.places.streets import street_spot
from recuento.extract.sentences import BULLETS
from recuento.gazetteer import Entry, Gazetteer

TYPED_KNOWN = 4.0
TYPED_UNKNOWN = 1.5
LANDMARK_KNOWN = 2.5
LANDMARK_UNKNOWN = 0.6
CUED_UNKNOWN = 1.0
UNCUED = -1.5
ADMIN = ("adm1", "adm2", "adm3")
LOCAL = ("settlement", "neighbourhood")


def pattern_spot(line: Line, at: int, run: int, gazetteer: Gazetteer) -> Spot | None:
    """The spot that a type, landmark or street noun makes of the name that starts at token `at`."""
    has = line.has
    return (
        (street_spot(line, at, run) if has.streets else None)
        or (typed_spot(line, at, run, gazetteer) if has.types else None)
        or (landmark_spot(line, at, run, gazetteer) if has.landmarks else None)
        or opening_spot(line, at, run)
    )


def institution_spot(line: Line, at: int, run: int, known: Spot | None) -> Spot | None:
    """A school, club or the like; where its town is sure to be named with it, it stands there: "Dayton High
    School".
    """
    noun = _landmark_noun(line, at, run, line.words.institutions) if line.has.institutions else None
    if noun is None or (known is not None and known.last >= noun) or not _is_named(line, at, noun):
        return None
    if line.lower(noun + 1) in line.words.bodies and line.caps[noun + 1]:
        return None
    if line.lower(noun + 1) in line.words.conjunctions and line.lower(noun + 2) in line.words.joined_nouns:
        noun += 2  # "X Bar & Grill"
    if known is not None and known.kind == "place" and known.score >= 0:
        spot = spot_of(line, (at, noun), known.entries, known.score, "landmark")
    else:
        spot = spot_of(line, (at, noun), (), LANDMARK_UNKNOWN, "unknown-landmark")
    spot.precision = "landmark"
    return spot


def _is_named(line: Line, at: int, noun: int) -> bool:
    words = line.words
    introduced = at > 0 and (
        line.lower(at - 1) in words.articles or line.lower(at - 1) in words.strong_prepositions
    )
    return (line.caps[noun] or introduced) and _nameable(line, at, noun - 1)


def opening_spot(line: Line, at: int, run: int) -> Spot | None:
    """A name that begins with what it is: "Lake Morrow", "Camp Delwin"."""
    precision = line.words.openings.get(line.lower(at))
    if precision is None or run == at or not line.joined(at) or not line.caps[at + 1]:
        return None
    spot = spot_of(line, (at, at + 1), (), LANDMARK_UNKNOWN, "unknown-landmark")
    spot.precision = precision
    return spot


def typed_spot(line: Line, at: int, run: int, gazetteer: Gazetteer) -> Spot | None:
    """A name with the noun that says what it is: "Bago Region", "Capiz province", "Laurel County"."""
    words = line.words
    for noun in range(at + 1, min(run + 2, len(line))):
        kind = words.types.get(line.lower(noun))
        if (
            kind is None
            or not line.joined(noun - 1)
            or not line.caps[noun - 1]
            or line.lower(at) in words.fillers
        ):
            continue
        if gazetteer.demonym(line.words_of(at, noun - 1)):
            return None
        full = gazetteer.lookup(line.words_of(at, noun))
        base = gazetteer.lookup(line.words_of(at, noun - 1))
        if (
            line.caps[noun]
            and not full
            and base
            and _body_of_state(line.lower(noun) in words.bodies, base[0])
        ):
            return None
        entries = full or fitting(base, kind)
        generic = line.lower(noun) in words.generic and not line.caps[noun]
        if not entries and _is_quarter(line, at, noun, kind):
            spot = spot_of(line, (at, noun), (), TYPED_UNKNOWN, "type-of-name")
            spot.precision = kind
            return spot
        if not entries and (
            not _fresh(line, at, noun - 1) or _body(line, at, noun) or noun - at > 2 or kind in LOCAL
        ):
            return None
        if noun - at == 1 and not full and _plain(line, at, at):
            return None
        spot = spot_of(line, (at, noun - 1 if generic and not full else noun), entries, 0.0, "typed-name")
        spot.score = TYPED_KNOWN if entries else TYPED_UNKNOWN
        spot.precision = kind
        spot.typed = not generic or bool(full)
        return spot
    return None


def _is_quarter(line: Line, at: int, noun: int, kind: str) -> bool:
    """Whether an unknown name and its noun in small letters stand as a place: "in the Oshabeni area"."""
    words = line.words
    if kind not in (*LOCAL, "near_settlement") or line.caps[noun] or noun - at > 2:
        return False
    before = line.lower(at - 1)
    if before in words.articles:
        before = line.lower(at - 2)
    return before in words.strong_prepositions and _fresh(line, at, noun - 1)


def _body_of_state(body: bool, base: Entry) -> bool:
    """Whether the noun after a well-known state makes a body of it: "Alabama Department of Health"."""
    return body and base.kind == "adm1" and not base.lesser


def _body(line: Line, at: int, noun: int) -> bool:
    """Whether an unknown name with that noun is a body: "Wildlife Department", not "in Lakes District"."""
    words = line.words
    if line.lower(noun) in words.generic:
        return True
    return (
        line.caps[noun]
        and line.lower(noun) in words.bodies
        and line.lower(at - 1) not in words.unknown_prepositions
    )


def fitting(entries: tuple[Entry, ...], kind: str) -> tuple[Entry, ...]:
    """The places that a type noun leaves, those of that very kind first."""
    if kind in ADMIN:
        of_kind = tuple(entry for entry in entries if entry.precision in ADMIN or entry.kind == "region")
        return of_kind + tuple(entry for entry in entries if entry.kind == "city")
    if kind in LOCAL or kind == "near_settlement":
        return tuple(entry for entry in entries if entry.kind == "city") or entries
    return tuple(entry for entry in entries if entry.precision == kind)


def landmark_spot(line: Line, at: int, run: int, gazetteer: Gazetteer) -> Spot | None:
    """A named building, camp or the like: "Jenin refugee camp", "Wedgewood Baptist Church"."""
    words = line.words
    noun = _landmark_noun(line, at, run, words.landmarks)
    if noun is None or (line.caps[noun] and noun < run and line.lower(noun + 1) in words.bodies):
        return None
    whole = gazetteer.lookup(line.words_of(at, noun))
    base = next(
        (k for k in range(min(run, noun - 1), at - 1, -1) if gazetteer.lookup(line.words_of(at, k))), None
    )
    entries = whole
    if not whole and base is not None and not _plain(line, at, base):
        entries = gazetteer.lookup(line.words_of(at, base))
    introduced = line.lower(at - 1) in words.articles or line.lower(at - 1) in words.strong_prepositions
    if not entries and not (line.caps[noun] or (introduced and at > 0)):
        return None
    if not entries and not _nameable(line, at, noun - 1):
        return None
    last = noun
    if line.caps[noun] and noun < run and gazetteer.lookup(line.words_of(noun + 1, run)):
        last = run  # "First Church Springfield"
    spot = spot_of(line, (at, last), entries, LANDMARK_KNOWN if entries else LANDMARK_UNKNOWN, "landmark")
    spot.rule = "landmark" if entries else "unknown-landmark"
    spot.precision = "landmark"
    return spot


def _landmark_noun(line: Line, at: int, run: int, nouns: frozenset[str]) -> int | None:
    """The last landmark noun of the name, which may go on in small letters ("refugee camp")."""
    words = line.words
    found = None
    for noun in range(at + 1, min(run + 4, len(line))):
        if not line.joined(noun - 1):
            break
        if line.lower(noun) in nouns:
            found = noun
        elif noun > run and line.lower(noun) not in words.landmark_middles:
            break
    return found


def _nameable(line: Line, first: int, last: int) -> bool:
    """Whether the words can name a landmark, being neither a person with a title nor only an opening word."""
    words = line.words
    named = [line.lower(k) for k in range(first, last + 1)]
    opening = len(named) == 1 and (
        named[0] in words.fillers or named[0] in words.articles or named[0] in words.months_and_days
    )
    titled = any(word in words.honorifics or word in words.strong_prepositions for word in named)
    return len(named) <= 4 and not opening and not titled


def _plain(line: Line, first: int, last: int) -> bool:
    return first == last and (line.lower(first) in line.words.common or line.lower(first) in line.words.never)


def _after_article(line: Line, first: int, last: int) -> int:
    """The first token of a name after an article of its own ("Los Robles"), where names have such."""
    words, lower = line.words, line.lower(first)
    own = words.noun_first and first < last and (lower in words.articles or lower in words.weak_prepositions)
    return first + 1 if own and line.caps[first] else first


def _fresh(line: Line, first: int, last: int) -> bool:
    """Whether the words can name an unknown place: none of them says that something else is meant."""
    words = line.words
    first = _after_article(line, first, last)
    named = [line.lower(k) for k in range(first, last + 1)]
    if len(named) > 4 or named[-1] in words.bodies or named[0] in words.fillers or named[0] in words.articles:
        return False
    if len(named) == 1 and (named[0] in words.common or named[0] in words.never or named[0] in words.parts):
        return False
    if named[-1] in words.common or line.tokens[first].text.isupper():
        return False
    return not any(word in words.months_and_days or word in words.honorifics for word in named)


def cued_spot(line: Line, at: int, run: int) -> Spot | None:
    """An unknown name after words that say a place comes: "the village of X", "in X", "near X"."""
    words = line.words
    before = line.lower(at - 1)
    kind = type_before(line, at)
    if before in words.articles and kind is None:
        return None
    last = _last_of_name(line, at, min(run, at + 3))
    named = [line.lower(k) for k in range(_after_article(line, at, last), last + 1)]
    if not _fresh(line, at, last) or any(
        w in words.given or w in words.bodies or (w in words.common and (k or w not in words.types))
        for k, w in enumerate(named)
    ):
        return None
    if _opens_item(line, at, last):
        spot = spot_of(line, (at, last), (), CUED_UNKNOWN, "item-place")
        spot.precision = "settlement"
        return spot
    if kind is not None and not line.caps[at - 2]:
        spot = spot_of(line, (at, last), (), TYPED_UNKNOWN, "type-of-name")
        spot.precision = kind
        return spot
    if before in words.venue_prepositions and not line.title and line.lower(last + 1) != "'s":
        spot = spot_of(line, (at, last), (), CUED_UNKNOWN, "at-name")
        spot.precision = "settlement"
        return None if line.lower(last + 1).isdigit() else spot
    cued = before in words.unknown_prepositions
    if (cued or before in words.strong_prepositions or before in words.weak_prepositions) and not line.title:
        spot = spot_of(line, (at, last), (), CUED_UNKNOWN if cued else UNCUED, "preposition-name")
        spot.precision = "settlement"
        return spot
    return None


def _opens_item(line: Line, at: int, last: int) -> bool:
    """Whether a name and a day head an item of a list: "- Marenna, 14 May: two people were hurt"."""
    if at != 1 or f"{line.tokens[0].text} " not in BULLETS or line.lower(last + 1) != ",":
        return False
    dated = [line.lower(k) in line.words.months_and_days for k in range(last + 2, min(last + 4, len(line)))]
    return any(dated) and ":" in [token.text for token in line.tokens[last + 2 : last + 6]]


def _last_of_name(line: Line, at: int, last: int) -> int:
    """The last token of a name, without a day that follows it ("Lampara on Friday")."""
    words = line.words
    while last > at and line.lower(last) in words.months_and_days:
        last -= 1
        while last > at and line.lower(last) in words.connectors:
            last -= 1
    return last


def plural_spots(line: Line, gazetteer: Gazetteer) -> list[Spot]:
    """The names before a plural type noun: "Lyon, Sioux and O'Brien counties"."""
    words = line.words
    spots: list[Spot] = []
    if words.plurals.keys().isdisjoint(line.lowers):
        return spots
    for noun in range(3, len(line)):
        singular = words.plurals.get(line.lower(noun))
        if singular is None or not line.caps[noun - 1] or not line.joined(noun - 1):
            continue
        last = noun - 1
        while last >= 0 and line.caps[last]:
            first = last
            while first > 0 and line.caps[first - 1] and line.joined(first - 1):
                first -= 1
            base = line.words_of(first, last)
            kind = words.types[singular]
            entries = gazetteer.lookup(f"{base} {singular}") or fitting(gazetteer.lookup(base), kind)
            spot = spot_of(
                line, (first, last), entries, TYPED_KNOWN if entries else TYPED_UNKNOWN, "typed-list"
            )
            spot.precision, spot.typed = kind, True
            spots.append(spot)
            last = first - 1
            while last > 0 and (line.lower(last) == "," or line.lower(last) in words.conjunctions):
                last -= 1
            if last == first - 1:
                break
    return [spot for spot in spots if len(spots) > 1]
