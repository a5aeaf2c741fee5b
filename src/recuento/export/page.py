"""The report page: one self-contained HTML file with tallies, differences, plots and the marked texts."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup
from msgspec.structs import replace

from recuento.export.content import PageContent
from recuento.export.differences import Standing, contradictions, match_views, relation_views, toll_views
from recuento.export.incidents import Drawing, IncidentView, incident_views, running_views
from recuento.export.index import Index, index_of
from recuento.export.listing import listing_of
from recuento.export.map import Regions, locator_path
from recuento.export.messages import load_messages
from recuento.export.reports import report_views
from recuento.model import Figure
from recuento.wording import Wording, load_wording

TEMPLATES = Path(__file__).parent / "templates"
# What HTML or UTF-8 can't hold: control characters but tab, line and form feed, and lone surrogates.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
REPLACEMENT = "\ufffd"


def render_page(page: PageContent, *, locale: str = "en") -> str:
    """The page as one HTML file that loads nothing: the same content gives the same page, byte for byte.

    `locale` is the language of the page's own words; the reports keep theirs. Everything from the content is
    escaped. A character that a page can't hold is shown as U+FFFD.

    Raises PageError where a span does not cut its words or something named is not in the content, and
    UsageError for a language without a catalogue.
    """
    messages = load_messages(locale)
    page = _told(page, load_wording(locale))
    index = index_of(page, messages)
    script = _asset("page.js")
    drawing = Drawing(standing=Standing(page), regions=Regions())
    incidents, running = incident_views(index, drawing), running_views(index, drawing)
    listing = listing_of(index, incidents, drawing)
    rendered = (
        _environment()
        .get_template("page.html.jinja")
        .render(
            page=page,
            t=messages,
            index=index,
            summary=_summary(index, incidents),
            listing=listing,
            incidents=incidents,
            running=running,
            regions=drawing.regions.drawn,
            locator=locator_path(),
            relations=relation_views(index),
            matches=match_views(index),
            tolls=toll_views(index),
            reports=report_views(index),
            measures=_measures(index),
            style=Markup(_asset("page.css")),
            script=Markup(script),
            script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        )
    )
    return UNWRITABLE.sub(REPLACEMENT, rendered) + "\n"


def _told(page: PageContent, wording: Wording) -> PageContent:
    """The content with its reasons, problems and unnamed voices in the words of the page."""
    return replace(
        page,
        incidents=tuple(
            replace(each, rows=tuple(replace(row, source=wording.voice(row.source)) for row in each.rows))
            for each in page.incidents
        ),
        differences=tuple(
            replace(
                each,
                reason=wording.tell(each.reason),
                left_speaker=wording.voice(each.left_speaker),
                right_speaker=wording.voice(each.right_speaker),
            )
            for each in page.differences
        ),
        problems=tuple(replace(each, message=wording.tell(each.message)) for each in page.problems),
    )


def _summary(index: Index, incidents: tuple[IncidentView, ...]) -> tuple[str, ...]:
    """The counts at the head of the page."""
    content, words = index.content, index.messages
    return (
        words.count("reports", len(content.reports)),
        words.count("claims", len(content.claims)),
        words.count("incidents", len(incidents)),
        words.count("differences", len(content.differences)),
        words.count("contradictions", contradictions(index)),
        words.count("problems", len(content.problems)),
    )


def _measures(index: Index) -> tuple[tuple[str, str], ...]:
    """The measures met, with their words: the choices of the filter."""
    met = {claim.measure for claim in index.content.claims if isinstance(claim, Figure)}
    return tuple((measure, index.messages.code("measure", measure)) for measure in sorted(met))


@cache
def _asset(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
