"""The comparisons of two accounts, each a number or a level; all pairs of a batch at once."""

import numpy as np

from recuento.link.batch import UNKNOWN_DAY, Batch, Floats, Integers, Truths

EARTH_RADIUS_KM = 6371.0
PAIRS_AT_ONCE = 20_000  # pairs of which the terms are matched together: about 100 MB
NARROW_DAYS = 7  # a wider date meets many others
SPAN = 731  # days, two years: accounts further apart in time are never one incident
LONG = 8  # terms; of a shorter text nothing can be missed
HARDLY = 0.06  # cosine below which two texts share hardly a rare word
MOST_NAMES, MOST_NUMBERS = 9.0, 6.0  # what shared names and numbers can weigh at most

# The names of the comparisons, in the order of the columns of `compare`.
COMPARISONS = (
    "text",
    "text_apart",
    "text_short",
    "names",
    "numbers",
    "ages_shared",
    "ages_apart",
    "published_gap",
    "date_same",
    "date_wide",
    "date_next",
    "date_near",
    "date_week",
    "date_far",
    "place_same",
    "place_near",
    "place_region",
    "place_far",
    "place_unlike",
    "untold",
    "type_same",
    "type_apart",
    "actor_shared",
    "killed_same",
    "killed_apart",
    "injured_same",
    "injured_apart",
)


def compare(batch: Batch, left: Integers, right: Integers) -> Floats:
    """One row a pair and one column a comparison."""
    columns = [
        *_terms(batch, left, right),
        *_ages(batch, left, right),
        _published(batch, left, right),
        *_dates(batch, left, right),
        *_places(batch, left, right),
        *_types(batch, left, right),
        (batch.actors[left] & batch.actors[right]) != 0,
        *_counts(batch, left, right),
    ]
    return np.stack([column.astype(np.float64) for column in columns], axis=1)


def _terms(batch: Batch, left: Integers, right: Integers) -> list[Floats | Truths]:
    parts = [
        _terms_of_some(batch, left[at : at + PAIRS_AT_ONCE], right[at : at + PAIRS_AT_ONCE])
        for at in range(0, len(left), PAIRS_AT_ONCE)
    ]
    if not parts:
        return [np.zeros(0)] * 5
    text, names, numbers = (np.concatenate(column) for column in zip(*parts, strict=True))
    lengths = np.diff(batch.rows.at)
    long = (lengths[left] >= LONG) & (lengths[right] >= LONG)
    return [
        text,
        long & (text < HARDLY),
        ~long,
        np.minimum(names, MOST_NAMES),
        np.minimum(numbers, MOST_NUMBERS),
    ]


def _terms_of_some(batch: Batch, left: Integers, right: Integers) -> tuple[Floats, Floats, Floats]:
    """Cosine of the texts, and what rare names and numbers they share: terms matched by pair and number."""
    own, own_at = spread(batch, left)
    other, other_at = spread(batch, right)
    size = len(batch.terms)
    keys = own * size + batch.rows.terms[own_at]
    others = other * size + batch.rows.terms[other_at]
    found = np.searchsorted(others, keys)
    found[found == len(others)] = 0
    same = others[found] == keys if len(others) else np.zeros(len(keys), bool)
    pair, at, other_side = own[same], own_at[same], other_at[found[same]]
    terms = batch.rows.terms[at]
    products = batch.rows.weights[at] * batch.rows.weights[other_side]

    def summed(values: Floats) -> Floats:
        return np.bincount(pair, values, len(left)).astype(np.float64)

    return summed(products), summed(batch.names[terms]), summed(batch.numbers[terms])


def spread(batch: Batch, accounts: Integers) -> tuple[Integers, Integers]:
    """For each account in turn, its position in the list and the positions of its terms in the rows."""
    starts, lengths = batch.rows.at[accounts], np.diff(batch.rows.at)[accounts]
    owner = np.repeat(np.arange(len(accounts)), lengths)
    before = np.concatenate([[0], np.cumsum(lengths)[:-1]]) if len(lengths) else lengths
    return owner, np.arange(len(owner)) - np.repeat(before, lengths) + np.repeat(starts, lengths)


def _ages(batch: Batch, left: Integers, right: Integers) -> list[Truths]:
    one, two = batch.ages[left], batch.ages[right]
    shared = (one & two) != 0
    return [shared, (one != 0) & (two != 0) & ~shared]


def _published(batch: Batch, left: Integers, right: Integers) -> Floats:
    one, two = batch.published[left, 0], batch.published[right, 0]
    known = (one != UNKNOWN_DAY) & (two != UNKNOWN_DAY)
    gaps: Floats = np.where(known, np.log1p(np.abs(one - two)), np.log1p(1.0))
    return gaps


def days_between(batch: Batch, left: Integers, right: Integers) -> Integers:
    """Days from the end of the earlier date to the start of the later; 0 where they meet, -1 unknown."""
    return _gap(batch.when[left], batch.when[right])


def _gap(one: Integers, two: Integers) -> Integers:
    gap = np.maximum(np.maximum(two[:, 0] - one[:, 1], one[:, 0] - two[:, 1]), 0)
    return np.where((one[:, 0] == UNKNOWN_DAY) | (two[:, 0] == UNKNOWN_DAY), -1, gap)


def within_span(batch: Batch, left: Integers, right: Integers) -> Truths:
    """Whether two accounts are near enough in time to be compared, by the dates told or by publication.

    So what a ledger holds of other years costs nothing. An account without any time is near to all. Dates of
    one incident may be read years apart where one was misread, hence either suffices.
    """
    told = np.where(batch.when == UNKNOWN_DAY, batch.published, batch.when)
    gaps = _gap(told[left], told[right]), _gap(batch.published[left], batch.published[right])
    near: Truths = (gaps[0] < 0) & (gaps[1] < 0)
    for gap in gaps:
        near |= (gap >= 0) & (gap <= SPAN)
    return near


def _dates(batch: Batch, left: Integers, right: Integers) -> list[Truths]:
    gap = days_between(batch, left, right)
    lengths = np.diff(batch.when, axis=1)[:, 0]
    wide = np.maximum(lengths[left], lengths[right]) >= NARROW_DAYS
    near, week = (gap >= 2) & (gap <= 3), (gap >= 4) & (gap <= 10)
    return [(gap == 0) & ~wide, (gap == 0) & wide, gap == 1, near, week, gap > 10]


def distances(batch: Batch, left: Integers, right: Integers) -> Floats:
    """Great-circle distances in kilometres (haversine); not a number where a point is missing."""
    one, two = np.radians(batch.points[left]), np.radians(batch.points[right])
    half = (
        np.sin((two[:, 0] - one[:, 0]) / 2) ** 2
        + np.cos(one[:, 0]) * np.cos(two[:, 0]) * np.sin((two[:, 1] - one[:, 1]) / 2) ** 2
    )
    apart: Floats = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(half, 1.0)))
    return apart


def _places(batch: Batch, left: Integers, right: Integers) -> list[Truths]:
    away = distances(batch, left, right)
    names = batch.place_words[left], batch.place_words[right]
    unlike = np.isnan(away) & (names[0] != 0) & (names[1] != 0) & ((names[0] & names[1]) == 0)
    told = (batch.when[:, 0] != UNKNOWN_DAY) | (batch.place_words != 0)
    untold = ~told[left] | ~told[right]
    return [away < 2, (away >= 2) & (away < 15), (away >= 15) & (away < 100), away >= 100, unlike, untold]


def _types(batch: Batch, left: Integers, right: Integers) -> list[Truths]:
    one, two = batch.families[left], batch.families[right]
    types = batch.types[left], batch.types[right]
    return [(types[0] >= 0) & (types[0] == types[1]), (one >= 0) & (two >= 0) & (one != two)]


def _counts(batch: Batch, left: Integers, right: Integers) -> list[Truths]:
    columns = []
    for measure in range(batch.counts.shape[1]):
        one, two = batch.counts[left, measure], batch.counts[right, measure]
        shared = (one & two) != 0
        columns += [shared, (one != 0) & (two != 0) & ~shared]
    return columns
