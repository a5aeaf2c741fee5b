"""Links to show to people: why accounts were put together, and which incidents may be one."""

from collections.abc import Iterator, Mapping, Sequence

from recuento.link.batch import Batch
from recuento.link.judged import Judged, Pair
from recuento.link.reasons import reasons_of
from recuento.link.records import Link
from recuento.link.weights import Weights
from recuento.model import Claim, IncidentAccount, content_id

POSSIBLE = -2.0  # the weight down to which two incidents are shown as possibly one
STATES = {"positive": "accepted", "negative": "rejected", "unsure": "unsure"}


class Proposals:
    """The links of a batch that was clustered: `scores` by pair, `held` the incident of each account."""

    def __init__(
        self,
        batch: Batch,
        scores: Mapping[Pair, float],
        judged: Judged,
        weights: Weights,
    ) -> None:
        self._batch = batch
        self._scores = scores
        self._judged = judged
        self._weights = weights

    def links(self, incidents: Sequence[IncidentAccount], claims: Mapping[str, Claim]) -> list[Link]:
        """Each account with the one it is nearest to, what was judged, what may be one; heaviest first."""
        holder = {account: one.id for one in incidents for account in one.accounts or (one.id,)}
        pairs = {pair: self._state(pair, holder) for pair in self._shown(holder)}
        links = [self._link(pair, state, holder, claims) for pair, state in sorted(pairs.items())]
        return sorted(links, key=lambda link: (-link.weight, link.id))

    def _shown(self, holder: Mapping[str, str]) -> Iterator[Pair]:
        """Judged pairs, each account with its nearest in the incident, each two near incidents once."""
        nearest: dict[int, tuple[float, Pair]] = {}  # pairs negated: of equals the first
        possible: dict[tuple[str, str], tuple[float, Pair]] = {}
        for pair, value in self._scores.items():
            one, two = (holder[self._batch.accounts[number].id] for number in pair)
            told = (value, (-pair[0], -pair[1]))
            if one == two:
                nearest[max(pair)] = max(nearest.get(max(pair), told), told)
            elif value >= POSSIBLE:
                key = (min(one, two), max(one, two))
                possible[key] = max(possible.get(key, told), told)
        yield from self._judged.standing
        for _, (left, right) in (*nearest.values(), *possible.values()):
            yield -left, -right

    def _state(self, pair: Pair, holder: Mapping[str, str]) -> str:
        judgement = self._judged.standing.get(pair)
        if judgement is not None:
            return STATES[judgement.verdict]
        one, two = (holder[self._batch.accounts[number].id] for number in pair)
        return "proposed" if one == two else "possible"

    def _link(self, pair: Pair, state: str, holder: Mapping[str, str], claims: Mapping[str, Claim]) -> Link:
        left, right = (self._batch.accounts[number] for number in pair)
        judgement = self._judged.standing.get(pair)
        reasons = reasons_of(self._batch, *pair, self._weights)
        weight = self._scores.get(pair)
        if weight is None:
            weight = round(sum(reason.weight for reason in reasons) + self._weights.bias, 2)
        return Link(
            id=content_id("link", *sorted((left.id, right.id))),
            state=state,
            weight=round(weight, 2),
            left=left.id,
            right=right.id,
            left_report=left.reports[0],
            right_report=right.reports[0],
            left_words=_quoted(left, claims),
            right_words=_quoted(right, claims),
            incident=holder[left.id],
            other=holder[right.id],
            reasons=reasons,
            judged_by=judgement.author if judgement is not None else None,
            judged_because=judgement.reason if judgement is not None else None,
        )


def _quoted(account: IncidentAccount, claims: Mapping[str, Claim]) -> str:
    claim = claims.get(account.claims[0])
    return claim.quote if claim is not None else ""
