"""The day as of which a figure is said."""

import calendar
import re
from datetime import date

import msgspec

from recuento.model.claim import Claim, Figure
from recuento.model.report import Report

PART = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?(?:T.*)?")
UNSURE = re.compile(r"[?~%]")
RUNNING = ("cumulative", "stock")
STATED, PUBLISHED = "stated", "published"


class AsOf(msgspec.Struct, frozen=True, kw_only=True):
    """A day, and whether it is `stated` with the figure or that on which the report was `published`."""

    day: date
    basis: str


def as_of(claim: Claim, report: Report) -> AsOf | None:
    """The day as of which a report says a figure; None where nothing tells it.

    The date of a running toll or of a state is the day for which it is told. The date of any other figure is
    that of the harm, told as it was known when the report came out; so the publication goes before it.
    """
    stated = last_day(claim.when) if isinstance(claim, Figure) else None
    published = last_day(report.published)
    if stated and (published is None or (isinstance(claim, Figure) and claim.scope in RUNNING)):
        return AsOf(day=stated, basis=STATED)
    return AsOf(day=published, basis=PUBLISHED) if published else None


def last_day(edtf: str | None) -> date | None:
    """The last day that an EDTF date or interval may mean; None for a whole year and what can't be read."""
    return _day((edtf or "").rpartition("/")[2], first=False)


def first_day(edtf: str | None) -> date | None:
    """The first day that an EDTF date or interval may mean; None for a whole year and what can't be read."""
    return _day((edtf or "").partition("/")[0], first=True)


def _day(part: str, *, first: bool) -> date | None:
    found = PART.fullmatch(UNSURE.sub("", part).strip())
    if found is None or not 1 <= int(found[2]) <= 12 or found[1] == "0000":
        return None
    year, month = int(found[1]), int(found[2])
    longest = calendar.monthrange(year, month)[1]
    day = int(found[3] or (1 if first else longest))
    return date(year, month, day) if 1 <= day <= longest else None
