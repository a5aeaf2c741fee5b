"""All accounts of a batch as arrays, so that many pairs are compared at once."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from recuento.link.evidence import COUNTED, Days, Evidence
from recuento.link.rarity import RARE_NAME, RARE_NUMBER, rarity, share_before
from recuento.link.terms import NAME, NUMBER, Vocabulary, kind_of
from recuento.link.words import link_words
from recuento.relations.kinds import UNTOLD
from recuento.relations.places import place_words
from recuento.vocabulary import incident_families

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Truths = npt.NDArray[np.bool_]

KEPT = 96  # terms kept of an account, the weightiest; 64 to 250 measured alike
CUSTODY = "custody"  # an arrest is told with what it follows, so it is no kind apart
SHORT_NUMBER = 2  # digits; a shorter number is too often a day, an age or a count
UNKNOWN_DAY = -(10**6)
BITS = 63


class Rows(NamedTuple):
    """The kept terms of every account, one after another: account n holds those from at[n] to at[n+1].

    Within an account they stand by number; `weights` make the length of an account's vector one.
    """

    at: Integers
    terms: Integers
    weights: Floats


class Batch:
    """Accounts ready for comparison, in the order of time.

    `names` and `numbers` are what a shared term is worth beyond likeness, by the number of the term.
    """

    def __init__(self, shown: Sequence[Evidence], vocabulary: Vocabulary) -> None:
        self.shown = shown
        self.accounts = [evidence.account for evidence in shown]
        self.terms = names = sorted(vocabulary.known)
        ranks = np.empty(len(names), np.int64)  # from a term's number by arrival to that by the alphabet
        ranks[[vocabulary.known[name] for name in names]] = np.arange(len(names))
        self.kinds, self.rarities = _judge_terms(names, shown, ranks)
        self.rows = _rows(shown, ranks, self.rarities)
        self.names = np.where(self.kinds == NAME, np.maximum(self.rarities - RARE_NAME, 0), 0.0)
        telling = np.array([len(term) > SHORT_NUMBER for term in names], bool)
        numbers = np.where((self.kinds == NUMBER) & telling, self.rarities - RARE_NUMBER, 0.0)
        self.numbers = np.maximum(numbers, 0.0)
        self.when = _days([evidence.when for evidence in shown])
        self.published = _days([evidence.published for evidence in shown])
        self.points = _points(shown)
        self.ages = np.array([_mask(evidence.ages) for evidence in shown], np.int64)
        self.counts = np.array(
            [[_mask(evidence.counts[measure]) for measure in COUNTED] for evidence in shown], np.int64
        )
        self.types, self.families = _types(shown)
        self.actors = _masks([evidence.actors for evidence in shown])
        self.place_words = _masks([_place_words(evidence) for evidence in shown])
        self.reports = _numbered([evidence.account.reports[0] for evidence in shown])
        self.leads = np.array([evidence.leads for evidence in shown])

    def __len__(self) -> int:
        return len(self.accounts)


def _judge_terms(names: Sequence[str], shown: Sequence[Evidence], ranks: Integers) -> tuple[Integers, Floats]:
    """The kind and the rarity of each term, from the reports that hold it (a report counts once)."""
    holding, named, plain = (np.zeros(len(names), np.int64) for _ in range(3))
    leading = [evidence for evidence in shown if evidence.leads]
    for evidence in leading:
        terms = evidence.terms
        own = ranks[terms.numbers]
        holding[own] += 1
        named[own] += terms.named
        plain[own] += terms.plain
    languages = Counter(evidence.language for evidence in leading)
    words = link_words(min(languages, key=lambda one: (-languages[one], one or "")) if languages else None)
    kinds = np.array(
        [kind_of(name, named=int(n), plain=int(p)) for name, n, p in zip(names, named, plain, strict=True)],
        np.int64,
    )
    rarities = [
        rarity(len(leading), int(count), share_before(name, int(kind), words))
        for name, count, kind in zip(names, holding, kinds, strict=True)
    ]
    return kinds, np.array(rarities)


def _rows(shown: Sequence[Evidence], ranks: Integers, rarities: Floats) -> Rows:
    at = np.zeros(len(shown) + 1, np.int64)
    terms: list[Integers] = []
    weights: list[Floats] = []
    for number, evidence in enumerate(shown):
        own = ranks[evidence.terms.numbers]
        weight = (1 + np.log(evidence.terms.counts)) * rarities[own]
        length = math.sqrt(float((weight**2).sum())) or 1.0
        kept = np.lexsort((own, -weight))[:KEPT]
        kept = kept[np.argsort(own[kept])]
        terms.append(own[kept])
        weights.append(weight[kept] / length)
        at[number + 1] = at[number] + len(kept)
    return Rows(at, np.concatenate(terms), np.concatenate(weights))


def _days(days: Sequence[Days | None]) -> Integers:
    return np.array([(UNKNOWN_DAY, UNKNOWN_DAY) if each is None else each for each in days], np.int64)


def _points(shown: Sequence[Evidence]) -> Floats:
    """Latitude and longitude of each account in degrees; not a number where it has none."""
    places = [evidence.account.place for evidence in shown]
    none = (math.nan, math.nan)
    return np.array(
        [
            none
            if place is None or place.latitude is None or place.longitude is None
            else (place.latitude, place.longitude)
            for place in places
        ],
        np.float64,
    )


def _mask(values: frozenset[int]) -> int:
    """A set of small numbers as bits; larger ones share a bit with their remainder."""
    mask = 0
    for value in values:
        mask |= 1 << (abs(value) % BITS)
    return mask


def _types(shown: Sequence[Evidence]) -> tuple[Integers, Integers]:
    """Numbers of the type and of the family of each account; -1 where it is not told."""
    families = {kind: family for kind, family in incident_families().items() if family != CUSTODY}
    told = [evidence.account.incident_type for evidence in shown]
    types = _numbered([None if kind in UNTOLD else kind for kind in told])
    return types, _numbered([families.get(kind) for kind in told])


def _masks(words: Sequence[frozenset[str]]) -> Integers:
    """Sets of words as bits: sets without a common word mostly share no bit, sets with one always do."""
    known = {word: number for number, word in enumerate(sorted(set().union(*words)))}
    return np.array([_mask(frozenset(known[word] for word in each)) for each in words], np.int64)


def _place_words(evidence: Evidence) -> frozenset[str]:
    place = evidence.account.place
    return place_words(place.name) if place is not None else frozenset()


def _numbered(values: Sequence[str | None]) -> Integers:
    """Each value as a number, equal values as one; -1 for None."""
    known = {value: number for number, value in enumerate(sorted({v for v in values if v is not None}))}
    return np.array([-1 if value is None else known[value] for value in values], np.int64)


def _in_time(evidence: Evidence) -> tuple[int, str]:
    """The date told, else that of publication, then the id: an order that no arrival changes."""
    days = evidence.when or evidence.published
    return days.first if days is not None else UNKNOWN_DAY, evidence.account.id


def batch_of(shown: Sequence[Evidence], vocabulary: Vocabulary) -> Batch:
    """A batch of accounts in the order of time."""
    return Batch(sorted(shown, key=_in_time), vocabulary)
