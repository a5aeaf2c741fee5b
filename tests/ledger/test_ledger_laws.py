"""Laws that hold whatever is added in whatever order."""

import itertools
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger_examples import make_figure, make_report
from sqlalchemy import create_engine, text

from recuento.ledger import ClaimFilter, Ledger, open_ledger
from recuento.ledger.rows import fold, row_digest
from recuento.ledger.store import parse_url

TABLES = ("chain", "source", "report", "canonical_text", "reading", "claim", "problem")
FEW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

_runs = itertools.count()

additions = st.lists(
    st.tuples(
        st.integers(0, 2), st.integers(12, 13), st.sampled_from(["killed", "injured"]), st.integers(1, 3)
    ),
    min_size=1,
    max_size=6,
)


def every_row(address: str) -> set[tuple[Any, ...]]:
    engine = create_engine(parse_url(address))
    with engine.connect() as connection:
        found = {
            (table, *(bytes(cell) if isinstance(cell, memoryview) else cell for cell in row))
            for table in TABLES
            for row in connection.execute(text(f"SELECT * FROM {table}"))
        }
    engine.dispose()
    return found


def add(ledger: Ledger, run: int, addition: tuple[int, int, str, int]) -> int:
    report_number, number, measure, version = addition
    report = make_report(f"{run}-{report_number}.txt", number=number)
    figure = make_figure(report, measure=measure)
    return ledger.add(report, [figure], version=f"0.{version}.0").new_claims


@FEW
@given(additions=additions)
def test_the_ledger_only_grows(address: str, additions: list[tuple[int, int, str, int]]) -> None:
    run = next(_runs)
    with open_ledger(address) as ledger:
        before = every_row(address)
        for addition in additions:
            add(ledger, run, addition)
            after = every_row(address)
            assert before <= after
            before = after
        assert ledger.verify().whole


@FEW
@given(additions=additions)
def test_the_same_input_twice_adds_nothing(address: str, additions: list[tuple[int, int, str, int]]) -> None:
    run = next(_runs)
    with open_ledger(address) as ledger:
        for addition in additions:
            add(ledger, run, addition)
        before = every_row(address)
        assert [add(ledger, run, addition) for addition in additions] == [0] * len(additions)
        assert every_row(address) == before
        current = list(ledger.claims(ClaimFilter()))
        assert len({(stored.claim.report, stored.reading) for stored in current}) == len(current)


@given(st.text(max_size=20))
def test_folding_again_changes_nothing(words: str) -> None:
    assert fold(fold(words)) == fold(words)


@given(st.dictionaries(st.sampled_from("abcdef"), st.none() | st.integers() | st.text(max_size=5)))
def test_an_empty_column_does_not_count_in_a_digest(row: dict[str, Any]) -> None:
    assert row_digest(row) == row_digest(row | {"added_later": None})
    assert row_digest(row) != row_digest(row | {"added_later": 0})
