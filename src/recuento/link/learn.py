"""Weights learnt from judgements: a ridge around the shipped weights, so that a few decisions change little.

Logistic regression with a Gaussian prior at the shipped weights (maximum a posteriori), solved by Newton's
method.
"""

import numpy as np

from recuento.link.batch import Floats
from recuento.link.comparisons import COMPARISONS
from recuento.link.weights import Weights

ENOUGH, ENOUGH_OF_EACH = 60, 15  # judgements before weights are learnt, in all and of each verdict
STEPS = 30  # Newton's method settles in under ten on all that was tried
# How far each weight may move without much evidence: a third of the usual weight of its comparison.
SPREADS = {"text": 5.0, "names": 0.15, "numbers": 0.15, "published_gap": 0.15}
SPREAD = 0.35


def learn(weights: Weights, compared: Floats, positive: Floats) -> Weights:
    """The weights after judgements: one row of comparisons each, and 1 for positive, 0 for negative.

    The same weights where there are too few of either. The bias stays, for people judge what is doubtful and
    not what is common.
    """
    count = (len(positive), int(positive.sum()))
    if count[0] < ENOUGH or min(count[1], count[0] - count[1]) < ENOUGH_OF_EACH:
        return weights
    before = weights.vector()
    precision = np.array([1 / SPREADS.get(name, SPREAD) ** 2 for name in COMPARISONS])
    now = before.copy()
    for _ in range(STEPS):
        odds = compared @ now + weights.bias
        chance = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
        slope = compared.T @ (chance - positive) + precision * (now - before)
        curve = (compared * (chance * (1 - chance))[:, None]).T @ compared + np.diag(precision)
        step = np.linalg.solve(curve, slope)
        now = now - step
        if np.abs(step).max() < 1e-9:
            break
    learnt = {name: round(float(value), 4) for name, value in zip(COMPARISONS, now, strict=True)}
    return Weights(learnt, weights.bias, count[0])
