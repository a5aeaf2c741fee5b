"""`recuento judge`: a person decides whether accounts are of one incident."""

from typing import Annotated

import typer

from recuento.cli.exits import DONE, say
from recuento.cli.opening import opened
from recuento.cli.options import Kept, command, new_app
from recuento.model import VERDICTS, UsageError
from recuento.pipeline import judge as judge_accounts

app = new_app()


class Options(Kept, frozen=True, kw_only=True):
    """The arguments and options of `recuento judge`."""

    verdict: Annotated[str, typer.Argument(metavar="VERDICT", help=f"{', '.join(VERDICTS)}.")]
    left: Annotated[
        str, typer.Argument(metavar="ID", help="An incident, account or claim: four digits or more.")
    ]
    right: Annotated[str, typer.Argument(metavar="ID", help="The other one.")]
    author: Annotated[str, typer.Option("--author", metavar="NAME", help="Who decides.")]
    reason: Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why.")]


@command(app, Options)
def judge(options: Options) -> int:
    """Decide whether two incidents or accounts are one: for good, but never past undoing.

    positive puts them together, negative keeps them apart (or takes an account out of its incident), unsure
    leaves them open, withdrawn undoes what was judged before. Every decision is kept with author, reason and
    time; the last one of two accounts stands, above anything that the machine proposes.
    """
    if options.verdict not in VERDICTS:
        raise UsageError(f"{options.verdict}: no such verdict (there are: {', '.join(VERDICTS)})")
    for name, words in (("--author", options.author), ("--reason", options.reason)):
        if not words.strip():
            raise UsageError(f"{name}: give words")
    with opened(options) as ledger:
        sides = (options.left, options.right)
        written = judge_accounts(ledger, sides, options.verdict, author=options.author, reason=options.reason)
    say(f"judgements kept: {written}")
    return DONE
