"""Options as records: a command takes one frozen record, whose fields are its arguments and options.

Typer reads a function's signature; `command` gives it one made of the record's fields, so that what a command
takes is declared once, has a type, and can be shared by inheritance.
"""

import inspect
from collections.abc import Callable
from typing import Annotated, Any, TypeVar, get_type_hints

import msgspec
import typer

from recuento.cli.exits import guarded
from recuento.cli.output import Format

Options = TypeVar("Options", bound=msgspec.Struct)


def new_app(help: str | None = None) -> typer.Typer:
    """A Typer app for the commands of one module."""
    return typer.Typer(
        help=help, add_completion=False, pretty_exceptions_enable=False, no_args_is_help=help is not None
    )


def command(
    app: typer.Typer, kind: type[Options], **settings: Any
) -> Callable[[Callable[[Options], int]], Any]:
    """Makes a function from an options record to an exit code a command of a Typer app.

    `settings` are those of `Typer.command`. The function's docstring is the command's help.
    """

    def decorate(function: Callable[[Options], int]) -> Callable[[Options], int]:
        def run(**given: Any) -> None:
            guarded(lambda: function(kind(**given)))

        run.__doc__ = function.__doc__
        run.__name__ = function.__name__
        run.__signature__ = signature_of(kind)  # type: ignore[attr-defined] # what inspect.signature reads
        app.command(**settings)(run)
        return function

    return decorate


def signature_of(kind: type[msgspec.Struct]) -> inspect.Signature:
    """A signature with one keyword parameter a field, with the field's type, declaration and default."""
    hints = get_type_hints(kind, include_extras=True)
    parameters = []
    for field in msgspec.structs.fields(kind):
        default = inspect.Parameter.empty
        if field.default is not msgspec.NODEFAULT:
            default = field.default
        elif field.default_factory is not msgspec.NODEFAULT:
            default = field.default_factory()
        keyword = inspect.Parameter.KEYWORD_ONLY
        parameters.append(
            inspect.Parameter(field.name, keyword, default=default, annotation=hints[field.name])
        )
    return inspect.Signature(parameters)


LedgerAddress = Annotated[
    str | None,
    typer.Option("--ledger", metavar="URL", help="Path or postgresql:// address; default recuento.db."),
]
ProfileName = Annotated[
    str | None,
    typer.Option(
        "--profile", metavar="NAME", help="What vague words may mean: press, acled, airwars or ccc."
    ),
]


FormatChoice = Annotated[
    Format | None, typer.Option("--format", help="A table on a terminal, else jsonl, if not given.")
]


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """Options of every command that looks into a ledger."""

    ledger: LedgerAddress = None


class Filtered(Kept, frozen=True, kw_only=True):
    """Options of every command that takes some of a ledger's claims; each that is given must fit."""

    report: Annotated[str | None, typer.Option("--report", metavar="ID", help="Of this report.")] = None
    measure: Annotated[
        str | None, typer.Option("--measure", metavar="CODE", help="killed, injured, displaced...")
    ] = None
    place: Annotated[
        str | None, typer.Option("--place", metavar="WORDS", help="Whose place holds these words.")
    ] = None
    country: Annotated[
        str | None, typer.Option("--country", metavar="CODE", help="ISO 3166 code of two letters.")
    ] = None
    source: Annotated[
        str | None, typer.Option("--source", metavar="WORDS", help="Said by whom: words of the name.")
    ] = None
    outlet: Annotated[
        str | None, typer.Option("--outlet", metavar="WORDS", help="In reports of this outlet.")
    ] = None
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Of this day, month or year or later.")
    ] = None
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Of this day, month or year or earlier.")
    ] = None
