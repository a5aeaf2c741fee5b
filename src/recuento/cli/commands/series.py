"""`recuento series`: published daily series, and the days that carry a report's figures."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer
from msgspec.structs import replace

from recuento.cli.exits import DONE, say, say_problems
from recuento.cli.opening import claim_filter, opened, show_fitting
from recuento.cli.options import Filtered, FormatChoice, Kept, ProfileName, command, new_app
from recuento.cli.output import show
from recuento.cli.views.series import MATCHES, SERIES, TOLLS
from recuento.ledger import Ledger, open_ledger
from recuento.model import UsageError
from recuento.pipeline import (
    Reading,
    ReadPlan,
    add_series,
    checked_tolls,
    figures_of,
    gather_ledger,
    held_series,
    matched_days,
)
from recuento.series import STATUSES, Match, Series, SeriesSpec, load_spec, parse_mapping, parse_skip
from recuento.settings import load_settings

app = new_app("Keep published daily series, and find the days that carry a report's figures.")
AS_TOLD = "series-skipped"


class AddOptions(Kept, frozen=True, kw_only=True):
    """The options of `recuento series add`."""

    format: FormatChoice = None
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV file with a header.")]
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="What to call the series.")] = (
        None
    )
    place: Annotated[str | None, typer.Option("--place", metavar="NAME", help="Of which place.")] = None
    source: Annotated[
        str | None, typer.Option("--source", metavar="NAME", help="Whose figures they are.")
    ] = None
    date: Annotated[
        str | None, typer.Option("--date", metavar="COLUMN", help="The column with the date; default date.")
    ] = None
    map: Annotated[
        list[str],
        typer.Option(
            "--map", metavar="COLUMN=MEASURE[:GROUP]", help="What a column counts; may be repeated."
        ),
    ] = msgspec.field(default_factory=list)
    map_file: Annotated[
        Path | None, typer.Option("--map-file", metavar="FILE", help="All of this in a YAML or TOML file.")
    ] = None
    skip: Annotated[
        list[str], typer.Option("--skip", metavar="COLUMN=VALUE", help="Rows to keep but not to match on.")
    ] = msgspec.field(default_factory=list)
    qualifier: Annotated[
        str | None,
        typer.Option("--qualifier", metavar="COLUMN", help="The column that says how exact a row is."),
    ] = None
    decimal: Annotated[
        str | None,
        typer.Option("--decimal", metavar="MARK", help="The decimal mark of the file; default a stop."),
    ] = None


@command(app, AddOptions, name="add")
def add(options: AddOptions) -> int:
    """Keep a capture of a series in the ledger. A later capture of the same name supersedes it; both stay."""
    with open_ledger(options.ledger or load_settings().ledger) as ledger:
        written, series, problems = add_series(ledger, options.file, _spec(options))
        show((each for each in ledger.series() if each.name == series.name), SERIES, options.format)
    say(
        f"series {series.name}: {written} rows written" if written else f"series {series.name}: known already"
    )
    # Rows left out because the options say so are told, but are no trouble.
    say_problems(each for each in problems if each.slug == AS_TOLD)
    return say_problems(each for each in problems if each.slug != AS_TOLD)


def _spec(options: AddOptions) -> SeriesSpec:
    """What the options say, over what the file of the mapping says."""
    given: dict[str, Any] = {
        "name": options.name,
        "place": options.place,
        "source": options.source,
        "date_column": options.date,
        "qualifier": options.qualifier,
        "decimal": options.decimal,
        "mapping": parse_mapping(options.map) or None,
        "skip": parse_skip(options.skip) or None,
    }
    told = {name: value for name, value in given.items() if value is not None}
    if options.map_file is not None:
        return replace(load_spec(options.map_file), **told)
    missing = [flag for flag, field in (("--source", "source"), ("--map", "mapping")) if field not in told]
    if missing:
        raise UsageError(f"series {options.file}: give {' and '.join(missing)}, or a --map-file")
    return SeriesSpec(**({"name": options.file.stem} | told))


class ListOptions(Kept, frozen=True, kw_only=True):
    """The options of `recuento series list`."""

    format: FormatChoice = None
    superseded: Annotated[bool, typer.Option("--superseded", help="Also earlier captures.")] = False


@command(app, ListOptions, name="list")
def list_(options: ListOptions) -> int:
    """List the series of the ledger."""
    with opened(options) as ledger:
        show(ledger.series(superseded=options.superseded), SERIES, options.format)
    return DONE


class MatchOptions(Kept, frozen=True, kw_only=True):
    """The options of `recuento series match`."""

    format: FormatChoice = None
    reports: Annotated[
        list[str],
        typer.Argument(
            metavar="REPORT...", help="Ids of reports of the ledger, or files to read and not keep."
        ),
    ]
    top: Annotated[int, typer.Option("--top", metavar="NUMBER", min=1, help="Days a report at most.")] = 5
    series: Annotated[
        list[str], typer.Option("--series", metavar="NAME", help="Only these series; may be repeated.")
    ] = msgspec.field(default_factory=list)
    profile: ProfileName = None


@command(app, MatchOptions, name="match")
def match(options: MatchOptions) -> int:
    """Find the days of the series that carry the figures of reports, best first, figure by figure.

    A unique match is offered as the report's as-of date and never applied. It says nothing of whether the
    figures are true.
    """
    codes = {DONE}
    plan = ReadPlan(profile=options.profile or load_settings().profile)
    with opened(options) as ledger:
        series = _series_of(ledger, options.series)
        readings = figures_of(ledger, options.reports, plan)
        show(_matches(readings, series, options.top, codes), MATCHES, options.format)
    return max(codes)


def _series_of(ledger: Ledger, names: list[str]) -> list[Series]:
    """The series of those names, or all. Raises UsageError for a name that there is none of, or no series."""
    stored = [each for each in ledger.series() if not names or each.name in names]
    unknown = [name for name in names if name not in {each.name for each in stored}]
    if unknown or not stored:
        named = f" {unknown[0]!r}" if unknown else ""
        raise UsageError(f"no series{named} in the ledger; `recuento series add` keeps one")
    return [held_series(ledger, each) for each in stored]


def _matches(readings: Iterator[Reading], series: list[Series], top: int, codes: set[int]) -> Iterator[Match]:
    """The matches of each reading; a report that no day carries is named."""
    for reading in readings:
        codes.add(say_problems(reading.problems))
        found = matched_days(reading, series, top=top)
        yield from found
        if not found and reading.report is not None:
            say(f"{reading.report.id}: no day of any series carries its figures")


class CheckOptions(Filtered, frozen=True, kw_only=True):
    """The options of `recuento series check`."""

    format: FormatChoice = None
    series: Annotated[
        list[str], typer.Option("--series", metavar="NAME", help="Only these series; may be repeated.")
    ] = msgspec.field(default_factory=list)
    only: Annotated[
        list[str], typer.Option("--only", metavar="STATUS", help=f"Only these: {', '.join(STATUSES)}.")
    ] = msgspec.field(default_factory=list)


@command(app, CheckOptions, name="check")
def check(options: CheckOptions) -> int:
    """Hold the running tolls of all reports against all series that they name by source or place.

    Each toll agrees with a day near its own, lies between two such days, is that of another day, or departs:
    by how much, and since when the same voice does. A filter takes the tolls that fit. A series is its
    source's figure, never the truth.
    """
    unknown = [status for status in options.only if status not in STATUSES]
    if unknown:
        raise UsageError(f"--only {unknown[0]}: no such status (there are: {', '.join(STATUSES)})")
    with opened(options) as ledger:
        series = _series_of(ledger, options.series)
        held = gather_ledger(ledger, claim_filter(options))
    found = checked_tolls(held, series)
    show_fitting(
        (each for each in found if not options.only or each.status in options.only), TOLLS, options.format
    )
    counts = Counter(each.status for each in found)
    told = ", ".join(f"{counts[status]} {status}" for status in STATUSES if counts[status])
    say(f"{len(found)} running tolls held against {len(series)} series: {told or 'none names one of them'}")
    return DONE
