"""The tally stage: incidents gathered from claims, their counts, their differences. See README.md."""

from recuento.tally.arithmetic import arithmetic
from recuento.tally.count import tally
from recuento.tally.differences import differences
from recuento.tally.lines import Reckoning, incident_line, incident_lines
from recuento.tally.methods import DEFAULT_METHOD, METHODS
from recuento.tally.records import (
    SLUGS,
    Difference,
    Finding,
    TallyFigure,
    TallyRow,
    Total,
)
from recuento.tally.running import RunningToll, TollPoint, running_tolls
from recuento.tally.totals import totals

__all__ = [
    "DEFAULT_METHOD",
    "METHODS",
    "SLUGS",
    "Difference",
    "Finding",
    "Reckoning",
    "RunningToll",
    "TallyFigure",
    "TallyRow",
    "TollPoint",
    "Total",
    "arithmetic",
    "differences",
    "incident_line",
    "incident_lines",
    "running_tolls",
    "tally",
    "totals",
]
