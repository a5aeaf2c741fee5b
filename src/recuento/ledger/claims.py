"""Claims by filter, as a stream, and one claim by its id."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Engine, Join, Select, and_, select

from recuento.ledger import schema
from recuento.ledger.days import day_bounds
from recuento.ledger.rows import fold, read_claim
from recuento.ledger.store import reading
from recuento.model import Claim, UsageError

BATCH = 1000  # rows fetched at a time: a listing of millions holds no more in memory
PREFIX = re.compile(r"[0-9a-f]{4,64}")


class ClaimFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Which claims are wanted: every field that is set must fit.

    `report` is a report's id. `place`, `source` (who says so), `outlet` and `text` (the quotation, group,
    place, source and actor) are parts of words, without regard to case and accents. `since` and `until` are
    EDTF dates, both inclusive: what may have happened on such a day fits, a claim without a date does not.
    `superseded` adds what a later reading superseded.
    """

    type: str | None = None
    report: str | None = None
    measure: str | None = None
    unit: str | None = None
    incident_type: str | None = None
    modality: str | None = None
    scope: str | None = None
    place: str | None = None
    geonames: int | None = None
    country: str | None = None
    source: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    min_confidence: float | None = None
    explicit_only: bool = False
    superseded: bool = False


class StoredClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with the reading that made it: the version, and whether a later reading superseded it."""

    claim: Claim
    reading: str
    version: str
    current: bool


EQUAL = ("type", "measure", "unit", "incident_type", "modality", "scope", "geonames", "country")
CONTAINED = {"place": "place_key", "source": "claimant_key", "text": "words_key"}

later = schema.reading.alias("later")


def joined_claims() -> Join:
    claim, made, report = schema.claim, schema.reading, schema.report
    return (
        report.join(made, made.c.report == report.c.seq)
        .join(claim, claim.c.reading == made.c.seq)
        .outerjoin(later, later.c.supersedes == made.c.seq)
    )


is_current: ColumnElement[bool] = later.c.seq.is_(None)


def _select_claims() -> Select[tuple[str, str, str, bool]]:
    made = schema.reading.c
    return select(schema.claim.c.record, made.id, made.version, is_current.label("current")).select_from(
        joined_claims()
    )


def _conditions(wanted: ClaimFilter) -> Iterator[ColumnElement[bool]]:
    claim, made = schema.claim.c, schema.reading.c
    for name in EQUAL:
        if (value := getattr(wanted, name)) is not None:
            yield claim[name] == value
    for name, column in CONTAINED.items():
        if value := getattr(wanted, name):
            yield claim[column].contains(fold(value), autoescape=True)
    if wanted.outlet:
        yield made.outlet_key.contains(fold(wanted.outlet), autoescape=True)
    if wanted.report is not None:
        yield schema.report.c.report == wanted.report
    if wanted.min_confidence is not None:
        yield claim.confidence >= wanted.min_confidence
    if wanted.explicit_only:
        yield claim.explicit.is_not(False)
    if wanted.since:
        yield claim.last_day >= _days(wanted.since)[0]
    if wanted.until:
        yield claim.first_day <= _days(wanted.until)[1]
    if not wanted.superseded:
        yield is_current


def _days(date: str) -> tuple[int, int]:
    bounds = day_bounds(date)
    if bounds is None:
        raise UsageError(f"{date!r} is not a date; write 2023-07-03, 2023-07 or 2023")
    return bounds


def list_claims(engine: Engine, wanted: ClaimFilter) -> Iterator[StoredClaim]:
    """The claims that fit, report by report in the order they came, each in the order of its text."""
    order = (schema.report.c.seq, schema.reading.c.seq, schema.claim.c.position)
    query = _select_claims().where(*_conditions(wanted)).order_by(*order)
    with reading(engine) as connection:
        for row in connection.execute(query, execution_options={"yield_per": BATCH}):
            yield _stored_claim(row)


def find_claim(engine: Engine, prefix: str) -> StoredClaim:
    """The one claim whose id begins so, as the latest reading that holds it has it.

    Raises UsageError where the prefix is not four or more hexadecimal digits, or fits none or several ids.
    """
    if not PREFIX.fullmatch(prefix):
        raise UsageError(f"{prefix!r} is not a claim's id or the first four or more digits of one")
    claim = schema.claim.c
    within = and_(claim.id >= prefix, claim.id < prefix + "g")  # "g" follows every hexadecimal digit
    with reading(engine) as connection:
        ids = (
            connection.execute(select(claim.id).where(within).distinct().order_by(claim.id).limit(5))
            .scalars()
            .all()
        )
        if len(ids) != 1:
            found = f"fits several claims ({', '.join(ids)})" if ids else "fits no claim"
            raise UsageError(f"claim {prefix}: {found}")
        query = _select_claims().where(claim.id == ids[0]).order_by(schema.reading.c.seq.desc()).limit(1)
        return _stored_claim(connection.execute(query).one())


def _stored_claim(row: Any) -> StoredClaim:
    return StoredClaim(
        claim=read_claim(row.record), reading=row.id, version=row.version, current=bool(row.current)
    )
