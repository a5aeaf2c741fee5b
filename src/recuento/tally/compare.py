"""How two comparable figures stand to each other: the relation, by named rules that are tried in order."""

import math
import re
from collections.abc import Callable
from typing import NamedTuple

from recuento.model import Figure
from recuento.relations.dates import Interval, before, overlap, read_interval
from recuento.tally.ranges import (
    SPANS,
    TOLERANCE,
    allowed,
    is_bound,
    is_exact,
    is_point,
    is_rounding,
    range_words,
    stated,
)
from recuento.tally.sources import Speaker

AS_OF_DAYS = (
    31  # a date up to a month wide is the time that a toll stands for; a wider one is a period of its own
)
SENTENCE_END = re.compile(r"[.;:!?…]\W*\s")


class Pair(NamedTuple):
    """Two figures to compare, with what their reports tell beside them.

    `groups` is how the left group stands to the right (same, part, whole, apart); `states` the states that
    each quote names; `between` the text between the two where they stand in one report.
    """

    left: Figure
    right: Figure
    speakers: tuple[Speaker, Speaker]
    groups: str
    states: tuple[frozenset[str], frozenset[str]]
    published: tuple[str | None, str | None]
    between: str | None

    @property
    def same_speaker(self) -> bool:
        """Whether one source says both."""
        return self.speakers[0].key == self.speakers[1].key

    @property
    def running(self) -> bool:
        """Whether both are running tolls or states, not counts of one incident."""
        return self.left.scope != "incident" and self.left.scope != "background"


class Verdict(NamedTuple):
    """A relation with its kind, the reason in plain words, and the explanation that it proposes."""

    relation: str
    kind: str
    reason: str
    explanation: str | None = None


Rule = Callable[[Pair], Verdict | None]


def judge(pair: Pair) -> Verdict | None:
    """The relation of a pair, or None where it is not to be compared.

    One speaker's figures within one passage are taken as counts of different things, unless they stand in
    different sentences and their words tell different states.
    """
    if pair.groups == "apart" or _periods_apart(pair):
        return None
    if pair.same_speaker and _one_passage(pair) and not (_different_states(pair) and _sentences_apart(pair)):
        return None
    return next((verdict for rule in RULES if (verdict := rule(pair)) is not None), None)


def _periods_apart(pair: Pair) -> bool:
    """Whether two tolls are over times without a common day, one of them a period: they are not compared."""
    left, right = read_interval(pair.left.when), read_interval(pair.right.when)
    if not pair.running or left is None or right is None or overlap(left, right):
        return False
    return _widest(left, right) > AS_OF_DAYS


def _widest(left: Interval, right: Interval) -> float:
    return max(math.inf if one.days is None else one.days for one in (left, right))


def _one_passage(pair: Pair) -> bool:
    return pair.between is not None and "\n" not in pair.between


def _sentences_apart(pair: Pair) -> bool:
    return pair.between is None or SENTENCE_END.search(pair.between) is not None


def _different_states(pair: Pair) -> bool:
    left, right = pair.states
    return bool(left) and bool(right) and not left & right


def group_rule(pair: Pair) -> Verdict | None:
    """A named group against everybody: it may be a part, and can't be where it is larger than the whole."""
    if pair.groups == "same":
        return None
    if pair.running and _as_of_order(pair):
        return Verdict("agrees", "group", "They count different groups at different times.")
    part, whole = (pair.left, pair.right) if pair.groups == "part" else (pair.right, pair.left)
    if allowed(part).low <= allowed(whole).high:
        return Verdict(
            "refines", "group", f"{range_words(part)} count a group that can be part of {range_words(whole)}."
        )
    reason = (
        f"{range_words(part)} count a named group, which is more than the {range_words(whole)} of everybody."
    )
    return Verdict("differs", "group", reason)


def denial_rule(pair: Pair) -> Verdict | None:
    """One states what the other denies: the status differs, whatever the numbers."""
    denied = [figure.modality == "denied" for figure in (pair.left, pair.right)]
    if not any(denied):
        return None
    if all(denied):
        return Verdict("agrees", "status", "Both deny it.")
    return Verdict("differs", "status", "One states the figure and the other denies it.")


def same_value_rule(pair: Pair) -> Verdict | None:
    """One value, or one bound, stated twice: it agrees whatever the words."""
    left, right = pair.left, pair.right
    if stated(left) == stated(right) and (is_point(left) or left.qualifier == right.qualifier):
        return Verdict("agrees", "number", f"Both give {range_words(left)}.")
    return None


def definition_rule(pair: Pair) -> Verdict | None:
    """Words for different states under one measure, or a state at a time against a running toll."""
    smaller, larger = sorted((pair.left, pair.right), key=lambda figure: allowed(figure).low)
    part = ""
    if not allowed(smaller).meets(allowed(larger)):
        part = f" The {range_words(smaller)} are possibly a part of the {range_words(larger)}."
    if _different_states(pair):
        left, right = (", ".join(sorted(states)).replace("_", " ") for states in pair.states)
        reason = f"The words describe different things under one measure: {left} and {right}.{part}"
        return Verdict("different_definition", "number", reason, "different_definition")
    if pair.left.scope != pair.right.scope and not allowed(smaller).meets(allowed(larger)):
        reason = f"One is a state at a time and the other a running toll.{part}"
        return Verdict("different_definition", "number", reason, "different_definition")
    return None


def meeting_rule(pair: Pair) -> Verdict | None:
    """Ranges with a common value: a bound that holds, words made exact, or approximations of one number."""
    left, right = pair.left, pair.right
    if not allowed(left).meets(allowed(right)):
        return None
    if is_bound(left) or is_bound(right):
        return Verdict("bound_compatible", "number", _bound_reason(left, right))
    if left.qualifier in SPANS or right.qualifier in SPANS:
        return _narrower(pair)
    reason = f"{range_words(left)} and {range_words(right)} are one number within {TOLERANCE:.0%}."
    return Verdict("agrees", "number", reason)


def _narrower(pair: Pair) -> Verdict:
    left, right = pair.left, pair.right
    inside = allowed(left).holds(allowed(right)) or allowed(right).holds(allowed(left))
    if not inside or pair.same_speaker:
        return Verdict("agrees", "number", f"{range_words(left)} and {range_words(right)} can both be true.")
    wide, exact = (left, right) if allowed(left).holds(allowed(right)) else (right, left)
    return Verdict(
        "refines",
        "number",
        f"{range_words(exact)} makes the {range_words(wide)} of “{wide.number}” narrower.",
    )


def _bound_reason(left: Figure, right: Figure) -> str:
    if is_bound(left) and is_bound(right):
        return f"Two bounds, {range_words(left)} and {range_words(right)}; some number fits both."
    bound, value = (left, right) if is_bound(left) else (right, left)
    return f"{range_words(value)} lies within {range_words(bound)}: a bound holds any number inside it."


def period_rule(pair: Pair) -> Verdict | None:
    """Running tolls over different periods ("in 2021" and "since June 2021") count different things."""
    left, right = read_interval(pair.left.when), read_interval(pair.right.when)
    if not pair.running or left is None or right is None or left == right:
        return None
    if _widest(left, right) <= AS_OF_DAYS:
        return None
    reason = f"They are tolls over different periods: {pair.left.when} and {pair.right.when}."
    return Verdict("different_definition", "date", reason, "different_scope")


def later_rule(pair: Pair) -> Verdict | None:
    """A larger toll at a later date: it grew."""
    order = _as_of_order(pair)
    if order == 0:
        return None
    older, newer = (pair.left, pair.right) if order < 0 else (pair.right, pair.left)
    if allowed(older).low >= allowed(newer).low:
        return None
    reason = f"The toll grew from {range_words(older)} to {range_words(newer)} at a later date."
    return Verdict("later", "number", reason, "later_update")


def rounding_rule(pair: Pair) -> Verdict | None:
    """One exact value is the other rounded."""
    left, right = pair.left, pair.right
    if is_exact(left) and is_exact(right) and is_rounding(left, right):
        reason = f"{range_words(left)} and {range_words(right)} can be one number, rounded."
        return Verdict("refines", "number", reason)
    return None


def apart_rule(pair: Pair) -> Verdict:
    """No value fits both: a contradiction only between two sources' exact, asserted figures of one time.

    One source that gives two numbers in two passages speaks of two things, or corrects itself: that differs.
    """
    left, right = pair.left, pair.right
    ours, theirs = range_words(left), range_words(right)
    asserted = left.modality == right.modality == "asserted"
    exact = is_exact(left) and is_exact(right) and left.scope == right.scope
    if exact and asserted and not pair.same_speaker and _one_time(pair):
        reason = (
            f"{ours} and {theirs} have no value in common: "
            "both are exact, of one time, and can't both be true."
        )
        return Verdict("contradicts", "number", reason)
    why = _why_no_contradiction(pair)
    return Verdict("differs", "number", f"{ours} and {theirs} have no value in common{why}.")


def _why_no_contradiction(pair: Pair) -> str:
    left, right = pair.left, pair.right
    if not (is_exact(left) and is_exact(right)):
        return ", but not both are exact"
    if not left.modality == right.modality == "asserted":
        return ", but not both are asserted"
    if pair.same_speaker:
        return ", but one source gives both and may count different things"
    return ", but they need not be of one time"


RULES: tuple[Rule, ...] = (
    group_rule,
    denial_rule,
    same_value_rule,
    definition_rule,
    meeting_rule,
    period_rule,
    later_rule,
    rounding_rule,
    apart_rule,
)


def as_of(pair: Pair) -> tuple[Interval | None, Interval | None]:
    """The times that two figures stand for: a running toll's own date, else the day its report came out."""
    left, right = pair.left, pair.right
    own = [read_interval(figure.when) if pair.running else None for figure in (left, right)]
    out = [read_interval(published) for published in pair.published]
    return own[0] or out[0], own[1] or out[1]


def _as_of_order(pair: Pair) -> int:
    """-1 where the left stands for an earlier time than the right, 1 for a later one, 0 where unknown."""
    left, right = as_of(pair)
    if left is None or right is None:
        return 0
    # A running toll is as of the end of its date: "in 2021" and "until 30 June 2021" are half a year apart.
    if pair.running and left.last and right.last:
        return (left.last > right.last) - (left.last < right.last)
    return -1 if before(left, right) else int(before(right, left))


def _one_time(pair: Pair) -> bool:
    """Whether both stand for one time: told in one report without different dates, or of one known day."""
    left, right = as_of(pair)
    if pair.left.report == pair.right.report:
        return left == right
    return left is not None and left == right and left.days == 1
