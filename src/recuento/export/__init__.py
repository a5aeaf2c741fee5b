"""The export stage: what leaves the program for readers. See README.md."""

from recuento.export.content import (
    PageContent,
    PageDifference,
    PageFigure,
    PageFigureMatch,
    PageIncident,
    PageMatch,
    PageRow,
    PageSeriesLine,
    PageToll,
    PageTotal,
    difference_of,
    incident_of,
    match_of,
    toll_of,
)
from recuento.export.index import PageError
from recuento.export.messages import page_locales
from recuento.export.page import render_page

__all__ = [
    "PageContent",
    "PageDifference",
    "PageError",
    "PageFigure",
    "PageFigureMatch",
    "PageIncident",
    "PageMatch",
    "PageRow",
    "PageSeriesLine",
    "PageToll",
    "PageTotal",
    "difference_of",
    "incident_of",
    "match_of",
    "page_locales",
    "render_page",
    "toll_of",
]
