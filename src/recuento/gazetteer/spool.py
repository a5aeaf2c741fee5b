"""Pairs of a hash and a number, too many for memory: parted by the hash into buckets of one scratch file.

Names hash evenly, so every bucket holds its share and can be sorted by itself; buckets in turn are all pairs
in order. No merging is needed.
"""

from array import array
from collections.abc import Iterator
from pathlib import Path

BUCKETS = 256  # by the first eight bits; at 100 million pairs 400,000 a bucket
SHIFT = 56
FULL = 4096  # numbers a bucket holds in memory before they are written: 8 MB for all buckets
LOW = 2**32 - 1


class Spool:
    """Takes pairs of a 64-bit hash and a 32-bit number in any order, and gives each back once, sorted."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w+b")
        self._held = [array("Q") for _ in range(BUCKETS)]
        self._chunks: list[list[tuple[int, int]]] = [[] for _ in range(BUCKETS)]  # where each lies, its bytes
        self._end = 0

    def add(self, hashed: int, number: int) -> None:
        """Take a pair."""
        bucket = self._held[hashed >> SHIFT]
        bucket.append(hashed)
        bucket.append(number)
        if len(bucket) >= FULL:
            self._write(hashed >> SHIFT)

    def _write(self, at: int) -> None:
        content = self._held[at].tobytes()
        self._file.write(content)
        self._chunks[at].append((self._end, len(content)))
        self._end += len(content)
        del self._held[at][:]

    def sorted(self) -> Iterator[list[int]]:
        """For each bucket in turn its pairs as `hash << 32 | number`, sorted."""
        for at in range(BUCKETS):
            pairs = array("Q")
            for start, size in self._chunks[at]:
                self._file.seek(start)
                pairs.frombytes(self._file.read(size))
            pairs += self._held[at]
            yield sorted(
                {hashed << 32 | number for hashed, number in zip(pairs[::2], pairs[1::2], strict=True)}
            )

    def close(self) -> None:
        """Let the file go."""
        self._file.close()
