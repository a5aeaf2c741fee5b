"""Capturing sources: the bytes as they are, with their SHA-256 and the time of capture."""

import hashlib
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, NamedTuple

from recuento.model import Problem, Source
from recuento.read.options import ReadOptions
from recuento.read.problems import problem

CHUNK = 1 << 20


class Content(NamedTuple):
    """The bytes of a source with what was declared of them, or the problem met instead."""

    content: bytes
    media_type: str | None = None
    charset: str | None = None
    problem: Problem | None = None


class Line(NamedTuple):
    """One line of a file.

    Its number from 1, and its bytes without line end; None where it is over the limit.
    """

    number: int
    content: bytes | None


def capture(content: bytes, name: str, media_type: str, options: ReadOptions) -> Source:
    """The frozen source of some bytes."""
    captured = options.captured or datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    digest = hashlib.sha256(content).hexdigest()
    return Source(name=name, content=content, sha256=digest, media_type=media_type, captured=captured)


def open_input(locator: str, name: str) -> BinaryIO | Problem:
    """A file, or standard input for `-`, opened for bytes; or the problem, naming it `name`."""
    if locator == "-":
        return sys.stdin.buffer
    try:
        return Path(locator).open("rb")
    except FileNotFoundError:
        return problem("not-found", name, "no such file")
    except (OSError, ValueError) as error:
        return problem("unreadable", name, _reason(error))


def read_all(stream: BinaryIO, name: str, limit: int, head: bytes = b"") -> Content:
    """What is left in a stream behind `head`, unless it is more than `limit` bytes in all."""
    try:
        content = head + stream.read(max(limit + 1 - len(head), 0))
    except (OSError, ValueError) as error:
        return Content(b"", problem=problem("unreadable", name, _reason(error)))
    return Content(content, problem=too_large(name, limit) if len(content) > limit else None)


def read_lines(stream: BinaryIO, limit: int, head: bytes = b"") -> Iterator[Line]:
    """The lines of a stream that are not blank.

    At most one line is held, and none over `limit` bytes. Raises OSError.
    """
    rest, number, over = head, 0, False
    while True:
        chunk = stream.read(CHUNK)
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            number += 1
            if over or len(line) > limit:
                yield Line(number, None)
            elif line.strip():
                yield Line(number, line.removesuffix(b"\r"))
            over = False
        if len(rest) > limit:
            rest, over = b"", True
        if not chunk:
            break
    if over or rest.strip():
        yield Line(number + 1, None if over else rest.removesuffix(b"\r"))


def too_large(name: str, limit: int) -> Problem:
    """The problem of a source over a limit in bytes."""
    return problem("too-large", name, f"more than {limit:,} bytes")


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
