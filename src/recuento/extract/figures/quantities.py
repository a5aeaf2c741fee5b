"""Quantities: where a number stands in a sentence and what it is worth, with the words around it that bound it.

Value grammar, in the order tried: zero words, fractions, vague words, ranges, exact numbers (digits, words, mixed), sets
("both"). A percent sign or word turns a number into a share. Amount words ("at least") are read on either side.
"""

from collections.abc import Sequence
from typing import NamedTuple

from recuento.extract.figures.numberwords import NumberTables, number_tables
from recuento.extract.tokens import Token
from recuento.language import Pack
from recuento.vocabulary import Profile

Number = int | float


class Quantity(NamedTuple):
    """A quantity over tokens `first:last` (ends exclusive); `begin:stop` also covers its amount words.

    `kind` is exact, vague, share, fraction, zero or set; `low` and `high` are its bounds, None where open.
    """

    first: int
    last: int
    begin: int
    stop: int
    low: Number | None
    high: Number | None
    qualifier: str
    kind: str
    word: str


class Reading(NamedTuple):
    """A value read at some token: the end, the bounds before amount words, and the kind."""

    last: int
    low: Number | None
    high: Number | None
    kind: str
    qualifier: str = "exactly"


def find_quantities(tokens: Sequence[Token], pack: Pack, profile: Profile) -> list[Quantity]:
    """The quantities of a sentence, left to right, none overlapping another."""
    tables = number_tables(pack)
    lowers = [token.lower for token in tokens]
    found: list[Quantity] = []
    at = 0
    while at < len(tokens):
        lower = lowers[at]
        read = None
        if lower[0].isdigit() or lower in tables.starts or "-" in lower:
            read = _read_value(tokens, lowers, at, tables, profile)
        if read is None:
            at += 1
            continue
        quantity = _with_amount(tokens, lowers, at, read, tables)
        if not (found and quantity.begin < found[-1].last):
            found.append(quantity)
        at = max(read.last, quantity.stop)
    return found


def _read_value(
    tokens: Sequence[Token], lowers: Sequence[str], at: int, tables: NumberTables, profile: Profile
) -> Reading | None:
    zero = tables.zeros.at(lowers, at)
    if zero and not tables.before.at(lowers, at):
        return Reading(zero[0], 0, 0, "zero")
    fraction = _read_fraction(tokens, lowers, at, tables)
    if fraction:
        return fraction
    vague = tables.vague.at(lowers, at)
    if vague:
        end, code = vague
        low, high = profile.bounds.get(code, (None, None))
        return Reading(end, low, high, "vague", "vague")
    ranged = _read_range(tokens, lowers, at, tables)
    if ranged:
        return ranged
    exact = read_number(tokens, lowers, at, tables)
    if exact:
        end, value = exact
        share = tables.percent.at(lowers, end)
        return Reading(share[0], value / 100, value / 100, "share") if share else Reading(end, value, value, "exact")
    if lowers[at] in tables.words.sets:
        value = tables.words.sets[lowers[at]]
        return Reading(at + 1, value, value, "set")
    return None


def _read_fraction(tokens: Sequence[Token], lowers: Sequence[str], at: int, tables: NumberTables) -> Reading | None:
    """`half`, `a third` (of something); `half a million` is a number, not a fraction."""
    found = tables.fractions.at(lowers, at)
    if not found:
        return None
    end, value = found
    if end < len(lowers) and lowers[end] in tables.words.articles:
        scale = read_number(tokens, lowers, end + 1, tables, bare_multiplier=True)
        if scale:
            worth = round(value * scale[1])
            return Reading(scale[0], worth, worth, "exact")
        end += 1
    words = " ".join(lowers[at : found[0]])
    if words in tables.words.fractions_need_base and not (end < len(lowers) and lowers[end] in tables.words.linkers):
        return None
    return Reading(found[0], value, value, "fraction")


def _read_range(tokens: Sequence[Token], lowers: Sequence[str], at: int, tables: NumberTables) -> Reading | None:
    """`between 50 and 70`, `50-70`, `50 to 70`; the first end borrows the second's multiplier ("2 to 3 million")."""
    words = tables.words
    opener = words.ranges.get(lowers[at])
    if not opener and at > 0 and lowers[at - 1] in words.ranges:
        return None  # "from 58 to 60" tells of two figures
    start = at + 1 if opener else at
    left = read_number(tokens, lowers, start, tables)
    if not left or left[0] >= len(lowers):
        return None
    mark = lowers[left[0]]
    if not (mark == opener if opener else mark in words.range_marks):
        return None
    begin = left[0] + 1
    glued = mark not in ("-", "–") or (
        tokens[begin - 1].start == tokens[begin - 2].end
        and begin < len(tokens)
        and tokens[begin].start == tokens[begin - 1].end
    )
    share_left = tables.percent.at(lowers, left[0])
    right = read_number(tokens, lowers, begin, tables) if glued else None
    if not right or share_left:
        return None
    low, high = left[1], right[1]
    scale = words.multipliers.get(lowers[right[0] - 1], 1) if right[0] - begin > 1 else 1
    if low < high and left[0] - start == 1 and low * scale <= high and scale > 1:
        low *= scale
    if not low < high or opener in words.range_marks:
        return None
    share = tables.percent.at(lowers, right[0])
    if share:
        return Reading(share[0], low / 100, high / 100, "share", "between")
    return Reading(right[0], low, high, "exact", "between")


def parse_digits(text: str, tables: NumberTables) -> Number | None:
    """The worth of digits with separators, or None where they group oddly ("1,23")."""
    text = "".join(text.split())
    head, mark, tail = text.rpartition(tables.decimal)
    whole, decimals = (head, tail) if mark and not (len(tail) == 3 and tables.decimal in head) else (text, "")
    for group in tables.grouping:
        parts = whole.split(group)
        if len(parts) > 1:
            indian = all(len(part) == 2 for part in parts[1:-1]) and len(parts[-1]) == 3
            if not (indian or all(len(part) == 3 for part in parts[1:])) or len(parts[0]) > 3:
                return None
            whole = "".join(parts)
    if not whole.isdecimal() or (decimals and not decimals.isdecimal()):
        return None
    return float(f"{whole}.{decimals}") if decimals else int(whole)


def read_number(
    tokens: Sequence[Token], lowers: Sequence[str], at: int, tables: NumberTables, *, bare_multiplier: bool = False
) -> tuple[int, Number] | None:
    """An exact number at token `at`: its end and worth. `bare_multiplier` allows "million" alone (after "half a")."""
    if at >= len(lowers):
        return None
    words = tables.words
    if lowers[at][0].isdigit():
        value = parse_digits(lowers[at], tables)
        return None if value is None else _scaled(tokens, lowers, at + 1, value, tables)
    if bare_multiplier and lowers[at] in words.multipliers:
        return at + 1, words.multipliers[lowers[at]]
    if lowers[at] in words.articles:
        follows = lowers[at + 1] if at + 1 < len(lowers) else ""
        if follows in words.collectives:
            return at + 2, words.collectives[follows]
        if follows in words.multipliers and len(follows) > 1:
            return _scaled(tokens, lowers, at + 1, 1, tables)
        return None
    return _read_words(tokens, lowers, at, tables)


def _read_words(
    tokens: Sequence[Token], lowers: Sequence[str], at: int, tables: NumberTables
) -> tuple[int, Number] | None:
    """Words such as "two hundred and five", "twenty-two", "three dozen"."""
    words = tables.words
    total, current, end, last = 0, 0, at, 0
    while end < len(lowers):
        worth = _cardinal(lowers[end], words.cardinals)
        multiplier = words.multipliers.get(lowers[end]) if len(lowers[end]) > 1 else None
        if worth is not None and (end == at or (0 < worth < 100 and not last) or last >= 100 or last > worth >= 1 and last >= 20 > worth):
            current += worth
            last = worth
        elif multiplier and end > at:
            current = (current or 1) * multiplier
            if multiplier >= 1000:
                total, current = total + current, 0
            last = multiplier
        elif lowers[end] in words.collectives and end > at and current < 20:
            return end + 1, total + current * words.collectives[lowers[end]]
        elif lowers[end] in words.joiners and last >= 100 and _joins(lowers, end + 1, words.cardinals):
            pass
        else:
            break
        end += 1
    return (end, total + current) if end > at else None


def _joins(lowers: Sequence[str], at: int, cardinals: dict[str, int]) -> bool:
    worth = _cardinal(lowers[at], cardinals) if at < len(lowers) else None
    return worth is not None and worth < 100


def _cardinal(word: str, cardinals: dict[str, int]) -> int | None:
    """A plain or hyphenated cardinal: "five", "twenty-two"."""
    if word in cardinals:
        return cardinals[word]
    tens, mark, unit = word.partition("-")
    if mark and cardinals.get(tens, 0) >= 20 and 0 < cardinals.get(unit, 0) < 10:
        return cardinals[tens] + cardinals[unit]
    return None


def _scaled(
    tokens: Sequence[Token], lowers: Sequence[str], at: int, value: Number, tables: NumberTables
) -> tuple[int, Number]:
    """A number with the multiplier words after it ("2.3 million", "10 lakh", "199K")."""
    while at < len(lowers):
        glued = at > 0 and tokens[at].start == tokens[at - 1].end
        scale = tables.words.attached.get(lowers[at]) if glued else None
        scale = scale or (tables.words.multipliers.get(lowers[at]) if len(lowers[at]) > 1 else None)
        scale = scale or (tables.words.collectives.get(lowers[at]) if value < 20 and lowers[at] == "dozen" else None)
        if not scale:
            break
        value = round(value * scale, 6)
        at += 1
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return at, value


def _with_amount(
    tokens: Sequence[Token], lowers: Sequence[str], at: int, read: Reading, tables: NumberTables
) -> Quantity:
    """The quantity with its amount words, which open or move its bounds."""
    begin, qualifier = at, ""
    scan = at
    while scan > 0 and read.kind != "zero":
        amount = tables.before.ending(lowers, scan)
        if amount:
            begin, qualifier = amount
            break
        passed = tables.transparent.ending(lowers, scan)
        if not passed:
            break
        scan = passed[0]
    stop = read.last
    if not qualifier:
        after = tables.after.at(lowers, stop)
        if after:
            stop, qualifier = after
    word = " ".join(lowers[at : read.last])
    low, high, named = bounded(read.low, read.high, qualifier or read.qualifier, read.qualifier)
    return Quantity(at, read.last, begin, stop, low, high, named, read.kind, word)


def bounded(
    low: Number | None, high: Number | None, qualifier: str, own: str
) -> tuple[Number | None, Number | None, str]:
    """Bounds under a qualifier: "more than 160" is 160 and open, "up to 50" open and 50; vague words stay vague."""
    if own == "vague":
        return low, high, "vague"
    if own == "between" and qualifier in ("about", "nearly", "between"):
        return low, high, "between"
    if qualifier in ("at_least", "more_than"):
        return low, None, qualifier
    if qualifier in ("up_to", "fewer_than"):
        return None, high, qualifier
    return low, high, qualifier
