"""Scores figure claims against annotated figures: `score.py GOLD.jsonl CLAIMS.jsonl [--errors N]`.

A claim finds an annotated figure of the same report and measure whose quantity it overlaps; it is right when
low and high agree as well (a vague quantity needs only to be found) and it is called explicit or implied as
annotated. A figure marked `same_as` may be missed. Explicit and implied figures are scored apart; fields over
the explicit ones found.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

Row = dict[str, Any]
STOP = frozenset(re.findall(r"\w+", "the a an of in and its his their local el la los las de del"))
COUNTING = re.compile(
    r"\d|\b(zero|no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty"
    r"|fifty|dozens?|scores|hundreds?|thousands?|millions?|several|both|half|unos|unas|dos|tres|cuatro|cinco|seis|siete"
    r"|ocho|nueve|diez|once|doce|trece|catorce|quince|veint\w*|treinta|decenas?|cientos?|miles|varios|ambos"
    r"|cero|ning[uú]n\w*|nadie|dieci\w+|treintena|cuarent\w+|cincuent\w+|sesenta|setenta|ochenta|noventa"
    r"|cien|ciento|quincena|docenas?|centenar\w*|mil|millar\w*|mill[oó]n\w*|mitad|medi[oa]|varias|ambas)\b",
    re.IGNORECASE,
)
RECORD = ("value", "explicit", "qualifier", "modality", "attributed_to", "place", "date")
TOLERANCE = 0.005  # of the larger value; two readings of "2.3 million" may differ by rounding


class Pairing(NamedTuple):
    """Annotated figures beside the claims that find them, those missed, and the claims that find nothing."""

    found: list[tuple[Row, Row]]
    missed: list[Row]
    spurious: list[Row]


def same_name(wanted: str | None, said: str | None) -> bool:
    """Whether two names share half the words of the shorter, and the second is no long sentence."""
    first, second = (set(re.findall(r"\w+", (s or "").lower())) - STOP for s in (wanted, said))
    if not first or not second:
        return first == second
    shared = len(first & second) / min(len(first), len(second))
    return shared >= 0.5 and len(second) <= 3 * len(first) + 3


def days(edtf: str | None) -> tuple[str, str] | None:
    """The first and last day of an EDTF date or interval."""
    if not edtf:
        return None
    parts = re.sub(r"[~?%]", "", edtf).split("/")
    filled = []
    for part, fill in ((parts[0], "-01-01"), (parts[-1], "-12-31")):
        filled.append((part + fill[len(part) - 4 :])[:10] if len(part) in (4, 7) else part[:10])
    return filled[0], filled[1]


def same_date(wanted: str | None, said: str | None) -> bool:
    """Whether a date agrees: equal, or within an annotated date that is wider than a day."""
    first, second = days(wanted), days(said)
    if first is None or second is None or wanted is None:
        return first is second
    return first == second or (len(wanted) < 10 and first[0] <= second[0] and second[1] <= first[1])


def same_value(wanted: Row, said: Row) -> bool:
    """Whether low and high agree; a vague quantity agrees with any."""
    return wanted["qualifier"] == "vague" or all(_near(wanted[k], said.get(k)) for k in ("low", "high"))


def _near(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= TOLERANCE * max(abs(one), abs(other))


def pair_up(gold: Sequence[Row], claims: Sequence[Row]) -> Pairing:
    """Each annotated figure with the best claim left that finds it: right value first, then most overlap."""
    left = {r["report"]: [c for c in claims if c["report"] == r["report"]] for r in gold}
    found, missed = [], []
    for row in gold:
        able = [c for c in left[row["report"]] if c["measure"] == row["measure"] and _overlap(row, c) > 0]
        best = max(able, key=lambda c: (same_value(row, c), _overlap(row, c)), default=None)
        if best is None:
            missed.append(row)
        else:
            left[row["report"]].remove(best)
            found.append((row, best))
    return Pairing(found, missed, [c for rest in left.values() for c in rest])


def _overlap(one: Row, other: Row) -> float:
    shared = int(min(one["end"], other["end"]) - max(one["start"], other["start"]))
    return shared / int(max(one["end"] - one["start"], other["end"] - other["start"]))


def _name(value: Any) -> str | None:
    return value.get("name") if isinstance(value, dict) else value


def agreement(wanted: Row, said: Row, partner: dict[str, str]) -> dict[str, bool]:
    """Field by field, whether a claim says what is annotated; `partner` has each figure's claim by its id."""
    whole = wanted["subset_of"]
    same = {f: wanted[f] == said.get(f) for f in ("explicit", "qualifier", "unit", "modality", "scope")}
    names = {f: same_name(wanted[f], _name(said.get(f))) for f in ("attributed_to", "place", "actor")}
    part = said.get("subset_of")
    return {
        "value": same_value(wanted, said),
        **same,
        **names,
        "date": same_date(wanted["date"], said.get("when")),
        "subset_of": (part is not None and part == partner.get(whole)) if whole else not part,
    }


def rates(right: int, said: int, wanted: int) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    precision, recall = right / max(1, said), right / max(1, wanted)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def is_explicit(claim: Row) -> bool:
    """Whether a claim counts among the explicit: by its own word, or because its number counts something."""
    return bool(claim.get("explicit", True)) or bool(COUNTING.search(str(claim["number"])))


def score(gold: Sequence[Row], claims: Sequence[Row]) -> dict[str, float]:
    """Every measure by name, between 0 and 1."""
    paired = pair_up(gold, claims)
    partner = {row["id"]: claim["id"] for row, claim in paired.found}
    out: dict[str, float] = {}
    for kind, explicit in (("explicit", True), ("implied", False)):
        found = [(r, c) for r, c in paired.found if r["explicit"] is explicit]
        missed = [r for r in paired.missed if r["explicit"] is explicit and not r.get("same_as")]
        said = len(found) + sum(is_explicit(c) is explicit for c in paired.spurious)
        fields = [agreement(r, c, partner) for r, c in found]
        right = sum(f["value"] and f["explicit"] for f in fields)
        rated = rates(right, said, len(found) + len(missed))
        out |= {f"{kind}.{name}": x for name, x in zip(("precision", "recall", "f1"), rated, strict=True)}
        if explicit:
            out |= {
                f"field.{f}": sum(x[f] for x in fields) / len(fields) for f in (fields[0] if fields else ())
            }
            whole = sum(all(f[name] for name in RECORD) for f in fields)
            out["record.f1"] = rates(whole, said, len(found) + len(missed))[2]
    return out


def load(path: Path) -> list[Row]:
    """The records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def figures_of(rows: Iterable[Row]) -> list[Row]:
    """The figure claims among the rows that `recuento read --format jsonl` prints."""
    return [row for row in rows if row.get("type") == "figure"]


def main() -> int:
    """Prints the scores, and on request what is missed, spurious or has a wrong field."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("claims", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="how many of each kind of error to print")
    given = parser.parse_args()
    gold, claims = load(given.gold), figures_of(load(given.claims))
    lines = [f"{name:24} {value:.3f}" for name, value in score(gold, claims).items()]
    if given.errors:
        lines += errors(pair_up(gold, claims), given.errors)
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def errors(paired: Pairing, limit: int) -> list[str]:
    """The first errors of each kind as lines."""
    partner = {row["id"]: claim["id"] for row, claim in paired.found}
    missed = [r for r in paired.missed if not r.get("same_as")]
    lines = [f"missed    {r['id']} {r['measure']} {r['number']!r} in {r['quote']!r}" for r in missed[:limit]]
    lines += [
        f"spurious  {c['report']} {c['measure']} {c['number']!r} in {c['quote']!r} {c.get('rules')}"
        for c in paired.spurious[:limit]
    ]
    wrong = [
        f"{field:9} {row['id']} {row['number']!r}: wanted {row.get(field)!r}, "
        f"said {_name(said.get('when' if field == 'date' else field))!r} in {row['quote']!r}"
        for field in (
            "value",
            "unit",
            "modality",
            "scope",
            "attributed_to",
            "place",
            "date",
            "actor",
            "subset_of",
        )
        for row, said in paired.found
        if not agreement(row, said, partner)[field]
    ]
    return lines + wrong[: 20 * limit]


if __name__ == "__main__":
    sys.exit(main())
