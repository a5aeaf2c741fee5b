"""The command line of recuento. See README.md."""

import sys

from recuento.cli.app import app

__all__ = ["app", "main"]


def main() -> None:
    """Run the command line with the arguments of the process."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a stream that tests put there may be of another kind
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter is no reason to stop
    app(prog_name="recuento")
