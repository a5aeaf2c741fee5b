"""Which pairs are compared at all: those that share rare words, or a cell of time and place. All bounded."""

from collections.abc import Iterator

import numpy as np

from recuento.link.batch import UNKNOWN_DAY, Batch, Integers
from recuento.link.comparisons import spread, within_span

RAREST = 24  # terms of an account that may bring it together with others, the weightiest
WHOLE = 12  # accounts that share a term are all compared up to here
WINDOW = 2  # beyond it, each with this many of its next neighbours in time
MOST = 2_000  # a term of more accounts brings none together
CELL_DEGREES = 0.5  # about 55 km; accounts are compared within a cell and across its borders
NARROW_DAYS = 7  # a date wider than this is no cell of time
CELL_WHOLE = 30  # accounts of one cell that are all compared; a hotter cell is left to shared words


def pairs(batch: Batch) -> tuple[Integers, Integers]:
    """The pairs to compare, as positions in the batch, left before right; each once, sorted."""
    size = len(batch)
    keys = np.concatenate(
        [np.zeros(0, np.int64), *(_key(left, right, size) for left, right in _all_pairs(batch))]
    )
    keys = np.unique(keys)
    left, right = keys // size, keys % size
    kept = (batch.reports[left] != batch.reports[right]) & within_span(batch, left, right)
    return left[kept], right[kept]


def _key(left: Integers, right: Integers, size: int) -> Integers:
    key: Integers = np.minimum(left, right) * size + np.maximum(left, right)
    return key


def _all_pairs(batch: Batch) -> Iterator[tuple[Integers, Integers]]:
    yield from _by_words(batch)
    yield from _by_cells(batch)


def _by_words(batch: Batch) -> Iterator[tuple[Integers, Integers]]:
    """Pairs that share one of their weightiest terms."""
    owner, at = spread(batch, np.arange(len(batch)))
    by_weight = np.lexsort((batch.rows.terms[at], -batch.rows.weights[at], owner))
    place = np.arange(len(owner)) - batch.rows.at[owner]
    kept = by_weight[place < RAREST]
    terms, owners = batch.rows.terms[at[kept]], owner[kept]
    order = np.lexsort((owners, terms))
    terms, owners = terms[order], owners[order]
    starts = np.flatnonzero(np.concatenate([[True], terms[1:] != terms[:-1]])) if len(terms) else terms
    lengths = np.diff(np.concatenate([starts, [len(terms)]]))
    for length in np.unique(lengths):
        if 1 < length <= MOST:
            yield from _within(owners, starts[lengths == length], int(length))


def _within(owners: Integers, starts: Integers, length: int) -> Iterator[tuple[Integers, Integers]]:
    """Pairs within groups of one length: all of them, or those near in time."""
    reach = length - 1 if length <= WHOLE else WINDOW
    for step in range(1, reach + 1):
        first = (starts[:, None] + np.arange(length - step)[None, :]).ravel()
        yield owners[first], owners[first + step]


def _by_cells(batch: Batch) -> Iterator[tuple[Integers, Integers]]:
    """Pairs of one day (or the next) and one place cell (or the next to it)."""
    cells: dict[tuple[int, int, int], list[int]] = {}
    found: list[tuple[int, int]] = []
    for number in range(len(batch)):
        first, last = batch.when[number].tolist()
        latitude, longitude = batch.points[number].tolist()
        if first == UNKNOWN_DAY or last - first >= NARROW_DAYS or latitude != latitude:
            continue
        row, column = int(latitude // CELL_DEGREES), int(longitude // CELL_DEGREES)
        near: set[int] = set()
        for key in _around(first, last, row, column):
            if len(held := cells.get(key, ())) <= CELL_WHOLE:
                near.update(held)
        found += [(other, number) for other in sorted(near)]
        for day in range(first, last + 1):
            cells.setdefault((day, row, column), []).append(number)
    if found:
        together = np.array(found, np.int64)
        yield together[:, 0], together[:, 1]


def _around(first: int, last: int, row: int, column: int) -> Iterator[tuple[int, int, int]]:
    for day in range(first - 1, last + 2):
        for latitude in (row - 1, row, row + 1):
            for longitude in (column - 1, column, column + 1):
                yield day, latitude, longitude
