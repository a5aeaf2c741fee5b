"""JSON Lines: a report a line; each line is a source of its own, so one report is one source."""

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from recuento.model import Problem, Source
from recuento.read.capture import capture, read_lines, too_large
from recuento.read.decode import canonical, decode
from recuento.read.draft import Draft, Reading
from recuento.read.kinds import LINES
from recuento.read.options import ReadOptions
from recuento.read.problems import problem

OPTIONAL = ("title", "published", "language", "url", "outlet", "author", "place")


def read_records(
    stream: BinaryIO, name: str, options: ReadOptions, head: bytes = b""
) -> Iterator[tuple[str, Source, Draft] | Problem]:
    """Id, source and draft of each line of a stream, or its problems, in order; one line is held at a time.

    `head` is bytes already taken from the stream.
    """
    lines = read_lines(stream, options.max_bytes, head)
    while True:
        try:
            line = next(lines, None)
        except (OSError, ValueError) as error:
            yield problem("unreadable", name, f"reading stopped ({error})")
            return
        if line is None:
            return
        where = f"{name}:{line.number}"
        if line.content is None:
            yield too_large(where, options.max_bytes)
            continue
        source = capture(line.content, where, LINES, options)
        report, reading = read_record(source)
        yield from reading.problems
        if report is not None and reading.draft is not None:
            yield report, source, reading.draft


def read_record(source: Source) -> tuple[str | None, Reading]:
    """The report's id and draft from one line."""
    text, trouble = decode(source.content, source.name)
    problems = (trouble,) if trouble else ()
    if text is None:
        return None, Reading(None, problems)
    try:
        fields: dict[str, Any] = msgspec.json.decode(text, type=dict[str, Any])
    except (msgspec.DecodeError, RecursionError) as error:
        return None, Reading(
            None, (*problems, problem("bad-json", source.name, f"not read as JSON ({error})"))
        )
    report = fields.get("id")
    if isinstance(report, int) and not isinstance(report, bool):
        report = str(report)
    lacking = [
        name for name, value in (("id", report), ("text", fields.get("text"))) if not isinstance(value, str)
    ]
    if lacking or not isinstance(report, str) or not report:
        names = " and ".join(lacking or ["id"])
        return None, Reading(
            None, (*problems, problem("missing-field", source.name, f"{names} missing or not text"))
        )
    body = canonical(fields["text"])
    if not body.strip():
        return None, Reading(
            None, (*problems, problem("empty", source.name, f"the text of {report!r} is empty"))
        )
    declared = {
        name: value for name in OPTIONAL if isinstance(value := fields.get(name), str) and value.strip()
    }
    return report, Reading(Draft(text=body, **declared), problems)
