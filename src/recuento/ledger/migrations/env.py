"""Alembic's entry: it runs the migrations in the transaction that the ledger has open."""

from alembic import context

from recuento.ledger.schema import metadata, version

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=version.name,
)
context.run_migrations()
