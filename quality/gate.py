"""The quality gate: runs the program over a language's own texts and holds its scores to pinned floors.

`gate.py` prints every measure of the languages that have floors beside its floor, and the row for log.md.
`--language CODE` measures one language, with floors or without. `--claims FILE` keeps the claims.
"""

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import yaml
from score import Row, figures_of, load, score
from swap import cases, parties, view

from recuento.extract.extract import extract
from recuento.language import load_pack
from recuento.read import ReadOptions, make_report
from recuento.vocabulary import load_profile

HERE = Path(__file__).parent
PINNED = ("texts.jsonl", "figures.jsonl", "modality.jsonl", "swap.yml")
SENTENCE_DAY = "2024-05-14"  # the sentences of modality and swap are read as published on this day


class Floors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language of `floors.yml`: the hash of its set, and the least that each measure may be."""

    sha256: str
    floors: dict[str, float]


def all_floors() -> dict[str, Floors]:
    """The floors of every language that has some."""
    content = yaml.safe_load((HERE / "floors.yml").read_text(encoding="utf-8"))
    return msgspec.convert(content, dict[str, Floors])


def floors(language: str) -> Floors:
    """The floors of a language. Raises KeyError where `floors.yml` has none."""
    return all_floors()[language]


def languages() -> list[str]:
    """The languages that have a set of their own."""
    return sorted(path.parent.name for path in HERE.glob("*/figures.jsonl"))


def gated_languages() -> list[str]:
    """The languages with a set and floors to hold it to."""
    return [language for language in languages() if language in all_floors()]


def set_hash(language: str) -> str:
    """The SHA-256 of the language's set, file after file."""
    whole = hashlib.sha256()
    for name in PINNED:
        whole.update((HERE / language / name).read_bytes())
    return whole.hexdigest()


def read(text: Row, language: str) -> list[Row]:
    """The claims of a text (text, and perhaps id, published and title) as plain records."""
    options = ReadOptions(
        language=language, published=text.get("published", SENTENCE_DAY), title=text.get("title")
    )
    report = make_report(text["text"], id=text.get("id", "sentence"), options=options)
    claims = extract(report, load_pack(language), load_profile())
    made: list[Row] = msgspec.to_builtins(list(claims))
    return made


def claims_of(language: str) -> list[Row]:
    """The claims that the program finds in the language's texts."""
    texts = load(HERE / language / "texts.jsonl")
    return [claim for text in texts for claim in read(text, language)]


def modality_scores(language: str) -> dict[str, float]:
    """The share of modality sentences whose figure is found with its modality, whole and by modality."""
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for row in load(HERE / language / "modality.jsonl"):
        found = figures_of(read({"text": row["text"]}, language))
        said = [
            c["modality"] for c in found if c["measure"] == row["measure"] and row["number"] in c["number"]
        ]
        for name in ("accuracy", row["modality"]):
            asked[name] += 1
            right[name] += said[:1] == [row["modality"]]
    return {f"modality.{name}": right[name] / asked[name] for name in asked}


def swap_failures(language: str, *, figures_only: bool) -> list[str]:
    """The swap sentences whose claims do not exchange with the parties' names."""
    failed = []
    told = parties(language)
    for case in cases(language):
        sides = []
        for text, first, second in (
            (case.text, case.first, case.second),
            (case.exchanged, case.second, case.first),
        ):
            claims = read({"text": text}, language)
            sides.append(view(figures_of(claims) if figures_only else claims, first, second, told))
        if sides[0] != sides[1]:
            failed.append(case.text)
    return failed


def measures(language: str) -> dict[str, float]:
    """Every measure of the gate by name, between 0 and 1."""
    out = score(load(HERE / language / "figures.jsonl"), figures_of(claims_of(language)))
    out |= modality_scores(language)
    asked = len(cases(language))
    out["swap.figures"] = 1 - len(swap_failures(language, figures_only=True)) / asked
    out["swap.claims"] = 1 - len(swap_failures(language, figures_only=False)) / asked
    return out


def shortfalls(measured: dict[str, float], least: dict[str, float]) -> list[str]:
    """The measures below their floor, as lines; a floor whose measure is gone is below it too."""
    return [
        f"{name} is {measured.get(name, 0.0):.3f}, its floor {floor:.3f}"
        for name, floor in least.items()
        if measured.get(name, 0.0) < floor
    ]


def log_row(version: str, language: str, measured: dict[str, Any]) -> str:
    """A row of log.md: the version, the set and the measures of its columns."""
    columns = log_columns()
    return " | ".join(["", version, language, *(f"{measured[name]:.3f}" for name in columns), ""]).strip()


def log_columns() -> list[str]:
    """The measures that log.md keeps, from its header row."""
    header = next(
        line
        for line in (HERE / "log.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("| version")
    )
    return [cell.strip() for cell in header.split("|")[3:-1]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the measures of each language with its floors. Exits 1 below a floor."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", default="unreleased", help="the version that the row for log.md names")
    parser.add_argument("--language", choices=languages(), help="one language, with floors or without")
    parser.add_argument("--claims", type=Path, help="a file to write the claims to, as JSON Lines")
    given = parser.parse_args(arguments)
    asked = [given.language] if given.language else gated_languages()
    short = [line for language in asked for line in report_language(language, given.version)]
    if given.claims:
        kept = [json.dumps(claim) + "\n" for language in asked for claim in claims_of(language)]
        given.claims.write_text("".join(kept), encoding="utf-8")
    sys.stdout.write("".join(f"below the floor: {line}\n" for line in short))
    return 1 if short else 0


def report_language(language: str, version: str) -> list[str]:
    """Prints one language's measures, row and hash; gives what is below a floor."""
    held = all_floors().get(language, Floors(sha256="", floors={}))
    measured = measures(language)
    for name, value in measured.items():
        floor = f"floor {held.floors[name]:.3f}" if name in held.floors else "no floor"
        sys.stdout.write(f"{language} {name:24} {value:.3f}  {floor}\n")
    row, pin = log_row(version, language, measured), set_hash(language)
    sys.stdout.write(f"{row}\n{language} sha256 {pin}\n")
    return [f"{language} {line}" for line in shortfalls(measured, held.floors)]


if __name__ == "__main__":
    sys.exit(main())
