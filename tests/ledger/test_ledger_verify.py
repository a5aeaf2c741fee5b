"""What `verify` must name: every kind of change that did not come through the program."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from ledger_examples import make_claims, make_report, make_source
from sqlalchemy import Connection, create_engine, inspect, text
from sqlalchemy.exc import DBAPIError

from recuento.ledger import SLUGS, ClaimFilter, Finding, Ledger, Series, SeriesRow, StoredClaim, open_ledger
from recuento.ledger.store import parse_url
from recuento.model import LedgerError, Problem

TABLES = (
    "chain",
    "source",
    "report",
    "canonical_text",
    "reading",
    "claim",
    "problem",
    "series",
    "series_row",
)


@contextmanager
def tampering(address: str) -> Iterator[Connection]:
    """A connection to the store that goes past the program and its triggers."""
    engine = create_engine(parse_url(address))
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET session_replication_role = replica"))
        else:
            names = connection.execute(
                text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            ).scalars()
            for name in names.all():
                connection.execute(text(f"DROP TRIGGER {name}"))
        yield connection
    engine.dispose()


def fill(ledger: Ledger, reports: int = 2) -> None:
    """Links 1-3 and 4-6 are two reports' source, report and reading; 7-8 a series' source and the series."""
    for number in range(reports):
        report = make_report(f"report-{number}.txt", number=12 + number)
        problem = Problem(slug="doubtful-date", source=report.id, message="the year is not stated")
        ledger.add(report, make_claims(report), [problem], version="0.1.0")
    rows = [SeriesRow(date="2023-07-03", values={"killed": 3})]
    ledger.add_series(Series(name="river", claimant="Civil Relief Office", source=make_source(b"days")), rows)


def findings(address: str) -> tuple[Finding, ...]:
    with open_ledger(address, create=False) as ledger:
        return ledger.verify().findings


def test_a_whole_ledger_is_found_whole(address: str) -> None:
    with open_ledger(address) as ledger:
        fill(ledger)
        seen: list[tuple[int, int]] = []
        verification = ledger.verify(lambda done, total: seen.append((done, total)))
    assert verification.findings == ()
    counted = (verification.links, verification.sources, verification.readings, verification.claims)
    assert counted == (8, 3, 2, 10)
    assert verification.head.startswith("8:")
    assert seen == [(8, 8)]


def test_an_empty_ledger_is_whole(ledger: Ledger) -> None:
    assert ledger.verify().whole


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("verb", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
def test_the_store_itself_refuses_changes(address: str, table: str, verb: str) -> None:
    with open_ledger(address) as ledger:
        fill(ledger)
    engine = create_engine(parse_url(address))
    column = inspect(engine).get_columns(table)[0]["name"]
    with (
        engine.connect() as connection,
        pytest.raises(DBAPIError, match=f"rows of {table} are never changed"),
    ):
        connection.execute(text(verb.format(table, column, column)))
    engine.dispose()


CLAIM = "WHERE position = 0 AND reading = 6"
CHANGES = [
    (f"UPDATE claim SET record = replace(record, 'people', 'peopla') {CLAIM}", "changed-claim", "claim ", 6),
    (f"UPDATE claim SET record = replace(record, '13', '14') {CLAIM}", "changed-claim", "claim ", 6),
    (f"UPDATE claim SET low = 14 {CLAIM}", "changed-claim", "claim ", 6),
    (f"UPDATE claim SET measure = 'killed' {CLAIM}", "changed-claim", "claim ", 6),
    (f"UPDATE claim SET id = 'ffff' {CLAIM}", "changed-claim", "claim ffff", 6),
    ("UPDATE claim SET country = NULL WHERE position = 2 AND reading = 3", "changed-claim", "claim ", 3),
    (f"UPDATE claim SET position = 9 {CLAIM}", "missing-row", "row 0 of reading ", 6),
    (f"DELETE FROM claim {CLAIM}", "missing-row", "row 0 of reading ", 6),
    ("UPDATE problem SET message = 'x' WHERE reading = 3", "changed-row", "row 0 of reading ", 3),
    ("UPDATE source SET name = 'x' WHERE seq = 4", "changed-row", "source ", 4),
    ("UPDATE source SET sha256 = 'x' WHERE seq = 4", "changed-source", "source ", 4),
    ("DELETE FROM source WHERE seq = 4", "missing-row", "source ", 4),
    ("UPDATE report SET report = 'x' WHERE seq = 5", "changed-row", "report ", 5),
    ("UPDATE reading SET version = '9' WHERE seq = 3", "changed-row", "reading ", 3),
    ("UPDATE reading SET title = NULL WHERE seq = 3", "changed-row", "reading ", 3),
    ("UPDATE canonical_text SET text = replace(text, 'Ana', 'Eva')", "changed-text", "text of reading ", 3),
    ("DELETE FROM canonical_text", "changed-text", "text of reading ", 3),
    ("UPDATE series_row SET date = '2023-07-04'", "changed-row", "row 0 of series ", 8),
    ("UPDATE series SET claimant = 'x'", "changed-row", "series ", 8),
    ("UPDATE chain SET kind = 'x' WHERE seq = 5", "broken-chain", "link 5", 5),
    ("UPDATE chain SET subject = 'x' WHERE seq = 5", "broken-chain", "link 5", 5),
    ("UPDATE chain SET digest = 'x' WHERE seq = 5", "broken-chain", "link 5", 5),
    ("UPDATE chain SET previous = 'x' WHERE seq = 5", "broken-chain", "link 5", 5),
    ("UPDATE chain SET hash = 'x' WHERE seq = 5", "broken-chain", "link 5", 5),
    ("UPDATE chain SET hash = 'x' WHERE seq = 8", "broken-chain", "link 8", 8),
    ("UPDATE chain SET written_at = 'x' WHERE seq = 5", "broken-chain", "link 5", 5),
    ("DELETE FROM chain WHERE seq = 5", "broken-chain", "link 5", 5),
    ("DELETE FROM chain WHERE seq > 7", "unsealed-row", "series in row 8", 0),
    ("INSERT INTO report VALUES (99, 'k', 'x', NULL)", "unsealed-row", "report in row 99", 0),
    ("INSERT INTO problem VALUES (6, 1, 's', 'x', 'm', NULL, NULL)", "unsealed-row", "row 1 of reading ", 6),
    (
        "INSERT INTO problem VALUES (77, 0, 's', 'x', 'm', NULL, NULL)",
        "unsealed-row",
        "problem of reading ",
        0,
    ),
]


@pytest.mark.parametrize(
    ("change", "slug", "subject", "link"), CHANGES, ids=[change for change, *_ in CHANGES]
)
def test_a_change_is_named(address: str, change: str, slug: str, subject: str, link: int) -> None:
    with open_ledger(address) as ledger:
        fill(ledger)
    with tampering(address) as connection:
        connection.execute(text(change))
    found = findings(address)
    assert found, "nothing was found"
    assert (found[0].slug, found[0].link) == (slug, link), found
    assert found[0].subject.startswith(subject), found
    assert all(finding.slug in SLUGS for finding in found)


def test_the_claim_that_was_changed_is_the_one_named(address: str) -> None:
    with open_ledger(address) as ledger:
        fill(ledger)
        victim = list(ledger.claims(ClaimFilter(report="report-1.txt")))[3].claim.id
    with tampering(address) as connection:
        connection.execute(text("UPDATE claim SET quote = 'x' WHERE id = :id"), {"id": victim})
    assert [finding.subject for finding in findings(address)] == [f"claim {victim}"]


def test_one_flipped_byte_of_a_source_is_named(address: str) -> None:
    with open_ledger(address) as ledger:
        fill(ledger)
        source = ledger.report("report-1.txt").report.sha256
    with tampering(address) as connection:
        content = bytearray(connection.execute(text("SELECT content FROM source WHERE seq = 4")).scalar_one())
        content[10] ^= 1
        connection.execute(text("UPDATE source SET content = :c WHERE seq = 4"), {"c": bytes(content)})
    assert [(each.slug, each.subject) for each in findings(address)] == [
        ("changed-source", f"source {source}")
    ]


def test_a_span_that_cuts_other_words_is_named_even_when_sealed_anew(address: str) -> None:
    """A text and its digest exchanged together: the claims still stand against the words."""
    with open_ledger(address) as ledger:
        fill(ledger, reports=1)
    with tampering(address) as connection:
        connection.execute(text("UPDATE canonical_text SET text = '*' || text"))
    slugs = [finding.slug for finding in findings(address)]
    assert slugs[0] == "changed-text"
    assert slugs.count("wrong-words") == 5


@pytest.mark.parametrize(
    ("words", "slug", "subject"),
    [
        (b'"quote":"Ana Prado"', "changed-claim", "claim "),
        (b"Ana Prado was among the injured.", "changed-", "source "),
        (b"doubtful-date", "changed-row", "row 0 of reading "),
    ],
)
@pytest.mark.parametrize("flip", [0x01, 0x80, 0xFF])
def test_one_flipped_byte_of_the_file_is_named(
    sqlite_address: str, words: bytes, slug: str, subject: str, flip: int
) -> None:
    with open_ledger(sqlite_address) as ledger:
        fill(ledger, reports=1)
    path = Path(sqlite_address)
    content = bytearray(path.read_bytes())
    places = [at for at in range(len(content)) if content.startswith(words, at)]
    assert places
    named = []
    for at in places:
        damaged = content.copy()
        damaged[at + len(words) // 2] ^= flip
        path.write_bytes(damaged)
        named += [(each.slug, each.subject) for each in findings(sqlite_address)[:1]]
    assert len(named) == len(places)
    assert any(s.startswith(slug) and what.startswith(subject) for s, what in named), named


def look(address: str) -> list[StoredClaim] | None:
    """The claims of a ledger that verifies; None of one that does not, or that can't be opened."""
    try:
        with open_ledger(address, create=False) as ledger:
            return list(ledger.claims()) if ledger.verify().whole else None
    except LedgerError:
        return None


def test_flipped_bytes_anywhere_are_found_or_harmless(sqlite_address: str) -> None:
    """Never an unexpected error, and never a claim that differs from what was kept while all is said to be
    well.
    """
    with open_ledger(sqlite_address) as ledger:
        fill(ledger)
        kept = list(ledger.claims())
    path = Path(sqlite_address)
    content = path.read_bytes()
    chance = random.Random(20)
    for _ in range(60):
        damaged = bytearray(content)
        damaged[chance.randrange(len(damaged))] ^= chance.randrange(1, 256)
        path.write_bytes(damaged)
        assert look(sqlite_address) in (None, kept)


@pytest.mark.parametrize(
    ("part", "link", "subject"), [("ix_claim_id", 0, "the store"), ("claim", 3, "link 3")]
)
def test_a_page_that_is_no_page_any_more_is_told(
    sqlite_address: str, part: str, link: int, subject: str
) -> None:
    with open_ledger(sqlite_address) as ledger:
        fill(ledger)
    with sqlite3.connect(sqlite_address) as plain:
        (page,) = plain.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (part,)).fetchone()
        (size,) = plain.execute("PRAGMA page_size").fetchone()
    plain.close()
    content = bytearray(Path(sqlite_address).read_bytes())
    content[(page - 1) * size] = 0x77
    Path(sqlite_address).write_bytes(content)
    found = findings(sqlite_address)
    assert (found[0].slug, found[0].link, found[0].subject) == ("damaged-store", link, subject)


def test_a_damaged_record_is_told_when_it_is_read(sqlite_address: str) -> None:
    with open_ledger(sqlite_address) as ledger:
        fill(ledger)
    with tampering(sqlite_address) as connection:
        connection.execute(text("UPDATE claim SET record = '{' WHERE position = 0"))
    with open_ledger(sqlite_address) as ledger, pytest.raises(LedgerError, match="recuento verify"):
        list(ledger.claims())


def test_the_ledger_is_a_plain_sqlite_file(sqlite_address: str) -> None:
    with open_ledger(sqlite_address) as ledger:
        fill(ledger)
    with sqlite3.connect(sqlite_address) as plain:
        assert plain.execute("SELECT count(*) FROM claim WHERE measure = 'injured'").fetchone() == (2,)
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
