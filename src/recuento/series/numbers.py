"""The whole numbers of a series' cells, with grouped digits read only where they can't mean anything else."""

import re

GROUPED = re.compile(r"[0-9]{1,3}(?:([,. '_])[0-9]{3})(?:\1[0-9]{3})*")
PLAIN = re.compile(r"[0-9]+")
NO_FRACTION = ("0", "00")  # as spreadsheets write whole numbers
SAME_MARKS = str.maketrans({"\u00a0": " ", "\u2009": " ", "\u202f": " ", "’": "'"})


def read_count(cell: str, decimal: str) -> int | None:
    """A count of people or things, or None where the cell is empty or no whole number.

    Grouped digits ("12,345", "12 345") are read with any one mark but the decimal one. A decimal part is read
    only where it is nothing ("120.0").
    """
    whole, mark, fraction = cell.translate(SAME_MARKS).partition(decimal)
    if mark and fraction not in NO_FRACTION:
        return None
    if PLAIN.fullmatch(whole):
        return int(whole)
    grouped = GROUPED.fullmatch(whole)
    return int(whole.replace(grouped[1], "")) if grouped is not None else None
