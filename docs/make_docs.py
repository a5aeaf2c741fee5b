"""Writes what follows from the code: docs/commands.md, docs/messages.md, the output in README.md's tour.

Run by `make docs`.
"""

import inspect
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperArgument

from recuento import ledger, link, pipeline, read, series, tally
from recuento.cli.app import app
from recuento.cli.lazy import COMMANDS
from recuento.gazetteer.lines import SLUGS as GAZETTEER_SLUGS
from recuento.wording import load_wording

DOCS = Path(__file__).parent
CONSOLE = re.compile(r"^```console\n(.*?)^```\n", re.M | re.S)
TOUR_WIDTH = 118  # columns of the tables in the tour
MADE = "<!-- Made from the code by `make docs`: change the code, not this page. -->"

STAGES: dict[str, tuple[str, Mapping[str, str]]] = {
    "Reading": ("`recuento read`, `annotate` and `series match` name these with the source.", read.SLUGS),
    "Keeping": ("`recuento read` names these with the source.", pipeline.SLUGS),
    "Linking": ("`recuento link` names these with the claims.", link.SLUGS),
    "Reckoning": ("`recuento tally` names these with the claims.", tally.SLUGS),
    "Series": ("`recuento series add` names these with the file.", series.SLUGS),
    "Gazetteer": ("`recuento gazetteer import` names these with the file.", GAZETTEER_SLUGS),
    "Verifying": ("`recuento verify` names these with the link and its subject.", ledger.SLUGS),
}

EXITS = """
Every command that prints takes `--format table|jsonl|csv`; where it is not given, a table on a terminal and
JSON Lines elsewhere. Results go to stdout, report by report as they come; progress (on a terminal only),
notes and problems go to stderr.

| exit code | means |
|---|---|
| 0 | done |
| 1 | done with problems in the data, each named on stderr as `slug: source: message`; or no ledger to use |
| 2 | wrong use: an unknown option or code, a date that is none, a file to be added that is not there |
| 130 | interrupted; what was read until then is kept |

What is the same for every call may be set in the environment: see [settings.md](settings.md). The columns of
CSV are told in [columns.md](columns.md), slugs in [messages.md](messages.md), the fields of JSON Lines in
[data-model.md](data-model.md).
"""

OF_SLUGS = """
What is wrong in data has a slug: stable, so that a script may look for it. The words after it are in the
language of [`RECUENTO_LOCALE` or `--locale`](settings.md).
"""


def commands_page() -> str:
    """The page of every command with its arguments and options."""
    root = typer.main.get_command(app)
    parts = ["# Commands", MADE, EXITS.strip(), "## recuento", _table(root)]
    for name in COMMANDS:
        parts += _command_parts(f"recuento {name}", root.get_command(None, name))  # type: ignore[attr-defined]
    return "\n\n".join(parts) + "\n"


def _command_parts(name: str, found: Any) -> Iterator[str]:
    yield f"## {name}"
    yield inspect.cleandoc(found.help or "")
    if hasattr(found, "commands"):
        for inner, sub in found.commands.items():
            yield from _command_parts(f"{name} {inner}", sub)
    else:
        yield _table(found)


def _table(found: Any) -> str:
    rows = ["| argument or option | what it is | default |", "|---|---|---|"]
    for parameter in found.params:
        if parameter.name != "help":
            rows.append(f"| {_names(parameter)} | {_cell(parameter.help)} | {_default(parameter)} |")
    return "\n".join(rows)


def _names(parameter: Any) -> str:
    if isinstance(parameter, TyperArgument):
        return f"`{parameter.metavar}`"
    kind = parameter.type_descriptor.annotation
    choices = kind if inspect.isclass(kind) and issubclass(kind, Enum) else ()
    value = "\\|".join(str(each.value) for each in choices) or parameter.metavar
    return f"`{', '.join(parameter.opts)}`" + (f" `{value}`" if value and kind is not bool else "")


def _default(parameter: Any) -> str:
    if parameter.required:
        return "required"
    shown = parameter.default
    return "" if shown in (None, False, []) or callable(shown) else f"`{shown}`"


def _cell(words: str | None) -> str:
    return (words or "").replace("|", "\\|")


def messages_page() -> str:
    """The page of every slug with what it means and what to do."""
    parts = [
        "# Messages",
        MADE,
        OF_SLUGS.strip(),
    ]
    spanish = load_wording("es")
    for stage, (where, slugs) in STAGES.items():
        rows = [
            f"| `{slug}` | {_cell(words)} | {_cell(spanish.tell(words))} |"
            for slug, words in sorted(slugs.items())
        ]
        parts += [
            f"## {stage}",
            where,
            "\n".join(["| slug | what it means, and what to do | en español |", "|---|---|---|", *rows]),
        ]
    return "\n\n".join(parts) + "\n"


def with_output(page: str) -> str:
    """A page whose `console` blocks hold their commands, each with what it prints with a fresh ledger."""
    with tempfile.TemporaryDirectory() as folder:
        return CONSOLE.sub(lambda block: _played(block[1], Path(folder)), page)


def commands_in(block: str) -> list[str]:
    """The commands of a console block."""
    return [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]


def _played(block: str, folder: Path) -> str:
    parts = [f"$ {command}\n{play(command, folder)}" for command in commands_in(block)]
    return f"```console\n{''.join(parts)}```\n"


def play(command: str, folder: Path) -> str:
    """What a command of the tour prints. Raises CalledProcessError where it fails."""
    own = {"RECUENTO_LEDGER": str(folder / "recuento.db"), "COLUMNS": str(TOUR_WIDTH)}
    own |= {"RECUENTO_LOCALE": "en"}
    script = f'recuento() {{ "{sys.executable}" -m recuento "$@"; }}; {command}'
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=DOCS.parent,
        env=os.environ | own,
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line.rstrip() for line in (done.stdout + done.stderr).strip("\n").splitlines()]
    return "".join(f"{line}\n" for line in lines)


PAGES = {"commands.md": commands_page, "messages.md": messages_page}


def main() -> None:
    """Write the pages."""
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), encoding="utf-8")
    readme = DOCS.parent / "README.md"
    readme.write_text(with_output(readme.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
