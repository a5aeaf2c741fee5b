"""`recuento gazetteer`: which names of places are known, and importing more of them."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from recuento.cli.exits import DONE, WITH_PROBLEMS, say, say_problems
from recuento.cli.options import FormatChoice, command, new_app
from recuento.cli.output import View, show
from recuento.cli.progress import Progress
from recuento.cli.views.flat import columns_of, flat
from recuento.cli.views.tables import make_table
from recuento.gazetteer import import_path, index_path
from recuento.gazetteer.importer import ImportPlan, import_dumps
from recuento.gazetteer.info import IndexInfo, index_info

if TYPE_CHECKING:
    from rich.console import RenderableType

app = new_app("Tell which names of places are known, and import more from GeoNames.")


def _tables(infos: Iterator[IndexInfo]) -> "Iterator[RenderableType]":
    for info in infos:
        told = {
            name: "; ".join(held) if isinstance(held, tuple) else held for name, held in flat(info).items()
        }
        yield make_table(("gazetteer", ""), [(name, str(held)) for name, held in told.items()])


GAZETTEERS: View[IndexInfo] = View(
    lines=lambda info: (info,), columns=columns_of(IndexInfo), rows=lambda info: (flat(info),), table=_tables
)


class ImportOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The options of `recuento gazetteer import`."""

    dumps: Annotated[
        list[Path],
        typer.Argument(
            metavar="DUMP...", help="allCountries.txt or a country's XX.txt of GeoNames, or .zip."
        ),
    ]
    names: Annotated[
        Path | None,
        typer.Option("--names", metavar="FILE", help="alternateNamesV2, for the dumps' own column of names."),
    ] = None
    admin1: Annotated[
        Path | None, typer.Option("--admin1", metavar="FILE", help="admin1CodesASCII: names of divisions.")
    ] = None
    admin2: Annotated[
        Path | None, typer.Option("--admin2", metavar="FILE", help="admin2Codes: names of divisions.")
    ] = None
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Where to; default the setting's, else the data folder."),
    ] = None
    all_scripts: Annotated[
        bool, typer.Option("--all-scripts", help="Keep names in other than Latin letters too.")
    ] = False
    alone: Annotated[
        bool, typer.Option("--alone", help="Leave out towns of the package's own that no dump has.")
    ] = False
    format: FormatChoice = None


@command(app, ImportOptions, name="import")
def import_(options: ImportOptions) -> int:
    """Make a gazetteer of GeoNames dumps from this machine, with countries and regions of the package's own.

    Every command uses it from then on. A line that can't be read is named on stderr, and the rest goes on.
    The dumps are at https://download.geonames.org/export/dump/ (CC BY 4.0).
    """
    plan = ImportPlan(
        dumps=tuple(options.dumps),
        out=options.out or import_path(),
        names=options.names,
        admin1=options.admin1,
        admin2=options.admin2,
        all_scripts=options.all_scripts,
        alone=options.alone,
    )
    done = import_dumps(plan, _shown() if sys.stderr.isatty() else None)
    show([index_info(done.path)], GAZETTEERS, options.format)
    say_problems(done.problems)
    if done.wrong > len(done.problems):
        say(f"{done.wrong - len(done.problems)} more lines could not be read")
    if index_path().resolve() != done.path.resolve():
        say(f"to use this gazetteer, set RECUENTO_GAZETTEER={done.path}")
    return WITH_PROBLEMS if done.wrong else DONE


def _shown() -> Callable[[str, int, int], None]:
    """What shows progress: a line for each thing that is being done."""
    lines: dict[str, Progress] = {}

    def at(what: str, done: int, total: int) -> None:
        line = lines.setdefault(what, Progress(total, what))
        if done < total:
            line.at(done)
        else:
            line.clear()

    return at


class InfoOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The options of `recuento gazetteer info`."""

    format: FormatChoice = None


@command(app, InfoOptions, name="info")
def info(options: InfoOptions) -> int:
    """Tell which gazetteer is used, how much it holds, when it was built and from what."""
    found = index_info(index_path())
    show([found], GAZETTEERS, options.format)
    if not found.current:
        say("the package's own gazetteer has changed since: import again to have what is new in it")
    return DONE
