"""`recuento read`: sources to claims."""

from collections.abc import Iterator
from contextlib import nullcontext
from typing import Annotated

import msgspec
import typer

from recuento.cli.exits import DONE, say_problems
from recuento.cli.options import FormatChoice, LedgerAddress, ProfileName, command, new_app
from recuento.cli.output import show
from recuento.cli.progress import followed
from recuento.cli.views.claims import READINGS
from recuento.ledger import open_ledger
from recuento.pipeline import Reading, ReadPlan, read_claims
from recuento.read import ReadOptions, count_sources, read_sources
from recuento.settings import load_settings
from recuento.vocabulary import load_profile

app = new_app()


class ReadFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What may be told of sources that do not tell it themselves."""

    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Files, folders, addresses, or - for standard input."),
    ]
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="When the reports came out: YYYY[-MM[-DD]]."),
    ] = None
    outlet: Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Who published them.")] = None
    language: Annotated[
        str | None, typer.Option("--language", metavar="CODE", help="Their language, such as en.")
    ] = None
    place: Annotated[str | None, typer.Option("--place", metavar="NAME", help="Where they were written.")] = (
        None
    )
    format: FormatChoice = None

    def facts(self) -> ReadOptions:
        """The facts as the read stage takes them."""
        return ReadOptions(
            published=self.published, outlet=self.outlet, language=self.language, place=self.place
        )


class Options(ReadFacts, frozen=True, kw_only=True):
    """The options of `recuento read`."""

    ledger: LedgerAddress = None
    no_ledger: Annotated[bool, typer.Option("--no-ledger", help="Keep nothing; only print.")] = False
    again: Annotated[
        bool, typer.Option("--again", help="Extract again also what this version has read before.")
    ] = False
    profile: ProfileName = None
    min_confidence: Annotated[
        float,
        typer.Option(
            "--min-confidence",
            metavar="NUMBER",
            min=0.0,
            max=1.0,
            help="Print no claim below this; all are kept.",
        ),
    ] = 0.0


@command(app, Options)
def read(options: Options) -> int:
    """Read reports, keep their claims in the ledger and print them.

    A source that can't be read is named on stderr with the reason, and the rest goes on.
    """
    settings = load_settings()
    plan = ReadPlan(options=options.facts(), profile=options.profile or settings.profile, again=options.again)
    # What is wrong use is told before anything is written.
    load_profile(plan.profile)
    read_sources([], plan.options)
    codes = {DONE}
    kept = nullcontext() if options.no_ledger else open_ledger(options.ledger or settings.ledger)
    with kept as ledger:
        readings = read_claims(options.sources, plan, ledger)
        shown = followed(readings, lambda: count_sources(options.sources), "reports")
        show(_told(shown, options.min_confidence, codes), READINGS, options.format)
    return max(codes)


def _told(readings: Iterator[Reading], least: float, codes: set[int]) -> Iterator[Reading]:
    """The readings with claims sure enough to print; problems are named on the way."""
    for reading in readings:
        codes.add(say_problems(reading.problems))
        yield reading._replace(claims=tuple(c for c in reading.claims if c.confidence >= least))
