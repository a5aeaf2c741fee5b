"""Who speaks: the organisation that a report's "we" is, and the subject of a verb as a speaker."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from recuento.extract.events.clause import QUOTES, Clause
from recuento.extract.events.mention import Span
from recuento.extract.events.scene import Scene
from recuento.extract.events.words import Lexicon
from recuento.model import Claimant

LONGEST_SUBJECT = 12  # words
LONGEST_NAME = 80  # characters of an organisation's name


class Signer(NamedTuple):
    """The organisation in whose name a report says "we", and where its name stands."""

    name: str
    start: int
    end: int


Signing = Callable[[], Signer | None]  # asked only where a "we" or a protest needs it


@cache
def signing(lex: Lexicon) -> re.Pattern[str]:
    """ "From <Organisation> we", "We, the <Organisation>,": an organisation names itself as the writer."""
    demands = lex.demands
    links, we = ("|".join(sorted(words)) for words in (demands.signed, demands.we))
    name = rf"(?P<%s>[^\W\d_a-z][^.,;:!?\n]{{2,{LONGEST_NAME}}}?)"
    article = "|".join(sorted(lex.closed.determiners))
    return re.compile(
        rf"(?:^|(?<=[\n.!?”\"] )|(?<=\n))(?i:{links})\s+(?:(?i:{article})\s+)?"
        rf"{name % 'before'},?\s+(?i:{we})\b"
        rf"|\b(?i:{we}),\s+(?:(?i:{article})\s+)?{name % 'after'},"
    )


def signer_of(scene: Scene) -> Signer | None:
    """The organisation that signs the report by naming itself beside "we" in its own voice, or None."""
    for found in signing(scene.lex).finditer(scene.text):
        group = "before" if found["before"] else "after"
        start, end = found.span(group)
        name = found[group]
        if name.split()[0].lower() in scene.lex.demands.signed_not or scene.context.claimant_for(start, end):
            continue
        number = scene.sentence_at(start)
        if any(time.start <= start < time.end for time in scene.times[number]):
            continue
        if any(place.start <= start and end <= place.end for place in scene.places[number]):
            continue
        return Signer(name, start, end)
    return None


def speaking_subject(scene: Scene, clause: Clause, verb: int, *, main: bool = False) -> Claimant | None:
    """The subject of the verb at word `verb` as the speaker; None for pronouns and where there is none.

    With `main` the subject is that of the clause that the verb hangs on.
    """
    span = main_subject(clause, verb) if main else clause.subject(clause.group_start(verb))
    if span is None or clause.lower[span[0]] in clause.closed.pronouns or not speaks(clause, span):
        return None
    first, last = span
    ends = (k for k in range(first + 1, last) if clause.past(k) or clause.lower[k] in clause.lex.skipped)
    last = next(ends, last)
    if last - first > 1 and clause.lower[first] in clause.closed.determiners:
        first += 1
    start, end = clause.span(first, last)
    if any(time.start <= start < time.end for time in scene.times[scene.sentence_at(start)]):
        return None
    return Claimant(name=" ".join(scene.text[start:end].split()), start=start, end=end)


def main_subject(clause: Clause, verb: int) -> Span | None:
    """The words from the last stop before a verb to the first verb after it, if they open as a subject."""
    first = clause.back_to_stop(verb)[0]
    opens = clause.word(first)
    if opens in clause.closed.links or opens in clause.closed.openers or opens in clause.closed.conjunctions:
        return None
    ends = (
        k for k in range(first + 1, verb) if clause.past(k) or clause.lower[k] in clause.lex.skipped | {","}
    )
    last = next(ends, first)
    return (first, last) if last > first else None


def speaks(clause: Clause, span: Span) -> bool:
    """Whether a subject is short and whole enough to be named: no quotation mark and no verb in it."""
    first, last = span
    closed = clause.closed
    loose = closed.links | closed.not_where | closed.openers
    if (
        clause.past(first)
        or clause.lower[first] in loose
        or clause.lower[last - 1] in loose | closed.determiners
    ):
        return False
    return last - first <= LONGEST_SUBJECT and not any(word in QUOTES for word in clause.lower[first:last])
