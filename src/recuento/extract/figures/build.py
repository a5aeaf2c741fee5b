"""From drafts to figures: spans, words, group, actor, and the fields that the layers give."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from recuento.extract.context import Context
from recuento.extract.figures.actors import actor_of
from recuento.extract.figures.candidate import Candidate
from recuento.extract.figures.described import base_of, facets_of, group_words
from recuento.extract.figures.draft import Draft, number_span, own_time, quote_span
from recuento.extract.figures.fields import field_tables, modality_of
from recuento.extract.figures.scope import Scope, scope_tables
from recuento.extract.figures.situate import scopes_of
from recuento.extract.layers import Layers
from recuento.model import Figure, TimeMention, content_id

# How far a figure's place may stand from it, where its sentence names none: a state or another event is told
# aside.
REACH = {"stock": "toll", "background": "toll", "cumulative": "toll"}
ASIDE = ("detained",)  # a stock of prisoners is seldom where the report's incident is
THOUSAND = 1000
FEW = 10  # so few arrests are those of suspects, sought out elsewhere later; more are made at the scene


class Held(NamedTuple):
    """What holds for a draft: its id, the whole it is a part of, its time and its scope."""

    id: str
    subset_of: str | None
    time: TimeMention | None
    scope: Scope


def build_figures(layers: Layers, context: Context, drafts: Sequence[Draft]) -> tuple[Figure, ...]:
    """The figures of a report, in the order of the text, with their parts linked."""
    times = [context.time_for(*quote_span(draft)) for draft in drafts]
    figures: list[Figure] = []
    for number, held in enumerate(_held(layers, drafts, times)):
        figure = _figure(layers, context, drafts[number], held)
        source = held.scope.source
        if source is not None and source < number and not context.own_place(figure.start):
            figure = replace(figure, place=figures[source].place)
        figures.append(_as_of_now(layers, drafts[number], figure))
    return tuple(figures)


def _held(layers: Layers, drafts: Sequence[Draft], times: Sequence[TimeMention | None]) -> list[Held]:
    """What holds for each draft; without a time in its sentence it has that of its scope's source or its
    whole.
    """
    ids = [_id(layers, draft) for draft in drafts]
    held = []
    for number, scope in enumerate(scopes_of(layers, drafts, times)):
        draft, time = drafts[number], times[number]
        source = scope.source if scope.source is not None else draft.whole
        if source is not None and not own_time(layers, draft, time):
            time = times[source]
        subset = ids[draft.whole] if draft.whole is not None and draft.whole != number else None
        held.append(Held(ids[number], subset, time, scope))
    return held


def _id(layers: Layers, draft: Draft) -> str:
    """The id, by content: report, span, words, measure and rule."""
    start, end = number_span(draft)
    words, candidate = layers.report.text[start:end], draft.candidate
    return content_id("figure", layers.report.id, start, end, words, candidate.measure, candidate.rule)


def _figure(layers: Layers, context: Context, draft: Draft, held: Held) -> Figure:
    candidate, text, time = draft.candidate, layers.report.text, held.time
    start, end = number_span(draft)
    quote_start, quote_end = quote_span(draft)
    modality, modality_rules = _modality(layers, context, draft)
    return Figure(
        id=held.id, report=layers.report.id, start=start, end=end, number=text[start:end],
        explicit=candidate.explicit,
        quote=text[quote_start:quote_end], quote_start=quote_start, quote_end=quote_end,
        measure=candidate.measure, low=candidate.low, high=candidate.high, qualifier=candidate.qualifier,
        unit=candidate.unit, group=group_words(layers, draft), facets=facets_of(draft),
        base=base_of(layers, draft), modality=modality, scope=held.scope.scope,
        when=time.edtf if time else None, when_text=time.text if time else None,
        when_precision=time.precision if time else None,
        place=context.place_for(
            quote_start, quote_end, number=(start, end), reach=_reach(layers, candidate, held.scope.scope)
        ),
        attributed_to=context.claimant_for(start, end), actor=actor_of(text, candidate, draft.analysis),
        subset_of=held.subset_of,
        rules=(candidate.rule, *draft.rules, *modality_rules, held.scope.rule, *_readings(candidate)),
    )  # fmt: skip


def _readings(candidate: Candidate) -> tuple[str, ...]:
    """`two-readings`, where the bounds are one written number read with either mark ("1.200 millones")."""
    low, high = candidate.low, candidate.high
    both = candidate.qualifier == "between" and low is not None and high == low * THOUSAND
    return ("two-readings",) if both else ()


def _reach(layers: Layers, candidate: Candidate, scope: str) -> str:
    """How far a figure's place may be looked for, by what it counts and covers."""
    few = (candidate.low or 0) < FEW and scope_tables(layers.pack).words.arrests_apart
    if candidate.measure not in ASIDE or (scope != "stock" and not few):
        return REACH.get(scope, "incident")
    return "passage" if scope == "stock" else "own"


def _modality(layers: Layers, context: Context, draft: Draft) -> tuple[str, tuple[str, ...]]:
    """The modality that the sentence gives, else the verb of saying, with the rule that said so."""
    modality, rule = modality_of(draft.analysis, draft.candidate, field_tables(layers.pack))
    if modality == "asserted":
        modality, rule = context.modality_for(*number_span(draft)), "modality-of-speech"
    return modality, (rule,) if rule and modality != "asserted" else ()


def _as_of_now(layers: Layers, draft: Draft, figure: Figure) -> Figure:
    """A figure without a time in a dated report, told in the present or perfect tense: as of the report's
    day.
    """
    a = draft.analysis
    group = range(a.group_start(draft.candidate.harm_first), draft.candidate.harm_first)
    now = any(a.lower(k) in a.words.present for k in group)
    published = layers.report.published
    if (
        figure.when is not None
        or figure.when_text is not None
        or not now
        or not published
        or not figure.explicit
    ):
        return figure
    precision = "day" if len(published) == 10 else "month"
    return replace(
        figure, when=published, when_precision=precision, rules=(*figure.rules, "as-of-publication")
    )
