"""Reports and their sources as the ledger holds them, and how much of everything there is."""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Engine, func, select

from recuento.ledger import schema
from recuento.ledger.claims import BATCH, is_current, later
from recuento.ledger.rows import METADATA, read_facts
from recuento.ledger.store import reading
from recuento.model import Report, Source, UsageError


class StoredReport(msgspec.Struct, frozen=True, kw_only=True):
    """A report as its current reading has it; `key` tells apart two reports that share an id. Its source's
    bytes are not fetched: `Ledger.source` gives them."""

    report: Report
    key: str
    reading: str
    version: str
    claims: int
    problems: int
    source: str | None
    captured: str | None


def list_reports(engine: Engine, report_id: str | None = None) -> Iterator[StoredReport]:
    """The reports in the order they came, with the text and metadata of their current readings."""
    report, made, source, text = schema.report, schema.reading, schema.source, schema.canonical_text
    joined = (
        report.join(made, made.c.report == report.c.seq)
        .join(text, text.c.sha256 == made.c.text)
        .outerjoin(later, later.c.supersedes == made.c.seq)
        .outerjoin(source, source.c.seq == report.c.source)
    )
    columns = (
        *(
            report.c.key,
            report.c.report,
            text.c.text,
            made.c.id,
            made.c.version,
            made.c.claims,
            made.c.problems,
        ),
        *(made.c[name] for name in METADATA),
        *(made.c.facts, source.c.name.label("source"), source.c.captured),
    )
    query = select(*columns).select_from(joined).where(is_current).order_by(report.c.seq)
    if report_id is not None:
        query = query.where(report.c.report == report_id)
    with reading(engine) as connection:
        for row in connection.execute(query, execution_options={"yield_per": BATCH}):
            yield _stored_report(row._mapping)


def _stored_report(row: Any) -> StoredReport:
    metadata = {name: row[name] for name in METADATA}
    report = Report(id=row["report"], text=row["text"], facts=read_facts(row["facts"]), **metadata)
    fields = {name: row[name] for name in ("key", "version", "claims", "problems", "source", "captured")}
    return StoredReport(report=report, reading=row["id"], **fields)


def find_source(engine: Engine, sha256: str) -> Source:
    """The frozen source with that digest, as it was first captured. Raises UsageError where there is none."""
    table = schema.source.c
    query = select(table.name, table.content, table.sha256, table.media_type, table.captured)
    with reading(engine) as connection:
        row = connection.execute(query.where(table.sha256 == sha256)).first()
    if row is None:
        raise UsageError(f"no source with the SHA-256 {sha256} in the ledger")
    return Source(**row._mapping)


def count_rows(engine: Engine) -> dict[str, int]:
    """How many rows each table holds, and `current_claims`: those that no later reading superseded."""
    made = schema.reading
    joined = made.outerjoin(later, later.c.supersedes == made.c.seq)
    current = select(func.coalesce(func.sum(made.c.claims), 0)).select_from(joined).where(is_current)
    with reading(engine) as connection:
        counts = {
            name: int(connection.execute(select(func.count()).select_from(table)).scalar_one())
            for name, table in sorted(schema.metadata.tables.items())
        }
        return counts | {"current_claims": int(connection.execute(current).scalar_one())}
