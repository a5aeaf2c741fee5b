"""`recuento link`: which accounts are of one incident, and why."""

from typing import Annotated

import msgspec
import typer

from recuento.cli.exits import say_problems
from recuento.cli.opening import claim_filter, opened, show_fitting
from recuento.cli.options import Filtered, FormatChoice, command, new_app
from recuento.cli.views.links import LINKS, STATES
from recuento.model import UsageError
from recuento.pipeline import gather_ledger, told_links, told_troubles

app = new_app()


class Options(Filtered, frozen=True, kw_only=True):
    """The options of `recuento link`."""

    format: FormatChoice = None
    only: Annotated[
        list[str], typer.Option("--only", metavar="STATE", help=f"Only these: {', '.join(STATES)}.")
    ] = msgspec.field(default_factory=list)


@command(app, Options)
def link(options: Options) -> int:
    """Show which accounts are held for one incident, with the weight and the reasons, and which may be.

    Weights are in log-odds, 0 the threshold. The machine proposes; `recuento judge` decides. A filter takes
    the links of which one side holds a fitting claim.
    """
    unknown = [state for state in options.only if state not in STATES]
    if unknown:
        raise UsageError(f"--only {unknown[0]}: no such state (there are: {', '.join(STATES)})")
    with opened(options) as ledger:
        held = gather_ledger(ledger, claim_filter(options))
    wanted = (each for each in told_links(held) if not options.only or each.state in options.only)
    show_fitting(wanted, LINKS, options.format)
    return say_problems(told_troubles(held))
