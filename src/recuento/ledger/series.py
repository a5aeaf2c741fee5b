"""Reference series: what a party or an agency published day by day, kept as it was captured."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Select, insert, select

from recuento.ledger import schema
from recuento.ledger.add import RefusedError, numbered, write_source
from recuento.ledger.chain import Chain
from recuento.ledger.rows import Row, canonical, digest, row_digest
from recuento.ledger.store import reading, writing
from recuento.model import Source, UsageError, content_id

Values = dict[str, float | int | None]


class SeriesRow(msgspec.Struct, frozen=True, kw_only=True):
    """One day of a series: the figures by column, and why the day is not to be matched on, if it is not."""

    date: str
    values: Values
    skipped: str | None = None


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """One capture of a series: `claimant` is who publishes it, `mapping` says which column counts what."""

    name: str
    claimant: str
    source: Source
    place: str | None = None
    mapping: dict[str, str] = {}


class StoredSeries(msgspec.Struct, frozen=True, kw_only=True):
    """A series as the ledger holds it: one capture, and whether a later one of the same name supersedes
    it.
    """

    id: str
    name: str
    claimant: str
    place: str | None
    mapping: dict[str, str]
    sha256: str
    captured: str
    rows: int
    current: bool


def add_series(engine: Engine, series: Series, rows: Sequence[SeriesRow]) -> int:
    """How many rows were written: none where this capture is known. Raises RefusedError for false bytes."""
    if digest(series.source.content) != series.source.sha256:
        raise RefusedError(
            f"series {series.name}: {series.source.name} does not have the SHA-256 {series.source.sha256}"
        )
    said: list[Row] = [{"date": r.date, "values": canonical(r.values), "skipped": r.skipped} for r in rows]
    row: Row = {
        "name": series.name,
        "place": series.place,
        "claimant": series.claimant,
        "mapping": canonical(series.mapping),
        "rows": len(said),
    }
    row["id"] = content_id(row, series.source.sha256, said)
    table = schema.series.c
    with writing(engine) as connection:
        if connection.execute(select(table.seq).where(table.id == row["id"])).first():
            return 0
        latest = select(table.seq).where(table.name == series.name).order_by(table.seq.desc()).limit(1)
        row["supersedes"] = connection.execute(latest).scalar()
        _write(connection, row, series.source, said)
    return len(said)


def _write(connection: Connection, row: Row, source: Source, said: list[Row]) -> None:
    chain = Chain(connection)
    row["source"] = write_source(connection, chain, source)
    row["seq"] = chain.next_seq
    rows = numbered("series", row["seq"], said)
    row["digests"] = "\n".join(map(row_digest, rows))
    connection.execute(insert(schema.series), row)
    if rows:
        connection.execute(insert(schema.series_row), rows)
    chain.seal("series", row)
    chain.write(connection)


def list_series(engine: Engine, *, superseded: bool) -> Iterator[StoredSeries]:
    """The series of the ledger in the order they came, by default only the latest capture of each name."""
    with reading(engine) as connection:
        for row in connection.execute(_captures().order_by(schema.series.c.seq)):
            if row.current or superseded:
                yield _stored(row._mapping)


def series_rows(engine: Engine, name_or_id: str) -> Iterator[SeriesRow]:
    """The rows of the latest capture of a name, or of the capture with that id. Raises UsageError for
    neither.
    """
    table, rows = schema.series, schema.series_row.c
    wanted = (table.c.name == name_or_id) | (table.c.id == name_or_id)
    with reading(engine) as connection:
        latest = select(table.c.seq).where(wanted).order_by(table.c.seq.desc()).limit(1)
        seq = connection.execute(latest).scalar()
        if seq is None:
            raise UsageError(f"no series {name_or_id!r} in the ledger")
        query = (
            select(rows.date, rows["values"], rows.skipped).where(rows.series == seq).order_by(rows.position)
        )
        for date, values, skipped in connection.execute(query):
            yield SeriesRow(date=date, values=msgspec.json.decode(values, type=Values), skipped=skipped)


def _captures() -> Select[Any]:
    series, source = schema.series, schema.source
    later = series.alias("later")
    joined = series.join(source, source.c.seq == series.c.source).outerjoin(
        later, later.c.supersedes == series.c.seq
    )
    current = later.c.seq.is_(None).label("current")
    return select(series, source.c.sha256, source.c.captured, current).select_from(joined)


def _stored(held: Any) -> StoredSeries:
    fields = {name: held[name] for name in ("id", "name", "claimant", "place", "sha256", "captured", "rows")}
    mapping = msgspec.json.decode(held["mapping"], type=dict[str, str])
    return StoredSeries(**fields, mapping=mapping, current=bool(held["current"]))
