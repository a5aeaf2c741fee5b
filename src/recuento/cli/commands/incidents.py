"""`recuento incidents`: what the claims tell of, incident by incident."""

from typing import Annotated

import typer

from recuento.cli.exits import DONE
from recuento.cli.opening import claim_filter, opened, show_fitting
from recuento.cli.options import Filtered, FormatChoice, command, new_app
from recuento.cli.views.incidents import INCIDENTS
from recuento.model import UsageError
from recuento.pipeline import gather_ledger, told_incidents
from recuento.tally import DEFAULT_METHOD, METHODS

app = new_app()


class Options(Filtered, frozen=True, kw_only=True):
    """The options of `recuento incidents`."""

    format: FormatChoice = None
    method: Annotated[
        str, typer.Option("--method", metavar="NAME", help=f"Chooses the best: {', '.join(METHODS)}.")
    ] = DEFAULT_METHOD


@command(app, Options)
def incidents(options: Options) -> int:
    """List the incidents of the ledger with their ranges and differences.

    A filter takes the incidents that hold a fitting claim; it never changes what an incident holds. The
    range is that of all sources; the method only chooses the best value in it.
    """
    if options.method not in METHODS:
        raise UsageError(f"--method {options.method}: no such method (there are: {', '.join(METHODS)})")
    with opened(options) as ledger:
        held = gather_ledger(ledger, claim_filter(options))
    show_fitting(told_incidents(held, options.method), INCIDENTS, options.format)
    return DONE
