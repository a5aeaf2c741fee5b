"""Numbers inside time expressions, in words or digits."""

from collections.abc import Iterable

from recuento.extract.times.finder import Found
from recuento.extract.times.lexicon import LEADING_DIGITS, Lexicon

VAGUE = "X"


def number_values(found: Found, slot: str, lexicon: Lexicon, classes: Iterable[str]) -> list[str]:
    """What each word of a slot means as a number, by the first of the classes that knows it; links are left
    out."""
    values = []
    for word in found.words(slot):
        digits = LEADING_DIGITS.match(word)
        if "/" in word:
            top, bottom = word.split("/")[:2]
            values.append(str(int(top) / int(bottom)) if int(bottom) else VAGUE)
        elif digits:
            values.append(
                plain_number(word, lexicon.decimal) if "." in word or "," in word else digits.group()
            )
        else:
            values += [
                lexicon.values[name][word] for name in classes if word in lexicon.values.get(name, {})
            ][:1]
    return values


def plain_number(word: str, decimal: str) -> str:
    """A number with marks inside as Python writes it, by the language's decimal mark."""
    grouping = "," if decimal == "." else "."
    return word.replace(grouping, "").replace(decimal, ".")


def count_of(found: Found, slot: str, lexicon: Lexicon) -> float | None:
    """The number a count slot says ("twenty-four", "2 1/2", "a couple"); None where it is vague or can't be
    read."""
    values = number_values(found, slot, lexicon, ("cardinal", "vague"))
    if not values or VAGUE in values:
        return None
    total, group = 0.0, 0.0
    for value in values:
        if value.count(".") > 1:
            return None
        number = float(value)
        if number in (100, 1000):
            group = max(1.0, group) * number
        else:
            group += number
    return total + group


def year_of(found: Found, slot: str, lexicon: Lexicon) -> int | None:
    """The year a slot says: four digits, words ("nineteen ninety-four", "two thousand"), or two digits of the
    last hundred years ("89" is 1989, "23" is 2023); None where it says none."""
    values = number_values(found, slot, lexicon, ("cardinal",))
    if not values or any(not value.isdigit() for value in values):
        return None
    numbers = [int(value) for value in values]
    if len(numbers) == 1:
        only = numbers[0]
        return only if only >= 100 else only + (2000 if only < 50 else 1900)
    if 10 <= numbers[0] <= 20 and numbers[1] != 100:
        return numbers[0] * 100 + sum(numbers[1:])
    if 1000 in numbers:
        at = numbers.index(1000)
        return (sum(numbers[:at]) or 1) * 1000 + sum(numbers[at + 1 :])
    return None


def ordinal_of(found: Found, slot: str, lexicon: Lexicon) -> int | None:
    """The day or rank a slot says ("3", "3rd", "third", "twenty-first"); None where it says none."""
    values = number_values(found, slot, lexicon, ("rankword", "ordinal", "cardinal", "roman"))
    return (
        sum(int(value) for value in values) if values and all(value.isdigit() for value in values) else None
    )
