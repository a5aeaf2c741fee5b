"""Choosing among candidates that claim the same words."""

from collections.abc import Sequence

from recuento.extract.figures.candidate import Candidate

# Rules that read the grammar next to the number come before those that reach over a clause.
PRECEDENCE = (
    "toll-number",
    "label-number",
    "table-row",
    "corrected-to",
    "bracketed",
    "admitted",
    "toll-before",
    "toll-of-state",
    "none-told",
    "number-state",
    "phrase-state",
    "state-object",
    "reflexive-subject",
    "named-state",
    "among-state",
    "active-object",
    "passive-subject",
    "announced-after",
    "copular-state",
    "harm-of",
    "inverted",
    "causative",
    "intransitive-subject",
    "possessive-harm",
    "attributive-state",
    "counted-noun",
    "injuries-had",
    "in-shelter",
    "apposed-part",
    "part",
    "copular-part",
    "named-part",
    "gapped-place",
)
RANK = {rule: rank for rank, rule in enumerate(PRECEDENCE)}


def choose(candidates: Sequence[Candidate]) -> list[Candidate]:
    """One candidate for each number and measure; weak nouns and weapon verbs give way to what else is
    said.
    """
    best: dict[tuple[int, str], Candidate] = {}
    for candidate in sorted(candidates, key=lambda c: (RANK[c.rule], c.first)):
        best.setdefault((candidate.first, candidate.measure), candidate)
    kept = list(best.values())
    return [
        c
        for c in kept
        if not any(_yields(c, other) for other in kept if other is not c and other.first == c.first)
    ]


def _yields(candidate: Candidate, other: Candidate) -> bool:
    """Whether a candidate gives way to another of the same number."""
    if candidate.weak and not other.weak:
        return True
    if candidate.measure in ("injured", "missing") and other.measure == "killed":
        return True  # "the death of two people who were hurt in the crash": they died
    if (
        candidate.measure == "displaced"
        and other.measure == "injured"
        and RANK[other.rule] < RANK[candidate.rule]
    ):
        return True  # "evacuar a cien heridos": they were hurt
    if "casualties" in (candidate.measure, other.measure):
        return candidate.measure != "casualties" and RANK[other.rule] < RANK[candidate.rule]
    return (
        candidate.measure == "displaced" and other.measure == "detained" and candidate.rule == "counted-noun"
    )
