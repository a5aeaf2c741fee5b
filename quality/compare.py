"""What changed between two runs: `compare.py OLD.jsonl NEW.jsonl` prints claims gained, lost and changed.

Both files are what `recuento read ... --format jsonl` prints. A claim is the same in both where its report,
type, span and (for a figure) measure are; its fields are then compared one by
one. Ids and rules are left aside.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from score import Row, load

LEFT_ASIDE = frozenset(
    {"id", "rules", "confidence", "report", "start", "end", "type", "quote_start", "quote_end"}
)
LINKS = ("subset_of", "same_as", "remainder_of")


def keyed(claims: Sequence[Row]) -> dict[tuple[Any, ...], Row]:
    """The claims by report, type, span and measure."""
    return {
        (str(c["report"]), c["type"], c["start"], c["end"], c.get("measure")): c
        for c in claims
        if "start" in c
    }


def fields(claims: Sequence[Row]) -> dict[str, str]:
    """By id, the words of a claim, so that a link is compared by what it points to and not by an id."""
    return {
        c["id"]: f"{c.get('number') or c.get('quote')}@{c['start']}"
        for c in claims
        if "id" in c and "start" in c
    }


def plain(value: Any) -> Any:
    """A field as compared: a name for a place, claimant or actor."""
    return value.get("name", value) if isinstance(value, dict) else value


def changes(
    old: Row, new: Row, old_ids: dict[str, str], new_ids: dict[str, str]
) -> Iterator[tuple[str, Any, Any]]:
    """The fields of a claim that differ: name, before, after."""
    for name in sorted((old.keys() | new.keys()) - LEFT_ASIDE):
        before, after = plain(old.get(name)), plain(new.get(name))
        if name in LINKS:
            before, after = old_ids.get(before), new_ids.get(after)
        if before != after:
            yield name, before, after


def compare(old: Sequence[Row], new: Sequence[Row]) -> tuple[list[str], Counter[str]]:
    """The lines to print, report by report, and how often each kind of change came."""
    before, after = keyed(old), keyed(new)
    old_ids, new_ids = fields(old), fields(new)
    by_report: defaultdict[str, list[str]] = defaultdict(list)
    counts: Counter[str] = Counter()
    for key in sorted(before.keys() | after.keys(), key=str):
        claim = after.get(key) or before[key]
        kind_of = claim.get("measure") or claim["type"]
        name = f"{kind_of} {claim.get('number', '')!r} in {claim.get('quote', '')[:90]!r}"
        if key not in before or key not in after:
            kind = "gained" if key in after else "lost"
            counts[kind] += 1
            by_report[key[0]].append(f"  {'+' if kind == 'gained' else '-'} {name}")
            continue
        for field, was, is_now in changes(before[key], after[key], old_ids, new_ids):
            counts[f"changed.{field}"] += 1
            by_report[key[0]].append(f"  ~ {field}: {was!r} -> {is_now!r} of {name}")
    return [line for report, lines in by_report.items() for line in (report, *lines)], counts


def main() -> int:
    """Prints the changes, then their counts."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--counts", action="store_true", help="print the counts only")
    given = parser.parse_args()
    lines, counts = compare(load(given.old), load(given.new))
    summary = [f"{name:24} {count}" for name, count in sorted(counts.items())]
    sys.stdout.write("".join(f"{line}\n" for line in ([] if given.counts else lines) + summary))
    return 0


if __name__ == "__main__":
    sys.exit(main())
