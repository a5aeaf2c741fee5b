"""Where everything stands on the page: anchors of reports and claims, colour and shape of each source."""

from collections.abc import Iterator, Mapping

import msgspec

from recuento.export.content import PageContent, PageFigure
from recuento.export.messages import Messages
from recuento.language import load_pack, pack_languages
from recuento.model import Claim, Figure, RecuentoError, Report

COLOURS = 8
SHAPES = 8
# Languages written from right to left (Unicode CLDR 46, characterOrder); a pack's own word goes before.
RIGHT_TO_LEFT = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"))
QUOTATION_MARKS = tuple("\"'“”„‟‘’‚«»‹›「『")


class PageError(RecuentoError):
    """What was given for the page does not hang together."""


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One source as drawn: `number` tells it in filters; no two of 64 share both colour and shape."""

    number: int
    name: str
    kind: str
    colour: int
    shape: int


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """Where a claim stands: its number within its report, and the anchors of its row, mark and report."""

    number: int
    row: str
    mark: str
    report: str


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a report with the language and direction that a browser needs to set them."""

    words: str
    language: str | None
    direction: str

    @property
    def quoted(self) -> bool:
        """Whether the words begin with a quotation mark of their own."""
        return self.words[:1] in QUOTATION_MARKS


class Index(msgspec.Struct, frozen=True, kw_only=True):
    """Look-ups over one page's content, and the words of its language."""

    content: PageContent
    messages: Messages
    reports: dict[str, Report]
    claims: dict[str, Claim]
    report_anchors: dict[str, str]
    anchors: dict[str, Anchor]
    sources: dict[str, Source]
    speakers: dict[str, Source]

    def passage(self, words: str, report: str) -> Passage:
        """Words as they stand in a report."""
        language = self.reports[report].language
        return Passage(words=words, language=language, direction=direction_of(language))

    def source(self, name: str) -> Source:
        """The source of a row, by its name; writings that differ in case or spaces are one."""
        return self.sources[_key(name)]

    def report_name(self, report: str) -> str:
        """A short name of a report for a table: its number on the page, and its outlet, title or name."""
        known = self.reports[report]
        return f"{self.report_anchors[report][1:]}. {known.outlet or known.title or known.id}"


def direction_of(language: str | None) -> str:
    """`ltr`, `rtl`, or `auto` (the browser looks at the first letter) where the language is not known."""
    if language is None:
        return "auto"
    if language in pack_languages():
        return load_pack(language).header.direction
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def index_of(content: PageContent, messages: Messages) -> Index:
    """The look-ups of a page.

    Raises PageError where a span does not cut its words, or something named is not in the content.
    """
    reports = {report.id: report for report in content.reports}
    _check_reports(content, reports)
    ordered = sorted(content.claims, key=lambda claim: (claim.start, -claim.end, claim.id))
    report_anchors = {report.id: f"r{n}" for n, report in enumerate(content.reports, 1)}
    anchors: dict[str, Anchor] = {}
    counts = dict.fromkeys(reports, 0)
    for claim in ordered:
        counts[claim.report] += 1
        n, home = counts[claim.report], report_anchors[claim.report]
        anchors[claim.id] = Anchor(number=n, row=f"{home}-c{n}", mark=f"{home}-m{n}", report=home)
    _check_references(content, anchors)
    sources, speakers = _sources(content)
    return Index(
        content=content,
        messages=messages,
        reports=reports,
        claims={claim.id: claim for claim in ordered},
        report_anchors=report_anchors,
        anchors=anchors,
        sources=sources,
        speakers=speakers,
    )


def all_figures(figures: tuple[PageFigure, ...]) -> Iterator[PageFigure]:
    """Figures and their parts, each before its own parts."""
    for figure in figures:
        yield figure
        yield from all_figures(figure.parts)


def words_claimed(claim: Claim) -> str:
    """The words that a claim's span must cut: the number of a figure, else the words claimed."""
    return claim.number if isinstance(claim, Figure) else claim.quote


def _check_reports(content: PageContent, reports: Mapping[str, Report]) -> None:
    if len(reports) < len(content.reports):
        raise PageError("two reports of the page have one name; give each its own")
    for claim in content.claims:
        if claim.report not in reports:
            raise PageError(f"claim {claim.id} is of report {claim.report!r}, which is not among the reports")
        if reports[claim.report].text[claim.start : claim.end] != words_claimed(claim):
            raise PageError(
                f"claim {claim.id} does not cut its words in {claim.report!r}; read the report again"
            )


def _check_references(content: PageContent, anchors: Mapping[str, Anchor]) -> None:
    if len(anchors) < len(content.claims):
        raise PageError("a claim is given twice")
    used = {side for pair in content.differences for side in (pair.left, pair.right)}
    used |= {figure.claim for match in content.matches for figure in match.figures}
    used |= {toll.claim for toll in content.tolls}
    for incident in content.incidents:
        for row in incident.rows:
            used |= {figure.claim for figure in all_figures(row.figures)}
    if unknown := sorted(used - set(anchors)):
        raise PageError(f"claim {unknown[0]} is used but is not among the claims")


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _sources(content: PageContent) -> tuple[dict[str, Source], dict[str, Source]]:
    """The sources in the order met, and that of each claim: of its own row before a restatement's."""
    sources: dict[str, Source] = {}
    own: dict[str, Source] = {}
    restated: dict[str, Source] = {}
    for row in (row for incident in content.incidents for row in incident.rows):
        source = sources.setdefault(_key(row.source), _source(len(sources), row.source, row.source_kind))
        for figure in all_figures(row.figures):
            own[figure.claim] = source
            restated.update(dict.fromkeys(figure.restated, source))
    return sources, restated | own


def _source(n: int, name: str, kind: str) -> Source:
    return Source(number=n + 1, name=name, kind=kind, colour=(n + n // SHAPES) % COLOURS, shape=n % SHAPES)
