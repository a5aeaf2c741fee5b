"""Whether `confidence` is worth its number: `reliability.py GOLD.jsonl CLAIMS.jsonl` prints two tables.

Reliability: by bin of confidence, how many figures were said, their mean confidence, and the share that was
right. Trade: precision and recall if only figures of at least a threshold were kept. Explicit and implied are
taken together.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from score import Row, agreement, figures_of, load, pair_up

BINS = 10
THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.92, 0.94, 0.96, 0.98)


def judged(gold: Sequence[Row], claims: Sequence[Row]) -> list[tuple[float, bool]]:
    """(confidence, right) of each claim about an annotated report; right as score.py has it."""
    paired = pair_up(gold, claims)
    partner = {row["id"]: claim["id"] for row, claim in paired.found}
    told = [(row, said, agreement(row, said, partner)) for row, said in paired.found]
    found = [(float(said["confidence"]), same["value"] and same["explicit"]) for _, said, same in told]
    return found + [(float(claim["confidence"]), False) for claim in paired.spurious]


def bins(judgements: Sequence[tuple[float, bool]]) -> list[tuple[float, int, float, float]]:
    """(lower edge, said, mean confidence, share right) of each bin that holds a claim."""
    table = []
    for number in range(BINS):
        held = [(c, right) for c, right in judgements if min(int(c * BINS), BINS - 1) == number]
        if held:
            mean = sum(c for c, _ in held) / len(held)
            table.append((number / BINS, len(held), mean, sum(right for _, right in held) / len(held)))
    return table


def trade(judgements: Sequence[tuple[float, bool]], wanted: int) -> list[tuple[float, float, float]]:
    """(threshold, precision, recall) if claims below the threshold were dropped, of `wanted` figures."""
    table = []
    for threshold in THRESHOLDS:
        kept = [right for confidence, right in judgements if confidence >= threshold]
        table.append((threshold, sum(kept) / max(1, len(kept)), sum(kept) / max(1, wanted)))
    return table


def error(judgements: Sequence[tuple[float, bool]]) -> float:
    """The expected calibration error: the mean gap between confidence and share right, weighted by claims."""
    gaps = (said * abs(mean - right) for _, said, mean, right in bins(judgements))
    return sum(gaps) / max(1, len(judgements))


def main() -> int:
    """Prints the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("claims", type=Path)
    given = parser.parse_args()
    gold = load(given.gold)
    judgements = judged(gold, figures_of(load(given.claims)))
    lines = ["confidence  said  mean   right"]
    lines += [
        f"{edge:.1f}-{edge + 1 / BINS:.1f}   {said:5}  {mean:.3f}  {right:.3f}"
        for edge, said, mean, right in bins(judgements)
    ]
    lines += [f"expected calibration error {error(judgements):.3f}", "", "threshold  precision  recall"]
    lines += [
        f"{at:.2f}       {precision:.3f}      {recall:.3f}"
        for at, precision, recall in trade(judgements, len(gold))
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
