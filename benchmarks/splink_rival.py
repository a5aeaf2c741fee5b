"""Linking by Splink 5 on DuckDB beside our own scorer, on the same accounts and the same evidence.

    recuento read LABELLED.jsonl --ledger labelled.db
    pip install -r benchmarks/requirements-splink.txt
    python benchmarks/splink_rival.py labelled.db --out splink.jsonl

LABELLED.jsonl has a report a line. Splink gets, of the main incident of each report, what our scorer gets:
date, place, counts, ages, and the rarest names, numbers and words. Its model is trained without labels
(expectation maximisation), and its clusters are connected components at the given threshold. Writes one
incident a line, as `recuento incidents` does, for the scorer of incidents; prints the time.
"""

import argparse
import json
import time
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import splink
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from recuento.ledger import open_ledger
from recuento.link.batch import Batch, batch_of
from recuento.link.evidence import Witness
from recuento.link.gather import gather_each

UNKNOWN = "day_l IS NULL OR day_r IS NULL"
RAREST = 12  # names and numbers of an account that Splink compares as arrays


def mains(ledger: Path) -> Batch:
    """The main incident of every report, as our scorer sees it."""
    with open_ledger(str(ledger), create=False) as opened:
        reports = {stored.report.id: stored.report for stored in opened.reports()}
        claims = [stored.claim for stored in opened.claims()]
    witness = Witness({claim.id: claim for claim in claims}, reports)
    told = [account for account in gather_each(claims) if account.role == "main"]
    return batch_of([witness.evidence(account, leads=True) for account in told], witness.vocabulary)


def rows_of(batch: Batch) -> pd.DataFrame:
    """One row an account, with the columns that Splink compares."""
    rows: list[dict[str, Any]] = []
    for number, evidence in enumerate(batch.shown):
        own = batch.rows.terms[batch.rows.at[number] : batch.rows.at[number + 1]]
        rare = own[np.argsort(-batch.rarities[own], kind="stable")]
        place = evidence.account.place
        rows.append(
            {
                "unique_id": number,
                "day": evidence.when.first if evidence.when else None,
                "published": evidence.published.first if evidence.published else None,
                "latitude": place.latitude if place else None,
                "longitude": place.longitude if place else None,
                "names": [batch.terms[t] for t in rare if batch.names[t] > 0][:RAREST],
                "numbers": [batch.terms[t] for t in rare if batch.numbers[t] > 0][:RAREST],
                "words": [batch.terms[t] for t in rare][:RAREST],
                "ages": sorted(evidence.ages),
                "type": evidence.account.incident_type,
                "killed": min(evidence.counts["killed"], default=None),
                "injured": min(evidence.counts["injured"], default=None),
            }
        )
    return pd.DataFrame(rows)


def linked(rows: pd.DataFrame, threshold: float) -> list[list[int]]:
    """The clusters of accounts by Splink."""
    days = cl.CustomComparison(
        output_column_name="day",
        comparison_levels=[
            {
                "sql_condition": "day_l IS NULL OR day_r IS NULL",
                "label_for_charts": "null",
                "is_null_level": True,
            },
            {"sql_condition": "day_l = day_r", "label_for_charts": "same"},
            {"sql_condition": "abs(day_l - day_r) <= 1", "label_for_charts": "next"},
            {"sql_condition": "abs(day_l - day_r) <= 7", "label_for_charts": "week"},
            {"sql_condition": "ELSE", "label_for_charts": "else"},
        ],
    )
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("day"),
            block_on("words", arrays_to_explode=["words"]),
        ],
        comparisons=[
            days,
            cl.DistanceInKMAtThresholds("latitude", "longitude", [2, 15, 100]),
            cl.ArrayIntersectAtSizes("names", [4, 2, 1]),
            cl.ArrayIntersectAtSizes("numbers", [2, 1]),
            cl.ArrayIntersectAtSizes("words", [5, 3, 1]),
            cl.ArrayIntersectAtSizes("ages", [1]),
            cl.ExactMatch("killed"),
            cl.ExactMatch("injured"),
        ],
    )
    linker = Linker(DuckDBAPI().register(rows), settings)
    linker.training.estimate_probability_two_random_records_match([block_on("day", "killed")], recall=0.5)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(
        block_on("day"), record_sample_proportion=1.0
    )
    linker.training.estimate_parameters_using_expectation_maximisation(
        block_on("killed", "type"), record_sample_proportion=1.0
    )
    predicted = linker.inference.predict(threshold_match_probability=0.01)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
        predicted, threshold_match_probability=threshold
    ).as_pandas_dataframe()
    return [group["unique_id"].tolist() for _, group in clusters.groupby("cluster_id")]


def main() -> None:
    """Link and write the incidents."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threshold", type=float, default=0.9)
    given = parser.parse_args()
    batch = mains(given.ledger)
    start = time.perf_counter()
    groups = linked(rows_of(batch), given.threshold)
    print(f"Splink {splink.__version__}: {len(batch)} accounts, {len(groups)} incidents, ", end="")
    print(f"{time.perf_counter() - start:.1f} s")
    with given.out.open("w", encoding="utf-8") as out:
        for group in groups:
            reports = sorted(batch.accounts[number].reports[0] for number in group)
            out.write(json.dumps({"reports": reports, "tally": {}}) + "\n")


if __name__ == "__main__":
    main()
