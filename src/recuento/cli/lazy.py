"""A group of commands that loads a command's module only when that command is asked for.

All stages together cost several times what a bare `--version` may; a command loads what it needs and no more.
"""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

COMMANDS = (
    "read",
    "claims",
    "show",
    "incidents",
    "tally",
    "differences",
    "link",
    "judge",
    "series",
    "report",
    "verify",
    "explain",
    "annotate",
    "languages",
    "language",
    "gazetteer",
)


class LazyGroup(TyperGroup):
    """The commands of `COMMANDS`: each is the Typer app `app` of the module of its name."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of all commands, in the order of the road."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | TyperGroup | None:
        """The command of that name, loaded now, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"recuento.cli.commands.{cmd_name}")
        found = typer.main.get_command(module.app)
        found.name = cmd_name
        return found  # type: ignore[return-value] # Typer makes nothing but these two
