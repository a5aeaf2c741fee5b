"""Scope: what a figure covers (incident, cumulative, stock, background), from its words, its time and its
neighbours.

1. Words of its clause decide first (`scope.yml`), then the kind of its harm words (prisoners are a stock).
2. A time well before the report's own makes it background; a long period makes it cumulative.
3. A figure without a cue takes the scope of the figure it is a part of, of its list, or of its passage's
running toll.
"""

from datetime import date
from functools import cache
from typing import NamedTuple

import msgspec

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.candidate import Candidate
from recuento.extract.figures.lexicon import Sense
from recuento.language import Pack
from recuento.language.wordtable import WordTable

EVENT_REACH = 6  # tokens before a verb group in which the event stands that did the harm
VERB_REACH = 10  # tokens before the harm and its number in which its verb stands
FEW_DAYS = 5  # a longer period holds several events where they are told in the plural
LONGEST_PERIOD = 400  # days; what is told of a longer period is no single older event
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
    arrests_apart: bool = True


class ScopeTables:
    """Scope words of a pack, ready to be looked up."""

    def __init__(self, pack: Pack) -> None:
        self.words = pack.section("scope", ScopeWords)
        self.cues = WordTable.of_lists(self.words.words)


class Situated(NamedTuple):
    """What scope needs of a draft: its candidate, passage, the draft it is a part of, and its time.

    `bounds` are the tokens between the figures before and after it; `days` its time's first and last day;
    `dated` tells that its own sentence names a single day; `named` that the time stands in an event's name.
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
    """The tokens of the clause that holds the number and its harm, cut at marks and at the figures
    beside it.
    """
    candidate, a = draft.candidate, draft.analysis
    opens = a.words.relatives | a.words.relative_places  # "two were hurt in the house where they were living"
    first, last = min(candidate.first, candidate.harm_first), max(candidate.last, candidate.harm_last)
    while first > draft.bounds[0] and not _parts_clauses(a, first - 1):
        first -= 1
    while last < draft.bounds[1] and not _parts_clauses(a, last) and a.lower(last) not in opens:
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


def own_scope(draft: Situated, tables: ScopeTables, told: date | None) -> Scope | None:
    """The scope that a figure's own words and time give, or None; `told` is the day from which age is
    reckoned.
    """
    candidate, a, words = draft.candidate, draft.analysis, tables.words
    if candidate.rule == "toll-number":
        return _of_toll(a, candidate, tables)
    if candidate.rule in words.label_rules:
        return Scope("stock" if candidate.measure in words.label_stock else "cumulative", "scope-label")
    are = candidate.rule == "copular-state" and candidate.measure in words.states
    if candidate.rule in words.shelter_rules or are:
        return Scope("stock", "scope-state")
    first, last = clause_span(draft)
    cue = _cue(a, tables, first, last)
    if cue and cue.scope == "stock":
        return cue
    entries = {sense.entry for sense in _senses(draft)}
    if entries & words.stock_entries:
        return Scope("stock", "scope-stock-noun")
    if _goes_on(draft, tables, cue):
        return cue or Scope("cumulative", "scope-lasting-event")
    if draft.whole is None and _is_old(draft, tables, told):
        return Scope("background", "scope-old-time")
    return cue or _of_many(draft, tables, (first, last))


def _goes_on(draft: Situated, tables: ScopeTables, cue: Scope | None) -> bool:
    """Whether a count told in the present perfect runs up to the report: since a day, or by what goes on."""
    candidate, a = draft.candidate, draft.analysis
    if candidate.measure in tables.words.never_running:
        return False
    at = (
        candidate.harm_first
        if candidate.phrase is None
        else min(candidate.harm_first, candidate.phrase.first)
    )
    helping = a.words.have & a.words.present
    perfect = not helping.isdisjoint(a.lowers[max(0, at - VERB_REACH) : at])
    if perfect and cue is not None:
        return cue.scope == "cumulative"
    return perfect and not tables.words.lasting_events.isdisjoint(a.lowers[:at])


def _of_many(draft: Situated, tables: ScopeTables, clause: tuple[int, int]) -> Scope | None:
    """Cumulative where a lasting event, a long period or events in the plural are told of."""
    candidate, a = draft.candidate, draft.analysis
    if _by_lasting_event(a, candidate, tables):
        return Scope("cumulative", "scope-lasting-event")
    length = (draft.days[1] - draft.days[0]).days if draft.days else 0
    plural = any(lower in tables.words.plural_events for lower in a.lowers[clause[0] : clause[1]])
    if length > tables.words.long_days or (length > FEW_DAYS and plural):
        return Scope("cumulative", "scope-long-time")
    gatherings = candidate.rule == "harm-of" and candidate.measure == "participants"
    if gatherings and any(sense.form == "plural" for sense in _senses(draft)):
        return Scope("cumulative", "scope-plural-events")
    return None


def _senses(draft: Situated) -> list[Sense]:
    """Every sense of the harm words of a draft."""
    a, span = draft.analysis, range(draft.candidate.harm_first, draft.candidate.harm_last)
    return [sense for k in span if k in a.mention_at for sense in a.mention_at[k].senses]


def _by_lasting_event(a: Analysis, candidate: Candidate, tables: ScopeTables) -> bool:
    """Whether the doer is an event that goes on and the tense is perfect: "the war has killed 12,000"."""
    verb = candidate.harm_first
    phrase = candidate.phrase
    if phrase is not None and a.lower(phrase.first - 1) in a.words.left:
        verb = phrase.first - 1  # "the fighting has left 40 people dead"
    start = a.group_start(verb)
    perfect = any(a.lower(k) in a.words.have for k in range(start, verb))
    before = a.lowers[max(0, start - EVENT_REACH) : start]
    after = a.lowers[candidate.harm_last : candidate.harm_last + EVENT_REACH]  # "were hurt in these riots"
    return perfect and not tables.words.lasting_events.isdisjoint((*before, *after))


def _is_old(draft: Situated, tables: ScopeTables, told: date | None) -> bool:
    """Whether the figure's time is so far before the report's that it tells of another event."""
    if draft.days is None or told is None or (draft.days[1] - draft.days[0]).days > LONGEST_PERIOD:
        return False
    age = (told - draft.days[1]).days
    return age > (tables.words.named_event_days if draft.named else tables.words.background_days)


def _cue(a: Analysis, tables: ScopeTables, first: int, last: int) -> Scope | None:
    for at in range(first, last):
        hit = tables.cues.at(a.lowers, at)
        if hit:
            return Scope(hit[1], f"scope-{hit[1]}")
    return None


def _of_toll(a: Analysis, candidate: Candidate, tables: ScopeTables) -> Scope:
    """A toll is cumulative, except that of one named event ("the death toll in the fire at the mill")."""
    at = candidate.harm_last
    if a.lower(at) in tables.words.toll_links:
        number = a.phrase_starting(at + 1)
        head = a.phrases[number].head if number is not None else -1
        if head >= 0 and a.lowers[head] in tables.words.single_events:
            return Scope("incident", "scope-toll-of-event")
    span = range(max(0, candidate.harm_first - 2), candidate.last)
    if any(a.lower(k) in tables.words.running for k in span) or _cue(a, tables, 0, len(a.lowers)):
        return Scope("cumulative", "scope-toll")
    return Scope("incident", "scope-toll-told")
