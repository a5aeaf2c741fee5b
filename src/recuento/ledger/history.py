"""What happened to a claim since its source was captured."""

import msgspec
from sqlalchemy import Connection, Engine, and_, select

from recuento.ledger import schema
from recuento.ledger.claims import find_claim
from recuento.ledger.store import reading
from recuento.model import Claim


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened to a claim: the link that seals it, when, what, and the ids of the claims
    concerned.

    `kind` is captured (the source), entered (the report), claimed (a reading holds the claim), restated (a
    later reading holds it unchanged) or superseded (a later reading does not; `claims` says what it holds
    there instead).
    """

    seq: int
    written_at: str
    kind: str
    version: str | None = None
    claims: tuple[str, ...] = ()


def claim_history(engine: Engine, prefix: str) -> list[Event]:
    """What happened to a claim, oldest first: its source captured, its report entered, and each reading
    since.

    Raises UsageError as `find_claim` does.
    """
    found = find_claim(engine, prefix).claim
    claim, made, report = schema.claim.c, schema.reading.c, schema.report.c
    own = select(made.report, report.source).join(schema.report, report.seq == made.report)
    own = (
        own.join(schema.claim, claim.reading == made.seq)
        .where(claim.id == found.id)
        .order_by(made.seq.desc())
    )
    with reading(engine) as connection:
        report_seq, source_seq = connection.execute(own.limit(1)).one()
        events = [] if source_seq is None else [_event(connection, source_seq, "captured")]
        events.append(_event(connection, report_seq, "entered"))
        made_of = select(made.seq, made.version).where(made.report == report_seq).order_by(made.seq)
        claimed = False
        for seq, version in connection.execute(made_of).all():
            there = _claims_there(connection, seq, found)
            if not claimed and found.id not in there:
                continue  # a reading from before the claim
            kind = "superseded" if found.id not in there else "restated" if claimed else "claimed"
            concerned = there if kind == "superseded" else (found.id,)
            events.append(_event(connection, seq, kind, version=version, claims=concerned))
            claimed = True
        return events


def _claims_there(connection: Connection, seq: int, found: Claim) -> tuple[str, ...]:
    """The claims of a reading that stand where a claim stands and are of its type."""
    claim = schema.claim.c
    kind = str(type(found).__struct_config__.tag)
    overlaps = and_(claim.span_start < found.end, claim.span_end > found.start, claim.type == kind)
    query = select(claim.id).where(claim.reading == seq, overlaps).order_by(claim.position)
    return tuple(connection.execute(query).scalars())


def _event(
    connection: Connection, seq: int, kind: str, *, version: str | None = None, claims: tuple[str, ...] = ()
) -> Event:
    written_at = connection.execute(
        select(schema.chain.c.written_at).where(schema.chain.c.seq == seq)
    ).scalar_one()
    return Event(seq=seq, written_at=written_at, kind=kind, version=version, claims=claims)
