"""Made-up reports with their claims, for the ledger's tests."""

import hashlib
from typing import Any

from recuento.model import (
    Actor,
    Claim,
    Claimant,
    Demand,
    Figure,
    Incident,
    PersonNamed,
    PlaceRef,
    Report,
    Source,
    Statement,
    content_id,
)

TEXT = (
    "At least {number} people were injured near Río Claro on 3 July 2023, the Civil Relief Office said. "
    "A march was held in Alta Vista. The union demanded an inquiry. Ana Prado was among the injured."
)


def make_source(content: bytes, *, name: str = "river.txt", captured: str = "2024-01-01T00:00:00Z") -> Source:
    """A source with its true digest."""
    digest = hashlib.sha256(content).hexdigest()
    return Source(name=name, content=content, sha256=digest, media_type="text/plain", captured=captured)


def make_report(
    report_id: str = "river.txt", *, number: int = 12, captured: str = "2024-01-01T00:00:00Z"
) -> Report:
    """A report read from a source; `number` makes its text another one."""
    text = TEXT.format(number=number)
    source = make_source(text.encode(), name=report_id, captured=captured)
    return Report(
        id=report_id,
        text=text,
        title="On the river",
        published="2023-07-04",
        outlet="Gaceta del Río",
        language="en",
        sha256=source.sha256,
        facts={"published": (3, 9)},
        source=source,
    )


def span(report: Report, words: str) -> tuple[int, int]:
    """Where some words stand in a report."""
    start = report.text.index(words)
    return start, start + len(words)


def make_figure(report: Report, *, measure: str = "injured", confidence: float = 0.9) -> Figure:
    """The report's figure."""
    number = report.text.split()[2]
    quote = f"At least {number} people were injured"
    start, end = span(report, number)
    return Figure(
        id=content_id(report.id, start, measure, number),
        report=report.id,
        start=start,
        end=end,
        number=number,
        explicit=True,
        quote=quote,
        quote_start=0,
        quote_end=len(quote),
        measure=measure,
        low=int(number),
        high=None,
        qualifier="at_least",
        unit="person",
        group="people",
        when="2023-07-03",
        when_precision="day",
        place=PlaceRef(name="Río Claro", geonames=123, latitude=4.5, longitude=-75, country="CO"),
        attributed_to=Claimant(name="Civil Relief Office", kind="civil_defence"),
        confidence=confidence,
    )


def make_claims(report: Report, *, measure: str = "injured") -> list[Claim]:
    """One claim of each type."""
    incident = "A march was held in Alta Vista"
    demand = "The union demanded an inquiry"
    person = "Ana Prado"
    said = "the Civil Relief Office said"
    spans = {words: span(report, words) for words in (incident, demand, person, said)}
    common: dict[str, dict[str, Any]] = {
        words: {
            "id": content_id(report.id, words),
            "report": report.id,
            "start": start,
            "end": end,
            "quote": words,
        }
        for words, (start, end) in spans.items()
    }
    return [
        make_figure(report, measure=measure),
        Statement(**common[said], speaker=Claimant(name="Civil Relief Office"), confidence=0.5),
        Incident(
            **common[incident],
            incident_type="protest",
            when="2023-06/2023-07",
            place=PlaceRef(name="Alta Vista", country="AR"),
            actor=Actor(name="the union"),
            confidence=0.4,
        ),
        Demand(**common[demand], speaker=Claimant(name="The union"), confidence=0.3),
        PersonNamed(**common[person], name="Ana Prado", role="injured", confidence=0.6),
    ]
