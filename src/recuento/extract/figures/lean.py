"""Quantities that lean on another figure for their harm: parts of it, or further items of its list."""

from collections.abc import Sequence

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.candidate import PERSON, RATIOS, Candidate, unit_of
from recuento.extract.figures.phrases import Phrase
from recuento.extract.figures.quantity import Quantity


def lean(a: Analysis, phrase: Phrase, quantity: Quantity, whole: Candidate, rule: str) -> Candidate | None:
    """A candidate that takes its harm from another, or None where its noun can't have been harmed so."""
    unit = unit_of(whole.measure, phrase, quantity)
    if unit is None:
        return None
    ratio = quantity.kind in RATIOS
    bare = phrase.noun is None and not ratio
    return Candidate(
        sentence=a.sheet.number,
        first=quantity.first,
        last=quantity.last,
        measure=whole.measure,
        low=quantity.low,
        high=quantity.high,
        qualifier=quantity.qualifier,
        unit="share" if ratio else whole.unit if bare else unit,
        explicit=True,
        kind=quantity.kind,
        noun=(whole.noun or PERSON) if bare else phrase.noun,
        phrase=phrase,
        rule=rule,
        harm_first=phrase.first,
        harm_last=phrase.last,
        actor=whole.actor if whole.sentence == a.sheet.number else None,
    )


def fits(whole: Candidate, phrase: Phrase, quantity: Quantity) -> bool:
    """Whether a quantity can be a part: not more than its whole, and of what is counted at all."""
    if phrase.noun is not None and phrase.noun.kind == "not_counted":
        return False
    least = quantity.low if quantity.low is not None else quantity.high
    return quantity.kind in RATIOS or least is None or whole.high is None or least <= whole.high


def nearest_whole(
    at: int,
    own: Sequence[Candidate],
    before: Sequence[Candidate],
    measures: frozenset[str] = frozenset(),
) -> Candidate | None:
    """The nearest candidate before token `at` in the sentence, or else the last of the sentence before.

    Where the words that open the parts name a harm ("among the dead"), the nearest of that measure; without
    one, the nearest of all.
    """
    for wanted in (measures, frozenset[str]()) if measures else (measures,):
        earlier = [c for c in own if c.last <= at and (not wanted or c.measure in wanted)]
        if earlier:
            return max(earlier, key=lambda c: c.first)
        told = [c for c in before if not wanted or c.measure in wanted]
        if told:
            return told[-1]
    return None


def measures_named(a: Analysis, first: int, last: int) -> frozenset[str]:
    """The measures of the harm words in some tokens."""
    mentions = (a.mention_at[k] for k in range(first, last) if k in a.mention_at)
    named = frozenset(sense.measure for mention in mentions for sense in mention.senses)
    return named | {"killed"} if "casualties" in named else named  # "the victims" are mostly the dead
