"""The problems of a series file: each has a slug and says what was done and what to do."""

from recuento.model import Problem

SLUGS = {
    "series-encoding": "The file is not UTF-8 and was read as Windows-1252: save it as UTF-8.",
    "series-damaged-csv": "The rest of the file can't be read as CSV: mend the line named.",
    "series-ragged-row": "The row has more or fewer cells than the header, and was left out: mend it.",
    "series-bad-date": "The row has no readable date, and was left out: write dates as YYYY-MM-DD.",
    "series-bad-number": "The cell is no whole number, so unknown: mend it, or set the decimal mark.",
    "series-bad-qualifier": "The qualifier is not known; the row counts as approximate: mend it.",
    "series-duplicate-date": "A date stands in several rows; all are kept: see which of them holds.",
    "series-unsorted": "The rows are not in order of date and were sorted: see that no date is wrong.",
    "series-gap": "Days are missing; nothing was filled in: a report of such a day finds no match.",
    "series-correction": "A running toll falls; all is kept: see whether the source corrected itself.",
    "series-skipped": "Rows were left out as told; no figure is matched on them.",
    "series-empty": "No row is left to match on: see the file and what is skipped.",
}


def problem(slug: str, source: str, detail: str) -> Problem:
    """A problem of a series, its detail first and then what to do. Raises KeyError for an unknown slug."""
    return Problem(slug=slug, source=source, message=f"{source}: {detail}. {SLUGS[slug]}")
