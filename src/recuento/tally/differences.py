"""Differences between comparable figures: which pairs are compared, and the record of how they stand."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from recuento.model import Claim, Figure, IncidentAccount, Report, content_id
from recuento.relations.dates import read_interval
from recuento.relations.figures import figures_of, first_statement, text_order, wholes_above
from recuento.relations.places import place_relation
from recuento.tally.compare import Pair, Verdict, judge
from recuento.tally.groups import group_of, group_relation
from recuento.tally.records import Difference
from recuento.tally.sources import language_of, speaker_of
from recuento.tally.words import counts_some, states_named, tally_words

HIDDEN_MODALITIES = ("feared", "projected", "threatened", "retracted")
# A part of another group, or the same number again, is told only on request: a reader would not list it.
QUIET = ("agrees",)


def differences(
    claims: Sequence[Claim],
    reports: Sequence[Report],
    *,
    accounts: Sequence[IncidentAccount],
    include_agreeing: bool = False,
) -> tuple[Difference, ...]:
    """How comparable figures of one incident, or of one running toll, stand to each other.

    Compared are explicit figures of one measure, unit and group, from different sources or different
    passages, that are neither restatements nor part and whole. Feared, threatened and retracted figures are
    no counts and are not compared. `accounts` are the incidents of the claims. Left is
    the claim that comes first by report and text. With `include_agreeing` the pairs that agree and the groups
    within a whole are given too.
    """
    figures = figures_of(claims)
    known = {report.id: report for report in reports}
    counts = {one.id: one for one in figures.values() if _is_count(one, known)}
    found = {}
    for left, right in _pairs(accounts, counts, figures):
        pair = _pair(left, right, known)
        verdict = judge(pair)
        if verdict is not None and (include_agreeing or not _quiet(verdict)):
            found[left.id, right.id] = _difference(pair, verdict)
    return tuple(
        sorted(found.values(), key=lambda d: (d.left_report, d.left_span, d.right_report, d.right_span, d.id))
    )


def _quiet(verdict: Verdict) -> bool:
    return verdict.relation in QUIET or (verdict.relation, verdict.kind) == ("refines", "group")


def _is_count(figure: Figure, reports: Mapping[str, Report]) -> bool:
    """Whether a figure counts all of its group: no single victim, no rest, nothing feared or retracted."""
    if not figure.explicit or figure.modality in HIDDEN_MODALITIES:
        return False
    words = tally_words(language_of(reports.get(figure.report)))
    return not counts_some(figure.quote, figure.number, words)


def _pairs(
    accounts: Sequence[IncidentAccount], counts: Mapping[str, Figure], figures: Mapping[str, Figure]
) -> Iterator[tuple[Figure, Figure]]:
    """The pairs within each incident, and those of running tolls of one place; each in text order, once."""
    running = []
    for account in accounts:
        held = [counts[claim] for claim in account.claims if claim in counts]
        if account.role == "aggregate":
            running += held
        else:
            yield from _comparable(held, figures)
    for left, right in _comparable(running, figures):
        if _one_place(left, right) and _one_count(left, right):
            yield left, right


def _comparable(held: Sequence[Figure], figures: Mapping[str, Figure]) -> Iterator[tuple[Figure, Figure]]:
    """The pairs of one measure and unit that are no restatement of each other and no part and whole."""
    buckets: dict[tuple[str, str], list[Figure]] = {}
    for figure in sorted(held, key=text_order):
        if first_statement(figure, figures).id == figure.id:
            buckets.setdefault((figure.measure, figure.unit), []).append(figure)
    for bucket in buckets.values():
        for left, right in combinations(bucket, 2):
            if not _part_and_whole(left, right, figures):
                yield left, right


def _part_and_whole(left: Figure, right: Figure, figures: Mapping[str, Figure]) -> bool:
    """Whether one is told as a part and the other isn't, or both as parts of one whole."""
    above, below = wholes_above(left, figures), wholes_above(right, figures)
    return bool(above) != bool(below) or bool(above & below)


def _one_place(left: Figure, right: Figure) -> bool:
    """Whether two running tolls are of one place; in one report, one without a place is of the other's."""
    if left.place is None or right.place is None:
        return left.report == right.report and left.place is not right.place
    return place_relation(left.place, right.place) in ("same", "near")


def _one_count(left: Figure, right: Figure) -> bool:
    """Whether two running figures can be of one count: of one scope, or a state and a toll of one time."""
    return left.scope == right.scope or read_interval(left.when) == read_interval(right.when)


def _pair(left: Figure, right: Figure, reports: Mapping[str, Report]) -> Pair:
    texts = reports.get(left.report), reports.get(right.report)
    words = [tally_words(language_of(report)) for report in texts]
    return Pair(
        left=left,
        right=right,
        speakers=(speaker_of(left, reports), speaker_of(right, reports)),
        groups=group_relation(group_of(left, words[0]), group_of(right, words[1])),
        states=(
            states_named(left.quote, left.measure, words[0]),
            states_named(right.quote, right.measure, words[1]),
        ),
        published=(texts[0].published if texts[0] else None, texts[1].published if texts[1] else None),
        between=_between(left, right, texts[0]),
    )


def _between(left: Figure, right: Figure, report: Report | None) -> str | None:
    """The text between two figures of one report; None across reports or without the text."""
    if report is None or left.report != right.report:
        return None
    first, second = sorted((left, right), key=text_order)
    return report.text[first.end : second.start]


def _difference(pair: Pair, verdict: Verdict) -> Difference:
    left, right = pair.left, pair.right
    return Difference(
        id=content_id(verdict.relation, verdict.kind, left.id, right.id),
        relation=verdict.relation,
        kind=verdict.kind,
        reason=verdict.reason,
        explanation=verdict.explanation,
        measure=left.measure,
        left=left.id,
        right=right.id,
        left_report=left.report,
        right_report=right.report,
        left_speaker=pair.speakers[0].name,
        right_speaker=pair.speakers[1].name,
        left_quote=left.quote,
        right_quote=right.quote,
        left_span=(left.quote_start, left.quote_end),
        right_span=(right.quote_start, right.quote_end),
    )
