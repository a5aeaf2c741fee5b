"""What a figure says of those counted: the words of the group, what they state, and the whole that a share is
of.
"""

from recuento.extract.figures.draft import Draft
from recuento.extract.layers import Layers
from recuento.model import Base


def group_words(layers: Layers, draft: Draft) -> str | None:
    """The words of the report for the group: the phrase without its number and amount words."""
    candidate, tokens = draft.candidate, draft.analysis.tokens
    phrase = candidate.phrase
    if phrase is None or phrase.head < 0:
        return None
    first = phrase.first + (bool(phrase.determiner) and tokens[phrase.first].lower == phrase.determiner)
    if phrase.quantity is not None:
        first = phrase.quantity.stop + phrase.partitive
        while first < phrase.head and tokens[first].lower in draft.analysis.grammar.inner_articles:
            first += 1
        if phrase.head < first or (candidate.rule == "number-state" and first >= phrase.head):
            return None
    if first >= phrase.last:
        return None
    return layers.report.text[tokens[first].start : tokens[phrase.last - 1].end]


def facets_of(draft: Draft) -> dict[str, str]:
    """What the counted noun states; status unstated is unknown. Nothing for property."""
    candidate = draft.candidate
    if candidate.unit != "person":
        return {}
    stated = dict(candidate.noun.facets) if candidate.noun and not _is_of_name(draft) else {}
    return dict(sorted({"status": "unknown", **stated}.items()))


def _is_of_name(draft: Draft) -> bool:
    """Whether the people are only those of a body, whose name states nothing of them ("eight of the Civil
    Guard").
    """
    phrase, a = draft.candidate.phrase, draft.analysis
    if phrase is None or not phrase.partitive or phrase.head <= 0 or not a.has_small:
        return False
    return a.tokens[phrase.head].text[0].isupper()


def base_of(layers: Layers, draft: Draft) -> Base | None:
    """The number that a share or fraction is of, where the report gives it with a lower bound."""
    base, tokens = draft.candidate.base, draft.analysis.tokens
    if base is None or base.low is None:
        return None
    start, end = tokens[base.first].start, tokens[base.last - 1].end
    return Base(number=layers.report.text[start:end], value=base.low, start=start, end=end)
