"""From candidates to figures: spans, words, group, actor, and the fields that the layers give."""

from collections.abc import Sequence
from typing import NamedTuple

from recuento.extract.context import Context
from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.candidates import Candidate
from recuento.extract.figures.fields import field_tables, modality_of, scope_of
from recuento.extract.layers import Layers
from recuento.model import Actor, Base, Figure, content_id


class Draft(NamedTuple):
    """A candidate with its sentence's analysis, and the draft it is a part of, by number."""

    candidate: Candidate
    analysis: Analysis
    whole: int | None


def build_figures(layers: Layers, context: Context, drafts: Sequence[Draft]) -> tuple[Figure, ...]:
    """The figures of a report, in the order of the text, with their parts linked."""
    ids = [_id(layers, draft) for draft in drafts]
    figures = []
    for number, draft in enumerate(drafts):
        subset = ids[draft.whole] if draft.whole is not None and draft.whole != number else None
        figures.append(_figure(layers, context, draft, ids[number], subset))
    return tuple(figures)


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


def _figure(layers: Layers, context: Context, draft: Draft, identity: str, subset: str | None) -> Figure:
    candidate, a = draft.candidate, draft.analysis
    start, end = _span(draft)
    quote_start, quote_end = _quote_span(draft)
    text = layers.report.text
    tables = field_tables(layers.pack)
    modality, modality_rule = modality_of(a, candidate, tables)
    scope, scope_rule = scope_of(a, candidate, tables)
    time = context.time_for(quote_start, quote_end)
    rules = [candidate.rule, *(rule for rule in (modality_rule, scope_rule) if rule)]
    return Figure(
        id=identity, report=layers.report.id, start=start, end=end, number=text[start:end],
        explicit=candidate.explicit, quote=text[quote_start:quote_end], quote_start=quote_start, quote_end=quote_end,
        measure=candidate.measure, low=candidate.low, high=candidate.high, qualifier=candidate.qualifier,
        unit=candidate.unit, group=_group(layers, draft), facets=_facets(candidate), base=_base(layers, draft),
        modality=modality, scope=scope,
        when=time.edtf if time else None, when_text=time.text if time else None,
        when_precision=time.precision if time else None,
        place=context.place_for(quote_start, quote_end),
        attributed_to=context.claimant_for(start, end),
        actor=_actor(layers, draft), subset_of=subset, rules=tuple(rules),
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
        if phrase.head < first or phrase.head >= candidate.harm_first and phrase.head < candidate.harm_last and first >= phrase.head:
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
    return {"status": "unknown", **stated}


def _base(layers: Layers, draft: Draft) -> Base | None:
    base, tokens = draft.candidate.base, draft.analysis.tokens
    if base is None or base.low is None:
        return None
    start, end = tokens[base.first].start, tokens[base.last - 1].end
    return Base(number=layers.report.text[start:end], value=base.low, start=start, end=end)


def _actor(layers: Layers, draft: Draft) -> Actor | None:
    """Who is said to have done it; events, weapons and natural hazards are nobody."""
    number, a = draft.candidate.actor, draft.analysis
    if number is None:
        return None
    phrase = a.phrases[number]
    if phrase.pronoun or phrase.head < 0 or a.lowers[phrase.head] in a.words.no_actors:
        return None
    first, last = phrase.first, phrase.last
    start, end = a.tokens[first].start, a.tokens[last - 1].end
    return Actor(name=layers.report.text[start:end], start=start, end=end)
