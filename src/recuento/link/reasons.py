"""The reasons of a link in words: each comparison that weighs something, with what was compared."""

from collections.abc import Callable, Sequence

import numpy as np

from recuento.link.batch import Batch, Integers
from recuento.link.comparisons import COMPARISONS, compare, days_between, distances
from recuento.link.records import Reason
from recuento.link.weights import Weights
from recuento.model import IncidentAccount

SHOWN = 6  # shared words that are named
RARE = (
    3.0  # rarity (natural logarithm) from which a shared word is named: about one report in twenty holds it
)
SAME_KM = 0.5  # below this, two places of one name are told as one
LEAST = 0.05  # a reason that weighs less is not told

Words = Callable[[Batch, int, int], str]


def reasons_of(batch: Batch, left: int, right: int, weights: Weights) -> tuple[Reason, ...]:
    """Why two accounts are held for one incident or for two, the weightiest reason first."""
    one, two = np.array([left]), np.array([right])
    compared = compare(batch, one, two)[0] * weights.vector()
    told = [
        Reason(comparison=name, weight=round(float(value), 2), words=_words(name, batch, left, right))
        for name, value in zip(COMPARISONS, compared, strict=True)
        if abs(value) >= LEAST
    ]
    return tuple(sorted(told, key=lambda reason: (-abs(reason.weight), reason.comparison)))


def _words(name: str, batch: Batch, left: int, right: int) -> str:
    return WORDS[name](batch, left, right)


def _shared(batch: Batch, left: int, right: int) -> Integers:
    """The terms that two accounts share, the rarest first."""
    at = batch.rows.at
    both = np.intersect1d(
        batch.rows.terms[at[left] : at[left + 1]], batch.rows.terms[at[right] : at[right + 1]]
    )
    found: Integers = both[np.lexsort((both, -batch.rarities[both]))]
    return found


def _listed(batch: Batch, terms: Sequence[int]) -> str:
    return ", ".join(batch.terms[term] for term in terms[:SHOWN])


def _text(batch: Batch, left: int, right: int) -> str:
    likeness = compare(batch, np.array([left]), np.array([right]))[0][0]
    rare = [term for term in _shared(batch, left, right).tolist() if batch.rarities[term] >= RARE]
    if not rare:
        return f"The texts are alike ({likeness:.2f} of 1), by common words alone."
    return f"The texts are alike ({likeness:.2f} of 1); the rarest words shared: {_listed(batch, rare)}."


def _named(batch: Batch, left: int, right: int) -> str:
    terms = [term for term in _shared(batch, left, right).tolist() if batch.names[term] > 0]
    return f"Both name {_listed(batch, terms)}."


def _numbered(batch: Batch, left: int, right: int) -> str:
    terms = [term for term in _shared(batch, left, right).tolist() if batch.numbers[term] > 0]
    return f"Both print {_listed(batch, terms)}."


def _ages(batch: Batch, left: int, right: int) -> str:
    one, two = batch.shown[left].ages, batch.shown[right].ages
    if one & two:
        return f"Both print the age {', '.join(map(str, sorted(one & two)))}."
    return f"One prints the age {_numbers(one)}, the other {_numbers(two)}."


def _numbers(values: frozenset[int]) -> str:
    return ", ".join(map(str, sorted(values)))


def _published(batch: Batch, left: int, right: int) -> str:
    one, two = batch.published[left, 0], batch.published[right, 0]
    if batch.shown[left].published is None or batch.shown[right].published is None:
        return "Of one at least it is not known when it was published."
    gap = abs(int(one - two))
    return "They were published 1 day apart." if gap == 1 else f"They were published {gap} days apart."


def _dates(batch: Batch, left: int, right: int) -> str:
    gap = int(days_between(batch, np.array([left]), np.array([right]))[0])
    one, two = batch.accounts[left].when, batch.accounts[right].when
    if gap == 0:
        return f"Both on {one}." if one == two else f"The dates can be one: {one} and {two}."
    if gap == 1:
        return f"The dates are 1 day apart: {one} and {two}."
    return f"The dates are {gap} days apart: {one} and {two}."


def _places(batch: Batch, left: int, right: int) -> str:
    away = float(distances(batch, np.array([left]), np.array([right]))[0])
    one, two = _place(batch.accounts[left]), _place(batch.accounts[right])
    if one == two and away < SAME_KM:
        return f"Both in {one}."
    return f"{one} and {two} are {away:.0f} km apart."


def _place(account: IncidentAccount) -> str:
    return account.place.name if account.place is not None else "an unknown place"


def _unlike(batch: Batch, left: int, right: int) -> str:
    return f"The places have other names: {_place(batch.accounts[left])} and {_place(batch.accounts[right])}."


def _types(batch: Batch, left: int, right: int) -> str:
    one, two = batch.accounts[left].incident_type, batch.accounts[right].incident_type
    return f"Both tell of {one}." if one == two else f"One tells of {one}, the other of {two}."


def _actors(batch: Batch, left: int, right: int) -> str:
    return f"Both name as actor {', '.join(sorted(batch.shown[left].actors & batch.shown[right].actors))}."


def _counts(measure: str) -> Words:
    def words(batch: Batch, left: int, right: int) -> str:
        one, two = batch.shown[left].counts[measure], batch.shown[right].counts[measure]
        if one & two:
            return f"Both count {_numbers(one & two)} {measure}."
        return f"One counts {_numbers(one)} {measure}, the other {_numbers(two)}."

    return words


WORDS: dict[str, Words] = {
    "text": _text,
    "text_apart": lambda *_: "The texts share hardly a rare word.",
    "text_short": lambda *_: "One text at least is too short to tell by its words.",
    "names": _named,
    "numbers": _numbered,
    "ages_shared": _ages,
    "ages_apart": _ages,
    "published_gap": _published,
    **dict.fromkeys(("date_same", "date_wide", "date_next", "date_near", "date_week", "date_far"), _dates),
    "place_unlike": _unlike,
    "untold": lambda *_: "One tells neither when nor where.",
    **dict.fromkeys(("place_same", "place_near", "place_region", "place_far"), _places),
    "type_same": _types,
    "type_apart": _types,
    "actor_shared": _actors,
    "killed_same": _counts("killed"),
    "killed_apart": _counts("killed"),
    "injured_same": _counts("injured"),
    "injured_apart": _counts("injured"),
}
