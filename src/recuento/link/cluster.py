"""From scored pairs to incidents: average linkage, so that no chain of weak links draws strangers together.

Hierarchical clustering with group averages (Sokal and Michener 1958), over the compared pairs only; the
average of two groups that were not compared is taken over a few members of each. What people judged is kept
whatever the scores.
"""

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from recuento.link.batch import Floats, Integers

EDGE = -4.0  # what speaks against more strongly than this is forgotten, and compared again where groups meet
AT_ONCE = 10_000  # groups averaged together: about 40 MB
MEMBERS = 6  # members of a group that speak for it where two groups were not compared: at most 36 pairs
Scorer = Callable[[Integers, Integers], Floats]


@dataclass
class Group:
    """Accounts that are one incident so far, by rank; what may not join them; how near other groups are."""

    members: list[int]
    reports: set[int]
    barred: set[int] = field(default_factory=set)
    near: dict[int, float] = field(default_factory=dict)


class Clustering:
    """Groups of accounts that are merged, the nearest two first, until none is near enough.

    Accounts are numbers in an order that follows from their content; `reports` tells the report of each, and
    two accounts of one report are never one incident. `scorer` compares pairs that were not compared yet.
    """

    def __init__(self, reports: Sequence[int], scorer: Scorer) -> None:
        self.groups = {n: Group([n], {report}) for n, report in enumerate(reports)}
        self._scorer = scorer
        self._scores: Mapping[tuple[int, int], float] = {}
        self._next = len(reports)
        self._held = {n: n for n in self.groups}  # the group of each account

    def bar(self, apart: Iterable[tuple[int, int]]) -> None:
        """Keep pairs apart, whatever their scores."""
        for left, right in apart:
            self.groups[self._held[left]].barred.add(right)
            self.groups[self._held[right]].barred.add(left)

    def join(self, together: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Put pairs together; gives those that can't be, since others were to be kept apart."""
        refused = []
        for left, right in together:
            one, two = self._held[left], self._held[right]
            if one == two:
                continue
            if self._barred(self.groups[one], self.groups[two]):
                refused.append((left, right))
            else:
                self._merge(one, two)
        return refused

    def run(self, scores: Mapping[tuple[int, int], float]) -> list[list[int]]:
        """The groups, each sorted, in the order of their first members."""
        self._scores = scores
        pairs = {tuple(sorted((self._held[left], self._held[right]))) for left, right in scores}
        apart = sorted((one, two) for one, two in pairs if one != two)
        for at in range(0, len(apart), AT_ONCE):
            some = apart[at : at + AT_ONCE]
            members = [(self.groups[one].members, self.groups[two].members) for one, two in some]
            for (one, two), value in zip(some, self._averages(members), strict=True):
                self.groups[one].near[two] = self.groups[two].near[one] = value
        near = [(one, two) for one, group in self.groups.items() for two in group.near if one < two]
        queue = [self._entry(one, two) for one, two in near if self.groups[one].near[two] >= 0]
        heapq.heapify(queue)
        while queue:
            _, _, one, two = heapq.heappop(queue)
            left, right = self.groups.get(one), self.groups.get(two)
            if left is None or right is None or not self._may_join(left, right):
                continue
            made = self._merge(one, two)
            for other, value in self.groups[made].near.items():
                if value >= 0:
                    heapq.heappush(queue, self._entry(made, other))
        return sorted(sorted(group.members) for group in self.groups.values())

    def _entry(self, one: int, two: int) -> tuple[float, tuple[int, int], int, int]:
        """Nearest first, then by the first members, so that the order of arrival decides nothing."""
        first, second = self.groups[one].members[0], self.groups[two].members[0]
        ranks = (min(first, second), max(first, second))
        return -self.groups[one].near[two], ranks, one, two

    def _may_join(self, left: Group, right: Group) -> bool:
        return not self._barred(left, right) and left.reports.isdisjoint(right.reports)

    def _barred(self, left: Group, right: Group) -> bool:
        return not left.barred.isdisjoint(right.members) or not right.barred.isdisjoint(left.members)

    def _merge(self, one: int, two: int) -> int:
        left, right = self.groups.pop(one), self.groups.pop(two)
        made, self._next = self._next, self._next + 1
        group = Group(sorted(left.members + right.members), left.reports | right.reports)
        group.barred = left.barred | right.barred
        others = sorted((set(left.near) | set(right.near)) - {one, two})
        missing = [(old, other) for other in others for old in (left, right) if other not in old.near]
        found = self._averages([(old.members, self.groups[other].members) for old, other in missing])
        for (old, other), value in zip(missing, found, strict=True):
            old.near[other] = value
        sizes = len(left.members), len(right.members)
        for other in others:
            theirs = self.groups[other].near
            theirs.pop(one, None)
            theirs.pop(two, None)
            # The average of a merged group to another (Lance and Williams).
            value = (left.near[other] * sizes[0] + right.near[other] * sizes[1]) / sum(sizes)
            if value >= EDGE:
                group.near[other] = theirs[made] = round(value, 6)
        self.groups[made] = group
        for member in group.members:
            self._held[member] = made
        return made

    def _averages(self, sides: Sequence[tuple[Sequence[int], Sequence[int]]]) -> list[float]:
        """The average of each two groups over a few members of both, comparing what was not compared."""
        some = [[(min(a, b), max(a, b)) for a in _few(left) for b in _few(right)] for left, right in sides]
        rest = sorted({pair for pairs in some for pair in pairs if pair not in self._scores})
        known: dict[tuple[int, int], float] = {}
        if rest:
            numbers = np.array(rest, np.int64)
            known = dict(zip(rest, self._scorer(numbers[:, 0], numbers[:, 1]).tolist(), strict=True))
        return [
            round(sum(self._scores[p] if p in self._scores else known[p] for p in pairs) / len(pairs), 6)
            for pairs in some
        ]


def _few(members: Sequence[int]) -> list[int]:
    """Up to MEMBERS of a group, spread evenly over their order."""
    if len(members) <= MEMBERS:
        return list(members)
    return [members[at * (len(members) - 1) // (MEMBERS - 1)] for at in range(MEMBERS)]
