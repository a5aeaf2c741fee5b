"""The series stage: published daily series, and which days carry a report's figures. See README.md."""

from recuento.series.load import load_series
from recuento.series.match import match, match_line
from recuento.series.problems import SLUGS
from recuento.series.records import Column, Day, FigureMatch, Match, Series
from recuento.series.spec import SeriesSpec, load_spec, parse_mapping, parse_skip
from recuento.series.tolls import STATUSES, TollCheck, check_tolls

__all__ = [
    "SLUGS",
    "STATUSES",
    "Column",
    "Day",
    "FigureMatch",
    "Match",
    "Series",
    "SeriesSpec",
    "TollCheck",
    "check_tolls",
    "load_series",
    "load_spec",
    "match",
    "match_line",
    "parse_mapping",
    "parse_skip",
]
