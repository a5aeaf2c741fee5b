"""Quantities: where a number stands in a sentence and what it is worth, with the words around it that bound
it.
"""

from collections.abc import Sequence

from recuento.extract.figures.numberwords import Marks, number_tables
from recuento.extract.figures.quantity import Line, Number, Quantity, Reading
from recuento.extract.figures.values import read_value
from recuento.extract.tokens import Token
from recuento.language import Pack
from recuento.vocabulary import Profile

OPEN_ABOVE = ("at_least", "more_than")
OPEN_BELOW = ("up_to", "fewer_than")
NEAR = ("about", "nearly", "between")


def find_quantities(
    tokens: Sequence[Token], pack: Pack, profile: Profile, marks: Marks | None = None
) -> list[Quantity]:
    """The quantities of a sentence, left to right, none overlapping another.

    Everything that is a number counts here, also years and ages: `screen.py` tells what counts people or
    property. `marks` are those of the text, where it has habits of its own.
    """
    line = Line(tokens, [token.lower for token in tokens], number_tables(pack, marks))
    found: list[Quantity] = []
    starts, free = line.tables.starts, 0
    for at in [k for k, word in enumerate(line.lowers) if word in starts or word[0].isdigit() or "-" in word]:
        read = read_value(line, at, profile) if at >= free else None
        if read is None:
            continue
        quantity = _with_amount(line, at, read)
        if found and quantity.begin <= found[-1].first and found[-1].word in line.tables.words.singular:
            found.pop()  # the article of "un mínimo de 60"
        if not (found and quantity.begin < found[-1].last):
            found.append(quantity)
        free = max(read.last, quantity.stop)
    return found


def _with_amount(line: Line, at: int, read: Reading) -> Quantity:
    """The quantity with its amount words, which open or move its bounds."""
    begin, qualifier = (at, "") if read.kind == "zero" else _amount_before(line, at)
    stop = read.last
    if not qualifier:
        stop, qualifier = line.tables.after.at(line.lowers, stop) or (stop, "")
    word = " ".join(line.lowers[at : read.last])
    low, high, named = bounded(read.low, read.high, qualifier or read.qualifier, read.qualifier)
    return Quantity(at, read.last, begin, stop, low, high, named, read.kind, word)


def _amount_before(line: Line, at: int) -> tuple[int, str]:
    """Where the amount words before a number begin, and their qualifier; words that change nothing are passed
    over.
    """
    scan = at
    while scan > 0:
        amount = line.tables.before.ending(line.lowers, scan)
        if amount:
            return amount
        passed = line.tables.transparent.ending(line.lowers, scan)
        if not passed:
            break
        scan = passed[0]
    return at, ""


def bounded(
    low: Number | None, high: Number | None, qualifier: str, own: str
) -> tuple[Number | None, Number | None, str]:
    """Bounds under a qualifier: "more than 160" is 160 and open, "up to 50" open and 50; vague words stay
    vague.
    """
    if own == "vague":
        return low, high, "vague"
    if own == "between" and qualifier in NEAR:
        return low, high, "between"
    if qualifier in OPEN_ABOVE:
        return low, None, qualifier
    if qualifier in OPEN_BELOW:
        return None, high, qualifier
    return low, high, qualifier
