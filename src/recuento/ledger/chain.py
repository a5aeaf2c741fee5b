"""The chain: one link a write, each holding the hash of the link before."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, insert, select

from recuento.ledger.rows import Row, canonical, digest, row_digest
from recuento.ledger.schema import SUBJECT, chain

START = "0" * 64  # what the first link names as the hash before it


class Head(NamedTuple):
    """The end of a chain: how many links it has and the hash of the last, which stands for the whole
    ledger.
    """

    seq: int
    hash: str


def link_hash(link: Mapping[str, Any]) -> str:
    """The hash of a link: the SHA-256 of everything else that it says."""
    return digest(
        canonical([link[name] for name in ("seq", "kind", "subject", "digest", "previous", "written_at")])
    )


def read_head(connection: Connection) -> Head:
    """The end of the chain as the transaction sees it."""
    last = connection.execute(select(chain.c.seq, chain.c.hash).order_by(chain.c.seq.desc()).limit(1)).first()
    return Head(last.seq, last.hash) if last else Head(0, START)


class Chain:
    """The links that one transaction adds: take a number for a row, then seal the row under it."""

    def __init__(self, connection: Connection) -> None:
        self._head = read_head(connection)
        self._written_at = datetime.now(UTC).isoformat(timespec="milliseconds")
        self._links: list[Row] = []

    @property
    def next_seq(self) -> int:
        """The number of the next link, and of the row that it will seal."""
        return self._head.seq + 1

    def seal(self, kind: str, row: Row) -> None:
        """Add the link of a row, whose `seq` must be `next_seq`."""
        link: Row = {
            "seq": row["seq"],
            "kind": kind,
            "subject": row[SUBJECT[kind]],
            "digest": row_digest(row),
            "previous": self._head.hash,
            "written_at": self._written_at,
        }
        link["hash"] = link_hash(link)
        self._links.append(link)
        self._head = Head(link["seq"], link["hash"])

    def write(self, connection: Connection) -> None:
        """Put the links into the store."""
        connection.execute(insert(chain), self._links)
