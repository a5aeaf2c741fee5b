"""Which numbers may count people or property at all: not ages, dates, money, addresses, names of roads or weapons."""

from collections.abc import Sequence

from recuento.extract.figures.lexicon import Lexicon
from recuento.extract.figures.quantities import Quantity
from recuento.extract.tokens import Token


def counting(
    quantities: Sequence[Quantity], tokens: Sequence[Token], timed: frozenset[int], lexicon: Lexicon
) -> list[Quantity]:
    """The quantities that may be counts."""
    return [q for q in quantities if not _is_other(q, tokens, timed, lexicon)]


def _is_other(q: Quantity, tokens: Sequence[Token], timed: frozenset[int], lexicon: Lexicon) -> bool:
    groups = lexicon.groups

    def lower(at: int) -> str:
        return tokens[at].lower if 0 <= at < len(tokens) else ""

    if any(k in timed for k in range(q.first, q.last)):
        return True
    if lower(q.first - 1) in groups.money_before or lower(q.last) in groups.money_after:
        return True
    if lower(q.last) in groups.age_markers or lower(q.first - 1) in groups.age_markers:
        return True
    if lower(q.first - 1) == "-" and q.first >= 2 and tokens[q.first - 2].end == tokens[q.first].start - 1:
        return True  # "2000-01"
    if lower(q.last) == "-" and tokens[q.last].start == tokens[q.last - 1].end:
        return True  # "16-year-old", "60-man"
    if q.kind == "exact" and lower(q.first - 1) in groups.reference_nouns and tokens[q.first].text[0].isdigit():
        return True
    if q.kind == "exact" and _ordinal(tokens[q.last - 1].lower):
        return True
    joined = q.first >= 3 and tokens[q.first - 2].text.isdigit() and lower(q.first - 3) in groups.age_markers
    if joined and not lower(q.first - 1)[:1].isdigit():
        return True  # "ages 22 and 25"
    return _is_age(q, tokens, lower(q.first - 1), lower(q.last))


def _ordinal(lower: str) -> bool:
    return lower[:1].isdigit() and lower[-1:].isalpha()


def _is_age(q: Quantity, tokens: Sequence[Token], before: str, after: str) -> bool:
    """A number between commas after a name: "Rosa Diaz, 34, was hurt"."""
    if not (before == "," and after in (",", ".", ";", "", ")") and q.last - q.first == 1):
        return False
    named = q.first >= 2 and tokens[q.first - 2].text[:1].isalpha()
    return named and q.low is not None and q.low < 120 and tokens[q.first].text.isdigit()
