"""Accounts that depend on each other: copies of one text, dispatches printed twice, relays of one source."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

import msgspec
import numpy as np
import numpy.typing as npt
from rensa import RMinHash, RMinHashLSH

from recuento.link.origins import Origin, origin_of, outlet_codes
from recuento.link.terms import TERM
from recuento.model import IncidentAccount, Report

Shingles = npt.NDArray[np.uint64]

SHINGLE = 4  # words; long enough that two writers seldom share one by chance
PERMUTATIONS, BANDS, SEED = 64, 16, 42
LIKELY = 0.4  # likeness (Jaccard) from which MinHash looks for candidates
MIXER = np.uint64(1_000_003)  # of a polynomial of the words
COPIED = 0.5  # share of the shorter text's shingles that the other must hold: verified exactly
SHORTEST = 8  # shingles; of a shorter text nothing is said
TOGETHER = 30  # reports of one incident that are all compared


class Dependence(msgspec.Struct, frozen=True, kw_only=True):
    """Why two reports count once: `kind` is copy, syndicated or relayed, `evidence` says by what."""

    left: str
    right: str
    kind: str
    evidence: str


class CopyGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Reports whose accounts depend on one another, and so count once; with the evidence."""

    reports: tuple[str, ...]
    evidence: tuple[Dependence, ...]


def copy_groups(reports: Sequence[Report], incidents: Sequence[IncidentAccount]) -> tuple[CopyGroup, ...]:
    """The groups of two or more reports that depend on each other; the order of the reports changes nothing.

    Near-identical texts are found by MinHash and verified by their shingles. Reports of one incident that
    name one origin are dependent too: a dispatch is one account however many print it.
    """
    known = {report.id: report for report in sorted(reports, key=lambda report: report.id)}
    shingles = {name: shingles_of(report.text) for name, report in known.items()}
    found = {(one.left, one.right): one for one in _by_origin(known, incidents)}
    for left, right in sorted({*_near(shingles), *_together(incidents, shingles)}):
        share = _share(shingles[left], shingles[right])
        if share >= COPIED:
            words = f"{share:.0%} of the shorter text's word sequences stand in the other"
            found[left, right] = Dependence(left=left, right=right, kind="copy", evidence=words)
    return _grouped(found)


def independent(reports: Sequence[str], groups: Mapping[str, str]) -> int:
    """How many independent accounts some reports are: a group of dependent ones counts once."""
    return len({groups.get(report, report) for report in reports})


def group_of_report(groups: Sequence[CopyGroup]) -> dict[str, str]:
    """For each report of a group, the report that stands for the group: the first by id."""
    return {report: group.reports[0] for group in groups for report in group.reports}


def shingles_of(text: str) -> Shingles:
    """The sequences of SHINGLE words of a text, each once, as sorted numbers of 64 bits."""
    words = np.array([_number(match.group().casefold()) for match in TERM.finditer(text)], np.uint64)
    if len(words) < SHINGLE:
        return np.zeros(0, np.uint64)
    mixed = np.zeros(len(words) - SHINGLE + 1, np.uint64)
    for at in range(SHINGLE):
        mixed = mixed * MIXER + words[at : at + len(mixed)]  # whole numbers that wrap around
    return np.unique(mixed)


@lru_cache(200_000)
def _number(word: str) -> int:
    return zlib.crc32(word.encode())


def _share(left: Shingles, right: Shingles) -> float:
    shorter = min(len(left), len(right))
    return len(np.intersect1d(left, right, assume_unique=True)) / shorter if shorter >= SHORTEST else 0.0


def _near(shingles: Mapping[str, Shingles]) -> Iterator[tuple[str, str]]:
    """Pairs of texts that MinHash takes for alike: candidates, still to be verified."""
    names = [name for name, own in shingles.items() if len(own) >= SHORTEST]
    index = RMinHashLSH(threshold=LIKELY, num_perm=PERMUTATIONS, num_bands=BANDS)
    for number, name in enumerate(names):
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        sketch.update([str(shingle) for shingle in shingles[name].tolist()])
        for other in index.query(sketch):
            yield names[other], name
        index.insert(number, sketch)


def _together(
    incidents: Sequence[IncidentAccount], shingles: Mapping[str, Shingles]
) -> Iterator[tuple[str, str]]:
    """Pairs of reports of one incident: a copy with much added to it is not alike as a whole."""
    for incident in incidents:
        reports = sorted(report for report in incident.reports if report in shingles)
        if len(reports) <= TOGETHER:
            yield from combinations(reports, 2)


def _by_origin(reports: Mapping[str, Report], incidents: Sequence[IncidentAccount]) -> Iterator[Dependence]:
    outlets = outlet_codes(reports.values())
    origins = {name: origin_of(report, outlets) for name, report in reports.items()}
    for incident in incidents:
        first: dict[str, tuple[str, Origin]] = {}
        for name in sorted(report for report in incident.reports if report in origins):
            origin = origins[name]
            if origin is None or incident.role not in ("main", "other"):
                continue
            held = first.setdefault(origin.name, (name, origin))
            if held[0] == name or (origin.kind == held[1].kind == "own"):
                continue
            kind = "relayed" if "relayed" in (origin.kind, held[1].kind) else "syndicated"
            words = f"“{held[1].words}” and “{origin.words}”"
            yield Dependence(left=held[0], right=name, kind=kind, evidence=words)


def _grouped(found: Mapping[tuple[str, str], Dependence]) -> tuple[CopyGroup, ...]:
    held: dict[str, set[str]] = {}
    for left, right in found:
        joined = held.get(left, {left}) | held.get(right, {right})
        for report in joined:
            held[report] = joined
    groups = sorted({tuple(sorted(group)) for group in held.values()})
    evidence = sorted(found.values(), key=lambda one: (one.left, one.right))
    return tuple(
        CopyGroup(reports=group, evidence=tuple(one for one in evidence if one.left in group))
        for group in groups
    )
