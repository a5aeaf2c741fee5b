"""How long linking takes, and how much memory, as a ledger grows.

    recuento read REPORTS.jsonl --ledger news.db
    python benchmarks/link.py news.db [--reports 10000 20000 50000 100000]

The reports of the ledger are repeated until there are enough. Each repetition is moved: dates by years,
places by degrees of longitude, and the letters of capitalised words and of half of the others (another half
each time), so that no repetition tells of the incidents of another. Each size runs in a process of its own.
Prints, for each, accounts, incidents and groups
of copies, and the time and the peak memory of linking per 10,000 reports, the claims being read already.
"""

import argparse
import json
import re
import resource
import string
import subprocess
import sys
import time
import zlib
from pathlib import Path

from msgspec.structs import replace

from recuento.ledger import open_ledger
from recuento.link import link
from recuento.model import Claim, Figure, Incident, PlaceRef, Report

SIZES = (10_000, 20_000, 50_000, 100_000)
KIB = 1024
UNIT = 1 if sys.platform == "darwin" else KIB  # what `ru_maxrss` counts in
YEAR = re.compile(r"\b(\d{4})(?=-|\b)")
LEAP = re.compile(r"-02-29")
WORD = re.compile(r"\b[A-Za-z]+")
YEARS = 3  # between two repetitions
DEGREES = 17.0  # of longitude between two repetitions


def moved_date(edtf: str | None, by: int) -> str | None:
    """A date some years later; the 29th of February becomes the 28th."""
    if edtf is None:
        return None
    return LEAP.sub("-02-28", YEAR.sub(lambda match: f"{int(match[1]) + by * YEARS:04}", edtf))


def moved_place(place: PlaceRef | None, by: int) -> PlaceRef | None:
    """A place some degrees further east, under another name."""
    if place is None:
        return None
    longitude = None if place.longitude is None else (place.longitude + by * DEGREES + 180) % 360 - 180
    return replace(place, longitude=longitude, geonames=None, name=moved_words(place.name, by))


def moved_words(words: str, by: int) -> str:
    """Words with the letters of many of them moved along the alphabet; the length stays."""
    if by == 0:
        return words
    turned = by % 26
    lower, upper = string.ascii_lowercase, string.ascii_uppercase
    table = str.maketrans(lower + upper, lower[turned:] + lower[:turned] + upper[turned:] + upper[:turned])

    def moved(match: re.Match[str]) -> str:
        word = match.group()
        kept = word[0].islower() and zlib.crc32(f"{by} {word}".encode()) % 2
        return word if kept else word.translate(table)

    return WORD.sub(moved, words)


def moved_report(report: Report, by: int) -> Report:
    """A report of another repetition."""
    return replace(
        report,
        id=f"{report.id}-{by}",
        text=moved_words(report.text, by),
        title=moved_words(report.title or "", by) or None,
        published=moved_date(report.published, by),
    )


def moved_claim(claim: Claim, by: int) -> Claim:
    """A claim of another repetition."""
    fields = {"id": f"{claim.id}-{by}", "report": f"{claim.report}-{by}"}
    if isinstance(claim, Figure):
        links = {name: getattr(claim, name) for name in ("subset_of", "same_as", "remainder_of")}
        fields |= {name: f"{target}-{by}" for name, target in links.items() if target is not None}
    if isinstance(claim, Figure | Incident):
        return replace(claim, **fields, when=moved_date(claim.when, by), place=moved_place(claim.place, by))
    return replace(claim, **fields)


def repeated(ledger: Path, size: int) -> tuple[list[Report], list[Claim]]:
    """As many reports as wanted, with their claims."""
    with open_ledger(str(ledger), create=False) as opened:
        reports = [stored.report for stored in opened.reports()]
        claims: dict[str, list[Claim]] = {}
        for stored in opened.claims():
            claims.setdefault(stored.claim.report, []).append(stored.claim)
    made: list[Report] = []
    told: list[Claim] = []
    for number in range(size):
        by, at = divmod(number, len(reports))
        report = reports[at]
        made.append(moved_report(report, by))
        told += [moved_claim(claim, by) for claim in claims.get(report.id, ())]
    return made, told


def peak() -> int:
    """The peak memory of this process in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT


def run(ledger: Path, size: int) -> dict[str, float]:
    """Link one size and tell what it took."""
    reports, claims = repeated(ledger, size)
    before = peak()
    start = time.process_time()
    linked = link(reports, claims)
    seconds = time.process_time() - start
    return {
        "reports": size,
        "claims": len(claims),
        "accounts": len(linked.accounts),
        "incidents": len(linked.incidents),
        "copies": len(linked.copies),
        "seconds": seconds,
        "before": before,
        "peak": peak(),
    }


def main() -> None:
    """Run each size in its own process and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--reports", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one is not None:
        print(json.dumps(run(given.ledger, given.one)))
        return
    names = ("reports", "claims", "accounts", "incidents", "copies", "seconds", "s/10k", "peak MB", "MB/10k")
    print(" ".join(f"{name:>10}" for name in names))
    for size in given.reports:
        command = [sys.executable, __file__, str(given.ledger), "--one", str(size)]
        told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        counts = [told[name] for name in names[:5]]
        share = size / 10_000
        megabytes, own = told["peak"] / 1e6, (told["peak"] - told["before"]) / 1e6
        figures = (told["seconds"], told["seconds"] / share, megabytes, own / share)
        print(" ".join([*(f"{count:>10}" for count in counts), *(f"{figure:>10.1f}" for figure in figures)]))


if __name__ == "__main__":
    main()
