"""The program as a process: start-up, broken pipes, a terminal, errors."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from cli_runner import Run

from recuento import __version__
from recuento.cli.lazy import COMMANDS

STAGES = ("read", "extract", "ledger", "tally", "series", "export")


def modules_of(*arguments: str) -> set[str]:
    """The modules that are loaded when a command has run."""
    code = (
        "import sys\nfrom recuento.cli import main\n"
        f"sys.argv = ['recuento', *{list(arguments)!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "sys.stderr.write('\\n'.join(sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stderr.splitlines())


def test_the_version_loads_no_stage(run: Run) -> None:
    assert run("--version").out == f"recuento {__version__}\n"
    loaded = modules_of("--version")
    assert "recuento.cli" in loaded
    assert not {f"recuento.{stage}" for stage in STAGES} & loaded
    assert not {"sqlalchemy", "rich", "recuento.pipeline"} & loaded


def test_reading_text_to_lines_loads_no_reader_of_pages_and_no_tables(dispatch: Path) -> None:
    loaded = modules_of("read", str(dispatch), "--no-ledger", "--format", "jsonl")
    assert "recuento.extract" in loaded
    assert (
        not {"rich.table", "rich.console", "trafilatura", "pypdfium2", "alembic", "urllib.request"} & loaded
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run: Run, command: str) -> None:
    ran = run(command, "--help")
    assert ran.code == 0
    assert ran.out.count("\n") > 5


def test_the_help_lists_every_command(run: Run) -> None:
    assert [command for command in COMMANDS if command not in run("--help").out] == []
    assert run("nonsense").code == 2


def test_a_reader_who_leaves_ends_it_quietly(examples: Path) -> None:
    command = [sys.executable, "-m", "recuento", "claims", "--ledger", str(examples)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    _, said = process.communicate()
    assert said == b""
    assert process.returncode == 0


def test_an_error_is_one_line_and_in_full_only_on_request(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    short = run("claims", "--ledger", "none.db")
    assert short.err.count("\n") == 1
    assert "Traceback" in run("--debug", "claims", "--ledger", "none.db").err
    assert "Traceback" not in run("claims", "--ledger", "none.db").err
    monkeypatch.setenv("RECUENTO_DEBUG", "1")
    assert "Traceback" in run("claims", "--ledger", "none.db").err


def on_a_terminal(*arguments: str) -> tuple[str, str]:
    """What a command writes to stdout and to stderr, which are two terminals."""
    outputs = []
    terminals = [pty.openpty(), pty.openpty()]
    command = [sys.executable, "-m", "recuento", *arguments]
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "140"}
    process = subprocess.Popen(command, stdout=terminals[0][1], stderr=terminals[1][1], env=environment)
    for ours, theirs in terminals:
        os.close(theirs)
        written = b""
        while chunk := read_terminal(ours):
            written += chunk
        os.close(ours)
        outputs.append(written.decode())
    process.wait(30)
    return outputs[0], outputs[1]


def read_terminal(terminal: int) -> bytes:
    """What a terminal has to give; nothing when the other side is closed, which Linux tells by an error."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def test_on_a_terminal_there_is_a_table_and_progress_on_stderr_only(dispatch: Path) -> None:
    shown, progress = on_a_terminal("read", str(dispatch), "--no-ledger")
    assert "killed" in shown
    assert not shown.startswith("{")
    assert "\x1b[K" in progress
    assert "\x1b[K" not in shown


def test_without_a_terminal_there_is_no_progress(run: Run, dispatch: Path) -> None:
    assert run("read", dispatch, "--no-ledger").err == ""
