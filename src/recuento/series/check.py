"""What a person should know of the days of a series: doubles, disorder, gaps and running tolls that fall."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from recuento.model import Problem
from recuento.series.problems import problem
from recuento.series.records import Day


def order_problems(days: Sequence[Day], columns: Sequence[str], source: str) -> Iterator[Problem]:
    """The problems of the rows in the order of the file: empty, unsorted, doubled, with gaps, falling."""
    if not days:
        yield problem("series-empty", source, "0 rows")
        return
    unsorted = [later for earlier, later in pairwise(days) if later.date < earlier.date]
    if unsorted:
        told = f"{len(unsorted)} rows come after a later date, the first in line {unsorted[0].line}"
        yield problem("series-unsorted", source, told)
    ordered = sorted(days, key=lambda day: (day.date, day.line))
    for earlier, later in pairwise(ordered):
        if earlier.date == later.date:
            told = f"{later.date} stands in lines {earlier.line} and {later.line}"
            yield problem("series-duplicate-date", source, told)
    yield from _gaps(ordered, source)
    for column in columns:
        yield from _corrections(ordered, column, source)


def _gaps(ordered: Sequence[Day], source: str) -> Iterator[Problem]:
    """One problem for all gaps (a weekly series has one after each row), with the first and the longest."""
    gaps = [(later.date - earlier.date, earlier, later) for earlier, later in pairwise(ordered)]
    gaps = [gap for gap in gaps if gap[0].days > 1]
    if gaps:
        days = sum(gap[0].days - 1 for gap in gaps)
        first, longest = gaps[0], max(gaps, key=lambda gap: gap[0])
        told = (
            f"{days} days in {len(gaps)} gaps, the first after {first[1].date} (line {first[1].line}), "
            f"the longest of {longest[0].days - 1} days from {longest[1].date} to {longest[2].date}"
        )
        yield problem("series-gap", source, told)


def _corrections(ordered: Sequence[Day], column: str, source: str) -> Iterator[Problem]:
    known = [(day, value) for day in ordered if (value := day.values[column]) is not None]
    for (earlier, before), (later, after) in pairwise(known):
        if after < before:
            told = f"{column}: {before} on {earlier.date}, {after} on {later.date} (line {later.line})"
            yield problem("series-correction", source, told)
