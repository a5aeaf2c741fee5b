"""How far two annotations of the same reports agree: `agree.py FIRST.jsonl SECOND.jsonl [--errors N]`.

F1 of the figures found by both (explicit and implied apart; a restatement may be missing in either), then,
over those, the share of agreement field by field, as score.py has it.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from score import Row, agreement, errors, load, pair_up, rates


def as_claims(annotated: Sequence[Row]) -> list[Row]:
    """Annotated figures as score.py takes claims."""
    return [row | {"when": row["date"]} for row in annotated]


def agree(first: Sequence[Row], second: Sequence[Row]) -> dict[str, float]:
    """F1 of the figures and the agreement of each field, between 0 and 1."""
    paired = pair_up(first, as_claims(second))
    partner = {row["id"]: said["id"] for row, said in paired.found}
    out: dict[str, float] = {}
    for kind, explicit in (("explicit", True), ("implied", False)):
        both = sum(row["explicit"] is explicit for row, _ in paired.found)
        alone = [
            sum(row["explicit"] is explicit and not row["same_as"] for row in rows)
            for rows in (paired.spurious, paired.missed)
        ]
        out[f"{kind}.f1"] = rates(both, both + alone[0], both + alone[1])[2]
    fields = [agreement(row, said, partner) for row, said in paired.found]
    for name in fields[0] if fields else ():
        out[f"field.{name}"] = sum(each[name] for each in fields) / len(fields)
    return out


def main() -> int:
    """Prints the agreement, and on request where the two differ."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="how many differences of each kind to print")
    given = parser.parse_args()
    first, second = load(given.first), load(given.second)
    lines = [f"{name:24} {value:.3f}" for name, value in agree(first, second).items()]
    if given.errors:
        lines += errors(pair_up(first, as_claims(second)), given.errors)
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
