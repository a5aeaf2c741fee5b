"""Running commands in the process of the tests."""

import json
from collections.abc import Callable
from typing import Any

from typer.testing import CliRunner

from recuento.cli import app


class Ran:
    """What a command printed and how it ended."""

    def __init__(self, result: Any) -> None:
        self.code: int = result.exit_code
        self.out: str = result.stdout
        self.err: str = result.stderr

    @property
    def lines(self) -> list[dict[str, Any]]:
        """What was printed, as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


def invoke(*arguments: object, input: str | None = None) -> Ran:
    """The outcome of one command. An exception that is no exit is raised, not hidden."""
    result = CliRunner().invoke(app, [str(each) for each in arguments], input=input)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result)
