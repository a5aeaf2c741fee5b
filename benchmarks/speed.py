"""How fast claims are extracted, beside a blank spaCy pipeline with a Matcher of two patterns.

    python benchmarks/speed.py REPORTS.jsonl [--limit N]

Prints reports per CPU second and peak memory of each on the same texts, their ratios, and the problems met by
slug. Each side runs in a process of its own, so that neither's memory is the other's. spaCy is installed by
benchmarks/requirements.txt.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

KIB = 1024
# What `ru_maxrss` counts in: kibibytes on Linux, bytes on macOS.
UNIT = 1 if sys.platform == "darwin" else KIB
# The least that a search for casualty figures could be: a number before, or after, a word for a harm.
HARMS = ["killed", "dead", "wounded", "injured", "missing", "displaced", "arrested", "destroyed"]
PATTERNS = [
    [{"LIKE_NUM": True}, {"IS_ALPHA": True, "OP": "*"}, {"LOWER": {"IN": HARMS}}],
    [{"LOWER": {"IN": HARMS}}, {"IS_ALPHA": True, "OP": "*"}, {"LIKE_NUM": True}],
]


def run_recuento(path: Path, limit: int | None) -> dict[str, Any]:
    """Read and extract everything; nothing is kept."""
    from recuento.pipeline import extract_claims, read_reports  # noqa: PLC0415 - not in the process of the other side
    from recuento.read import ReadOptions  # noqa: PLC0415 - as above

    problems: Counter[str] = Counter()
    reports = claims = 0
    for report, met in islice(read_reports([str(path)], ReadOptions()), limit):
        problems.update(problem.slug for problem in met)
        if report is not None:
            reports += 1
            claims += len(extract_claims(report, "press"))
    return {"reports": reports, "found": claims, "problems": dict(sorted(problems.items()))}


def run_spacy(path: Path, limit: int | None) -> dict[str, Any]:
    """Tokenize every text with spaCy's blank English pipeline, and match two patterns."""
    import spacy  # noqa: PLC0415 - not in the process of the other side
    from spacy.matcher import Matcher  # noqa: PLC0415 - as above

    pipeline = spacy.blank("en")
    pipeline.max_length = 10**9
    matcher = Matcher(pipeline.vocab)
    matcher.add("figure", PATTERNS, greedy="LONGEST")
    reports = found = 0
    for text in islice(texts(path), limit):
        reports += 1
        found += len(matcher(pipeline(text)))
    return {"reports": reports, "found": found, "problems": {}}


def texts(path: Path) -> Iterator[str]:
    """The texts of a JSON Lines file, one at a time."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield str(json.loads(line)["text"])


RUNS = {"recuento": run_recuento, "spacy": run_spacy}


def measured(side: str, path: Path, limit: int | None) -> dict[str, Any]:
    """One side's counts with its CPU seconds (libraries and start included) and peak memory in MiB."""
    counts = RUNS[side](path, limit)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT / KIB**2
    return {**counts, "cpu": time.process_time(), "peak": peak}


def in_process(side: str, path: Path, limit: int | None) -> dict[str, Any]:
    """The measures of a side, taken in a process of its own."""
    command = [sys.executable, __file__, str(path), "--side", side]
    command += ["--limit", str(limit)] if limit else []
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def told(side: str, found: dict[str, Any]) -> str:
    """One side's measures in words."""
    rate = found["reports"] / found["cpu"]
    return (
        f"{side:10} {found['reports']:,} reports, {found['found']:,} found, {found['cpu']:.1f} CPU s: "
        f"{rate:,.1f} reports per CPU second, peak {found['peak']:.0f} MiB"
    )


def main() -> None:
    """Measure both sides and print what was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("path", type=Path, help="a JSON Lines file: a report a line, with id and text")
    parser.add_argument("--limit", type=int, help="only the first N reports")
    parser.add_argument("--side", choices=sorted(RUNS), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.side:
        print(json.dumps(measured(options.side, options.path, options.limit)))
        return
    ours = in_process("recuento", options.path, options.limit)
    print(told("recuento", ours))
    for slug, count in ours["problems"].items():
        print(f"           problem {slug}: {count:,}")
    if find_spec("spacy") is None:
        sys.exit("spaCy is missing: pip install -r benchmarks/requirements.txt")
    theirs = in_process("spacy", options.path, options.limit)
    print(told("spaCy", theirs))
    speed = (ours["reports"] / ours["cpu"]) / (theirs["reports"] / theirs["cpu"])
    print(
        f"recuento has {speed:.2f} times the speed and {ours['peak'] / theirs['peak']:.2f} times the memory"
    )


if __name__ == "__main__":
    main()
