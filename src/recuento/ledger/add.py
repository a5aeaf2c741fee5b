"""Writing: one report with what was read in it, or one series, in one transaction."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, Engine, exists, insert, select

from recuento.ledger import schema
from recuento.ledger.chain import Chain
from recuento.ledger.rows import (
    METADATA,
    Row,
    canonical,
    claim_row,
    digest,
    problem_row,
    reading_input,
    row_digest,
    wrong_cut,
)
from recuento.ledger.store import reading as reading_from
from recuento.ledger.store import writing
from recuento.model import Claim, LedgerError, Problem, Report, Source, content_id

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # PostgreSQL stores no NUL, UTF-8 no half of a surrogate pair


class RefusedError(LedgerError):
    """One report is not fit for the ledger; nothing of it was written, and the next one may be."""


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What one call of `Ledger.add` wrote: nothing at all where the ledger knew the reading already."""

    new_report: bool = False
    new_claims: int = 0
    superseded: int = 0


class Incoming(NamedTuple):
    """A reading made ready outside the transaction, so that the lock is held for the writing only."""

    report: Report
    key: str
    version: str
    columns: Row
    claims: list[Row]
    problems: list[Row]
    id: str


def prepare(report: Report, claims: Sequence[Claim], problems: Sequence[Problem], version: str) -> Incoming:
    """Everything to be written, checked. Raises RefusedError where the report's own parts don't agree."""
    _check(report, claims)
    _check_characters(report, problems)
    text_sha256 = digest(report.text)
    columns = reading_input(report, text_sha256)
    claim_rows = [claim_row(claim) for claim in claims]
    problem_rows = [problem_row(problem) for problem in problems]
    key = report_key(report, text_sha256)
    said = [[row["record"] for row in claim_rows], problem_rows]
    return Incoming(
        report=report,
        key=key,
        version=version,
        columns=columns,
        claims=claim_rows,
        problems=problem_rows,
        id=content_id(key, version, columns["input"], digest(canonical(said))),
    )


def report_key(report: Report, text_sha256: str) -> str:
    """What makes two reports the same one: their id and the bytes they were read from."""
    return content_id(report.id, report.source.sha256 if report.source else text_sha256)


def _check(report: Report, claims: Sequence[Claim]) -> None:
    source = report.source
    if source and digest(source.content) != source.sha256:
        raise RefusedError(f"report {report.id}: {source.name} does not have the SHA-256 {source.sha256}")
    seen: set[str] = set()
    for claim in claims:
        if wrong := wrong_cut(claim, report.text):
            raise RefusedError(f"report {report.id}: claim {claim.id}: {wrong}")
        if claim.report != report.id or claim.id in seen:
            raise RefusedError(f"report {report.id}: claim {claim.id} is foreign or stands there twice")
        seen.add(claim.id)


def _check_characters(report: Report, problems: Sequence[Problem]) -> None:
    named = [report.id, *(getattr(report, name) or "" for name in METADATA)]
    named += [words for problem in problems for words in (problem.source, problem.message)]
    named += [report.source.name, report.source.media_type] if report.source else []
    for words in (report.text, *named):
        if found := UNSTORABLE.search(words):
            character = f"U+{ord(found.group()):04X}"
            raise RefusedError(f"report {report.id!r}: holds {character}, which can't be stored")


def release(version: str) -> tuple[int, ...]:
    """The leading numbers of a version, by which an older program is told from a newer: "0.10.2+ab" is (0,
    10, 2).
    """
    leading = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(map(int, leading.group().split("."))) if leading else ()


def add_reading(engine: Engine, incoming: Incoming) -> Added:
    """Write a reading, unless the ledger holds it or a newer program has read the report. All of it or
    nothing.
    """
    with writing(engine) as connection:
        reading, report = schema.reading.c, schema.report.c
        if connection.execute(select(exists().where(reading.id == incoming.id))).scalar():
            return Added()
        report_seq = connection.execute(select(report.seq).where(report.key == incoming.key)).scalar()
        former = _current_reading(connection, report_seq) if report_seq else None
        if former and release(former.version) > release(incoming.version):
            return Added()
        chain = Chain(connection)
        new_report = report_seq is None
        if report_seq is None:
            report_seq = _write_report(connection, chain, incoming)
        _write_reading(connection, chain, incoming, report_seq, former.seq if former else None)
        chain.write(connection)
        superseded = former.claims if former else 0
        return Added(new_report=new_report, new_claims=len(incoming.claims), superseded=superseded)


def has_input(engine: Engine, report: Report, version: str) -> bool:
    """Whether the report was read by this version with this text and metadata, or by a newer program."""
    text_sha256 = digest(report.text)
    wanted = reading_input(report, text_sha256)["input"]
    made, known = schema.reading.c, schema.report.c
    query = select(made.version, made.input).join(schema.report, known.seq == made.report)
    with reading_from(engine) as connection:
        rows = connection.execute(
            query.where(known.key == report_key(report, text_sha256)).order_by(made.seq)
        ).all()
    if rows and release(rows[-1].version) > release(version):
        return True
    return any(row.version == version and row.input == wanted for row in rows)


class Former(NamedTuple):
    """The reading that stands until now."""

    seq: int
    version: str
    claims: int


def _current_reading(connection: Connection, report_seq: int) -> Former | None:
    reading = schema.reading.c
    query = select(reading.seq, reading.version, reading.claims).where(reading.report == report_seq)
    row = connection.execute(query.order_by(reading.seq.desc()).limit(1)).first()
    return Former(*row) if row else None


def write_source(connection: Connection, chain: Chain, source: Source) -> int:
    """The number of a source's row: the first capture of the same bytes where there is one."""
    table = schema.source
    known: int | None = connection.execute(
        select(table.c.seq).where(table.c.sha256 == source.sha256)
    ).scalar()
    if known is not None:
        return known
    seq = chain.next_seq
    row: Row = {
        "seq": seq,
        "sha256": source.sha256,
        "name": source.name,
        "media_type": source.media_type,
        "captured": source.captured,
        "content": source.content,
    }
    connection.execute(insert(table), row)
    chain.seal("source", row)
    return seq


def _write_report(connection: Connection, chain: Chain, incoming: Incoming) -> int:
    source = incoming.report.source
    source_seq = write_source(connection, chain, source) if source else None
    seq = chain.next_seq
    row: Row = {
        "seq": seq,
        "key": incoming.key,
        "report": incoming.report.id,
        "source": source_seq,
    }
    connection.execute(insert(schema.report), row)
    chain.seal("report", row)
    return seq


def _write_reading(
    connection: Connection, chain: Chain, incoming: Incoming, report_seq: int, former: int | None
) -> None:
    text = schema.canonical_text
    text_sha256 = incoming.columns["text"]
    if not connection.execute(select(exists().where(text.c.sha256 == text_sha256))).scalar():
        connection.execute(insert(text), {"sha256": text_sha256, "text": incoming.report.text})
    seq = chain.next_seq
    claims = numbered("reading", seq, incoming.claims)
    problems = numbered("reading", seq, incoming.problems)
    row = incoming.columns | {
        "seq": seq,
        "id": incoming.id,
        "report": report_seq,
        "version": incoming.version,
        "supersedes": former,
        "claims": len(claims),
        "problems": len(problems),
        "digests": "\n".join(map(row_digest, claims + problems)),
    }
    connection.execute(insert(schema.reading), row)
    for table, rows in ((schema.claim, claims), (schema.problem, problems)):
        if rows:
            connection.execute(insert(table), rows)
    chain.seal("reading", row)


def numbered(owner: str, seq: int, rows: Sequence[Row]) -> list[Row]:
    """Rows under the row that seals them, with their positions from 0."""
    return [row | {owner: seq, "position": position} for position, row in enumerate(rows)]
