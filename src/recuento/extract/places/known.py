"""Names that the gazetteer knows, where they stand in a sentence."""

from recuento.extract.places.evidence import evidence
from recuento.extract.places.line import LONGEST, Line
from recuento.extract.places.people import People
from recuento.extract.places.spot import Spot
from recuento.gazetteer import Entry, Gazetteer, Opening

FORM_POINTS = 2.5
AFTER_COMMA = 2.0
DEMONYM_POINTS = 1.0
BIG = 100_000
LONGEST_FORM = 6  # letters, with the stops inside


def known_spot(line: Line, at: int, run: int, people: People, gazetteer: Gazetteer) -> Spot | None:
    """The longest known name that starts at token `at`, judged by its surroundings; None if none."""
    opening = gazetteer.opening(line.tokens[at].text)
    form = form_spot(line, at, gazetteer) if opening.form and line.caps[at] else None
    if form:
        return form
    demonym = demonym_spot(line, at, gazetteer) if opening.people else None
    for last, entries in reversed(_matches(line, at, run, opening, gazetteer)):
        if demonym and demonym.last >= last and entries[0].kind != "country":
            return demonym
        if not _body_of_larger(line, at, last, entries, gazetteer):
            points = evidence(line, at, last, entries, people)
            return spot_of(line, (at, last), entries, points, "known-name")
    return demonym


def _matches(
    line: Line, at: int, run: int, opening: Opening, gazetteer: Gazetteer
) -> list[tuple[int, tuple[Entry, ...]]]:
    """The last tokens and the places of all known names that start at token `at`, the shortest first."""
    if not opening.longer and not opening.places:
        return []
    found = []
    name = line.plain(at)
    if opening.places and len(name) > 2 and _allowed(line, at, at) and _long_enough(line, at, at):
        found.append((at, opening.places))
    for last in range(at + 1, _furthest(line, at, run) + 1 if opening.longer else 0):
        word = line.plain(last)
        if word:
            name = f"{name} {word}" if name else word
        entries, opens = gazetteer.find(name)
        if entries and len(name) > 2 and word and _allowed(line, at, last) and _long_enough(line, at, last):
            found.append((last, entries))
        if not opens:
            break
    return found


def _long_enough(line: Line, first: int, last: int) -> bool:
    """Whether the name as written has three letters: ligatures and marks of broken text do not make it
    longer.
    """
    return last > first or len(line.tokens[first].text) > 2


def _furthest(line: Line, at: int, run: int) -> int:
    """The last token that can belong to a known name starting at `at`."""
    words = line.words
    furthest = run
    if line.lower(run + 1) in words.conjunctions and run + 2 < len(line) and line.caps[run + 2]:
        furthest = run + 2
    elif line.joined(run) and (line.lower(run + 1) in words.types or line.lower(run + 1) in words.landmarks):
        furthest = run + 1
    return min(furthest, at + LONGEST - 1, len(line) - 1)


def _allowed(line: Line, first: int, last: int) -> bool:
    """Whether the words may be a name at all."""
    words = line.words
    lower = line.lower(first)
    if first == last:
        if lower in words.types and line.lower(first - 1) != words.of_word:
            return False
        return lower not in words.never and lower not in words.months_and_days
    if lower in words.strong_prepositions or lower in words.weak_prepositions:
        return words.noun_first and line.caps[first] and not line.opens(first)  # "vecino de A Coruña"
    return lower not in words.articles or line.caps[last]


def _body_of_larger(
    line: Line, first: int, last: int, entries: tuple[Entry, ...], gazetteer: Gazetteer
) -> bool:
    """Whether a town's name is rather a body of the larger place it begins with ("Michigan Center")."""
    noun, words = line.lower(last), line.words
    if first == last or noun not in words.bodies or noun in words.types or line.lower(first) in words.parts:
        return False
    if entries[0].kind != "city" or entries[0].population > BIG:
        return False
    larger = gazetteer.lookup(line.words_of(first, last - 1))
    return bool(larger) and larger[0].kind in ("country", "adm1")


def spot_of(line: Line, span: tuple[int, int], entries: tuple[Entry, ...], points: float, rule: str) -> Spot:
    """A spot over the tokens from the first to the last of `span`, both included."""
    first, last = span
    start, end = line.tokens[first].start, line.tokens[last].end
    return Spot(start, end, first, last, line.text[start:end], entries, points, rule)


def form_spot(line: Line, at: int, gazetteer: Gazetteer) -> Spot | None:
    """An abbreviation that stands for a place: "La." after a comma, "U.S." anywhere."""
    if len(line.tokens[at].text) > LONGEST_FORM or not line.words.abbreviations:
        return None
    for last in range(min(at + 3, len(line) - 1), at - 1, -1):
        if any(line.gap(k) for k in range(at, last)):
            continue
        written = line.words_of(at, last)
        entry = gazetteer.form(written) if written[0].isupper() else None
        if entry is None:
            continue
        dotted = "." in written.rstrip(".")
        if line.capless and not dotted and line.lower(at - 1) not in {",", "("}:
            return None
        dotted = dotted or written.endswith(".")
        points = FORM_POINTS if dotted or entry.kind in ("country", "region") else -FORM_POINTS
        if at > 0 and line.lower(at - 1) in {",", "("}:
            points += AFTER_COMMA
        elif len(written.rstrip(".")) == 2 and entry.kind == "adm1" and written.isupper() and not dotted:
            return None
        elif entry.kind == "adm1" and "." not in written.rstrip("."):
            points -= FORM_POINTS  # "Miss." and "Mass." without a town before them are mostly other words
        return spot_of(line, (at, last), (entry,), points, "abbreviation")
    return None


def demonym_spot(line: Line, at: int, gazetteer: Gazetteer) -> Spot | None:
    """A word for the people or things of a country."""
    if line.lower(at - 1) in line.words.no_demonym_after and line.joined(at - 1):
        return None
    for last in (at + 1, at):
        if last >= len(line) or (last > at and not line.joined(at)):
            continue
        code = gazetteer.demonym(line.words_of(at, last))
        entry = gazetteer.country(code) if code else None
        if entry and not (line.lower(at - 1) in line.words.given and line.joined(at - 1)):
            spot = spot_of(line, (at, last), (entry,), DEMONYM_POINTS, "demonym")
            spot.kind = "demonym"
            return spot
    return None
