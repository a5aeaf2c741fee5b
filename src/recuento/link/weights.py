"""The weights of the comparisons: what each speaks for or against one incident, in log-odds."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from recuento.link.batch import Floats
from recuento.link.comparisons import COMPARISONS

# Fitted on 350 incidents of one kind (five-fold cross-validation by incident: B-cubed F1 .984, pairs .962),
# held near plain expectations by a ridge, then rounded; what one kind of incident can't teach (types, actors,
# a date of a month) stays at the expectation. Likeness of whole texts alone gives .926 at its best threshold.
DEFAULT: Mapping[str, float] = {
    "text": 14.0,  # per unit of cosine: two accounts of one incident have .15 to .6
    "text_apart": -4.5,  # hardly a rare word shared: whatever day and town agree
    "text_short": -1.2,  # too few words to tell by
    "names": 0.8,  # per unit of rarity of the shared names, at most 12
    "numbers": 0.6,  # house numbers, hours: as above, at most 4
    "ages_shared": 1.5,
    "ages_apart": -1.2,
    "published_gap": -0.8,  # per logarithm of the days between publication
    "date_same": 2.2,
    "date_wide": 0.8,
    "date_next": 0.4,
    "date_near": -1.0,
    "date_week": -1.0,
    "date_far": -1.6,
    "place_same": 0.9,
    "place_near": 0.3,
    "place_region": 0.0,
    "place_far": -1.8,
    "untold": -2.0,  # one tells neither when nor where: words alone are of a whole conflict
    "place_unlike": -1.5,  # two names without a word in common, of which one at least has no point
    "type_same": 0.1,
    "type_apart": -6.0,  # a protest and a raid of one day in one town
    "actor_shared": 0.5,
    "killed_same": 0.7,  # counts are weak evidence: early tolls differ
    "killed_apart": -0.2,
    "injured_same": 0.2,
    "injured_apart": -0.8,
}
BIAS = -1.1  # the log-odds of two accounts of which nothing is known, with the threshold at 0
LIMIT = 8.0  # a pair speaks for or against with at most this: one verbatim copy must not carry strangers in


class Weights(NamedTuple):
    """What each comparison weighs. `learnt_from` is how many judgements changed the weights, 0 for none."""

    of: Mapping[str, float] = DEFAULT
    bias: float = BIAS
    learnt_from: int = 0

    def vector(self) -> Floats:
        """The weights in the order of COMPARISONS."""
        return np.array([self.of[name] for name in COMPARISONS])


def score(compared: Floats, weights: Weights) -> Floats:
    """The log-odds that each pair is one incident, between -LIMIT and LIMIT; 0 is the threshold."""
    total: Floats = np.clip(compared @ weights.vector() + weights.bias, -LIMIT, LIMIT)
    return np.round(total, 6)  # so that the order of a sum never decides
