"""The read stage.

From files, folders, addresses and standard input to reports. See README.md in this folder.
"""

from recuento.read.options import ReadOptions
from recuento.read.problems import SLUGS
from recuento.read.report import make_report
from recuento.read.stream import count_sources, read_bytes, read_sources

__all__ = ["SLUGS", "ReadOptions", "count_sources", "make_report", "read_bytes", "read_sources"]
