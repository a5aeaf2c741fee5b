"""Made-up reports and everything else that a page shows, for the tests of the page."""

from datetime import date
from typing import Any

from recuento.export import (
    PageContent,
    PageDifference,
    PageFigure,
    PageFigureMatch,
    PageIncident,
    PageMatch,
    PageRow,
    PageToll,
    PageTotal,
)
from recuento.model import (
    Actor,
    Base,
    Claim,
    Claimant,
    Demand,
    Figure,
    Incident,
    PersonNamed,
    PlaceRef,
    Problem,
    Report,
    Statement,
)

DISPATCH = (
    "Clash in Marenna\n\n"
    "At least four people were killed and dozens hurt in the clash in Marenna, including two children, "
    "the ministry said.\n\n"
    '"Twelve of ours died. Tell the truth!" said the union\'s Ada Brune. Seven were feared dead at first.\n'
)
LATER = "Seven people, about half of the 14 patients, died in Marenna.\n\n\nNobody denied it.\n"
TURNED = "קתלה 5 בני אדם"


def cut(text: str, words: str, nth: int = 0) -> tuple[int, int]:
    """The span of the nth occurrence of words."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)


def figure(report: Report, name: str, number: str, quote: str, **fields: Any) -> Figure:
    """A figure whose number stands in a quote of the report."""
    quote_start, quote_end = cut(report.text, quote)
    start = quote_start + quote.index(number)
    known: dict[str, Any] = {
        "measure": "killed",
        "low": 4,
        "high": None,
        "qualifier": "at_least",
        "unit": "person",
        "explicit": True,
        "confidence": 0.9,
        "rules": ("passive-subject",),
    }
    return Figure(
        id=name,
        report=report.id,
        start=start,
        end=start + len(number),
        number=number,
        quote=quote,
        quote_start=quote_start,
        quote_end=quote_end,
        **(known | fields),
    )


def words(kind: Any, report: Report, claim: str, quote: str, **fields: Any) -> Any:
    """A claim that is no figure."""
    start, end = cut(report.text, quote)
    return kind(id=claim, report=report.id, start=start, end=end, quote=quote, **fields)


def reports() -> tuple[Report, Report, Report]:
    """A dispatch, a later one, and one in a language written from right to left."""
    return (
        Report(
            id="dispatch.txt",
            text=DISPATCH,
            title="Clash in Marenna",
            published="2024-05-14",
            language="en",
            outlet="Coastline Wire",
            url="https://wire.example/1",
            sha256="ab" * 32,
        ),
        Report(id="later.txt", text=LATER, language="en", url="javascript:alert(1)"),
        Report(id="turned.txt", text=TURNED, title=TURNED, language="he", published="2024-05-17"),
    )


def claims() -> tuple[Claim, ...]:
    """Claims of every kind: with overlaps, a part, one number with two figures, and one across paragraphs."""
    first, later, turned = reports()
    place = PlaceRef(name="Marenna")
    ministry = Claimant(name="ministry", kind="official_health", chain=("Coastline Wire",))
    return (
        figure(
            first,
            "f-four",
            "four",
            "At least four people were killed",
            place=place,
            when="2024-05-14",
            attributed_to=ministry,
        ),
        figure(
            first, "f-dozens", "dozens", "dozens hurt", measure="injured", low=24, high=99, qualifier="vague"
        ),
        figure(
            first,
            "f-dozens-too",
            "dozens",
            "dozens hurt",
            measure="casualties",
            low=24,
            high=99,
            qualifier="vague",
            actor=Actor(name="police", status="contested"),
        ),
        figure(
            first,
            "f-two",
            "two",
            "two children",
            low=2,
            high=2,
            qualifier="exactly",
            group="children",
            subset_of="f-four",
            facets={"age": "child"},
            attributed_to=ministry,
        ),
        figure(first, "f-twelve", "Twelve", "Twelve of ours died", low=12, high=12, qualifier="exactly"),
        figure(
            first,
            "f-feared",
            "Seven",
            "Seven were feared dead",
            low=7,
            high=7,
            qualifier="exactly",
            modality="feared",
        ),
        words(
            Incident,
            first,
            "i-clash",
            "the clash in Marenna, including two children",
            incident_type="armed_clash",
            place=place,
            organiser=Claimant(name="union"),
        ),
        words(
            Statement,
            first,
            "s-all",
            '"Twelve of ours died. Tell the truth!"',
            speaker=Claimant(name="Ada Brune"),
        ),
        words(Demand, first, "d-truth", "Tell the truth!", addressee=Actor(name="police")),
        words(PersonNamed, first, "p-ada", "Ada Brune", name="Ada Brune", role="official"),
        words(Statement, first, "s-across", 'the ministry said.\n\n"Twelve of ours'),
        figure(
            later,
            "g-seven",
            "Seven",
            "Seven people",
            low=7,
            high=7,
            qualifier="exactly",
            scope="cumulative",
            when="2024-05-15",
            place=place,
        ),
        figure(
            later,
            "g-half",
            "half",
            "about half of the 14 patients",
            low=0.5,
            high=0.5,
            qualifier="about",
            unit="share",
            base=Base(number="14", value=14, start=36, end=38),
            remainder_of="g-seven",
        ),
        figure(turned, "h-five", "5", "5 בני אדם", low=5, high=5, qualifier="exactly"),
    )


def shown(claim: Figure, **fields: Any) -> PageFigure:
    """A figure as a row shows it."""
    return PageFigure(
        claim=claim.id,
        report=claim.report,
        number=claim.number,
        quote=claim.quote,
        low=claim.low,
        high=claim.high,
        qualifier=claim.qualifier,
        modality=claim.modality,
        when=claim.when,
        group=claim.group,
        counted=claim.modality != "feared",
        **fields,
    )


def row(
    source: str, kind: str, *figures: PageFigure, measure: str = "killed", unit: str = "person"
) -> PageRow:
    """A row of one source."""
    return PageRow(
        measure=measure,
        unit=unit,
        source=source,
        source_kind=kind,
        low=figures[0].low,
        high=figures[0].high,
        figures=figures,
    )


def incidents() -> tuple[PageIncident, ...]:
    """An incident told by four sources, and a running toll."""
    held = {claim.id: claim for claim in claims() if isinstance(claim, Figure)}
    place = PlaceRef(name="Marenna", latitude=-4.2, longitude=22.8, precision="settlement")
    return (
        PageIncident(
            id="one",
            role="main",
            incident_type="armed_clash",
            when="2024-05-14",
            place=place,
            reports=("dispatch.txt", "turned.txt"),
            claims=tuple(held),
            rows=(
                row("the writer", "media", shown(held["f-dozens"]), measure="injured"),
                row("ministry", "official_health", shown(held["f-four"], parts=(shown(held["f-two"]),))),
                row("Ada Brune", "organiser", shown(held["f-twelve"]), shown(held["f-feared"])),
                row("another", "unknown", shown(held["h-five"])),
            ),
            totals=(
                PageTotal(
                    measure="killed",
                    unit="person",
                    low=4,
                    best=12,
                    high=12,
                    sources=("ministry", "Ada Brune"),
                    method="stated_whole",
                ),
            ),
        ),
        PageIncident(
            id="toll",
            role="aggregate",
            incident_type="aggregate_statement",
            when="2024-05-15",
            place=place,
            reports=("later.txt",),
            claims=("g-seven", "g-half"),
            rows=(row("the writer of later.txt", "media", shown(held["g-seven"], restated=("f-feared",))),),
        ),
    )


def content(**fields: Any) -> PageContent:
    """A page's whole content, with fields replaced."""
    known: dict[str, Any] = {
        "title": "Marenna in May",
        "version": "0.1.0",
        "profile": "press",
        "made": "2024-06-01",
        "reports": reports(),
        "claims": claims(),
        "incidents": incidents(),
        "differences": (
            PageDifference(
                id="x",
                relation="later",
                kind="number",
                reason="The toll grew.",
                measure="killed",
                left="f-four",
                right="g-seven",
                left_speaker="ministry",
                right_speaker="the writer",
                explanation="later_update",
            ),
            PageDifference(
                id="y",
                relation="contradicts",
                kind="number",
                reason="Not both.",
                measure="killed",
                left="f-twelve",
                right="h-five",
                left_speaker="Ada Brune",
                right_speaker="another",
            ),
        ),
        "problems": (Problem(slug="no-pack", source="turned.txt", message="the language is he"),),
        "matches": (
            PageMatch(
                report="later.txt",
                series="tolls",
                source="a ministry",
                date=date(2024, 5, 15),
                exact=1,
                compatible=0,
                missed=1,
                proposed="2024-05-15",
                figures=(
                    PageFigureMatch(claim="g-seven", column="dead", value=7, outcome="exact"),
                    PageFigureMatch(claim="g-half", column="hurt", value=None, outcome="unknown"),
                ),
            ),
        ),
        "tolls": (
            PageToll(
                report="later.txt",
                claim="g-seven",
                series="tolls",
                source="a ministry",
                column="dead",
                status="departs",
                as_of=date(2024, 5, 15),
                basis="stated",
                day=date(2024, 5, 14),
                value=9,
                by=-2,
                since=date(2024, 5, 12),
            ),
        ),
    }
    return PageContent(**(known | fields))
