"""`recuento show`: one claim in full."""

from typing import Annotated

import typer

from recuento.cli import output
from recuento.cli.exits import DONE
from recuento.cli.opening import opened
from recuento.cli.options import FormatChoice, Kept, command, new_app
from recuento.cli.views.shown import SHOWN, Shown

app = new_app()


class Options(Kept, frozen=True, kw_only=True):
    """The options of `recuento show`."""

    id: Annotated[str, typer.Argument(metavar="ID", help="A claim's id, or its first four or more digits.")]
    format: FormatChoice = None


@command(app, Options)
def show(options: Options) -> int:
    """Show one claim: the passage with its words marked, every field, and what happened to it."""
    with opened(options) as ledger:
        stored = ledger.claim(options.id)
        found = Shown(stored, ledger.report(stored.claim.report).report, ledger.history(options.id))
    output.show([found], SHOWN, options.format)
    return DONE
