"""Fits the weights of `confidence` on annotated reports.

    fit_confidence.py LANGUAGE GOLD.jsonl CLAIMS.jsonl ...

Takes pairs of files: annotated figures, and the claims that `recuento read --format jsonl` gives for their
reports. Prints the reliability of weights fitted on the other reports (five-fold cross-validation over
reports), and writes the weights fitted on all of them to the pack's `confidence.yml`. Right is as in
score.py: value, and explicit or not.

Method: logistic regression with an L2 penalty, by gradient descent from zero; the same files give the same
weights.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import exp
from pathlib import Path
from typing import NamedTuple

import msgspec
import yaml
from reliability import bins, error, trade
from score import Row, agreement, figures_of, load, pair_up

from recuento.extract.figures.confidence import features
from recuento.language import load_pack
from recuento.model import Figure

FOLDS = 5
RAREST = 4  # figures; a feature of fewer says nothing
PENALTY = 2.0
RATE, STEPS = 0.5, 600


class Told(NamedTuple):
    """A figure as the fit sees it: its report, its features, and whether it was right."""

    report: str
    features: tuple[str, ...]
    right: bool


class Weights(NamedTuple):
    """What `confidence.yml` holds."""

    base: float
    weights: dict[str, float]

    def worth(self, told: Told) -> float:
        """The confidence of a figure."""
        return 1 / (1 + exp(-self.base - sum(self.weights.get(name, 0.0) for name in told.features)))


def judged(gold: Sequence[Row], claims: Sequence[Row]) -> list[Told]:
    """The claims about annotated reports with their features, and whether each is right."""
    paired = pair_up(gold, claims)
    partner = {row["id"]: claim["id"] for row, claim in paired.found}
    right = {
        said["id"]: same["value"] and same["explicit"]
        for row, said in paired.found
        for same in [agreement(row, said, partner)]
    }
    wrong = {claim["id"]: False for claim in paired.spurious}
    verdicts = right | wrong
    by_report: dict[str, list[Figure]] = {}
    for claim in claims:
        by_report.setdefault(claim["report"], []).append(msgspec.convert(claim, Figure))
    return [
        Told(report, tuple(features(figure, figures)), verdicts[figure.id])
        for report, figures in by_report.items()
        for figure in figures
        if figure.id in verdicts
    ]


def fit(told: Sequence[Told]) -> Weights:
    """The weights that make what was right most likely, under the penalty."""
    counts = Counter(name for one in told for name in one.features)
    known = {name: 0.0 for name in sorted(counts) if counts[name] >= RAREST}
    fitted = Weights(0.0, known)
    for _ in range(STEPS):
        slopes = Counter[str]()
        base = 0.0
        for one in told:
            gap = one.right - fitted.worth(one)
            base += gap
            for name in one.features:
                slopes[name] += gap
        weights = {
            name: weight + RATE * (slopes[name] - PENALTY * weight) / len(told) * 4
            for name, weight in fitted.weights.items()
        }
        fitted = Weights(fitted.base + RATE * base / len(told) * 4, weights)
    return fitted


def cross_validated(told: Sequence[Told]) -> list[tuple[float, bool]]:
    """(confidence, right) of each figure by weights fitted on the reports of the other folds."""
    reports = sorted({one.report for one in told})
    fold = {report: number % FOLDS for number, report in enumerate(reports)}
    found = []
    for number in range(FOLDS):
        fitted = fit([one for one in told if fold[one.report] != number])
        found += [(fitted.worth(one), one.right) for one in told if fold[one.report] == number]
    return found


def table(judgements: Sequence[tuple[float, bool]], wanted: int) -> str:
    """The reliability and the trade between precision and recall, as lines."""
    lines = ["confidence  said  mean   right"]
    lines += [
        f"{edge:.1f}-{edge + 0.1:.1f}   {said:5}  {mean:.3f}  {right:.3f}"
        for edge, said, mean, right in bins(judgements)
    ]
    lines += [f"expected calibration error {error(judgements):.3f}", "", "threshold  precision  recall"]
    lines += [f"{at:.2f}       {p:.3f}      {r:.3f}" for at, p, r in trade(judgements, wanted)]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Prints the tables and writes the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("language")
    parser.add_argument("files", type=Path, nargs="+", metavar="GOLD CLAIMS")
    given = parser.parse_args()
    pairs = [pair for number, pair in enumerate(pairwise(given.files)) if number % 2 == 0]
    golds = [load(gold) for gold, _ in pairs]
    told = [
        one
        for gold, (_, claims) in zip(golds, pairs, strict=True)
        for one in judged(gold, figures_of(load(claims)))
    ]
    sys.stdout.write(table(cross_validated(told), sum(map(len, golds))))
    fitted = fit(told)
    content = {
        "base": round(fitted.base, 3),
        "weights": {name: round(weight, 3) for name, weight in fitted.weights.items()},
    }
    head = "# Written by quality/fit_confidence.py: the log-odds of a figure, and what its features add.\n"
    path = load_pack(given.language).folder / "confidence.yml"
    path.write_text(head + yaml.safe_dump(content, sort_keys=True), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
