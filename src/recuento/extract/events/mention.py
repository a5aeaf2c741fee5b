"""A mention of an incident before it is a claim, and the reading of its type from the words around it."""

from typing import NamedTuple

from recuento.extract.events.scene import Scene
from recuento.extract.events.words import NAME, PARTY, PLACE, Row

NEAR = 12  # words to either side of a mention that say of which type it is
Span = tuple[int, int]  # numbers of words in a sentence, end exclusive


class Mention(NamedTuple):
    """Words `first:last` of a sentence that tell of an incident; `clear` weighs how clearly they do."""

    sentence: int
    first: int
    last: int
    kind: str
    rule: str
    actor: Span | None
    target: Span | None
    clear: float


def meets(scene: Scene, number: int, span: Span | None, sets: tuple[str, ...]) -> bool:
    """Whether the words of a span hold a word of one of the sets, or the mention that the set asks for."""
    if not sets:
        return True
    if span is None or span[0] >= span[1]:
        return False
    clause, (first, last) = scene.clause(number), span
    words = set(clause.lower[first:last])
    for name in sets:
        entries = scene.lex.sets[name]
        if not words.isdisjoint(entries):
            return True
        if PLACE in entries and scene.place_in(number, *clause.span(first, last)):
            return True
        if NAME in entries and names_person(scene, number, span):
            return True
        if PARTY in entries and names_party(scene, number, span):
            return True
    return False


def names_person(scene: Scene, number: int, span: Span) -> bool:
    """Whether a span opens with a person's name: two capitalised words, titles apart, no place."""
    clause, (first, last) = scene.clause(number), span
    while first < last and clause.lower[first] in scene.lex.closed.titles:
        first += 1
    if last - first < 2 or not (clause.capital(first) and clause.capital(first + 1)) or clause.upper:
        return False
    if not scene.lex.sets["unnamed"].isdisjoint(clause.lower[first : first + 2]):
        return False
    return clause.lower[first] not in scene.lex.closed.determiners and not scene.place_in(
        number, *clause.span(first, first + 2)
    )


def names_party(scene: Scene, number: int, span: Span) -> bool:
    """Whether a span opens with a name that is no person's: of a body, a group, a state.

    Parties are read alike whether or not a word of their names tells what they are. Can be wrong where a
    sentence opens with a common noun that no list holds.
    """
    clause, (opens, last) = scene.clause(number), span
    first = opens
    while first < last and clause.lower[first] in clause.closed.determiners:
        first += 1
    if first >= last or not clause.capital(first) or clause.lower[first] in clause.closed.pronouns:
        return False
    if clause.lower[first] in clause.closed.titles or is_placed(scene, number, first, opens):
        return False
    return first > opens or not names_person(scene, number, (first, last))


def is_placed(scene: Scene, number: int, first: int, opens: int) -> bool:
    """Whether a target is a place, not a body that is called after one ("an attack on Paris")."""
    clause = scene.clause(number)
    place = scene.place_in(number, *clause.span(first, first + 1))
    aimed = clause.word(opens - 1) in clause.closed.target_links
    return aimed and place is not None and not clause.capital(clause.at(place.end))


def type_of(scene: Scene, mention: Mention) -> str | None:
    """The incident type of a mention; of a choice of the pack, that of the first row whose zones hold."""
    rows = scene.lex.incidents.kinds.get(mention.kind)
    if rows is None:
        return mention.kind
    return next((row.type for row in rows if holds(scene, mention, row)), None)


def holds(scene: Scene, mention: Mention, row: Row) -> bool:
    """Whether every zone that the row names holds a word of one of its sets."""
    number = mention.sentence
    size = scene.clause(number).size
    whole = (0, size)
    near = (max(0, mention.first - NEAR), min(size, mention.last + NEAR))
    zones = (
        (mention.target, row.target),
        (mention.actor, row.actor),
        ((mention.first, mention.last), row.mention),
        (near, row.near),
    )
    if not all(meets(scene, number, span, sets) for span, sets in zones):
        return False
    if row.without and meets(scene, number, whole, row.without):
        return False
    if row.not_target and meets(scene, number, mention.target, row.not_target):
        return False
    return not row.figure or any(figure.measure in row.figure for figure in scene.figures[number])
