"""What does not add up: parts against wholes, places and days against totals, running tolls that fall."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from recuento.model import Claim, Figure, Report, content_id
from recuento.relations.dates import Interval
from recuento.relations.figures import NOT_COUNTED, figures_of, first_statement, is_part, whole_of
from recuento.relations.places import place_relation
from recuento.tally.groups import facet_key
from recuento.tally.ranges import allowed, plain_number, range_words
from recuento.tally.records import Finding
from recuento.tally.running import as_of
from recuento.tally.sources import speaker_of
from recuento.tally.sums import days_against_toll, places_against_total


def arithmetic(claims: Sequence[Claim], *, reports: Sequence[Report] = ()) -> tuple[Finding, ...]:
    """What does not add up between figures; each slug is told in SLUGS. Parts need not sum to their whole.

    A running toll without a date of its own stands for the day its report came out, where `reports` tell it.
    """
    figures = figures_of(claims)
    known = {report.id: report for report in reports}
    sums = [*places_against_total(figures, known), *days_against_toll(figures, known)]
    found = [*_parts_and_wholes(figures), *_falls(figures, known), *(_finding(*one) for one in sums)]
    return tuple(
        sorted({finding.id: finding for finding in found}.values(), key=lambda f: (f.slug, f.claims))
    )


def _finding(slug: str, reason: str, claims: Sequence[str]) -> Finding:
    return Finding(id=content_id(slug, *claims), slug=slug, reason=reason, claims=tuple(claims))


def _parts_and_wholes(figures: Mapping[str, Figure]) -> Iterator[Finding]:
    by_whole: dict[str, list[Figure]] = {}
    for figure in figures.values():
        whole = whole_of(figure, figures)
        if whole is None or whole.id == figure.id or first_statement(figure, figures).id != figure.id:
            continue
        if (figure.measure, figure.unit) != (whole.measure, whole.unit):
            yield from _other_measure(figure, whole)
        else:
            by_whole.setdefault(whole.id, []).append(figure)
            if allowed(figure).low > allowed(whole).high:
                reason = f"{range_words(figure)} are told as part of {range_words(whole)}."
                yield _finding("part-exceeds-whole", reason, (figure.id, whole.id))
    for whole_id, parts in by_whole.items():
        yield from _sum_of_parts(figures[whole_id], parts)


def _other_measure(part: Figure, whole: Figure) -> Iterator[Finding]:
    """Killed or injured may be parts of casualties, and anything of the affected; no other pair can be."""
    killed_or_injured = whole.measure == "casualties" and part.measure in ("killed", "injured")
    if not killed_or_injured and whole.measure != "affected":
        reason = f"{part.measure} ({part.unit}) is told as part of {whole.measure} ({whole.unit})."
        yield _finding("part-of-another-measure", reason, (part.id, whole.id))


def _sum_of_parts(whole: Figure, parts: Sequence[Figure]) -> Iterator[Finding]:
    """For each facet whose values shut each other out (age, sex, status), sums against the whole."""
    most = allowed(whole).high
    facets = sorted({key for part in parts for key, _ in facet_key(part) if key != "role"})
    for facet in facets:
        largest: dict[str, Figure] = {}
        for part in parts:
            value = dict(facet_key(part)).get(facet)
            if value is not None and (
                value not in largest or allowed(part).low > allowed(largest[value]).low
            ):
                largest[value] = part
        total = sum(allowed(part).low for part in largest.values())
        if len(largest) > 1 and total > most:
            reason = f"Parts by {facet} add up to {plain_number(round(total))}, over {range_words(whole)}."
            yield _finding(
                "parts-exceed-whole", reason, (*sorted(part.id for part in largest.values()), whole.id)
            )


def _falls(figures: Mapping[str, Figure], reports: Mapping[str, Report]) -> Iterator[Finding]:
    """Running tolls of one source, measure, group and place that are lower at a later date."""
    tolls: dict[object, list[tuple[Interval, Figure]]] = {}
    for figure in figures.values():
        time = as_of(figure, reports)
        whole = not is_part(figure) or bool(facet_key(figure))
        if (
            figure.scope == "cumulative"
            and figure.modality not in NOT_COUNTED
            and whole
            and time is not None
            and time.last
        ):
            group = facet_key(figure) or (figure.group or "").casefold()
            key = (speaker_of(figure, reports).key, figure.measure, figure.unit, group)
            tolls.setdefault(key, []).append((time, figure))
    for series in tolls.values():
        series.sort(key=lambda told: (told[0].last, told[1].id))
        for (early, older), (late, newer) in pairwise(series):
            fell = allowed(newer).high < allowed(older).low and early.last != late.last
            if fell and place_relation(older.place, newer.place) == "same":
                reason = f"The toll fell from {range_words(older)} to {range_words(newer)} at a later date."
                yield _finding("toll-falls", reason, (older.id, newer.id))
