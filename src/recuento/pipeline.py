"""The whole road on one page: read -> extract -> ledger -> tally -> report. Only this page knows the order."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recuento import __version__
from recuento.extract import extract
from recuento.language import load_pack, pack_languages
from recuento.ledger import Added, Ledger
from recuento.model import Claim, Problem, Report
from recuento.read import ReadOptions, read_sources
from recuento.vocabulary import load_profile


class Reading(NamedTuple):
    """A report with what the program reads in it, or a problem with a source."""

    report: Report | None
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]


def version_of(profile: str) -> str:
    """What a reading depends on beside the report: the program's version and the profile for vague words."""
    return f"{__version__}+{profile}"


def read_claims(locators: Sequence[str], options: ReadOptions, profile: str) -> Iterator[Reading]:
    """Read sources and extract their claims, report by report, as a stream."""
    bounds = load_profile(profile)
    for read in read_sources(locators, options):
        if isinstance(read, Problem):
            yield Reading(None, (), (read,))
        elif read.language in pack_languages():
            yield Reading(read, extract(read, load_pack(read.language or ""), bounds), ())
        else:
            yield Reading(read, (), ())


def keep(ledger: Ledger, reading: Reading, profile: str) -> Added:
    """Add a reading to the ledger, in one transaction."""
    if reading.report is None:
        return Added()
    return ledger.add(reading.report, reading.claims, reading.problems, version=version_of(profile))
