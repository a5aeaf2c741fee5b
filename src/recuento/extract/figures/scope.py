"""Scope: what a figure covers (incident, cumulative, stock, background), from its words, its time and its neighbours.

1. Words of its clause decide first (`scope.yml`), then the kind of its harm words (prisoners are a stock).
2. A time well before the report's own makes it background; a long period makes it cumulative.
3. A figure without a cue takes the scope of the figure it is a part of, of its list, or of its passage's running toll.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

import msgspec

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.candidates import Candidate
from recuento.language import Pack
from recuento.language.wordtable import WordTable

FIRST_FIGURES = 3
CLAUSE_MARKS = (",", ";", ":", "--", "—", "(", ")", "–")


class ScopeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `scope.yml`."""

    words: dict[str, tuple[str, ...]]
    toll_links: frozenset[str]
    single_events: frozenset[str]
    plural_events: frozenset[str]
    stock_entries: frozenset[str]
    running: frozenset[str]
    lasting_events: frozenset[str]
    states: frozenset[str]
    shelter_rules: frozenset[str]
    label_rules: frozenset[str]
    label_stock: frozenset[str]
    never_running: frozenset[str]
    background_days: int
    named_event_days: int
    long_days: int


class ScopeTables:
    """Scope words of a pack, ready to be looked up."""

    def __init__(self, pack: Pack) -> None:
        self.words = pack.section("scope", ScopeWords)
        self.cues = WordTable.of_lists(self.words.words)


class Situated(NamedTuple):
    """What scope needs of a draft: its candidate, passage, the draft it is a part of, and its time.

    `bounds` are the tokens between the figures before and after it; `days` its time's first and last day; `dated`
    tells that its own sentence names a single day; `named` that the time stands in an event's name.
    """

    candidate: Candidate
    analysis: Analysis
    bounds: tuple[int, int]
    passage: int
    whole: int | None
    days: tuple[date, date] | None
    dated: bool
    named: bool


@cache
def scope_tables(pack: Pack) -> ScopeTables:
    """The scope tables of a pack, compiled once."""
    return ScopeTables(pack)


def clause_span(draft: Situated) -> tuple[int, int]:
    """The tokens of the clause that holds the number and its harm, cut at marks and at the figures beside it."""
    candidate, a = draft.candidate, draft.analysis
    first, last = min(candidate.first, candidate.harm_first), max(candidate.last, candidate.harm_last)
    while first > draft.bounds[0] and not _parts_clauses(a, first - 1):
        first -= 1
    while last < draft.bounds[1] and not _parts_clauses(a, last):
        last += 1
    if draft.bounds[0] == 0 and first > 0 and not any(a.tag(k) == "VERB" for k in range(first)):
        first = 0  # an opening phrase holds for what follows: "23 days after the siege, 40 were dead"
    return first, last


def _parts_clauses(a: Analysis, at: int) -> bool:
    return a.lower(at) in CLAUSE_MARKS or a.tag(at) == "CCONJ"


class Scope(NamedTuple):
    """A scope, the rule that gave it, and the number of the draft that it was taken over from, if any."""

    scope: str
    rule: str
    source: int | None = None


def scopes(drafts: Sequence[Situated], pack: Pack, published: date | None) -> list[Scope]:
    """The scope of each draft."""
    tables = scope_tables(pack)
    told = _told_of(drafts, published, tables)
    own = [_own(draft, tables, told) for draft in drafts]
    toll = _running_toll(own)
    found: list[Scope | None] = [Scope(*scope) if scope else None for scope in own]
    for number, draft in enumerate(drafts):
        if found[number] is None and draft.whole is not None and draft.whole < number:
            whole = found[draft.whole]
            found[number] = Scope(whole.scope, "scope-of-part", draft.whole) if whole else None
    for number, draft in enumerate(drafts):
        if found[number] is None:
            found[number] = _of_neighbours(drafts, own, number)
        runs = draft.candidate.measure not in tables.words.never_running and draft.candidate.kind != "zero"
        if found[number] is None and runs and toll is not None and toll < number and not draft.dated:
            found[number] = Scope("cumulative", "scope-of-report", toll)
    return [scope or Scope("incident", "scope-default") for scope in found]


def _told_of(drafts: Sequence[Situated], published: date | None, tables: ScopeTables) -> date | None:
    """The day from which age is reckoned: of publication, or of the event that the report opens with, where that is old."""
    first = next((d.days for d in drafts if d.days), None)
    if published is None or first is None or (first[1] - first[0]).days > tables.words.long_days:
        return published
    return min(published, first[1])


def _running_toll(own: Sequence[tuple[str, str] | None]) -> int | None:
    """The figure that makes a report one of a running toll: cumulative, as most of its first figures with a scope."""
    told = [k for k, scope in enumerate(own) if scope and scope[0] != "stock"][:FIRST_FIGURES]
    tolls = [k for k in told if own[k][0] == "cumulative"]  # type: ignore[index] # told holds only figures with one
    return tolls[0] if len(tolls) * 2 > len(told) else None


def _own(draft: Situated, tables: ScopeTables, published: date | None) -> tuple[str, str] | None:
    """The scope that a figure's own words and time give, or None."""
    candidate, a = draft.candidate, draft.analysis
    if candidate.rule == "toll-number":
        return _of_toll(a, candidate, tables)
    words = tables.words
    if candidate.rule in words.label_rules:
        return ("stock" if candidate.measure in words.label_stock else "cumulative"), "scope-label"
    if candidate.rule in words.shelter_rules or (candidate.rule == "copular-state" and candidate.measure in words.states):
        return "stock", "scope-state"
    first, last = clause_span(draft)
    cue = _cue(a, tables, first, last)
    if cue and cue[0] == "stock":
        return cue
    senses = [s for k in range(candidate.harm_first, candidate.harm_last) if k in a.mention_at for s in a.mention_at[k].senses]
    if {s.entry for s in senses} & tables.words.stock_entries:
        return "stock", "scope-stock-noun"
    if draft.whole is None and _is_old(draft, tables, published):
        return "background", "scope-old-time"
    if cue:
        return cue
    if _by_lasting_event(a, candidate, tables):
        return "cumulative", "scope-lasting-event"
    length = (draft.days[1] - draft.days[0]).days if draft.days else 0
    plural = any(lower in tables.words.plural_events for lower in a.lowers[first:last])
    if length > tables.words.long_days or (length > 5 and plural):
        return "cumulative", "scope-long-time"
    if candidate.rule == "harm-of" and any(s.form == "plural" for s in senses) and candidate.measure == "participants":
        return "cumulative", "scope-plural-events"
    return None


def _by_lasting_event(a: Analysis, candidate: Candidate, tables: ScopeTables) -> bool:
    """Whether the doer is an event that goes on and the tense is perfect: "the war has killed 12,000"."""
    start = a.group_start(candidate.harm_first)
    perfect = any(a.lower(k) in a.words.have for k in range(start, candidate.harm_first))
    return perfect and any(lower in tables.words.lasting_events for lower in a.lowers[max(0, start - 6) : start])


def _is_old(draft: Situated, tables: ScopeTables, published: date | None) -> bool:
    """Whether the figure's time is so far before the report's that it tells of another event."""
    if draft.days is None or published is None or (draft.days[1] - draft.days[0]).days > 400:
        return False
    age = (published - draft.days[1]).days
    return age > (tables.words.named_event_days if draft.named else tables.words.background_days)


def _cue(a: Analysis, tables: ScopeTables, first: int, last: int) -> tuple[str, str] | None:
    for at in range(first, last):
        hit = tables.cues.at(a.lowers, at)
        if hit:
            return hit[1], f"scope-{hit[1]}"
    return None


def _of_toll(a: Analysis, candidate: Candidate, tables: ScopeTables) -> tuple[str, str]:
    """A toll is cumulative, except that of one named event ("the death toll in the attack on the train")."""
    at = candidate.harm_last
    if a.lower(at) in tables.words.toll_links:
        number = a.phrase_starting(at + 1)
        head = a.phrases[number].head if number is not None else -1
        if head >= 0 and a.lowers[head] in tables.words.single_events:
            return "incident", "scope-toll-of-event"
    span = range(max(0, candidate.harm_first - 2), candidate.last)
    if any(a.lower(k) in tables.words.running for k in span) or _cue(a, tables, 0, len(a.lowers)):
        return "cumulative", "scope-toll"
    return "incident", "scope-toll-told"


def _of_neighbours(
    drafts: Sequence[Situated], own: Sequence[tuple[str, str] | None], number: int
) -> Scope | None:
    """The running scope of the same sentence, else of a figure before it in the passage or of the report's toll."""
    me = drafts[number]
    for k, other in enumerate(drafts):
        scope = own[k]
        if scope and other.candidate.sentence == me.candidate.sentence and scope[0] in ("cumulative", "background"):
            return Scope(scope[0], "scope-of-sentence", k)
    if me.dated:
        return None
    for k in range(number - 1, -1, -1):
        scope = own[k]
        if scope and scope[0] == "cumulative" and drafts[k].passage == me.passage:
            return Scope("cumulative", "scope-of-passage", k)
    return None
