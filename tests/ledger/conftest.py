"""Every store that one test body runs on: SQLite in a file, and a database of its own on the run's
PostgreSQL.
"""

import itertools
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from recuento.ledger import Ledger, open_ledger

_numbers = itertools.count()


@pytest.fixture
def sqlite_address(tmp_path: Path) -> str:
    """The path of a ledger that is not there yet."""
    return str(tmp_path / "recuento.db")


@pytest.fixture
def postgres_address(postgres_url: str) -> Iterator[str]:
    """The address of an empty database."""
    name = f"ledger_{next(_numbers)}"
    with psycopg.connect(postgres_url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        yield postgres_url.replace("/postgres?", f"/{name}?")
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest) -> str:
    """The address of an empty store of each kind."""
    found: str = request.getfixturevalue(f"{request.param}_address")
    return found


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    """A new ledger on each kind of store."""
    with open_ledger(address) as opened:
        yield opened
