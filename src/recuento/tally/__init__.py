"""The tally stage: incidents gathered from claims, their counts, their differences. See README.md."""

from recuento.tally.arithmetic import arithmetic
from recuento.tally.count import tally
from recuento.tally.differences import differences
from recuento.tally.lines import incident_line, incident_lines
from recuento.tally.records import (
    SLUGS,
    Difference,
    Finding,
    TallyFigure,
    TallyRow,
    Total,
)
from recuento.tally.totals import totals

__all__ = [
    "SLUGS",
    "Difference",
    "Finding",
    "TallyFigure",
    "TallyRow",
    "Total",
    "arithmetic",
    "differences",
    "incident_line",
    "incident_lines",
    "tally",
    "totals",
]
