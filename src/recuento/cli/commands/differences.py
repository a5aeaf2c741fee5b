"""`recuento differences`: where sources say different things of one incident or toll."""

from typing import Annotated

import msgspec
import typer

from recuento.cli.exits import DONE
from recuento.cli.opening import claim_filter, opened, show_fitting
from recuento.cli.options import Filtered, FormatChoice, command, new_app
from recuento.cli.views.differences import DIFFERENCES, RELATIONS
from recuento.model import UsageError
from recuento.pipeline import gather_ledger, told_differences

app = new_app()


class Options(Filtered, frozen=True, kw_only=True):
    """The options of `recuento differences`."""

    format: FormatChoice = None
    only: Annotated[
        list[str], typer.Option("--only", metavar="RELATION", help=f"Only these: {', '.join(RELATIONS)}.")
    ] = msgspec.field(default_factory=list)
    all: Annotated[bool, typer.Option("--all", help="Also what agrees, and groups within a whole.")] = False


@command(app, Options)
def differences(options: Options) -> int:
    """Show who says what, in which words, and how the two figures stand to each other.

    Only what can't both be true is called a contradiction. A filter takes the differences of which one
    side fits.
    """
    unknown = [relation for relation in options.only if relation not in RELATIONS]
    if unknown:
        raise UsageError(f"--only {unknown[0]}: no such relation (there are: {', '.join(RELATIONS)})")
    with opened(options) as ledger:
        held = gather_ledger(ledger, claim_filter(options))
    found = told_differences(held, agreeing=options.all or "agrees" in options.only)
    wanted = (each for each in found if not options.only or each.relation in options.only)
    show_fitting(wanted, DIFFERENCES, options.format)
    return DONE
