"""Proving the ledger: what was looked at and what is not as it was written."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine

from recuento.ledger.check import Check, Finding
from recuento.ledger.store import reading

Progress = Callable[[int, int], None]


class Verification(msgspec.Struct, frozen=True, kw_only=True):
    """What `verify` looked at and found. `findings` stand in the order of the chain: the first broken link
    first.

    `head` (number and hash of the last link) stands for everything before it: kept elsewhere, it also tells
    whether the end of a ledger was cut off, which nothing inside the ledger can tell.
    """

    links: int
    sources: int
    readings: int
    claims: int
    head: str
    findings: tuple[Finding, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def verify_ledger(engine: Engine, progress: Progress | None = None) -> Verification:
    """Look at everything that the ledger holds. `progress` is called with links done and links in all."""
    with reading(engine) as connection, _lenient_text(connection):
        check = Check(connection)
        for done, total in check.run():
            if progress:
                progress(done, total)
    return Verification(
        links=check.head.seq,
        sources=check.counts["source"],
        readings=check.counts["reading"],
        claims=check.counts["claim"],
        head=f"{check.head.seq}:{check.head.hash}",
        findings=tuple(check.findings),
    )


@contextmanager
def _lenient_text(connection: Connection) -> Iterator[None]:
    """Within it, SQLite gives text whose bytes are no UTF-8 instead of refusing the row, so that it can be
    named.
    """
    driver: Any = connection.connection.driver_connection
    if connection.dialect.name != "sqlite":
        yield
        return
    driver.text_factory = lambda content: content.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        driver.text_factory = str
