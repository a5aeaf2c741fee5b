"""Confidence: how often a figure read by a rule is right, measured, not guessed.

A figure's confidence is the share of figures of its rule (explicit and implied apart) that were right on
annotated development texts; small counts have a share of their own.
"""

from recuento.extract.figures.candidate import Candidate

# Share right by rule; see quality/log.md for the run that these come from.
EXPLICIT = {
    "toll-number": 0.93,
    "label-number": 0.95,
    "table-row": 0.85,
    "toll-before": 0.9,
    "toll-of-state": 0.9,
    "none-told": 0.9,
    "state-object": 0.93,
    "reflexive-subject": 0.88,
    "named-state": 0.9,
    "among-state": 0.9,
    "number-state": 0.97,
    "phrase-state": 0.95,
    "active-object": 0.95,
    "passive-subject": 0.95,
    "announced-after": 0.85,
    "copular-state": 0.93,
    "harm-of": 0.92,
    "inverted": 0.9,
    "causative": 0.93,
    "intransitive-subject": 0.9,
    "attributive-state": 0.88,
    "counted-noun": 0.9,
    "injuries-had": 0.9,
    "in-shelter": 0.9,
    "part": 0.92,
    "apposed-part": 0.95,
    "copular-part": 0.88,
    "gapped-place": 0.88,
}
IMPLIED = 0.62
SMALL_COUNT = 0.88  # "one" and "two" count people less often than larger numbers do


def confidence_of(candidate: Candidate) -> float:
    """The confidence of a candidate, between 0 and 1."""
    if not candidate.explicit:
        return IMPLIED
    worth = EXPLICIT.get(candidate.rule, IMPLIED)
    small = candidate.high is not None and 0 < candidate.high <= 2
    return round(worth * SMALL_COUNT, 3) if small else worth
