"""The read stage as a stream: from locators to reports and problems, one at a time, in a fixed order."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from recuento.model import Problem, Report, Source, UsageError
from recuento.read.capture import capture, open_input, read_all, too_large
from recuento.read.draft import Draft
from recuento.read.ids import Ids
from recuento.read.kinds import LINES, PAGES, is_of_other_kind, kind_of_name, sniffed
from recuento.read.language import language_code
from recuento.read.lines import read_records
from recuento.read.locators import Input, expand, is_address
from recuento.read.options import DEFAULTS, ReadOptions
from recuento.read.problems import problem
from recuento.read.readers import MODULES, reader
from recuento.read.report import edtf_date, finish

HEAD = 65_536
COUNTED = 1 << 20


def read_sources(locators: Sequence[str], options: ReadOptions = DEFAULTS) -> Iterator[Report | Problem]:
    """The reports of files, folders, addresses and standard input (`-`), and the problems met, in order.

    A problem that a report carries (`no-pack`, `wrong-encoding`) comes just before it. Memory does not grow
    with the number of reports. Raises UsageError at once where the options hold no EDTF date or no language
    code.
    """
    check(options)
    return _read_inputs(expand(locators), options)


def check(options: ReadOptions) -> None:
    """Raises UsageError where a fact given by flag can't be one."""
    if options.published is not None and edtf_date(options.published) != options.published:
        raise UsageError(f"published is {options.published!r}; give YYYY-MM-DD, YYYY-MM or YYYY")
    if options.language is not None and language_code(options.language) is None:
        raise UsageError(f"language is {options.language!r}; give a code of two or three letters such as en")


def read_bytes(
    content: bytes, *, name: str, media_type: str, charset: str | None = None, options: ReadOptions = DEFAULTS
) -> Iterator[Report | Problem]:
    """The report of one document that was captured elsewhere (a record of a web archive).

    A pure function of its bytes.

    `name` becomes the report's id. JSON Lines are not documents: give them to `read_sources`.
    """
    yield from _read_document(content, Input(name, name, name), media_type, charset, options)


def _read_inputs(inputs: list[Input | Problem], options: ReadOptions) -> Iterator[Report | Problem]:
    ids = Ids()
    try:
        for each in inputs:
            if isinstance(each, Problem):
                yield each
                continue
            for found in _read_input(each, options):
                yield _one_text_an_id(found, ids) if isinstance(found, Report) else found
    finally:
        ids.close()


def _one_text_an_id(report: Report, ids: Ids) -> Report | Problem:
    name = report.source.name if report.source else report.id
    other = ids.other_source(report.id, report.text, name)
    if other is None:
        return report
    return problem("duplicate-id", name, f"the id {report.id!r} is that of a different text in {other}")


def _read_input(each: Input, options: ReadOptions) -> Iterator[Report | Problem]:
    if is_address(each.locator):
        yield from _read_address(each, options)
        return
    stream = open_input(each.locator, each.name)
    if isinstance(stream, Problem):
        yield stream
        return
    try:
        if each.locator != "-" and is_of_other_kind(each.name):
            yield problem("unsupported-type", each.name, f"a file of kind {Path(each.name).suffix}")
        else:
            yield from _read_stream(stream, each, options)
    finally:
        if each.locator != "-":
            stream.close()


def _read_stream(stream: BinaryIO, each: Input, options: ReadOptions) -> Iterator[Report | Problem]:
    start = read_all(stream, each.name, HEAD)
    media_type = kind_of_name(each.name) or sniffed(start.content) or "application/octet-stream"
    if start.problem is not None and start.problem.slug != "too-large":
        yield start.problem
    elif media_type == LINES:
        for record in read_records(stream, each.name, options, start.content):
            yield from [record] if isinstance(record, Problem) else _finished(*record, options)
    else:
        whole = read_all(stream, each.name, _limit(media_type, options), start.content)
        if whole.problem is not None:
            yield whole.problem
        else:
            yield from _read_document(whole.content, each, media_type, None, options)


def _limit(media_type: str, options: ReadOptions) -> int:
    return min(options.max_bytes, options.max_page_bytes) if media_type in PAGES else options.max_bytes


def _read_address(each: Input, options: ReadOptions) -> Iterator[Report | Problem]:
    from recuento.read.fetch import fetch  # noqa: PLC0415 (urllib.request costs 56 ms, needed for an address only)

    got = fetch(each.locator, timeout=options.timeout, max_bytes=options.max_bytes)
    if got.failure is not None:
        yield problem("fetch-failed", each.locator, got.failure)
        return
    declared = got.media_type if got.media_type in MODULES else None
    media_type = (
        declared or kind_of_name(each.locator) or sniffed(got.content[:HEAD]) or "application/octet-stream"
    )
    limit = _limit(media_type, options)
    if len(got.content) > limit:
        yield too_large(each.locator, limit)
        return
    yield from _read_document(got.content, each, media_type, got.charset, options)


def _read_document(
    content: bytes, each: Input, media_type: str, charset: str | None, options: ReadOptions
) -> Iterator[Report | Problem]:
    if not content.strip():
        yield problem("empty", each.name, "it holds nothing")
        return
    if media_type not in MODULES:
        yield problem("unsupported-type", each.name, f"the media type is {media_type}")
        return
    source = capture(content, each.name, media_type, options)
    draft, problems = reader(media_type)(source, charset)
    yield from problems
    if draft is not None and draft.text.strip():
        yield from _finished(each.report, source, draft, options)
    elif draft is not None:
        yield problem("empty", each.name, "it holds only white space")


def _finished(id: str, source: Source, draft: Draft, options: ReadOptions) -> Iterator[Report | Problem]:
    report, problems = finish(draft, id=id, source=source, options=options)
    yield from problems
    yield report


def count_sources(locators: Sequence[str]) -> int | None:
    """How many reports to expect at most, for a progress bar.

    None where standard input makes that unknowable.

    Counts files, addresses, and the lines of JSON Lines files without reading them as JSON.
    """
    if "-" in locators:
        return None
    return sum(_count(each) if isinstance(each, Input) else 1 for each in expand(locators))


def _count(each: Input) -> int:
    if is_address(each.locator) or kind_of_name(each.locator) != LINES:
        return 1
    stream = open_input(each.locator, each.name)
    if isinstance(stream, Problem):
        return 1
    with stream:
        lines, last = 0, b"\n"
        while chunk := stream.read(COUNTED):
            lines, last = lines + chunk.count(b"\n"), chunk[-1:]
    return lines + (last != b"\n")
