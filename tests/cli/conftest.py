"""What the tests of the command line share: sources of their own, a ledger of the example reports."""

from pathlib import Path

import pytest
from cli_runner import Run, invoke

from recuento.cli.speech import Locale
from recuento.examples import example_paths

DISPATCH = """Market fire in Orvella kills seven

ORVELLA, Verania, 3 March 2024 (Coastline Wire) -- Seven people were killed and at least 20 injured on Sunday
when a bomb exploded in a market in Orvella, the Ministry of Health of Verania said. A union of traders said
that nine people were killed.
"""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs `recuento` with arguments in an empty folder, away from settings of the machine."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")
    for name in ("RECUENTO_LEDGER", "RECUENTO_PROFILE", "RECUENTO_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("RECUENTO_LOCALE", "en")
    monkeypatch.setattr(Locale, "chosen", None)  # what a command sets is undone
    monkeypatch.setenv("RECUENTO_GAZETTEER", "bundled")
    return lambda *arguments, input=None: invoke(*arguments, input=input)


@pytest.fixture
def dispatch(tmp_path: Path) -> Path:
    """An invented report with two counts of one bombing."""
    path = tmp_path / "dispatch.txt"
    path.write_text(DISPATCH)
    return path


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that holds the example reports. Tests only read it."""
    ledger = tmp_path_factory.mktemp("examples") / "recuento.db"
    ran = invoke("read", *example_paths(), "--ledger", ledger, "--format", "csv")
    assert ran.code == 0, ran.err
    return ledger
