"""A program that reads made-up reports into a ledger until all are there, for tests that end it at any
moment.
"""

import sys

from ledger_examples import make_claims, make_report

from recuento.ledger import open_ledger
from recuento.model import Problem

VERSION = "0.1.0"


def main(address: str, first: int, end: int) -> None:
    """Add the reports from `first` until before `end` that are not there yet; say each that is kept."""
    with open_ledger(address) as ledger:
        print("open", flush=True)  # noqa: T201 - the test waits for it
        for number in range(first, end):
            report = make_report(f"report-{number}.txt", number=number)
            if ledger.has_reading(report, VERSION):
                continue
            problem = Problem(slug="doubtful-date", source=report.id, message="the year is not stated")
            ledger.add(report, make_claims(report), [problem], version=VERSION)
            print(number, flush=True)  # noqa: T201 - as above


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
