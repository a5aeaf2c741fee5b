"""The scopes of a report's figures: their own, else that of a whole, of a neighbour, or of the report's
running toll.
"""

from collections.abc import Sequence
from datetime import date

from recuento.extract.figures.scope import Scope, ScopeTables, Situated, own_scope, scope_tables
from recuento.language import Pack

FIRST_FIGURES = 3  # figures that tell whether a report is one of a running toll


def scopes(drafts: Sequence[Situated], pack: Pack, published: date | None) -> list[Scope]:
    """The scope of each draft; `published` is the last day on which the report may have come out."""
    tables = scope_tables(pack)
    told = _told_of(drafts, published, tables)
    own = [own_scope(draft, tables, told) for draft in drafts]
    found = list(own)
    for number, draft in enumerate(drafts):
        if found[number] is None and draft.whole is not None and draft.whole < number:
            found[number] = _of_whole(found[draft.whole], draft.whole)
    toll = _running_toll(own)
    for number, draft in enumerate(drafts):
        if found[number] is None:
            found[number] = _of_neighbours(drafts, own, number)
        if found[number] is None and toll is not None and toll < number and _may_run(draft, tables):
            found[number] = Scope("cumulative", "scope-of-report", toll)
    return [scope or Scope("incident", "scope-default") for scope in found]


def _of_whole(scope: Scope | None, whole: int) -> Scope | None:
    return Scope(scope.scope, "scope-of-part", whole) if scope else None


def _may_run(draft: Situated, tables: ScopeTables) -> bool:
    """Whether a report's running toll may hold for a figure without a scope of its own."""
    runs = draft.candidate.measure not in tables.words.never_running
    return runs and draft.candidate.kind != "zero" and not draft.dated


def _told_of(drafts: Sequence[Situated], published: date | None, tables: ScopeTables) -> date | None:
    """The day from which age is reckoned: of publication, or of the event that opens the report, where that
    is old.
    """
    first = next((d.days for d in drafts if d.days), None)
    if published is None or first is None or (first[1] - first[0]).days > tables.words.long_days:
        return published
    return min(published, first[1])


def _running_toll(own: Sequence[Scope | None]) -> int | None:
    """The figure that makes a report one of a running toll: cumulative, as most of its first figures with a
    scope.
    """
    told = [(k, scope.scope) for k, scope in enumerate(own) if scope and scope.scope != "stock"][
        :FIRST_FIGURES
    ]
    tolls = [k for k, scope in told if scope == "cumulative"]
    return tolls[0] if len(tolls) * 2 > len(told) else None


def _of_neighbours(drafts: Sequence[Situated], own: Sequence[Scope | None], number: int) -> Scope | None:
    """The running scope of the same sentence, else of a figure before it in the passage."""
    me = drafts[number]
    for k, other in enumerate(drafts):
        scope = own[k]
        beside = other.candidate.sentence == me.candidate.sentence
        if scope and beside and scope.scope in ("cumulative", "background"):
            return Scope(scope.scope, "scope-of-sentence", k)
    if me.dated:
        return None
    for k in range(number - 1, -1, -1):
        scope = own[k]
        if scope and scope.scope == "cumulative" and drafts[k].passage == me.passage:
            return Scope("cumulative", "scope-of-passage", k)
    return None
