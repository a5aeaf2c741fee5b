"""Which marks a text writes its numbers with: its own habits, else those of the region it comes from.

"1.200" and "3,5 %" are of one kind, "1,200" and "3.5 %" of the other. A mark that parts three digits of a
whole count says little (a road's "km 245,200" has decimals), one with another number of digits after it much.
"""

import re
from functools import cache

import msgspec

from recuento.extract.figures.numberwords import Marks, NumberWords
from recuento.language import Pack

STRONG, WEAK = 3, 1  # votes
NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)+(?![\w]|[.,]\d)")
OTHER = {".": ",", ",": "."}
DATE_MARKS = 2


class Region(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of `regions/`: what differs where one of the names stands in a report's place or first line."""

    names: tuple[str, ...]
    decimal: str
    grouping: tuple[str, ...]


def marks_of(text: str, place: str | None, pack: Pack) -> Marks | None:
    """The marks of a text, or None where the pack has no regions: then its own hold.

    Without any habit or region the decimal mark is unknown (empty), and both marks may part thousands.
    """
    regions = _regions(pack)
    if not regions:
        return None
    decimal = _habit(text, pack.section("numbers", NumberWords)) or _of_region(
        f"{place or ''} {text.lstrip().partition(chr(10))[0][:FIRST_LINE]}", regions
    )
    others = (".", ",") if not decimal else (OTHER[decimal],)
    return Marks(decimal, (*others, *[mark for mark in pack.header.grouping if mark not in OTHER]))


FIRST_LINE = 80  # characters in which a dateline names its place


def _habit(text: str, words: NumberWords) -> str:
    """The decimal mark that the numbers of a text speak for, empty where they speak for none or for both.

    A number with three digits after its mark that may have decimals ("1.200 millones") has no vote.
    """
    not_numbers = re.compile(words.not_numbers)
    parted = sorted({*words.percent, *words.multipliers, *words.decimal_units}, key=len, reverse=True)
    scaled = re.compile(rf"\s*(?:{'|'.join(map(re.escape, parted))})(?!\w)")
    votes = {".": 0, ",": 0}
    for found in NUMBER.finditer(text):
        around = text[max(0, found.start() - 16) : found.end() + 16]
        decimal, weight = _vote(found.group())
        either = weight == WEAK and scaled.match(text, found.end())
        if weight and not either and not not_numbers.search(around):
            votes[decimal] += weight
    best = max(votes, key=lambda mark: votes[mark])
    return best if votes[best] > votes[OTHER[best]] else ""


def _vote(number: str) -> tuple[str, int]:
    """The decimal mark that one written number speaks for, and how much."""
    marks = [sign for sign in number if sign in OTHER]
    digits = number.rpartition(marks[-1])[2]
    if len(set(marks)) > 1:
        return marks[-1], STRONG
    if len(marks) > 1:
        thousands = all(len(part) == 3 for part in number.split(marks[0])[1:])
        return OTHER[marks[0]], STRONG if thousands else 0  # 23.05.2000 is a date
    if len(digits) == 3 and number[0] != "0":
        return OTHER[marks[0]], WEAK
    return marks[0], STRONG if len(digits) <= DATE_MARKS else WEAK


def _of_region(words: str, regions: tuple[Region, ...]) -> str:
    """The decimal mark of the region whose name stands in the words, empty where none or several differ."""
    named = {r.decimal for r in regions if any(re.search(rf"\b{re.escape(n)}\b", words) for n in r.names)}
    return named.pop() if len(named) == 1 else ""


@cache
def _regions(pack: Pack) -> tuple[Region, ...]:
    """The regions of a pack, in the order of their files."""
    names = sorted(path.stem for path in (pack.folder / "regions").glob("*.yml"))
    return tuple(pack.section(f"regions/{name}", Region) for name in names)
