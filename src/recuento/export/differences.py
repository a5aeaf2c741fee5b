"""Differences and matches as the page shows them: by relation, contradictions first."""

from collections.abc import Iterator

import msgspec

from recuento.export.content import PageContent, PageDifference, PageFigure, PageMatch, PageToll
from recuento.export.index import Anchor, Index, Passage
from recuento.model import Figure

# From what a reader must look at to what explains itself.
ORDER = ("contradicts", "differs", "different_definition", "later", "bound_compatible", "refines", "agrees")
CONTRADICTS = "contradicts"
# 400 reports of one running toll have 60,000 pairs of an earlier and a later figure: 70 MB of cards.
MOST_CARDS = 300
MOST_CONTRADICTIONS = 2000
AGREES, SAME_ACCOUNT = "agrees", "same_account"
# The signs and frames of a toll against a series: those of cells of accounts that stand so to each other.
TOLL_SIGNS = {"agrees": "=", "between": "≈", "another_day": "→", "departs": "≠"}
TOLL_STANDS = {"agrees": "agrees", "between": "refines", "another_day": "later", "departs": "differs"}
NO_SIGN = "·"


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a difference: who says what, where, and as of when."""

    speaker: str
    anchor: Anchor
    number: str
    quote: Passage
    value: str
    when: str | None
    report: str
    source: int | None


class DifferenceView(msgspec.Struct, frozen=True, kw_only=True):
    """One difference with both its sides; `facts` are its kind, state and proposed explanation in words."""

    anchor: str
    difference: PageDifference
    counted: str
    sides: tuple[Side, Side]
    facts: tuple[str, ...]


class RelationView(msgspec.Struct, frozen=True, kw_only=True):
    """The differences of one relation and what it means; `shown` says that not all have a card."""

    relation: str
    heading: str
    explained: str
    count: int
    shown: str
    items: tuple[DifferenceView, ...]


class MatchView(msgspec.Struct, frozen=True, kw_only=True):
    """A day of a series against a report; `rows` are anchor, number, column, value and outcome in words."""

    match: PageMatch
    day: str
    counts: str
    rows: tuple[tuple[Anchor, str, str, str, str], ...]


class Standing:
    """How figures of a page stand to each other: what the differences say, else whether they are equal."""

    def __init__(self, content: PageContent) -> None:
        self._known: dict[frozenset[str], tuple[str, str | None]] = {}
        for k, (relation, held) in enumerate(_by_relation(content)):
            for n, each in enumerate(held):
                card = f"d{k}-{n}" if n < _most(relation) else None
                self._known.setdefault(frozenset((each.left, each.right)), (relation, card))

    def between(self, one: PageFigure, other: PageFigure) -> tuple[str | None, str | None]:
        """The relation, and the anchor of the card that tells it if there is one; nothing if not compared."""
        for left in (one.claim, *one.restated):
            for right in (other.claim, *other.restated):
                found = self._known.get(frozenset((left, right)))
                if found is not None:
                    return found
        equal = (one.low, one.high) == (other.low, other.high) != (None, None)
        # Of two who are told of one by one nothing says that they are the same.
        told = one.explicit and other.explicit and one.counted == other.counted
        if equal and one.origin and one.origin == other.origin and one.report != other.report:
            return SAME_ACCOUNT, None
        return (AGREES if equal and told else None), None


def _by_relation(content: PageContent) -> Iterator[tuple[str, list[PageDifference]]]:
    """The differences by relation, contradictions first, each in the order given."""
    held: dict[str, list[PageDifference]] = {}
    for each in content.differences:
        held.setdefault(each.relation, []).append(each)
    for relation in (*ORDER, *sorted(set(held) - set(ORDER))):
        if relation in held:
            yield relation, held[relation]


def _most(relation: str) -> int:
    """How many differences of a relation have a card."""
    return MOST_CONTRADICTIONS if relation == CONTRADICTS else MOST_CARDS


def relation_views(index: Index) -> tuple[RelationView, ...]:
    """The differences by relation, contradictions first, each in the order given."""
    words = index.messages
    views = []
    for k, (relation, held) in enumerate(_by_relation(index.content)):
        shown = held[: _most(relation)]
        left_out = words.label["cards_shown"].format(shown=len(shown), all=words.number(len(held)))
        views.append(
            RelationView(
                relation=relation,
                heading=words.code("relation", relation),
                explained=words.explained.get(relation, ""),
                count=len(held),
                shown=left_out if len(shown) < len(held) else "",
                items=tuple(_difference(index, f"d{k}-{n}", each) for n, each in enumerate(shown)),
            )
        )
    return tuple(views)


def contradictions(index: Index) -> int:
    """How many of the differences are contradictions."""
    return sum(each.relation == CONTRADICTS for each in index.content.differences)


def match_views(index: Index) -> tuple[MatchView, ...]:
    """The matches with days of public series, in the order given."""
    return tuple(_match(index, match) for match in index.content.matches)


class TollView(msgspec.Struct, frozen=True, kw_only=True):
    """A running toll against a series; `sign` and `status` tell how they stand, `has` what the series has."""

    toll: PageToll
    anchor: Anchor
    measure: str
    number: str
    quote: Passage
    source: int | None
    counted: str
    sign: str
    stands: str
    status: str
    has: str
    by: str


def toll_views(index: Index) -> tuple[TollView, ...]:
    """The running tolls that were held against series, in the order given."""
    return tuple(_toll(index, toll) for toll in index.content.tolls)


def _toll(index: Index, toll: PageToll) -> TollView:
    words = index.messages
    claim = index.claims[toll.claim]
    source = index.speakers.get(toll.claim)
    measure = claim.measure if isinstance(claim, Figure) else ""
    has = "" if toll.value is None or toll.day is None else words.number(toll.value)
    if has and toll.day is not None:
        has = words.label["on_day"].format(value=has, date=words.date(toll.day.isoformat()))
    return TollView(
        toll=toll,
        anchor=index.anchors[toll.claim],
        measure=measure,
        number=claim.number if isinstance(claim, Figure) else claim.quote,
        quote=index.passage(claim.quote, claim.report),
        source=source.number if source else None,
        counted=words.code("measure", measure),
        sign=TOLL_SIGNS.get(toll.status, NO_SIGN),
        stands=TOLL_STANDS.get(toll.status, "not_compared"),
        status=words.code("toll_status", toll.status),
        has=has,
        by="" if toll.by is None else ("+" if toll.by > 0 else "") + words.number(toll.by),
    )


def _difference(index: Index, anchor: str, difference: PageDifference) -> DifferenceView:
    return DifferenceView(
        anchor=anchor,
        difference=difference,
        counted=index.messages.code("measure", difference.measure),
        sides=(
            _side(index, difference.left, difference.left_speaker),
            _side(index, difference.right, difference.right_speaker),
        ),
        facts=tuple(_facts(index, difference)),
    )


def _facts(index: Index, difference: PageDifference) -> Iterator[str]:
    words = index.messages
    yield words.label["kind"].format(kind=words.code("difference_kind", difference.kind))
    yield words.label["state"].format(state=words.code("state", difference.state))
    if difference.explanation:
        explanation = words.code("explanation", difference.explanation)
        yield words.label["explanation"].format(explanation=explanation)


def _side(index: Index, claim_id: str, speaker: str) -> Side:
    claim = index.claims[claim_id]
    figure = claim if isinstance(claim, Figure) else None
    source = index.speakers.get(claim_id)
    return Side(
        speaker=speaker,
        anchor=index.anchors[claim_id],
        number=figure.number if figure else claim.quote,
        quote=index.passage(claim.quote, claim.report),
        value=index.messages.value(figure.low, figure.high, figure.qualifier) if figure else "",
        when=figure.when if figure else None,
        report=claim.report,
        source=source.number if source else None,
    )


def _match(index: Index, match: PageMatch) -> MatchView:
    words = index.messages
    rows = []
    for each in match.figures:
        claim = index.claims[each.claim]
        value = words.label["no_value"] if each.value is None else words.number(each.value)
        number = claim.number if isinstance(claim, Figure) else claim.quote
        outcome = words.code("outcome", each.outcome)
        rows.append((index.anchors[each.claim], number, each.column, value, outcome))
    return MatchView(
        match=match,
        day=words.label["day_of"].format(series=match.series, date=words.date(match.date.isoformat())),
        counts=words.label["match_counts"].format(
            exact=match.exact, compatible=match.compatible, missed=match.missed
        ),
        rows=tuple(rows),
    )
