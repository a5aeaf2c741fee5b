"""The best sequence of labels by the scores of each and of each step: Viterbi's, exact.

Most words are settled by their own score: where another label can't win whatever stands beside it, it is
left out. What remains is searched in runs between words
that are settled.

Method: Viterbi (1967), Error bounds for convolutional codes.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from operator import itemgetter

import numpy as np

from recuento.extract.tagweights import Rows

LEAST = -1e300
TOTAL = itemgetter(1)
Trail = list[
    tuple[int, float, int]
]  # of one word: labels, the total with each, which of the last it came from


class Steps:
    """What each step from one label to another is worth, and how much a label can gain by its neighbours.

    One more label stands outside the sentence; its steps are worth nothing.
    """

    def __init__(self, transitions: Rows) -> None:
        size = len(transitions)
        # [better, other]: the most that steps from any label, and to any, can do for the other
        into = (transitions[:, None, :] - transitions[:, :, None]).max(axis=0)
        out = (transitions[None, :, :] - transitions[:, None, :]).max(axis=2)
        self.gain: list[list[float]] = np.maximum(out, 0).tolist()
        self.swing: Rows = np.maximum(into, 0) + np.maximum(out, 0)
        self.outside = size
        padded = np.zeros((size + 1, size + 1))
        padded[:size, :size] = transitions
        self.to: list[list[float]] = padded.T.tolist()
        self.bits = 1 << np.arange(size)
        self.labels = cache(self._labels)

    def _labels(self, bits: int) -> tuple[int, ...]:
        """`labels(bits)`: the labels whose bits are set."""
        return tuple(label for label in range(self.outside) if bits >> label & 1)


def best_path(scores: Rows, outside: Sequence[int], steps: Steps) -> list[int]:
    """The labels of the best path through the rows of `scores`; `outside` are the rows between sentences.

    The first row and the last must be outside.
    """
    best = scores.argmax(axis=1)
    alive = scores >= scores.max(axis=1)[:, None] - steps.swing.take(best, axis=0)
    unsure = alive.sum(axis=1) > 1
    unsure[outside] = False
    best[outside] = steps.outside
    labels: list[int] = best.tolist()
    rows = np.flatnonzero(unsure)
    choices = list(map(steps.labels, (alive[rows] @ steps.bits).tolist()))
    worth: list[list[float]] = scores[rows].tolist()
    for first, last in runs(rows.tolist()):
        start, end = rows[first] - 1, rows[last - 1] + 1
        trail = search(choices[first:last], worth[first:last], labels[start], steps)
        labels[start + 1 : end] = traced(trail, labels[end], steps)
    return labels


def runs(rows: list[int]) -> Iterator[tuple[int, int]]:
    """The stretches of rows that follow one another: from which place in the list to before which."""
    first = 0
    for at, row in enumerate(rows, 1):
        if at == len(rows) or rows[at] != row + 1:
            yield first, at
            first = at


def search(
    choices: Sequence[tuple[int, ...]], worth: Sequence[list[float]], before: int, steps: Steps
) -> list[Trail]:
    """What each label of a run reaches after the settled label before it.

    A label that is behind by more than its next step can gain is left out at once: mostly one remains.
    """
    reached: Trail = [(before, 0.0, 0)]
    trail = []
    for labels, scores in zip(choices, worth, strict=True):
        totals = []
        for label in labels:
            to, top, came = steps.to[label], LEAST, 0
            for place, (earlier, total, _) in enumerate(reached):
                if (reaching := total + to[earlier]) > top:
                    top, came = reaching, place
            totals.append((label, top + scores[label], came))
        ahead, least, _ = max(totals, key=TOTAL)
        gain = steps.gain[ahead]
        reached = [one for one in totals if one[1] + gain[one[0]] >= least]
        trail.append(reached)
    return trail


def traced(trail: Sequence[Trail], after: int, steps: Steps) -> list[int]:
    """The best labels of a run that ends before a settled label."""
    to = steps.to[after]
    label, _, came = max(trail[-1], key=lambda one: one[1] + to[one[0]])
    found = [label]
    for earlier in reversed(trail[:-1]):
        label, _, came = earlier[came]
        found.append(label)
    return found[::-1]
