"""Judgements of accounts.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SEQ = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SQLITE_TRIGGER = """CREATE TRIGGER judgement_no_{verb} BEFORE {verb} ON judgement
BEGIN SELECT RAISE(ABORT, 'rows of judgement are never changed'); END"""
POSTGRESQL_TRIGGER = """CREATE TRIGGER judgement_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON judgement
FOR EACH STATEMENT EXECUTE FUNCTION recuento_refuse()"""


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "judgement",
        sa.Column("seq", SEQ, autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("left_claim", sa.Text(), nullable=False),
        sa.Column("right_claim", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("judged", sa.Text(), nullable=False),
        sa.Column("weight", sa.Float()),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_judgement")),
        sa.UniqueConstraint("id", name=op.f("uq_judgement_id")),
    )
    op.create_index(op.f("ix_judgement_left_claim"), "judgement", ["left_claim"])
    op.create_index(op.f("ix_judgement_right_claim"), "judgement", ["right_claim"])
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("update", "delete"):
            op.execute(SQLITE_TRIGGER.format(verb=verb))
        return
    op.execute(POSTGRESQL_TRIGGER)
