"""The worth of a number at a token, in the order tried: zero words, fractions, vague words, ranges, exact
numbers, sets.

A percent sign or word turns a number into a share.
"""

from recuento.extract.figures.exact import is_either, read_number
from recuento.extract.figures.quantity import Line, Number, Reading
from recuento.vocabulary import Profile

DASHES = ("-", "–")
THOUSAND = 1000


def read_value(line: Line, at: int, profile: Profile) -> Reading | None:
    """The value at token `at` without its amount words, or None; vague words are worth what the profile
    says.
    """
    tables = line.tables
    zero = tables.zeros.at(line.lowers, at)
    if zero and not tables.before.at(line.lowers, at):
        return Reading(zero[0], 0, 0, "zero")
    fraction = _read_fraction(line, at)
    if fraction:
        return fraction
    vague = tables.vague.at(line.lowers, at)
    if vague:
        low, high = profile.bounds.get(vague[1], (None, None))
        return Reading(vague[0], low, high, "vague", "vague")
    return _read_range(line, at) or _read_exact(line, at)


def _read_exact(line: Line, at: int) -> Reading | None:
    """A number, a share ("12 percent") or a set ("both")."""
    exact = read_number(line, at)
    if exact:
        end, value = exact
        share = line.tables.percent.at(line.lowers, end)
        if share:
            low = value / THOUSAND if _is_either(line, at, end) else value
            return Reading(
                share[0], low / 100, value / 100, "share", "exactly" if low == value else "between"
            )
        if _is_either(line, at, end):
            low = value / THOUSAND
            return Reading(end, int(low) if low.is_integer() else low, value, "exact", "between")
        return Reading(end, value, value, "exact", _qualifier(line, at, end))
    worth = line.tables.words.sets.get(line.lowers[at])
    return Reading(at + 1, worth, worth, "set") if worth is not None else None


def _qualifier(line: Line, first: int, end: int) -> str:
    """How a number is meant by its own words: "una veintena" is about twenty where the pack says so."""
    words = line.tables.words
    collective = any(lower in words.collectives for lower in line.lowers[first:end])
    exact = any(lower in words.exact_collectives for lower in line.lowers[first:end])
    return words.collective_qualifier if collective and not exact else "exactly"


def _is_either(line: Line, first: int, end: int) -> bool:
    """Whether digits may be thousands or decimals: neither text nor region tells which, and what follows is
    no count of whole things ("1.200 million", "1.200 hectares").
    """
    words = line.tables.words
    apart = (
        end - first > 1 or line.lower(end) in words.decimal_units or line.tables.percent.at(line.lowers, end)
    )
    return not line.tables.decimal and bool(apart) and is_either(line.lowers[first])


def _read_fraction(line: Line, at: int) -> Reading | None:
    """`half`, `a third` (of something); `half a million` is a number, not a fraction."""
    found = line.tables.fractions.at(line.lowers, at)
    if not found:
        return _read_of_every(line, at)
    end, value = found
    words = line.tables.words
    if line.lower(end) in words.articles:
        scale = read_number(line, end + 1, bare_multiplier=True)
        if scale:
            worth = round(value * scale[1])
            return Reading(scale[0], worth, worth, "exact")
        end += 1
    scale_word = line.tables.scale_of(line.lower(end)) if words.bare_multipliers else None
    if scale_word:  # "medio centenar": half a hundred
        worth = round(value * scale_word)
        return Reading(end + 1, worth, worth, "exact", _qualifier(line, end, end + 1))
    named = " ".join(line.lowers[at : found[0]])
    if named in words.fractions_need_base and line.lower(end) not in words.linkers:
        return None
    return Reading(found[0], value, value, "fraction")


def _read_of_every(line: Line, at: int) -> Reading | None:
    """`4 de cada 10`: one number of every so many."""
    part = read_number(line, at)
    link = line.tables.of_every.at(line.lowers, part[0]) if part else None
    whole = read_number(line, link[0]) if link else None
    if part is None or whole is None or not 0 < part[1] < whole[1]:
        return None
    return Reading(whole[0], part[1] / whole[1], part[1] / whole[1], "fraction")


def _read_range(line: Line, at: int) -> Reading | None:
    """`between 50 and 70`, `50-70`, `50 to 70`; the first end borrows the second's multiplier ("2 to 3
    million").
    """
    words, tables = line.tables.words, line.tables
    opener = words.ranges.get(line.lowers[at])
    if not opener and line.lower(at - 1) in words.ranges:
        return None  # "from 58 to 60" tells of two figures
    start = at + 1 if opener else at
    left = read_number(line, start)
    if not left or left[0] >= len(line.lowers):
        return None
    mark = line.lowers[left[0]]
    begin = left[0] + 1
    loose = opener not in words.range_marks and mark in words.range_marks  # "between 2,000 to 3,000"
    joined = mark == opener or loose if opener else mark in words.range_marks
    apart = mark in DASHES and not (line.glued(begin - 1) and line.glued(begin))
    right = read_number(line, begin) if joined and not apart else None
    if not right or tables.percent.at(line.lowers, left[0]) or opener in words.range_marks:
        return None
    low, high = _with_scale(line, (start, begin), left, right), right[1]
    if not low < high:
        return None
    share = tables.percent.at(line.lowers, right[0])
    if share:
        return Reading(share[0], low / 100, high / 100, "share", "between")
    return Reading(right[0], low, high, "exact", "between")


def _with_scale(
    line: Line, starts: tuple[int, int], left: tuple[int, Number], right: tuple[int, Number]
) -> Number:
    """The lower end of a range, with the multiplier of the upper end where it is one plain number: "2 to 3
    million".
    """
    multipliers = line.tables.words.multipliers
    scale = multipliers.get(line.lowers[right[0] - 1], 1) if right[0] - starts[1] > 1 else 1
    one_word = left[0] - starts[0] == 1
    return left[1] * scale if one_word and scale > 1 and left[1] < right[1] >= left[1] * scale else left[1]
