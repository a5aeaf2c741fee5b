"""What people decided of accounts: kept for good, in order, on every store."""

import pytest
from msgspec.structs import replace

from recuento.ledger import Ledger, RefusedError
from recuento.model import Judgement, LedgerError

FIRST = Judgement(
    left="aaaa000000000001",
    right="bbbb000000000002",
    verdict="positive",
    author="Ana",
    reason="One street, one hour.",
    judged="2024-05-16T10:00:00.000+00:00",
    weight=1.5,
)
SECOND = replace(FIRST, verdict="withdrawn", reason="Two streets after all.", weight=None)


def test_judgements_come_back_in_their_order(ledger: Ledger) -> None:
    assert ledger.judge([FIRST]) == 1
    assert ledger.judge([SECOND]) == 1
    assert list(ledger.judgements()) == [FIRST, SECOND]
    assert ledger.counts()["judgement"] == 2
    assert ledger.verify().whole


def test_a_judgement_is_kept_once(ledger: Ledger) -> None:
    assert ledger.judge([FIRST, SECOND]) == 2
    assert ledger.judge([FIRST]) == 0


@pytest.mark.parametrize(
    "wrong",
    [
        replace(FIRST, verdict="perhaps"),
        replace(FIRST, author=" "),
        replace(FIRST, reason=""),
        replace(FIRST, right=FIRST.left),
        replace(FIRST, reason="bad \x00"),
    ],
)
def test_a_judgement_without_verdict_author_or_reason_is_refused(ledger: Ledger, wrong: Judgement) -> None:
    with pytest.raises(RefusedError):
        ledger.judge([FIRST, wrong])
    assert list(ledger.judgements()) == []


def test_a_refusal_is_an_error_of_the_ledger() -> None:
    assert issubclass(RefusedError, LedgerError)
