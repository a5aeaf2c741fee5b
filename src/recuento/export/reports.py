"""Reports as the page shows them: what is known of each, its text with its claims marked, and their table."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import msgspec

from recuento.export.fields import ClaimFields, claim_fields
from recuento.export.index import Anchor, Index, Passage, direction_of
from recuento.export.marks import Piece, kind_of, paragraphs
from recuento.model import Claim, Figure, Report

LINKED_SCHEMES = ("http", "https")


class ClaimView(msgspec.Struct, frozen=True, kw_only=True):
    """A claim in the table of its report, and in the text: `tip` is its fields, a line each."""

    claim: Claim
    anchor: Anchor
    kind: str
    quote: Passage
    measure: str | None
    source: int | None
    fields: ClaimFields
    tip: str


class ReportView(msgspec.Struct, frozen=True, kw_only=True):
    """A report of the page. `url` is given only where it is safe to follow; else it is among the `facts`."""

    anchor: str
    report: Report
    title: str
    direction: str
    facts: tuple[tuple[str, str], ...]
    url: str | None
    paragraphs: tuple[tuple[Piece, ...], ...]
    claims: tuple[ClaimView, ...]

    @property
    def by_claim(self) -> dict[str, ClaimView]:
        """The claims by their ids, as the pieces of the text name them."""
        return {view.claim.id: view for view in self.claims}


def report_views(index: Index) -> tuple[ReportView, ...]:
    """The reports in the order given, each with its claims in the order of the text."""
    held: dict[str, list[Claim]] = {report: [] for report in index.reports}
    for claim in index.claims.values():
        held[claim.report].append(claim)
    return tuple(_view(index, report, held[report.id]) for report in index.content.reports)


def _view(index: Index, report: Report, claims: list[Claim]) -> ReportView:
    url = report.url if report.url and _is_web(report.url) else None
    return ReportView(
        anchor=index.report_anchors[report.id],
        report=report,
        title=report.title or index.messages.page["untitled"],
        direction=direction_of(report.language),
        facts=tuple(_facts(index, report, linked=url is not None)),
        url=url,
        paragraphs=paragraphs(report.text, claims),
        claims=tuple(_claim(index, claim) for claim in claims),
    )


def _is_web(url: str) -> bool:
    try:
        return urlsplit(url).scheme in LINKED_SCHEMES
    except ValueError:
        return False


def _facts(index: Index, report: Report, *, linked: bool) -> Iterator[tuple[str, str]]:
    label = index.messages.label
    published = index.messages.date(report.published) if report.published else None
    found = [
        ("outlet", report.outlet),
        ("author", report.author),
        ("published", published),
        ("place", report.place),
        ("language", report.language),
        ("id", report.id),
        ("sha256", report.sha256),
    ]
    yield from ((label[name], value) for name, value in found if value)
    if report.url and not linked:
        yield index.messages.page["original"], report.url


def _claim(index: Index, claim: Claim) -> ClaimView:
    fields = claim_fields(index, claim)
    source = index.speakers.get(claim.id)
    told = index.messages.label["tip"].format(what=fields.what, value=fields.value)
    lines = [told if fields.value else fields.what, fields.who, *fields.where_when, *fields.notes]
    return ClaimView(
        claim=claim,
        anchor=index.anchors[claim.id],
        kind=kind_of(claim),
        quote=index.passage(claim.quote, claim.report),
        measure=claim.measure if isinstance(claim, Figure) else None,
        source=source.number if source else None,
        fields=fields,
        tip="\n".join(line for line in lines if line),
    )
