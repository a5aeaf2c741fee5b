"""Names whose noun opens them: "río X", "campo de refugiados de X"; read where a pack sets `noun_first`."""

from recuento.extract.places.known import spot_of
from recuento.extract.places.line import Line
from recuento.extract.places.patterns import LANDMARK_KNOWN, LANDMARK_UNKNOWN
from recuento.extract.places.spot import Spot
from recuento.extract.places.streets import STREET
from recuento.extract.places.words import PlaceWords
from recuento.gazetteer import Entry, Gazetteer

MIDDLES = 5  # words between a landmark's noun and its name ("campo de refugiados de X")
LONGEST_NAME = 6


def opens_name(lower: str, words: PlaceWords) -> bool:
    """Whether a word is a noun that opens names: of a street, a landmark, a river."""
    return (
        lower in words.streets
        or lower in words.roads
        or lower in words.landmarks
        or lower in words.institutions
        or lower in words.openings
    )


def leading_spot(line: Line, at: int, gazetteer: Gazetteer) -> Spot | None:
    """A street, a landmark or a river by the noun at token `at` that opens its name."""
    noun, words = line.lower(at), line.words
    road = noun in words.roads
    street = noun in words.streets or road
    landmark = noun in words.landmarks or noun in words.institutions
    opening = words.openings.get(noun)
    if not (street or landmark or opening):
        return None
    first = _name_after(line, at, coded=street)
    if first is None:
        return None
    last = _last_of(line, first)
    if line.lower(first) in words.bodies or line.lower(first) in words.honorifics:
        return None  # a body's building or a person's
    if street:
        last = _before_town(line, first, last, gazetteer)
        spot = spot_of(line, (at, last), (), STREET, "road" if road else "street")
        spot.precision = "larger" if road else "neighbourhood"
        return spot
    whole = gazetteer.lookup(line.words_of(at, last))
    entries = whole or (_within(line, first, last, gazetteer) if landmark else ())
    spot = spot_of(line, (at, last), entries, LANDMARK_KNOWN if entries else LANDMARK_UNKNOWN, "landmark")
    spot.rule = "landmark" if entries else "unknown-landmark"
    spot.precision = "landmark" if landmark else opening
    return spot


def _name_after(line: Line, at: int, *, coded: bool) -> int | None:
    """The first token of the name after a noun, over words that only say more of the noun.

    `coded` names may be numbers ("carretera N-550", "calle 13").
    """
    words = line.words
    for k in range(at + 1, min(at + 2 + MIDDLES, len(line))):
        if not (line.joined(k - 1) or line.gap(k - 1).strip() in {'"', "“", "«"}):
            return None
        more = not coded and line.lower(k) in words.landmark_middles and line.joined(k)
        goes_on = more and (line.caps[k + 1] or line.lower(k + 1) in words.of_words)
        if (line.caps[k] and not goes_on) or (coded and k == at + 1 and line.lower(k)[0].isdigit()):
            return k
        known = line.lower(k) in words.landmark_middles or line.lower(k) in words.of_words
        if not known and line.lower(k) not in words.articles:
            return None
    return None


def _last_of(line: Line, first: int) -> int:
    """The last token of the name that starts at `first`: a number may follow it ("Ruta Nacional 5")."""
    last = min(line.run_end(first), first + LONGEST_NAME - 1)
    if last + 1 < len(line) and line.gap(last) == "-" and line.lower(last + 1).isdigit():
        return last + 1  # "carretera N-550"
    if line.joined(last) and line.lower(last + 1).isdigit() and len(line.lower(last + 1)) < 4:
        following = line.lower(last + 2)
        if following in line.words.of_words:  # "avenida 9 de Octubre" and "calle 13 de Mayo"
            return line.run_end(last + 2) if line.caps[min(last + 3, len(line) - 1)] else last
        last += 1
    return last


def _before_town(line: Line, first: int, last: int, gazetteer: Gazetteer) -> int:
    """The last token of a street's name without the town behind it ("calle Mayor de X")."""
    for k in range(first + 1, last):
        if line.lower(k) in line.words.of_words and gazetteer.lookup(line.words_of(k + 1, last)):
            return k - 1
    return last


def _within(line: Line, first: int, last: int, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The places of a known name that is the landmark's, or that ends it ("Hospital San José de Lima")."""
    for k in range(first, last + 1):
        if k == first or line.lower(k - 1) in line.words.of_words:
            entries = gazetteer.lookup(line.words_of(k, last))
            plain = line.lower(k) in line.words.given or line.lower(k) in line.words.common
            if entries and (k < last or not plain):
                return entries
    return ()
