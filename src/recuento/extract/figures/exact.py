"""Exact numbers: digits, words, and both together ("8,005", "two hundred and five", "2.3 million", "10
lakh").
"""

from recuento.extract.figures.numberwords import NumberTables
from recuento.extract.figures.quantity import Line, Number

MARKS = ".,"
ZEROS = "000"  # as decimals nobody writes them
LARGEST = 10**15  # what is written larger is no count of anything here (a serial number, a slip)
LONGEST = 4000  # characters of digits; longer ones Python does not turn into a number
COLLECTIVES_BELOW = 20  # "three dozen" and "5 dozen" are counts; larger numbers are not followed by one


def parse_digits(text: str, tables: NumberTables) -> Number | None:
    """The worth of digits with separators, or None where they group oddly ("1,23")."""
    text = "".join(text.split())
    decimal = tables.decimal or _decimal_of(text)
    head, mark, tail = text.rpartition(decimal) if decimal else ("", "", text)
    split = bool(mark) and not (len(tail) == 3 and decimal in head)
    whole: str | None = head if split else text
    decimals = tail if split else ""
    for group in tables.grouping:
        whole = _ungrouped(whole, group) if whole is not None else None
    if (
        whole is None
        or not whole.isdecimal()
        or (decimals and not decimals.isdecimal())
        or len(text) > LONGEST
    ):
        return None
    return float(f"{whole}.{decimals}") if decimals else int(whole)


def _decimal_of(text: str) -> str:
    """The decimal mark of digits in a text without a habit: the last mark, unless it parts thousands."""
    marks = [sign for sign in text if sign in MARKS]
    if not marks or (len(set(marks)) == 1 and len(text.rpartition(marks[-1])[2]) == 3):
        return ""
    return marks[-1]


def is_either(text: str) -> bool:
    """Whether digits with one mark may be thousands or, by another habit, have three decimals ("1.200")."""
    whole, mark, tail = text.replace(",", ".").partition(".")
    return (
        bool(mark)
        and 1 <= len(whole) <= 3
        and whole[0] != "0"
        and len(tail) == 3
        and tail.isdecimal()
        and tail != ZEROS
    )


def _ungrouped(digits: str, mark: str) -> str | None:
    """Digits without a grouping mark, or None where the groups are neither of three nor Indian (1,00,000)."""
    first, *rest = digits.split(mark)
    if not rest:
        return digits
    indian = all(len(part) == 2 for part in rest[:-1]) and len(rest[-1]) == 3
    if len(first) > 3 or not (indian or all(len(part) == 3 for part in rest)):
        return None
    return "".join((first, *rest))


def read_number(line: Line, at: int, *, bare_multiplier: bool = False) -> tuple[int, Number] | None:
    """An exact number at token `at`: its end and worth. `bare_multiplier` allows "million" alone (after "half
    a").
    """
    found = _read(line, at, bare_multiplier=bare_multiplier) if at < len(line.lowers) else None
    found = _with_half(line, found) if found is not None else None
    return found if found is not None and found[1] <= LARGEST else None


def _with_half(line: Line, found: tuple[int, Number]) -> tuple[int, Number]:
    """A number with half of its last word more: "two millions and a half" where a language says so."""
    end, value = found
    half = line.tables.half_after.at(line.lowers, end)
    scale = line.tables.scale_of(line.lower(end - 1)) if half else None
    return (half[0], value + round(half[1] * scale)) if half and scale else found


def _read(line: Line, at: int, *, bare_multiplier: bool) -> tuple[int, Number] | None:
    lower, words = line.lowers[at], line.tables.words
    if lower[0].isdigit():
        value = parse_digits(lower, line.tables)
        return None if value is None else _scaled(line, at + 1, value)
    if bare_multiplier and lower in words.multipliers:
        return at + 1, words.multipliers[lower]
    if lower in words.articles:
        follows = line.lower(at + 1)
        if follows in words.collectives:
            return at + 2, words.collectives[follows]
        if follows in words.multipliers and len(follows) > 1:
            return _scaled(line, at + 1, 1)
        if lower not in words.cardinals:
            return None
    return _read_words(line, at)


def _read_words(line: Line, at: int) -> tuple[int, Number] | None:
    """Words such as "two hundred and five", "twenty-two", "three dozen"."""
    words = line.tables.words
    total, current, end, last = 0, 0, at, 0
    while end < len(line.lowers):
        lower = line.lowers[end]
        worth = _cardinal(lower, words.cardinals)
        multiplier = words.multipliers.get(lower) if len(lower) > 1 else None
        if worth is not None and (end == at or _adds(worth, last)):
            current += worth
            last = worth
        elif multiplier and (end > at or lower in words.bare_multipliers):
            current = (current or 1) * multiplier
            if multiplier >= 1000:
                total, current = total + current, 0
            last = multiplier
        elif lower in words.collectives and end > at and current < COLLECTIVES_BELOW:
            return end + 1, total + current * words.collectives[lower]
        elif lower in words.bare_multipliers and end == at:
            return end + 1, words.collectives[lower]
        elif not (lower in words.joiners and _joins(line, end + 1, last)):
            break
        end += 1
    return _added(line, end, total + current, last) if end > at else None


def _adds(worth: int, last: int) -> bool:
    """Whether a cardinal goes on with a number whose last word was worth `last`: "twenty two", "hundred
    five".
    """
    return (0 < worth < 100 and not last) or last >= 100 or (last > worth >= 1 and last >= 20 > worth)


def _joins(line: Line, at: int, last: int) -> bool:
    """Whether a joiner goes on with the number: after hundreds, or, as in "treinta y dos", between tens and
    ones.
    """
    worth = _cardinal(line.lower(at), line.tables.words.cardinals)
    if line.tables.words.joiner_after == "tens":
        return worth is not None and 0 < worth < 10 and 30 <= last < 100 and last % 10 == 0
    return last >= 100 and worth is not None and worth < 100


def _added(line: Line, at: int, value: Number, scale: int) -> tuple[int, Number]:
    """A number with digits added to its last multiplier, where a language writes so: "3 mil 500"."""
    follows = line.lower(at)
    if not line.tables.words.bare_multipliers or scale < 1000 or not follows[:1].isdigit():
        return at, value
    more = parse_digits(follows, line.tables)
    if more is None or line.tables.marked(follows):
        return at, value
    end, more = _scaled(line, at + 1, more)
    return (end, value + more) if more < scale else (at, value)


def _cardinal(word: str, cardinals: dict[str, int]) -> int | None:
    """A plain or hyphenated cardinal: "five", "twenty-two"."""
    if word in cardinals:
        return cardinals[word]
    tens, mark, unit = word.partition("-")
    if mark and cardinals.get(tens, 0) >= 20 and 0 < cardinals.get(unit, 0) < 10:
        return cardinals[tens] + cardinals[unit]
    return None


def _scaled(line: Line, at: int, value: Number) -> tuple[int, Number]:
    """A number with the multiplier words after it ("2.3 million", "10 lakh", "199K")."""
    last = 0
    while at < len(line.lowers):
        scale = _scale(line, at, value)
        if not scale:
            break
        value, last = round(value * scale, 6), scale
        at += 1
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _added(line, at, value, last)


def _scale(line: Line, at: int, value: Number) -> int | None:
    lower, words = line.lowers[at], line.tables.words
    scale = words.attached.get(lower) if line.glued(at) else None
    scale = scale or (words.multipliers.get(lower) if len(lower) > 1 else None)
    dozens = value < COLLECTIVES_BELOW and lower in words.collectives_after_digits
    return scale or (words.collectives.get(lower) if dozens else None)
