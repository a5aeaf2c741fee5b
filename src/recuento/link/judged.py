"""What people decided, as constraints on accounts: a person's word stands above the machine's."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from recuento.link.records import SLUGS, Trouble
from recuento.model import IncidentAccount, Judgement

Pair = tuple[int, int]
UNSURE = -1.0  # the weight of a pair that a person left open: it joins nobody by itself


class Judged(NamedTuple):
    """The standing judgements by the two accounts concerned, as numbers in the batch, the smaller first."""

    standing: Mapping[Pair, Judgement]
    troubles: tuple[Trouble, ...]

    def pairs(self, verdict: str) -> list[Pair]:
        """The pairs with a verdict, sorted."""
        return sorted(pair for pair, judgement in self.standing.items() if judgement.verdict == verdict)


def judged_of(judgements: Iterable[Judgement], accounts: Sequence[IncidentAccount]) -> Judged:
    """The judgements that stand: of each two accounts the last, withdrawn ones left out.

    A judgement of a claim that no account holds any more rests; one of two claims of one account says nothing
    more.
    """
    holder = {claim: number for number, account in enumerate(accounts) for claim in account.claims}
    last: dict[Pair, Judgement] = {}
    troubles = []
    for judgement in judgements:
        sides = [holder.get(claim) for claim in (judgement.left, judgement.right)]
        left, right = sides
        if left is None or right is None:
            troubles.append(_trouble("judgement-without-account", judgement))
        elif left != right:
            last[min(left, right), max(left, right)] = judgement
    standing = {pair: judgement for pair, judgement in last.items() if judgement.verdict != "withdrawn"}
    return Judged(standing, tuple(troubles))


def clash(judgement: Judgement) -> Trouble:
    """The trouble of a positive judgement that others forbid."""
    return _trouble("judgements-clash", judgement)


def _trouble(slug: str, judgement: Judgement) -> Trouble:
    words = f"{judgement.author} judged {judgement.left} and {judgement.right} {judgement.verdict}"
    return Trouble(slug=slug, message=f"{words}. {SLUGS[slug]}", claims=judgement.pair)
