"""From candidates to figures: spans, words, group, actor, and the fields that the layers give."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from recuento.extract.context import Context
from recuento.extract.figures.actors import actor_of
from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.candidates import Candidate
from recuento.extract.figures.confidence import confidence_of
from recuento.extract.figures.fields import field_tables, modality_of
from recuento.extract.figures.scope import Scope, Situated, scopes
from recuento.extract.layers import Layers
from recuento.extract.days import edtf_days, time_days
from recuento.model import Base, Figure, TimeMention, content_id


# How far a figure's place may stand from it, where its sentence names none: a state or another event is told aside.
REACH = {"stock": "toll", "background": "toll", "cumulative": "toll"}
ASIDE = ("detained",)  # a stock of prisoners is seldom where the report's incident is


class Held(NamedTuple):
    """What holds for a draft: its id, the whole it is a part of, its time and its scope."""

    id: str
    subset_of: str | None
    time: TimeMention | None
    scope: str
    scope_rule: str


class Draft(NamedTuple):
    """A candidate with its sentence's analysis, and the draft it is a part of, by number."""

    candidate: Candidate
    analysis: Analysis
    whole: int | None


def build_figures(layers: Layers, context: Context, drafts: Sequence[Draft]) -> tuple[Figure, ...]:
    """The figures of a report, in the order of the text, with their parts linked."""
    ids = [_id(layers, draft) for draft in drafts]
    times = [context.time_for(*_quote_span(draft)) for draft in drafts]
    covered = _scopes(layers, drafts, times)
    figures = []
    for number, draft in enumerate(drafts):
        subset = ids[draft.whole] if draft.whole is not None and draft.whole != number else None
        scope = covered[number]
        time = times[number]
        source = scope.source if scope.source is not None else draft.whole
        if source is not None and not _own_time(layers, draft, time):
            time = times[source]
        held = Held(ids[number], subset, time, scope.scope, scope.rule)
        figure = _figure(layers, context, draft, held)
        if scope.source is not None and scope.source < number and not context.own_place(figure.start):
            figure = replace(figure, place=figures[scope.source].place)
        figures.append(_as_of_now(layers, draft, figure))
    return tuple(figures)


def _as_of_now(layers: Layers, draft: Draft, figure: Figure) -> Figure:
    """A figure without a time in a dated report, told in the present or perfect tense: as of the report's day."""
    a = draft.analysis
    group = range(a.group_start(draft.candidate.harm_first), draft.candidate.harm_first)
    now = any(a.lower(k) in a.words.present for k in group)
    published = layers.report.published
    if figure.when is not None or figure.when_text is not None or not now or not published or not figure.explicit:
        return figure
    precision = "day" if len(published) == 10 else "month"
    return replace(figure, when=published, when_precision=precision, rules=(*figure.rules, "as-of-publication"))


def _reach(measure: str, scope: str) -> str:
    """How far a figure's place may be looked for, by what it counts and covers."""
    return "passage" if scope == "stock" and measure in ASIDE else REACH.get(scope, "incident")


def _own_time(layers: Layers, draft: Draft, time: TimeMention | None) -> bool:
    """Whether a time stands in the draft's own sentence."""
    sentence = layers.sentences[draft.candidate.sentence]
    return time is not None and sentence.start <= time.start < sentence.end


def _scopes(layers: Layers, drafts: Sequence[Draft], times: Sequence[TimeMention | None]) -> list[Scope]:
    situated = [_situated(layers, drafts, number, times[number]) for number in range(len(drafts))]
    published = edtf_days(layers.report.published)
    return scopes(situated, layers.pack, published[1] if published else None)


def _situated(layers: Layers, drafts: Sequence[Draft], number: int, time: TimeMention | None) -> Situated:
    """A draft with its neighbours' bounds and its time, for the rules of scope."""
    draft = drafts[number]
    candidate, a = draft.candidate, draft.analysis
    beside = [other.candidate for other in drafts if other.analysis is a and other is not draft]
    first = max((c.last for c in beside if c.last <= candidate.first), default=0)
    last = min((c.first for c in beside if c.first >= candidate.last), default=len(a.lowers))
    own = _own_time(layers, draft, time)
    passage = layers.sentences[candidate.sentence].passage
    return Situated(
        candidate, a, (first, last), passage, draft.whole, time_days(time) if time else None,
        dated=own and time is not None and time.precision in ("day", "hour"),
        named=own and time is not None and _names_event(a, time),
    )  # fmt: skip


def _names_event(a: Analysis, time: TimeMention) -> bool:
    """Whether a date stands inside a noun phrase as part of an event's name: "the Dec. 2 attack", "the 2004 death"."""
    for k, token in enumerate(a.tokens):
        if token.start >= time.end:
            return a.tag(k) in ("NOUN", "PROPN", "ADJ") and a.tag(_first_at(a, time.start) - 1) in ("DET", "ADP")
    return False


def _first_at(a: Analysis, start: int) -> int:
    return next((k for k, token in enumerate(a.tokens) if token.start >= start), len(a.tokens))


def _span(draft: Draft) -> tuple[int, int]:
    tokens = draft.analysis.tokens
    return tokens[draft.candidate.first].start, tokens[draft.candidate.last - 1].end


def _quote_span(draft: Draft) -> tuple[int, int]:
    """From the first to the last of the phrase, its number and the harm words."""
    candidate, tokens = draft.candidate, draft.analysis.tokens
    first, last = min(candidate.first, candidate.harm_first), max(candidate.last, candidate.harm_last)
    if candidate.phrase is not None:
        first, last = min(first, candidate.phrase.first), max(last, candidate.phrase.last)
    return tokens[first].start, tokens[last - 1].end


def _id(layers: Layers, draft: Draft) -> str:
    candidate = draft.candidate
    start, end = _span(draft)
    text = layers.report.text[start:end]
    return content_id("figure", layers.report.id, start, end, text, candidate.measure, candidate.rule)


def _figure(layers: Layers, context: Context, draft: Draft, held: Held) -> Figure:
    candidate, a = draft.candidate, draft.analysis
    start, end = _span(draft)
    quote_start, quote_end = _quote_span(draft)
    text = layers.report.text
    tables = field_tables(layers.pack)
    modality, modality_rule = modality_of(a, candidate, tables)
    if modality == "asserted":
        modality, modality_rule = context.modality_for(start, end), "modality-of-speech"
    modality_rule = None if modality == "asserted" else modality_rule
    time = held.time
    rules = [candidate.rule, *([modality_rule] if modality_rule else []), held.scope_rule]
    return Figure(
        id=held.id, report=layers.report.id, start=start, end=end, number=text[start:end],
        explicit=candidate.explicit, quote=text[quote_start:quote_end], quote_start=quote_start, quote_end=quote_end,
        measure=candidate.measure, low=candidate.low, high=candidate.high, qualifier=candidate.qualifier,
        unit=candidate.unit, group=_group(layers, draft), facets=_facets(candidate), base=_base(layers, draft),
        modality=modality, scope=held.scope,
        when=time.edtf if time else None, when_text=time.text if time else None,
        when_precision=time.precision if time else None,
        place=context.place_for(quote_start, quote_end, reach=_reach(candidate.measure, held.scope)),
        attributed_to=context.claimant_for(start, end),
        actor=actor_of(layers.report.text, draft.candidate, draft.analysis), subset_of=held.subset_of,
        confidence=confidence_of(candidate), rules=tuple(rules),
    )  # fmt: skip


def _group(layers: Layers, draft: Draft) -> str | None:
    """The words of the report for the group: the phrase without its number and amount words."""
    candidate, tokens = draft.candidate, draft.analysis.tokens
    phrase = candidate.phrase
    if phrase is None or phrase.head < 0:
        return None
    first = phrase.first
    if phrase.quantity is not None:
        first = phrase.quantity.stop
        if phrase.partitive:
            first += 1
        if phrase.head < first or (candidate.rule == "number-state" and first >= phrase.head):
            return None
    elif phrase.determiner:
        first += 1
    words = layers.report.text[tokens[first].start : tokens[phrase.last - 1].end] if first < phrase.last else ""
    return words or None


def _facets(candidate: Candidate) -> dict[str, str]:
    """What the counted noun states; status unstated is unknown."""
    if candidate.unit != "person":
        return {}
    stated = dict(candidate.noun.facets) if candidate.noun else {}
    return dict(sorted({"status": "unknown", **stated}.items()))


def _base(layers: Layers, draft: Draft) -> Base | None:
    base, tokens = draft.candidate.base, draft.analysis.tokens
    if base is None or base.low is None:
        return None
    start, end = tokens[base.first].start, tokens[base.last - 1].end
    return Base(number=layers.report.text[start:end], value=base.low, start=start, end=end)
