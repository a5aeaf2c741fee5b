"""Opening: what is made, what is migrated, what is refused and in which words."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ledger_examples import make_claims, make_report
from sqlalchemy import create_engine, inspect, text

from recuento.ledger import open_ledger, store
from recuento.ledger.schema import HEAD, KNOWN, version
from recuento.model import LedgerError

SECOND = """
from alembic import op
import sqlalchemy as sa

revision = "0003"
down_revision = "0002"

def upgrade():
    op.add_column("claim", sa.Column("added_later", sa.Text()))
"""

POSTGRESQL_SCHEMA = """
SELECT table_name || '.' || column_name, ordinal_position || data_type || is_nullable
FROM information_schema.columns WHERE table_schema = 'public'
UNION SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
UNION SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
"""
SQLITE_SCHEMA = "SELECT type || ' ' || name, sql FROM sqlite_master"


def schema_of(address: str) -> dict[str, str]:
    engine = create_engine(store.parse_url(address))
    with engine.connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        rows = connection.execute(text(SQLITE_SCHEMA if sqlite else POSTGRESQL_SCHEMA)).all()
    engine.dispose()
    return {name: " ".join((sql or "").replace('"', "").split()) for name, sql in rows}


def forget_everything(address: str) -> None:
    """Empty a PostgreSQL database, or remove a SQLite file."""
    if "://" not in address:
        for path in Path(address).parent.glob("recuento.db*"):
            path.unlink()
        return
    engine = create_engine(store.parse_url(address))
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()


def test_a_new_ledger_has_the_schema_that_the_migrations_make(address: str) -> None:
    open_ledger(address).close()
    made = schema_of(address)
    forget_everything(address)
    engine = create_engine(store.parse_url(address))
    with engine.begin() as connection:
        store.migrate(connection)
    engine.dispose()
    assert schema_of(address) == made
    assert len(made) > 30
    with open_ledger(address, create=False) as ledger:
        assert ledger.verify().whole


def test_an_older_ledger_is_migrated_with_all_it_holds(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = make_report()
    with open_ledger(address) as ledger:
        ledger.add(report, make_claims(report), version="0.1.0")
    shutil.copytree(store.MIGRATIONS, tmp_path / "migrations")
    (tmp_path / "migrations/versions/0003_second.py").write_text(SECOND)
    monkeypatch.setattr(store, "MIGRATIONS", tmp_path / "migrations")
    monkeypatch.setattr(store, "HEAD", "0003")
    monkeypatch.setattr(store, "KNOWN", ("0001", "0002", "0003"))
    with open_ledger(address, create=False) as ledger:
        assert [stored.claim for stored in ledger.claims()] == make_claims(report)
        assert ledger.verify().whole
    engine = create_engine(store.parse_url(address))
    assert "added_later" in {column["name"] for column in inspect(engine).get_columns("claim")}
    engine.dispose()


def test_a_ledger_of_a_newer_program_is_refused(address: str) -> None:
    open_ledger(address).close()
    engine = create_engine(store.parse_url(address))
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE {version.name} SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(LedgerError, match=r"newer recuento \(schema 9999\)"):
        open_ledger(address)


def test_something_else_is_refused_and_left_alone(address: str) -> None:
    engine = create_engine(store.parse_url(address))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipes (name TEXT)"))
    before = [] if "://" in address else [Path(address).read_bytes()]
    with pytest.raises(LedgerError, match="holds something else"):
        open_ledger(address)
    assert before == ([] if "://" in address else [Path(address).read_bytes()])
    assert inspect(engine).get_table_names() == ["recipes"]
    engine.dispose()


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a database " * 100)
    with pytest.raises(LedgerError, match=r"notes\.txt: the file is not a SQLite database"):
        open_ledger(str(path))


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="check that its folder exists"):
        open_ledger(str(tmp_path / "nowhere" / "recuento.db"))


def test_a_locked_ledger_is_named(sqlite_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "BUSY_SECONDS", 0.05)
    report = make_report()
    with open_ledger(sqlite_address) as ledger, sqlite3.connect(sqlite_address) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="another program is writing"):
            ledger.add(report, [], version="0.1.0")


def test_a_server_that_is_not_there_is_named_without_the_password() -> None:
    with pytest.raises(LedgerError, match="the server does not answer") as raised:
        open_ledger("postgresql://somebody:secret@127.0.0.1:9/recuento")
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("mysql://host/name", "no such kind of store"),
        ("sqlite://", "in memory"),
        ("sqlite:///:memory:", "in memory"),
        ("://", "not an address"),
    ],
)
def test_addresses_of_no_use(url: str, why: str) -> None:
    with pytest.raises(LedgerError, match=why):
        open_ledger(url)


def test_a_sqlite_address_and_a_path_are_one(sqlite_address: str) -> None:
    open_ledger(f"sqlite:///{sqlite_address}").close()
    with open_ledger(sqlite_address, create=False) as ledger:
        assert ledger.address == sqlite_address


def test_opening_needs_no_alembic_and_no_driver_of_postgresql(tmp_path: Path) -> None:
    """Start-up: Alembic alone costs over 100 ms."""
    program = (
        "import sys; from recuento.ledger import open_ledger; open_ledger(sys.argv[1]).close();"
        "print([name for name in ('alembic', 'psycopg', 'sqlalchemy.orm') if name in sys.modules])"
    )
    for _ in range(2):  # made, then opened
        run: Any = subprocess.run(
            [sys.executable, "-c", program, str(tmp_path / "recuento.db")],
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout.strip() == "[]"


def test_the_newest_migration_is_the_one_the_program_knows() -> None:
    names = sorted(path.name[:4] for path in (store.MIGRATIONS / "versions").glob("0*.py"))
    assert names[-1] == HEAD
    assert tuple(names) == KNOWN
