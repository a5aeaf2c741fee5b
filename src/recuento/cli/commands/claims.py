"""`recuento claims`: the claims of the ledger by filter."""

from enum import StrEnum
from typing import Annotated

import typer

from recuento.cli.exits import DONE
from recuento.cli.opening import claim_filter, opened, show_fitting
from recuento.cli.options import Filtered, FormatChoice, command, new_app
from recuento.cli.views.claims import CLAIMS

app = new_app()


class ClaimType(StrEnum):
    """The types of claims, by their tags."""

    figure = "figure"
    incident = "incident"
    statement = "statement"
    demand = "demand"
    person = "person"


class Options(Filtered, frozen=True, kw_only=True):
    """The options of `recuento claims`."""

    format: FormatChoice = None
    type: Annotated[ClaimType | None, typer.Option("--type", help="Of this type.")] = None
    incident_type: Annotated[
        str | None, typer.Option("--incident-type", metavar="CODE", help="air_strike, raid, protest...")
    ] = None
    scope: Annotated[
        str | None, typer.Option("--scope", metavar="CODE", help="incident, cumulative, stock, background.")
    ] = None
    modality: Annotated[
        str | None, typer.Option("--modality", metavar="CODE", help="asserted, alleged, denied, feared...")
    ] = None
    text: Annotated[
        str | None, typer.Option("--text", metavar="WORDS", help="Whose words hold these, accents aside.")
    ] = None
    min_confidence: Annotated[
        float | None,
        typer.Option("--min-confidence", metavar="NUMBER", min=0.0, max=1.0, help="None below this."),
    ] = None
    explicit_only: Annotated[
        bool, typer.Option("--explicit-only", help="No count that is only implied ('a man was killed').")
    ] = False
    superseded: Annotated[
        bool, typer.Option("--superseded", help="Also what a later reading of the same report superseded.")
    ] = False


@command(app, Options)
def claims(options: Options) -> int:
    """List the claims of the ledger: every filter that is given must fit."""
    with opened(options) as ledger:
        found = (stored.claim for stored in ledger.claims(claim_filter(options)))
        show_fitting(found, CLAIMS, options.format)
    return DONE
