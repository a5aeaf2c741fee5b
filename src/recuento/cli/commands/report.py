"""`recuento report`: the ledger as one page to read, self-contained."""

from pathlib import Path
from typing import Annotated

import typer

from recuento.cli.exits import DONE, say
from recuento.cli.opening import claim_filter, opened
from recuento.cli.options import Filtered, command, new_app
from recuento.cli.speech import Locale
from recuento.export import render_page
from recuento.model import UsageError
from recuento.pipeline import gather_ledger, held_series, page_content
from recuento.settings import load_settings
from recuento.wording import load_wording

app = new_app()


class Options(Filtered, frozen=True, kw_only=True):
    """The options of `recuento report`."""

    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="The file to write, such as report.html.")
    ]
    title: Annotated[
        str | None,
        typer.Option("--title", metavar="WORDS", help="The title of the page; What the reports say."),
    ] = None
    made: Annotated[
        str | None,
        typer.Option("--made", metavar="DATE", help="The date to put on the page; none if not given."),
    ] = None
    locale: Annotated[
        str | None,
        typer.Option("--locale", metavar="CODE", help="The language of the page's own words: en or es."),
    ] = None
    exact_points: Annotated[
        bool,
        typer.Option("--exact-points", help="Show on maps also where places finer than a settlement lie."),
    ] = False


@command(app, Options)
def report(options: Options) -> int:
    """Write one HTML page that loads nothing: tallies, differences, plots, the reports with words marked.

    A filter takes the incidents that hold a fitting claim, and the reports that tell of them.
    """
    with opened(options) as ledger:
        held = gather_ledger(ledger, claim_filter(options))
        series = [held_series(ledger, stored) for stored in ledger.series()]
    spoken = options.locale or Locale.chosen or load_settings().locale
    title = options.title or load_wording(spoken).tell("What the reports say")
    content = page_content(held, series, title=title, made=options.made, exact=options.exact_points)
    page = render_page(content, locale=spoken)
    try:
        options.out.write_text(page, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{options.out}: {error.strerror or error}; give another --out") from error
    say(f"written: {options.out}")
    return DONE
