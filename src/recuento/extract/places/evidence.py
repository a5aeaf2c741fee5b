"""How likely a known name is a place where it stands: points for and against, summed."""

from math import log10

from recuento.extract.places.line import Line
from recuento.extract.places.people import People
from recuento.gazetteer import Entry

# Points, set by hand on development reports of local and national newspapers. A sum of 0 and more is a place.
KIND_POINTS = {"country": 3.0, "region": 2.5, "adm1": 1.8, "adm2": 0.5}
CITY_LOG = 4.6  # a city of this many digits (40,000 people) is worth nothing by itself
LANDMARK = -1.5  # the Kremlin says, at the Kremlin: only the second is a place
MANY_WORDS = 1.5
COMMON_WORD = -3.5
GIVEN_NAME = -1.2
OPENS_SENTENCE = -0.6
STRONG_PREPOSITION = 2.0
WEAK_PREPOSITION = 0.8
NAMED_PERSON = -5.0
TITLED_PERSON = -2.5
AFTER_TITLE = -6.0
AFTER_GIVEN = -6.0
BEFORE_NAME = -2.6
AFTER_NAME = -2.6
BEFORE_BODY = 1.2
BEFORE_PERSON_VERB = -0.7
BEFORE_RESIDENT = 2.2
BEFORE_LATER_BODY = 0.0
OF_BODY = -0.8
MAYBE_PERSON = -3.0
AGE = -5.0
POSSESSIVE = 0.3
SAINT_POSSESSIVE = -7.0
HYPHEN_SECOND = -1.0
ACRONYM = -2.0
CAPLESS = -1.2
DIRECTION = -4.0
LONE_CAPLESS = -1.5


def prior(entries: tuple[Entry, ...]) -> float:
    """What the best place of that name is worth."""
    best = entries[0]
    if best.precision == "landmark":
        return LANDMARK
    if best.kind != "city":
        return KIND_POINTS[best.kind]
    return max(-1.6, min(2.0, log10(max(entry.population for entry in entries) + 1) - CITY_LOG))


def evidence(line: Line, first: int, last: int, entries: tuple[Entry, ...], people: People) -> float:
    """The points of a known name from token `first` to `last`."""
    words = line.words
    lower = line.tokens[first].lower
    points = prior(entries)
    if last > first:
        points += MANY_WORDS
    elif lower in words.common:
        points += COMMON_WORD
    elif lower in words.given:
        points += GIVEN_NAME
    word = line.tokens[first].text
    if first == last and word.isupper() and len(word) < 5 and not line.title and not line.capless:
        points += ACRONYM
    if all(line.lower(k) in words.parts for k in range(first, last + 1)):
        points += DIRECTION
    if line.capless:
        weak = (
            entries[0].kind == "city"
            and last == first
            and line.lower(first - 1) not in words.strong_prepositions
        )
        points += CAPLESS + (LONE_CAPLESS if weak else 0.0)
    elif line.opens(first):
        points += OPENS_SENTENCE
    return (
        points
        + _person(line, first, last, people)
        + _before(line, first, plain_city=entries[0].kind == "city")
        + _after(line, first, last)
    )


def _person(line: Line, first: int, last: int, people: People) -> float:
    if first != last:
        return 0.0
    lower = line.tokens[first].lower
    if lower in people.surnames:
        return NAMED_PERSON
    if lower in people.titled:
        return TITLED_PERSON
    return MAYBE_PERSON if lower in people.maybe else 0.0


def _before(line: Line, first: int, *, plain_city: bool) -> float:
    words = line.words
    article = line.lower(first - 1) in words.articles
    at = first - 2 if article else first - 1
    before = line.lower(at)
    if before == words.of_word and plain_city and line.lower(at - 1) in words.bodies and line.caps[at - 1]:
        return OF_BODY
    if before in words.strong_prepositions:
        return STRONG_PREPOSITION
    if before in words.weak_prepositions:
        return WEAK_PREPOSITION
    return 0.0 if article else _beside(line, at)


def _beside(line: Line, at: int) -> float:
    """What token `at`, right before the name, says if it is no preposition."""
    words = line.words
    before = line.lower(at)
    stop = before == "." and line.lower(at - 1) in words.honorifics
    if stop or (before in words.honorifics and line.joined(at)):
        titled = line.caps[at - stop] or line.capless or words.small_titles
        return AFTER_TITLE if titled else 0.0
    if at >= 0 and line.gap(at) == "-" and len(before) > 1:
        return HYPHEN_SECOND
    if not line.joined(at) or not line.caps[at] or line.title or line.capless:
        return 0.0
    if before in words.given:
        return AFTER_GIVEN
    lists = (words.fillers, words.parts, words.bodies, words.months_and_days, words.common)
    return 0.0 if any(before in known for known in lists) else AFTER_NAME


def _after(line: Line, first: int, last: int) -> float:
    words = line.words
    after = line.lower(last + 1)
    if not after:
        return 0.0
    if (
        after == ","
        and line.lower(last + 2).isdigit()
        and len(line.lower(last + 2)) <= 2
        and line.lower(last + 3) in {",", ".", ""}
    ):
        return AGE
    if not line.joined(last):
        saint = last > first and line.lower(first) in words.saints and line.lower(last) in words.given
        return (SAINT_POSSESSIVE if saint else POSSESSIVE) if after == "'s" else 0.0
    if after in words.residents and not line.caps[last + 1]:
        return BEFORE_RESIDENT
    if after in words.bodies or after in words.types or after in words.landmarks:
        return BEFORE_BODY
    if line.caps[last + 1] and not line.title and not line.capless:
        if _body_follows(line, last + 1):
            return BEFORE_LATER_BODY
        known = after in words.honorifics or after in words.suffixes or after in words.months_and_days
        return 0.0 if known else BEFORE_NAME
    if first == last and after in words.person_verbs:
        return BEFORE_PERSON_VERB
    return 0.0


def _body_follows(line: Line, at: int) -> bool:
    """Whether the capitalised words from `at` on end as the name of a body ("Volunteer Fire Department")."""
    for k in range(at, min(at + 4, len(line))):
        if not line.caps[k]:
            return False
        if line.lower(k) in line.words.bodies:
            return line.lower(at) not in line.words.given
        if not line.joined(k):
            return False
    return False
