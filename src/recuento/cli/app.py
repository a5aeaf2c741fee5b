"""The root of the command line: its version, its debugging flag, its commands."""

from typing import Annotated

import typer

from recuento import __version__
from recuento.cli.exits import Debug
from recuento.cli.lazy import LazyGroup
from recuento.cli.speech import Locale
from recuento.settings import LOCALES

app = typer.Typer(
    name="recuento",
    cls=LazyGroup,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"recuento {__version__}")
        raise typer.Exit


def _spoken(locale: str | None) -> str | None:
    if locale is not None and locale not in LOCALES:
        raise typer.BadParameter(f"{locale!r} is none of {', '.join(LOCALES)}")
    return locale


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Tell errors in full, with where in the program they arose.")
    ] = False,
    locale: Annotated[
        str | None,
        typer.Option(
            "--locale", metavar="CODE", callback=_spoken, help="The language of messages and heads: en or es."
        ),
    ] = None,
) -> None:
    """Read reports of violence and protest; keep every figure as a claim: number, source and exact words."""
    Debug.wanted = debug
    Locale.chosen = locale
