"""`recuento language`: starting the pack of a language."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from recuento.cli.exits import DONE, say
from recuento.cli.options import command, new_app
from recuento.language import start_pack
from recuento.language.pack import PACKS

app = new_app("Start the pack of a language.")


class NewOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The options of `recuento language new`."""

    code: Annotated[str, typer.Argument(metavar="CODE", help="Its ISO 639 code, such as pt.")]
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="Its name in English.")] = None
    packs: Annotated[
        Path | None,
        typer.Option("--packs", metavar="DIR", help="Where packs stand; default: those of the program."),
    ] = None


@app.callback()
def language() -> None:
    """Start the pack of a language."""


@command(app, NewOptions, name="new")
def new(options: NewOptions) -> int:
    """Write the files of a draft pack, without words; its failing tests are what is to be done."""
    name = options.name or options.code
    written = start_pack(options.code, name, packs=options.packs or PACKS)
    say(f"{len(written)} files in {written[0].parent}: pytest tests/language says what is to be done")
    return DONE
