"""`recuento annotate`: the layers beneath the claims, one item a line."""

from collections.abc import Iterator
from typing import Annotated

import typer

from recuento.cli.commands.read import ReadFacts
from recuento.cli.exits import DONE, say_problems
from recuento.cli.layers import Item, Layer, items_of
from recuento.cli.options import ProfileName, command, new_app
from recuento.cli.output import Format, show
from recuento.cli.progress import followed
from recuento.cli.views.layers import view_of
from recuento.pipeline import layers_of, read_reports
from recuento.read import count_sources
from recuento.settings import load_settings
from recuento.vocabulary import load_profile

app = new_app()


class Options(ReadFacts, frozen=True, kw_only=True):
    """The options of `recuento annotate`."""

    layer: Annotated[Layer, typer.Option("--layer", help="Which layer.")]
    profile: ProfileName = None


@command(app, Options)
def annotate(options: Options) -> int:
    """Print one layer of sources, an item a line; JSON Lines if no format is given. Nothing is kept."""
    codes = {DONE}
    found = followed(_items(options, codes), lambda: count_sources(options.sources), "reports")
    show(found, view_of(options.layer), options.format, default=Format.jsonl)
    return max(codes)


def _items(options: Options, codes: set[int]) -> Iterator[list[Item]]:
    """The items of each report; problems are named on the way."""
    profile = load_profile(options.profile or load_settings().profile)
    for report, problems in read_reports(options.sources, options.facts()):
        codes.add(say_problems(problems))
        layers = layers_of(report) if report is not None else None
        yield [] if layers is None else list(items_of(layers, options.layer, profile))
