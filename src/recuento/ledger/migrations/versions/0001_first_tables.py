"""The first tables: chain, sources, reports, readings with claims and problems, series.

A migration is never changed once a release holds it, so it repeats here what `schema.py` says today.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

SEQ = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TABLES = (
    "chain",
    "source",
    "report",
    "canonical_text",
    "reading",
    "claim",
    "problem",
    "series",
    "series_row",
)

SQLITE_TRIGGER = """CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed'); END"""
POSTGRESQL_FUNCTION = """CREATE OR REPLACE FUNCTION recuento_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME; END $$"""
POSTGRESQL_TRIGGER = """CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION recuento_refuse()"""


def upgrade() -> None:
    """Make the tables, and the triggers that keep them append-only."""
    create_chain()
    create_reports()
    create_claims()
    create_series()
    forbid_changes()


def create_chain() -> None:
    """Tables of the chain and the sources."""
    op.create_table(
        "chain",
        sa.Column("seq", SEQ, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("written_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_chain")),
    )
    op.create_table(
        "source",
        sa.Column("seq", SEQ, autoincrement=False, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("captured", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_source")),
        sa.UniqueConstraint("sha256", name=op.f("uq_source_sha256")),
    )


def create_reports() -> None:
    """Tables of reports and readings."""
    op.create_table(
        "report",
        sa.Column("seq", SEQ, autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("source", SEQ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_report")),
        sa.UniqueConstraint("key", name=op.f("uq_report_key")),
        sa.ForeignKeyConstraint(["source"], ["source.seq"], name=op.f("fk_report_source")),
    )
    op.create_index(op.f("ix_report_report"), "report", ["report"])
    op.create_table(
        "canonical_text",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_canonical_text")),
    )
    op.create_table(
        "reading",
        sa.Column("seq", SEQ, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report", SEQ, nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("supersedes", SEQ),
        sa.Column("input", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("published", sa.Text()),
        sa.Column("place", sa.Text()),
        sa.Column("author", sa.Text()),
        sa.Column("outlet", sa.Text()),
        sa.Column("outlet_key", sa.Text()),
        sa.Column("language", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("problems", sa.Integer(), nullable=False),
        sa.Column("digests", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_reading")),
        sa.UniqueConstraint("id", name=op.f("uq_reading_id")),
        sa.ForeignKeyConstraint(["report"], ["report.seq"], name=op.f("fk_reading_report")),
        sa.UniqueConstraint("supersedes", name=op.f("uq_reading_supersedes")),
        sa.ForeignKeyConstraint(["supersedes"], ["reading.seq"], name=op.f("fk_reading_supersedes")),
        sa.ForeignKeyConstraint(["text"], ["canonical_text.sha256"], name=op.f("fk_reading_text")),
    )
    op.create_index(op.f("ix_reading_report"), "reading", ["report"])


def create_claims() -> None:
    """Tables of claims and problems."""
    op.create_table(
        "claim",
        sa.Column("reading", SEQ, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("number", sa.Text()),
        sa.Column("explicit", sa.Boolean()),
        sa.Column("measure", sa.Text()),
        sa.Column("unit", sa.Text()),
        sa.Column("low", sa.Float()),
        sa.Column("high", sa.Float()),
        sa.Column("qualifier", sa.Text()),
        sa.Column("group_words", sa.Text()),
        sa.Column("modality", sa.Text()),
        sa.Column("scope", sa.Text()),
        sa.Column("incident_type", sa.Text()),
        sa.Column("when_edtf", sa.Text()),
        sa.Column("first_day", sa.Integer()),
        sa.Column("last_day", sa.Integer()),
        sa.Column("place", sa.Text()),
        sa.Column("place_key", sa.Text()),
        sa.Column("geonames", sa.BigInteger()),
        sa.Column("country", sa.Text()),
        sa.Column("latitude", sa.Float()),
        sa.Column("longitude", sa.Float()),
        sa.Column("claimant", sa.Text()),
        sa.Column("claimant_key", sa.Text()),
        sa.Column("actor", sa.Text()),
        sa.Column("words_key", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["reading.seq"], name=op.f("fk_claim_reading")),
        sa.PrimaryKeyConstraint("reading", "position", name=op.f("pk_claim")),
    )
    op.create_index("ix_claim_geonames", "claim", ["geonames"])
    op.create_index(op.f("ix_claim_id"), "claim", ["id"])
    op.create_index("ix_claim_measure", "claim", ["measure", "first_day"])
    op.create_table(
        "problem",
        sa.Column("reading", SEQ, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("span_start", sa.Integer()),
        sa.Column("span_end", sa.Integer()),
        sa.ForeignKeyConstraint(["reading"], ["reading.seq"], name=op.f("fk_problem_reading")),
        sa.PrimaryKeyConstraint("reading", "position", name=op.f("pk_problem")),
    )


def create_series() -> None:
    """Tables of series."""
    op.create_table(
        "series",
        sa.Column("seq", SEQ, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("place", sa.Text()),
        sa.Column("claimant", sa.Text(), nullable=False),
        sa.Column("mapping", sa.Text(), nullable=False),
        sa.Column("source", SEQ, nullable=False),
        sa.Column("supersedes", SEQ),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("digests", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_series")),
        sa.UniqueConstraint("id", name=op.f("uq_series_id")),
        sa.ForeignKeyConstraint(["source"], ["source.seq"], name=op.f("fk_series_source")),
        sa.UniqueConstraint("supersedes", name=op.f("uq_series_supersedes")),
        sa.ForeignKeyConstraint(["supersedes"], ["series.seq"], name=op.f("fk_series_supersedes")),
    )
    op.create_index(op.f("ix_series_name"), "series", ["name"])
    op.create_table(
        "series_row",
        sa.Column("series", SEQ, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("values", sa.Text(), nullable=False),
        sa.Column("skipped", sa.Text()),
        sa.ForeignKeyConstraint(["series"], ["series.seq"], name=op.f("fk_series_row_series")),
        sa.PrimaryKeyConstraint("series", "position", name=op.f("pk_series_row")),
    )


def forbid_changes() -> None:
    """Triggers that refuse to change or remove a row."""
    if op.get_bind().dialect.name == "sqlite":
        for table in TABLES:
            for verb in ("update", "delete"):
                op.execute(SQLITE_TRIGGER.format(table=table, verb=verb))
        return
    op.execute(POSTGRESQL_FUNCTION)
    for table in TABLES:
        op.execute(POSTGRESQL_TRIGGER.format(table=table))
