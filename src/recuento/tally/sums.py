"""Sums over places and over days that don't add up to the totals told beside them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import NamedTuple

from recuento.model import Figure, Report
from recuento.relations.dates import Interval, read_interval, within
from recuento.relations.figures import NOT_COUNTED, first_statement, is_part
from recuento.relations.places import fineness, place_relation
from recuento.tally.groups import facet_key
from recuento.tally.ranges import allowed, plain_number, range_words
from recuento.tally.running import toll_groups
from recuento.tally.sources import speaker_of

FEWEST_PLACES = 2


class Mismatch(NamedTuple):
    """A slug of SLUGS, the reason in words, the claims."""

    slug: str
    reason: str
    claims: tuple[str, ...]


def places_against_total(figures: Mapping[str, Figure], reports: Mapping[str, Report]) -> Iterator[Mismatch]:
    """Figures of several places within one place that add up to more than the total told for it.

    Compared are figures of one source in one report, of one measure, unit, group, scope and date.
    """
    alike: dict[object, list[Figure]] = {}
    for figure in figures.values():
        if _counts(figure, figures) and figure.place is not None:
            group = facet_key(figure) or (figure.group or "").casefold()
            speaker = speaker_of(figure, reports).key
            shared = (figure.measure, figure.unit, group, figure.scope, figure.when)
            alike.setdefault((figure.report, speaker, *shared), []).append(figure)
    for held in alike.values():
        for total in held:
            inside = [one for one in held if _inside(one, total)]
            largest = _one_a_place(inside)
            least = sum(allowed(one).low for one in largest)
            if len(largest) >= FEWEST_PLACES and least > allowed(total).high:
                told = f"{plain_number(round(least))}, over {range_words(total)} of the whole"
                claims = (*sorted(one.id for one in largest), total.id)
                yield Mismatch("places-exceed-total", f"The places add up to {told}.", claims)


def days_against_toll(figures: Mapping[str, Figure], reports: Mapping[str, Report]) -> Iterator[Mismatch]:
    """Counts of single days that add up to more than the running toll grew between two dates.

    Compared are figures of one source, measure, unit and group, of days after the older toll and until the
    newer, at places within that of the toll.
    """
    daily: dict[object, list[Figure]] = {}
    for figure in figures.values():
        if figure.scope == "incident" and _counts(figure, figures):
            daily.setdefault(_count_of(figure, reports), []).append(figure)
    for group in toll_groups(list(figures.values()), reports):
        first = group[0][0]
        told = daily.get(_count_of(first, reports), []) if first.scope == "cumulative" else []
        for (older, early), (newer, late) in pairwise(group) if told else ():
            between = _between(early, late)
            if between is not None:
                yield from _grown(older, newer, [one for one in told if _of_days(one, newer, between)])


def _count_of(figure: Figure, reports: Mapping[str, Report]) -> object:
    """What is the same in a daily count and a running toll that holds it."""
    return figure.measure, figure.unit, facet_key(figure), speaker_of(figure, reports).key


def _between(early: Interval | None, late: Interval | None) -> Interval | None:
    """The days after an older toll and until a newer; None where that is not known, or none."""
    if early is None or late is None or early.last is None or late.last is None or early.last >= late.last:
        return None
    return Interval(early.last + timedelta(days=1), late.last)


def _grown(older: Figure, newer: Figure, daily: Sequence[Figure]) -> Iterator[Mismatch]:
    largest = _one_a_place_and_day(daily)
    least = sum(allowed(one).low for one in largest)
    if largest and least > allowed(newer).high - allowed(older).low:
        told = f"the toll grew from {range_words(older)} to {range_words(newer)} meanwhile"
        reason = f"Counts of single days add up to {plain_number(round(least))}, but {told}."
        claims = (*sorted(one.id for one in largest), older.id, newer.id)
        yield Mismatch("days-exceed-toll", reason, claims)


def _counts(figure: Figure, figures: Mapping[str, Figure]) -> bool:
    """Whether a figure is a count of its own: told as such, first stated here, and of no other a part."""
    own = first_statement(figure, figures).id == figure.id and not is_part(figure)
    return figure.explicit and own and figure.modality not in NOT_COUNTED


def _inside(one: Figure, total: Figure) -> bool:
    finer = fineness(one.place) < fineness(total.place)
    return one.id != total.id and finer and place_relation(one.place, total.place) == "within"


def _one_a_place(held: Sequence[Figure]) -> list[Figure]:
    """The largest figure of each place, of places that are apart."""
    kept: list[Figure] = []
    for figure in sorted(held, key=lambda one: (-allowed(one).low, one.id)):
        if all(place_relation(figure.place, other.place) == "apart" for other in kept):
            kept.append(figure)
    return kept


def _of_days(one: Figure, toll: Figure, between: Interval) -> bool:
    """Whether a figure is of one day of a stretch, within the place of a toll."""
    when = read_interval(one.when)
    inside = place_relation(one.place, toll.place) in ("same", "within")
    return when is not None and when.days == 1 and inside and within(when, between)


def _one_a_place_and_day(held: Sequence[Figure]) -> list[Figure]:
    """The largest figure of each day and place: one incident told twice counts once."""
    kept: list[Figure] = []
    for figure in sorted(held, key=lambda one: (-allowed(one).low, one.id)):
        same = (one for one in kept if one.when == figure.when)
        if all(place_relation(figure.place, one.place) == "apart" for one in same):
            kept.append(figure)
    return kept
