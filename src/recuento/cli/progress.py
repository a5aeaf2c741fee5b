"""Progress on stderr, with an end in sight, on a terminal only."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from recuento.cli.speech import tell

T = TypeVar("T")
EVERY = 0.2  # seconds between two looks of the line
CLEAR = "\r\x1b[K"


class Progress:
    """A line such as `120 of 4,000 reports, 2 min left`, written over itself."""

    def __init__(self, total: int | None, noun: str) -> None:
        self._total, self._noun = total, noun
        self._began = self._shown = time.monotonic()

    def at(self, done: int) -> None:
        """Show how much is done, unless it was shown a moment ago."""
        now = time.monotonic()
        if now - self._shown < EVERY:
            return
        self._shown = now
        count = f"{done:,} of {self._total:,}" if self._total else f"{done:,}"
        left = (now - self._began) / done * (self._total - done) if self._total and done else None
        rest = ", " + tell(f"{duration(left)} left") if left is not None and left > 0 else ""
        sys.stderr.write(f"{CLEAR}{tell(count)} {tell(self._noun)}{rest}")
        sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away."""
        sys.stderr.write(CLEAR)
        sys.stderr.flush()


def duration(seconds: float) -> str:
    """A time as people say it: 40 s, 12 min, 3 h."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def followed(items: Iterable[T], count: Callable[[], int | None], noun: str) -> Iterator[T]:
    """The items, with progress on stderr where that is a terminal. `count` is asked only then.

    The line is away while an item is in use, so that results on the same terminal stand alone.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    progress = Progress(count(), noun)
    for done, item in enumerate(items, 1):
        progress.clear()
        yield item
        progress.at(done)
    progress.clear()
