"""`recuento explain`: how a sentence is read."""

from typing import Annotated

import msgspec
import typer

from recuento.cli.exits import DONE
from recuento.cli.explained import explain as steps_of
from recuento.cli.options import FormatChoice, ProfileName, command, new_app
from recuento.cli.output import Format, show
from recuento.cli.views.explained import EXPLAINED
from recuento.language import load_pack
from recuento.model import Report
from recuento.settings import load_settings

app = new_app()


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """The options of `recuento explain`."""

    text: Annotated[str, typer.Argument(metavar="SENTENCE", help="A sentence, or a few.")]
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="When it came out: YYYY[-MM[-DD]].")
    ] = None
    place: Annotated[str | None, typer.Option("--place", metavar="NAME", help="Where it was written.")] = None
    language: Annotated[str, typer.Option("--language", metavar="CODE", help="Its language.")] = "en"
    profile: ProfileName = None
    format: FormatChoice = None


@command(app, Options)
def explain(options: Options) -> int:
    """Show how a sentence is read, step by step: words, phrases, harms, the rules that fired, the claims.

    A tree if no format is given.
    """
    load_pack(options.language)  # one without a pack is wrong use
    report = Report(
        id="sentence",
        text=options.text,
        language=options.language,
        published=options.published,
        place=options.place,
    )
    profile = options.profile or load_settings().profile
    show(steps_of(report, profile), EXPLAINED, options.format, default=Format.table)
    return DONE
