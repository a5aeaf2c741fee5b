"""The ledger under kill -9 and under several writers: whole reports only, and the chain holds."""

import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ledger_writer import main

from recuento.ledger import open_ledger

WRITER = Path(__file__).with_name("ledger_writer.py")
REPORTS = 500
KILLS = 4  # a run with 20 takes 10 s and finds no more
CLAIMS = 5  # of each made-up report


def write_and_kill(address: str, seconds: float) -> list[str]:
    """Start the writer, kill it so many seconds after it has opened the ledger; the reports it said were
    kept.
    """
    command = [sys.executable, str(WRITER), address, "0", str(REPORTS)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "open\n"
        time.sleep(seconds)
        writer.kill()
        return [line for line in writer.stdout.read().split("\n")[:-1] if line]


def test_killed_at_random_moments_it_holds_whole_reports_only(address: str) -> None:
    chance = random.Random(9)
    kept: set[str] = set()
    for _ in range(KILLS):
        kept |= {f"report-{number}.txt" for number in write_and_kill(address, chance.uniform(0.01, 0.15))}
        with open_ledger(address, create=False) as ledger:
            verification = ledger.verify()
            assert verification.findings == ()
            stored = list(ledger.reports())
            counts = ledger.counts()
        assert kept <= {each.report.id for each in stored}, "a report that was said to be kept is not there"
        assert all((each.claims, each.problems) == (CLAIMS, 1) for each in stored)
        assert counts["claim"] == CLAIMS * counts["reading"] == CLAIMS * counts["report"]
        assert counts["chain"] == 3 * counts["report"]
    assert 0 < len(kept) < REPORTS, "the kills came before the first or after the last report"
    main(address, 0, REPORTS)
    with open_ledger(address, create=False) as ledger:
        assert ledger.verify().whole
        assert ledger.counts()["report"] == REPORTS
        assert ledger.counts()["claim"] == CLAIMS * REPORTS


def test_several_writers_share_one_chain(address: str) -> None:
    """Four writers of overlapping reports, the first of which makes the ledger."""
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda first: main(address, first, first + 30), (0, 10, 20, 30)))
    with open_ledger(address, create=False) as ledger:
        assert ledger.verify().whole
        assert ledger.counts()["report"] == 60
        assert ledger.counts()["reading"] == 60
        assert ledger.counts()["claim"] == CLAIMS * 60
