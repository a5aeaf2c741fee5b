"""The tables of the ledger, for SQLite and PostgreSQL alike. Every row is written once and never changed."""

from sqlalchemy import (
    DDL,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    event,
)

HEAD = "0002"  # the newest migration: what a ledger made today is
KNOWN = ("0001", "0002")  # every migration, oldest first

SEQ = BigInteger().with_variant(Integer(), "sqlite")  # SQLite's INTEGER PRIMARY KEY needs no index of its own

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

# Where the schema stands, as Alembic writes it: a ledger made at once and one migrated from the start are the
# same. It is no table of the ledger's own: a migration changes it.
version = Table(
    "recuento_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="recuento_version_pkc"),
)

# One link a write. `seq` counts from 1 without gaps, and is the `seq` of the row that the link seals.
chain = Table(
    "chain",
    metadata,
    Column("seq", SEQ, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("written_at", Text, nullable=False),
)

source = Table(
    "source",
    metadata,
    Column("seq", SEQ, primary_key=True, autoincrement=False),
    Column("sha256", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("captured", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

# A report is known by its id and its bytes, never by what a version of the program made of them.
report = Table(
    "report",
    metadata,
    Column("seq", SEQ, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False, unique=True),
    Column("report", Text, nullable=False, index=True),
    Column("source", SEQ, ForeignKey("source.seq")),
)

canonical_text = Table(
    "canonical_text",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("text", Text, nullable=False),
)

# What one version of the program read in one report. `digests` holds the digest of each claim and then of
# each problem, one a line: that is how the reading's link seals them.
reading = Table(
    "reading",
    metadata,
    Column("seq", SEQ, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("report", SEQ, ForeignKey("report.seq"), nullable=False, index=True),
    Column("version", Text, nullable=False),
    Column("supersedes", SEQ, ForeignKey("reading.seq"), unique=True),
    Column("input", Text, nullable=False),
    Column("text", Text, ForeignKey("canonical_text.sha256"), nullable=False),
    Column("title", Text),
    Column("published", Text),
    Column("place", Text),
    Column("author", Text),
    Column("outlet", Text),
    Column("outlet_key", Text),
    Column("language", Text),
    Column("url", Text),
    Column("sha256", Text, nullable=False),
    Column("facts", Text, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("problems", Integer, nullable=False),
    Column("digests", Text, nullable=False),
)

# `record` is the whole claim as canonical JSON; the other columns repeat what filters and people look for.
# A `_key` column is folded (no case, no accents) so that both stores search alike; days are yyyymmdd.
claim = Table(
    "claim",
    metadata,
    Column("reading", SEQ, ForeignKey("reading.seq"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, index=True),
    Column("type", Text, nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("number", Text),
    Column("explicit", Boolean),
    Column("measure", Text),
    Column("unit", Text),
    Column("low", Float),
    Column("high", Float),
    Column("qualifier", Text),
    Column("group_words", Text),
    Column("modality", Text),
    Column("scope", Text),
    Column("incident_type", Text),
    Column("when_edtf", Text),
    Column("first_day", Integer),
    Column("last_day", Integer),
    Column("place", Text),
    Column("place_key", Text),
    Column("geonames", BigInteger),
    Column("country", Text),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("claimant", Text),
    Column("claimant_key", Text),
    Column("actor", Text),
    Column("words_key", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("record", Text, nullable=False),
    Index("ix_claim_measure", "measure", "first_day"),
    Index("ix_claim_geonames", "geonames"),
)

problem = Table(
    "problem",
    metadata,
    Column("reading", SEQ, ForeignKey("reading.seq"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("slug", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("span_start", Integer),
    Column("span_end", Integer),
)

# A reference series as one party or agency published it; a later capture of the same name supersedes the
# former.
series = Table(
    "series",
    metadata,
    Column("seq", SEQ, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False, index=True),
    Column("place", Text),
    Column("claimant", Text, nullable=False),
    Column("mapping", Text, nullable=False),
    Column("source", SEQ, ForeignKey("source.seq"), nullable=False),
    Column("supersedes", SEQ, ForeignKey("series.seq"), unique=True),
    Column("rows", Integer, nullable=False),
    Column("digests", Text, nullable=False),
)

series_row = Table(
    "series_row",
    metadata,
    Column("series", SEQ, ForeignKey("series.seq"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("date", Text, nullable=False),
    Column("values", Text, nullable=False),
    Column("skipped", Text),
)

# What a person decided of two accounts, each named by one of its claims. Of a pair the last row stands.
judgement = Table(
    "judgement",
    metadata,
    Column("seq", SEQ, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("left_claim", Text, nullable=False, index=True),
    Column("right_claim", Text, nullable=False, index=True),
    Column("verdict", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("judged", Text, nullable=False),
    Column("weight", Float),
)

# What a link of the chain may seal, by its kind, and the rows that those rows seal in turn.
LINKED = {"source": source, "report": report, "reading": reading, "series": series, "judgement": judgement}
SUBJECT = {"source": "sha256", "report": "key", "reading": "id", "series": "id", "judgement": "id"}
SEALED = {"reading": (claim, problem), "series": (series_row,)}

SQLITE_TRIGGER = """CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed'); END"""
POSTGRESQL_FUNCTION = """CREATE OR REPLACE FUNCTION recuento_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'rows of %% are never changed', TG_TABLE_NAME; END $$"""
POSTGRESQL_TRIGGER = """CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION recuento_refuse()"""


def forbid_changes(table: str) -> list[DDL]:
    """The statements that make a table append-only: a second lock, for `verify` finds changes without
    them.
    """
    sqlite = [SQLITE_TRIGGER.format(table=table, verb=verb) for verb in ("update", "delete")]
    postgresql = [POSTGRESQL_FUNCTION, POSTGRESQL_TRIGGER.format(table=table)]
    pairs = [("sqlite", each) for each in sqlite] + [("postgresql", each) for each in postgresql]
    return [DDL(each).execute_if(dialect=dialect) for dialect, each in pairs]  # type: ignore[no-untyped-call]


for _table in metadata.tables.values():
    for _statement in forbid_changes(_table.name):
        event.listen(_table, "after_create", _statement)
