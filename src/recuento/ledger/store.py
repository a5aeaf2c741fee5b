"""Opening a store: the address, the connection, and the schema made or brought up to date."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, select, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from recuento.ledger.schema import HEAD, KNOWN, metadata, version
from recuento.model import LedgerError

BUSY_SECONDS = 30  # how long a writer waits for another one
WRITE_LOCK = 0x7265_6375_656E_746F  # the advisory lock of PostgreSQL that writers queue for
MIGRATIONS = Path(__file__).parent / "migrations"

DAMAGED = "it is damaged; `recuento verify` names what is broken"

# What drivers say, and what a person can do about it: the first words found decide.
REASONS = (
    ("locked", "another program is writing to it and did not finish; try again when it has"),
    ("readonly", "it can't be written to; check the permissions of the file and of its folder"),
    ("read-only", "it can't be written to; check the permissions of the account"),
    ("permission denied", "access is denied; check the permissions of the account"),
    ("unable to open", "the file can't be opened; check that its folder exists and may be written to"),
    ("not a database", "the file is not a SQLite database; give another address with --ledger"),
    ("malformed", DAMAGED),
    ("disk is full", "the disk is full"),
    ("decode", DAMAGED),
    ("connection", "the server does not answer; check the address and that it runs"),
    ("authentication", "the server refuses the account; check name and password"),
)


@contextmanager
def translated(url: URL) -> Iterator[None]:
    """Within it, what the driver raises becomes a LedgerError that says what to do."""
    try:
        yield
    except msgspec.MsgspecError as error:
        raise LedgerError(f"ledger {shown(url)}: {DAMAGED} ({error})") from error
    except (SQLAlchemyError, sqlite3.Error, UnicodeDecodeError) as error:
        said = str(getattr(error, "orig", None) or error).strip()
        reason = next((advice for words, advice in REASONS if words in said.lower()), "the store refused")
        raise LedgerError(f"ledger {shown(url)}: {reason} ({said.splitlines()[0]})") from error


def shown(url: URL) -> str:
    """The address as a person may see it: a path for SQLite, without the password for a server."""
    return str(url.database) if url.drivername == "sqlite" else url.render_as_string(hide_password=True)


def parse_url(url: str) -> URL:
    """The store that a path or an address names. Raises LedgerError for one that recuento has no driver
    for.
    """
    if "://" not in url:
        return URL.create("sqlite", database=url)
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise LedgerError(f"ledger {url}: not an address; give a path or postgresql://host/name") from error
    if parsed.drivername in ("postgresql", "postgres"):
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername not in ("sqlite", "postgresql+psycopg"):
        raise LedgerError(
            f"ledger {shown(parsed)}: no such kind of store; give a path or postgresql://host/name"
        )
    if parsed.drivername == "sqlite" and parsed.database in (None, "", ":memory:"):
        raise LedgerError("ledger: a ledger in memory is lost at the end; give a path")
    return parsed


def connect(url: URL, *, create: bool) -> Engine:
    """An engine for a store that holds a ledger of this version, made or migrated where that was needed.

    Raises LedgerError where there is no ledger and `create` is false, or the store is something else, is
    newer than this program, or can't be reached or written.
    """
    if url.drivername == "sqlite" and not create and not Path(str(url.database)).is_file():
        raise LedgerError(f"ledger {shown(url)}: there is none; `recuento read` makes one")
    try:
        engine = create_engine(url, connect_args=_connect_args(url))
    except ModuleNotFoundError as error:
        raise LedgerError(
            "ledger: PostgreSQL needs its driver; pip install 'recuento[postgresql]'"
        ) from error
    if url.drivername == "sqlite":
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin_sqlite)
    try:
        with translated(url):
            _bring_up_to_date(engine, url, create=create)
    except LedgerError:
        engine.dispose()
        raise
    return engine


def _connect_args(url: URL) -> dict[str, Any]:
    return {"timeout": BUSY_SECONDS} if url.drivername == "sqlite" else {"connect_timeout": BUSY_SECONDS}


def _set_pragmas(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver's own BEGIN would come too late to hold the write lock
    for pragma in ("synchronous=NORMAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("recuento_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that no other writer shares: it ends whole or not at all."""
    with engine.connect().execution_options(recuento_writes=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITE_LOCK})
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees the ledger as it stood when it began, whatever others write meanwhile."""
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection  # begun by the first query, rolled back at the end: a damaged file fails to commit


def _bring_up_to_date(engine: Engine, url: URL, *, create: bool) -> None:
    with engine.connect() as connection:
        revision = _revision(connection, url)
    if revision == HEAD:
        return
    if revision is None and not create:
        raise LedgerError(f"ledger {shown(url)}: there is none; `recuento read` makes one")
    if revision is None and url.drivername == "sqlite":
        _use_wal(engine)
    with writing(engine) as connection:
        revision = _revision(connection, url)  # another program may have been quicker
        if revision is None:
            metadata.create_all(connection)
            version.create(connection)
            connection.execute(insert(version), {"version_num": HEAD})
        elif revision != HEAD:
            migrate(connection)


def _use_wal(engine: Engine) -> None:
    """Let readers and a writer work at once. The file remembers it, so one that is no ledger is spared it."""
    with closing(engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA journal_mode=WAL")


def _revision(connection: Connection, url: URL) -> str | None:
    """The migration that the store stands at; None where it is empty."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if version.name not in tables:
        raise LedgerError(
            f"ledger {shown(url)}: holds something else, not a ledger of recuento; give another"
        )
    revision: str | None = connection.execute(select(version.c.version_num)).scalar()
    if revision not in KNOWN:
        raise LedgerError(
            f"ledger {shown(url)}: made by a newer recuento (schema {revision}); update recuento"
        )
    return revision


def migrate(connection: Connection, revision: str = "head") -> None:
    """Bring the schema of an open transaction's store to a migration."""
    from alembic import command  # noqa: PLC0415 - over 100 ms, and only a ledger of an older version needs it
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
