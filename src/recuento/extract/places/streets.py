"""Streets, blocks and corners: named on the ground, resolved by nothing but what contains them."""

from recuento.extract.places.known import spot_of
from recuento.extract.places.line import Line
from recuento.extract.places.spot import Spot

STREET = 2.0
INITIALS = 2  # letters of a quarter after a street's name ("K Street NW")


def street_spot(line: Line, at: int, run: int) -> Spot | None:
    """A street: "Maple Avenue", "the 1200 block of Maple Avenue", "Alder and Fern streets"."""
    words = line.words
    last = next((k for k in range(at + 1, run + 1) if line.lower(k) in words.streets), None)
    if last is None:
        last = _plural_street(line, at)
    if last is None or _goes_on(line, last) or line.lower(last + 1) in words.group_nouns:
        return None
    inside = {line.lower(k) for k in range(at + 1, last)} - words.conjunctions
    if not inside.isdisjoint(words.weak_prepositions):
        return None  # "Bellweather Hall on Church Road" is two names
    numbered = line.lower(at - 1).isdigit() or _of_block(line, at)
    if line.lower(last) in words.plain_streets and not numbered:
        return None
    return _street(line, at, last)


def ordinal_spot(line: Line, at: int) -> Spot | None:
    """A street that is counted: "East 92nd Place", "34th Street", "at 34th and Wexford"."""
    words = line.words
    number = at + 1 if is_direction(line, at) else at
    if not _is_ordinal(line, number) or (number > at and not line.joined(at)):
        return None
    if line.joined(number) and line.caps[number + 1] and line.lower(number + 1) in words.ordinal_streets:
        return _street(line, at, number + 1)
    corner = line.lower(number + 1) in words.conjunctions and number + 2 < len(line) and line.caps[number + 2]
    if corner and line.lower(at - 1) in words.strong_prepositions:
        return _street(line, at, line.run_end(number + 2))
    return None


def is_direction(line: Line, at: int) -> bool:
    """Whether a word says which end of the town a numbered street is at: "East 92nd Place", "NW 7th Lane"."""
    return line.lower(at) in line.words.parts or (line.caps[at] and line.lower(at) in line.words.directions)


def _street(line: Line, at: int, last: int) -> Spot:
    """The street between two tokens, with its house number or block before it."""
    first = at
    if _of_block(line, at):
        first = at - 2
        number = first - 2 if line.lower(first - 1) == "-" else first - 1
        first = number if line.lower(number).isdigit() else first
    elif line.lower(at - 1).isdigit():
        first = at - 1
    spot = spot_of(line, (first, last), (), STREET, "street")
    spot.precision = "point" if first < at else "neighbourhood"
    return spot


def _of_block(line: Line, at: int) -> bool:
    """Whether "the 1200 block of" or "the 1200-block of" stands before a token."""
    return line.lower(at - 1) == line.words.of_word and line.lower(at - 2) in line.words.block_words


def _is_ordinal(line: Line, at: int) -> bool:
    word = line.lower(at)
    return word[:1].isdigit() and any(word == word.rstrip(end) + end for end in line.words.ordinals)


def _goes_on(line: Line, last: int) -> bool:
    """Whether capitalised words go on after the noun, so that it ends no street ("Federal Road Safety
    Corps").
    """
    if not line.joined(last) or not line.caps[last + 1] or line.title or line.capless:
        return False
    after = line.tokens[last + 1]
    return after.lower not in line.words.parts and len(after.text) > INITIALS


def _plural_street(line: Line, at: int) -> int | None:
    """The noun of "Alder and Fern streets"."""
    for k in range(at + 1, min(at + 4, len(line) - 2)):
        if line.lower(k) in line.words.conjunctions and line.caps[k + 1]:
            end = line.run_end(k + 1)
            for noun in range(k + 2, min(end + 2, len(line))):
                if line.lower(noun) in line.words.streets and line.joined(noun - 1):
                    return noun
    return None
