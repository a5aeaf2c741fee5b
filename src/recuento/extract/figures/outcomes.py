"""What became of several who were shot or stabbed, where the report tells it apart.

`shot-some-died`: a verb of weapons says that people were hit, not how they fared. Where some of the same
number are told as dead and the rest as hurt ("nine people were shot ... one died, eight were wounded"), or
some as dead in a part of it ("nine were shot, one fatally"), the number counts casualties. Can be wrong where
the dead and the hurt are others whose numbers happen to add up.
"""

from collections.abc import Sequence

from recuento.extract.figures.candidate import Candidate
from recuento.extract.figures.draft import Draft

RULE = "shot-some-died"
NEAR = 8  # sentences between the number that were hit and what became of them
HURT, DEAD, BOTH = "injured", "killed", "casualties"


def with_outcomes(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with those who were hit counted as casualties where some of them died."""
    return [
        draft._replace(candidate=draft.candidate._replace(measure=BOTH), rules=(*draft.rules, RULE))
        if _some_died(draft.candidate, number, drafts)
        else draft
        for number, draft in enumerate(drafts)
    ]


def _some_died(hit: Candidate, number: int, drafts: Sequence[Draft]) -> bool:
    if not (hit.explicit and hit.weapon and hit.measure == HURT and hit.low == hit.high):
        return False
    if hit.low is None or hit.low < 2:
        return False
    near = [
        d for k, d in enumerate(drafts) if k != number and abs(d.candidate.sentence - hit.sentence) <= NEAR
    ]
    if any(d.candidate.measure == DEAD and d.whole == number and _count(d) < hit.low for d in near):
        return True
    beside = [d for d in near if d.candidate.measure == DEAD and d.candidate.sentence == hit.sentence]
    if any(
        d.candidate.explicit and d.candidate.phrase is not None and d.candidate.phrase.noun is None
        for d in beside
    ):
        return True
    dead = max((_count(d) for d in near if d.candidate.measure == DEAD), default=0)
    hurt = max((_count(d) for d in near if d.candidate.measure == HURT), default=0)
    return dead > 0 and hurt > 0 and dead + hurt == hit.low


def _count(draft: Draft) -> float:
    """The count of a draft told exactly; infinity for others, which add up to nothing."""
    candidate = draft.candidate
    exact = candidate.low is not None and candidate.low == candidate.high
    return float(candidate.low) if exact and candidate.low is not None else float("inf")
