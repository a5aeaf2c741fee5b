"""Drafts laid out for the rules of scope: with their neighbours' bounds and their times."""

from collections.abc import Sequence

from recuento.extract.days import edtf_days, time_days
from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.draft import Draft, own_time
from recuento.extract.figures.scope import Scope, Situated
from recuento.extract.figures.scopes import scopes
from recuento.extract.layers import Layers
from recuento.model import TimeMention

PRECISE = ("day", "hour")


def scopes_of(layers: Layers, drafts: Sequence[Draft], times: Sequence[TimeMention | None]) -> list[Scope]:
    """The scope of each draft, given its time."""
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
    own = own_time(layers, draft, time)
    passage = layers.sentences[candidate.sentence].passage
    return Situated(
        candidate, a, (first, last), passage, draft.whole, time_days(time) if time else None,
        dated=own and time is not None and time.precision in PRECISE,
        named=own and time is not None and _names_event(a, time),
    )  # fmt: skip


def _names_event(a: Analysis, time: TimeMention) -> bool:
    """Whether a date stands inside a noun phrase as part of an event's name: "the Dec. 2 attack", "the 2004
    death".
    """
    for k, token in enumerate(a.tokens):
        if token.start >= time.end:
            return a.tag(k) in ("NOUN", "PROPN", "ADJ") and a.tag(_first_at(a, time.start) - 1) in (
                "DET",
                "ADP",
            )
    return False


def _first_at(a: Analysis, start: int) -> int:
    return next((k for k, token in enumerate(a.tokens) if token.start >= start), len(a.tokens))
