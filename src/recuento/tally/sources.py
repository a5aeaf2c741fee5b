"""Who says a figure: the claimant named, else the outlet of the report, else its writer."""

from collections.abc import Mapping
from typing import NamedTuple

from recuento.model import Figure, Report

WRITER = "the writer"


class Speaker(NamedTuple):
    """A source of figures: `key` tells sources apart, `name` is shown, `kind` is by the vocabulary."""

    key: str
    name: str
    kind: str


def speaker_of(figure: Figure, reports: Mapping[str, Report]) -> Speaker:
    """The source of a figure. The writers of two reports are two sources unless their outlet is one."""
    if figure.attributed_to is not None:
        name = figure.attributed_to.name
        return Speaker(f"claimant:{' '.join(name.casefold().split())}", name, figure.attributed_to.kind)
    report = reports.get(figure.report)
    if report is not None and report.outlet:
        return Speaker(f"outlet:{report.outlet.casefold()}", report.outlet, "media")
    return Speaker(f"writer:{figure.report}", WRITER, "media")


def language_of(report: Report | None) -> str | None:
    """The language of a report, or None where it is unknown."""
    return report.language if report is not None else None
