"""Which numbers may count people or property at all: not ages, dates, money, addresses, names of roads or
weapons.
"""

from collections.abc import Sequence
from typing import NamedTuple

from recuento.extract.figures.lexicon import Lexicon
from recuento.extract.figures.quantity import Quantity
from recuento.extract.figures.wordlists import GroupWords
from recuento.extract.tokens import Token

OLDEST = 120  # years; a larger number between commas is no age
AFTER_AGE = (",", ".", ";", "", ")")


class Beside(NamedTuple):
    """A quantity with its sentence's tokens and the words just before and after the number."""

    quantity: Quantity
    tokens: Sequence[Token]
    before: str
    after: str

    def lower(self, at: int) -> str:
        """The lower-cased token, empty outside the sentence."""
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""


def counting(
    quantities: Sequence[Quantity],
    tokens: Sequence[Token],
    timed: frozenset[int],
    lexicon: Lexicon,
    *,
    singular: frozenset[str] = frozenset(),
) -> list[Quantity]:
    """The quantities that may be counts; `timed` are the tokens that belong to times, `singular` articles
    that are numbers as well.
    """
    counts = [q for q in quantities if timed.isdisjoint(range(q.first, q.last))]
    beside = [_beside(q, tokens) for q in counts]
    return [
        b.quantity
        for b in beside
        if not _is_other(b, lexicon.groups)
        and not _is_limit(b, lexicon)
        and (b.quantity.word not in singular or _counts_one(b, lexicon))
    ]


def _counts_one(b: Beside, lexicon: Lexicon) -> bool:
    """Whether an article counts one: before a harm word or a word for anybody ("un muerto", "una persona"),
    or before those it is one of ("uno de ellos").
    """
    lowers = [token.lower for token in b.tokens]
    at = b.quantity.last
    if b.after in lexicon.groups.generic_persons and b.quantity.begin == b.quantity.first:
        return True
    found = lexicon.senses.at(lowers, at)
    only = lexicon.harms.nouns_of_only
    if found and any(s.part in ("state", "noun", "victim") and s.entry not in only for s in found[1]):
        return True
    ending = found is not None and any(sense.form == "third" for sense in found[1])
    following = {b.after, " ".join(lowers[at : at + 2])}
    told = ending or not following.isdisjoint(lexicon.groups.one_of)
    return told and b.before not in lexicon.groups.each


def _beside(q: Quantity, tokens: Sequence[Token]) -> Beside:
    before = tokens[q.first - 1].lower if q.first else ""
    after = tokens[q.last].lower if q.last < len(tokens) else ""
    return Beside(q, tokens, before, after)


def _is_other(b: Beside, groups: GroupWords) -> bool:
    if b.before in groups.age_openers and _is_closed_age(b, groups):
        return True
    if b.before in groups.money_before or b.after in groups.money_after:
        return True
    return _is_joined(b, groups) or _is_reference(b, groups) or _is_age(b, groups)


def _is_closed_age(b: Beside, groups: GroupWords) -> bool:
    """An age without its unit: ", de 32, ", "y Luis Rey, de 40."."""
    q = b.quantity
    closed = (b.after in AFTER_AGE or b.after in groups.age_closers) and q.last - q.first == 1
    return closed and b.lower(q.first - 2) in (",", "(") and q.low is not None and q.low < OLDEST


def _is_limit(b: Beside, lexicon: Lexicon) -> bool:
    """An age that limits who is counted: "four girls under 18"."""
    first = b.quantity.first
    if first >= 2 and b.before in lexicon.groups.age_openers and _is_age_of(b, lexicon):
        return True
    if b.before not in lexicon.groups.age_unless_counted or first < 2:
        return False
    counted = lexicon.nouns.at([b.lower(first - 2)], 0)
    return counted is not None and counted[1].kind == "person"


def _is_age_of(b: Beside, lexicon: Lexicon) -> bool:
    """Whether a number after one person and "de", with no noun after it, is their age: "su hija de 12"."""
    before = lexicon.nouns.at([b.lower(b.quantity.first - 2)], 0)
    one = before is not None and before[1].kind == "person" and not before[1].plural
    senses = lexicon.senses.at([b.after], 0)
    harmed = senses is not None and any(s.part in ("state", "noun", "victim") for s in senses[1])
    return one and not harmed and lexicon.nouns.at([b.after], 0) is None


def _is_joined(b: Beside, groups: GroupWords) -> bool:
    """A number that a hyphen makes part of a word: "2000-01", "16-year-old", "60-man"; not "the 500-mark"."""
    q, tokens = b.quantity, b.tokens
    if b.before == "-" and q.first >= 2 and tokens[q.first - 2].end == tokens[q.first].start - 1:
        return True
    glued = b.after == "-" and tokens[q.last].start == tokens[q.last - 1].end
    return glued and b.lower(q.last + 1) not in groups.number_marks


def _is_reference(b: Beside, groups: GroupWords) -> bool:
    """A number that names ("Route 12", "Flight 240") or orders ("the 5th")."""
    q = b.quantity
    named = b.before in groups.reference_nouns and b.tokens[q.first].text[0].isdigit()
    last = b.tokens[q.last - 1].lower
    return q.kind == "exact" and (named or (last[:1].isdigit() and last[-1:].isalpha()))


def _after_ages(b: Beside, groups: GroupWords) -> bool:
    """Whether a number goes on with ages: "between the ages of 31 and 66"."""
    at = b.quantity.first - 1
    while b.lower(at) in groups.age_links or b.lower(at).isdigit():
        at -= 1
    return b.lower(at) in groups.age_markers


def _is_age(b: Beside, groups: GroupWords) -> bool:
    """An age: "aged 12", "ages 22 and 25", or between commas after a name: "Rosa Diaz, 34, was hurt"."""
    q, tokens = b.quantity, b.tokens
    if b.after in groups.age_markers or b.before in groups.age_markers:
        return True
    if f"{b.after} {b.lower(q.last + 1)}" in groups.age_markers:
        return True
    joined = (
        q.first >= 3 and tokens[q.first - 2].text.isdigit() and b.lower(q.first - 3) in groups.age_markers
    )
    if joined and not b.before[:1].isdigit():
        return True
    if b.before in groups.age_links and _after_ages(b, groups):
        return True
    if b.before in groups.age_before and b.after in AFTER_AGE and q.low is not None and q.low < OLDEST:
        return True
    if b.before != "," or b.after not in AFTER_AGE or q.last - q.first != 1:
        return False
    named = q.first >= 2 and tokens[q.first - 2].text[:1].isalpha()
    return named and q.low is not None and q.low < OLDEST and tokens[q.first].text.isdigit()
