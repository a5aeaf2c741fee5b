"""Demands: what somebody says must be done, by whom and of whom."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recuento.extract.events.clause import QUOTES, STOPS, Clause
from recuento.extract.events.conjuncts import conjuncts
from recuento.extract.events.mention import Span
from recuento.extract.events.scene import Hit, Scene
from recuento.extract.events.speakers import Signing, speaking_subject
from recuento.extract.events.words import DEMANDED, DemandWords
from recuento.model import Actor, Claimant, Demand, content_id

REACH = 48  # words: what is demanded may be long
LONGEST_ADDRESSEE = 14  # words between the verb and its "to"
CONFIDENCE = {"demand-verb": 0.85, "demand-call-for": 0.75, "demand-call-on": 0.8, "demand-must": 0.7}


class Draft(NamedTuple):
    """A demand before it is a claim: its words, its addressee's, and the verb whose subject speaks."""

    sentence: int
    span: Span
    addressee: Span | None
    verb: int
    rule: str


def find_demands(scene: Scene, hits: Sequence[Hit], signer: Signing) -> list[Demand]:
    """The demands of a report in the order of the text; coordinated ones are demands of their own."""
    found: list[Demand] = []
    taken: tuple[int, int] = (-1, 0)
    for hit in hits:
        draft = read(scene, hit)
        if draft is None or (draft.sentence == taken[0] and draft.span[0] < taken[1]):
            continue
        taken = (draft.sentence, draft.span[1])
        found += claims(scene, draft, signer)
    return found


def read(scene: Scene, hit: Hit) -> Draft | None:
    """The demand that a trigger opens, if it does."""
    clause, words = scene.clause(hit.sentence), scene.lex.demands
    if hit.trigger.part == "must":
        return read_must(clause, hit, words)
    if hit.trigger.part == "call_on":
        return read_call_on(clause, hit, words)
    if hit.trigger.part in ("demand", "call_for"):
        return read_object(clause, hit, words)
    return None


def read_object(clause: Clause, hit: Hit, words: DemandWords) -> Draft | None:
    """ "We demand X", "calling for X": a verb and what it demands."""
    after = clause.word(hit.last)
    end = reach(clause, hit.last)
    if (
        not words.nothing.isdisjoint(clause.lower[hit.last : hit.last + 3])
        or end - hit.last < 2
        or denied(clause, hit)
        or after in clause.lex.auxiliaries
    ):
        return None
    if (
        clause.word(hit.first - 1)
        in clause.closed.determiners | clause.closed.links - clause.closed.conjunctions
    ):
        return None
    if clause.word(end - 1) in words.to or after in words.of:
        return None
    first = hit.last - 1 if hit.trigger.kind == DEMANDED else hit.first
    verb = first
    if clause.word(first - 1) in words.must | words.we:
        first -= 1
    if clause.word(first - 1) in words.we:
        first -= 1
    rule = "demand-call-for" if hit.trigger.part == "call_for" else "demand-verb"
    return Draft(hit.sentence, (first, end), None, verb, rule)


def read_call_on(clause: Clause, hit: Hit, words: DemandWords) -> Draft | None:
    """ "called on X to Y", "urged X to Y", "urged that Y": a demand with its addressee."""
    end = reach(clause, hit.last)
    if denied(clause, hit) or clause.word(hit.last) in words.nothing:
        return None
    if clause.word(hit.last) in words.that:
        return Draft(hit.sentence, (hit.first, end), None, hit.first, "demand-call-on")
    for k in range(hit.last + 1, min(end, hit.last + LONGEST_ADDRESSEE)):
        if clause.lower[k] in words.call_on_links and end > k + 1:
            if any(word in words.nothing for word in clause.lower[hit.last : k]):
                return None
            return Draft(hit.sentence, (hit.first, end), (hit.last, k), hit.first, "demand-call-on")
    return None


def read_must(clause: Clause, hit: Hit, words: DemandWords) -> Draft | None:
    """ "X must stop Y", "X must be tried": what ought to be done, with a verb of the pack's lists."""
    before = clause.word(hit.first - 1)
    verb = hit.last
    while clause.word(verb) in clause.closed.adverbs or clause.word(verb) in clause.closed.conjunctions:
        verb += 1
    passive = clause.word(verb) in clause.closed.be
    if passive:
        verb += 1
        while clause.word(verb) in clause.closed.adverbs:
            verb += 1
    listed = words.must_passive if passive else words.must_active
    if clause.word(verb) not in listed or before in words.must_subject_not:
        return None
    if not passive and (
        verb + 1 >= reach(clause, verb) or clause.word(verb + 1) in clause.closed.conjunctions
    ):
        return None
    subject = clause.subject(clause.group_start(hit.first))
    if subject is None:
        return None
    ours = clause.lower[subject[0]] in words.we
    addressee = None if passive or ours else subject
    return Draft(hit.sentence, (subject[0], reach(clause, verb)), addressee, -1, "demand-must")


def denied(clause: Clause, hit: Hit) -> bool:
    """Whether the verb is negated."""
    start = clause.group_start(hit.first)
    return not clause.closed.negations.isdisjoint(clause.lower[start : hit.first])


def reach(clause: Clause, first: int) -> int:
    """The word up to which what is demanded goes on: a stop, or a comma that ends it."""
    last = min(clause.size, first + REACH)
    for k in range(first, last):
        word = clause.lower[k]
        if word in STOPS or word in QUOTES:
            return k
        if word == "," and ends_at_comma(clause, k):
            return k
    return last


def ends_at_comma(clause: Clause, comma: int) -> bool:
    """Whether a comma ends what is demanded: what follows opens a clause, or lists nothing."""
    after = clause.word(comma + 1)
    if (
        after in clause.closed.openers
        or after in clause.closed.pronouns
        or after.endswith(clause.closed.gerund_endings)
    ):
        return True
    if after in clause.closed.conjunctions and (
        clause.past(comma + 2) or clause.word(comma + 2) in clause.lex.auxiliaries
    ):
        return True
    ahead = clause.lower[comma + 1 : comma + 12]
    return not any(word in clause.closed.conjunctions for word in ahead)


def claims(scene: Scene, draft: Draft, signer: Signing) -> Iterator[Demand]:
    """One claim for each coordinated part of a draft."""
    clause = scene.clause(draft.sentence)
    speaker = speaker_of(scene, draft, signer)
    addressee = actor(scene, clause, draft.addressee)
    for number, part in enumerate(conjuncts(scene, draft.sentence, draft.span)):
        start, end = clause.span(*part)
        quote = scene.text[start:end]
        yield Demand(
            id=content_id("demand", scene.report.id, start, end, quote),
            report=scene.report.id,
            start=start,
            end=end,
            quote=quote,
            speaker=speaker,
            addressee=addressee,
            confidence=CONFIDENCE[draft.rule],
            rules=(draft.rule,) if number == 0 else (draft.rule, "demand-conjunct"),
        )


def speaker_of(scene: Scene, draft: Draft, signer: Signing) -> Claimant | None:
    """Who demands: the subject of the verb, else the speaker that holds for the words, else who "we" is."""
    clause = scene.clause(draft.sentence)
    start, end = clause.span(*draft.span)
    infinitive = scene.lex.demands.to
    if draft.verb >= 0 and infinitive.isdisjoint(clause.lower[max(0, draft.verb - 1) : draft.verb + 1]):
        subject = speaking_subject(scene, clause, draft.verb, main=is_gerund(scene, clause, draft.verb))
        if subject is not None:
            return subject
    held = scene.context.claimant_for(start, start + 1) or scene.context.claimant_for(start, end)
    if held is not None:
        return held
    ours = not scene.lex.demands.we.isdisjoint(clause.lower[max(0, draft.span[0] - 1) : draft.span[0] + 2])
    signed = signer() if ours else None
    return None if signed is None else Claimant(name=signed.name, start=signed.start, end=signed.end)


def is_gerund(scene: Scene, clause: Clause, verb: int) -> bool:
    """Whether the verb hangs on a main clause before it ("they marched, calling for ...")."""
    phrases = scene.lex.demands.gerunds
    words = (clause.word(verb), f"{clause.word(verb)} {clause.word(verb + 1)}")
    return not phrases.isdisjoint(words) and clause.lex.auxiliaries.isdisjoint(
        clause.lower[max(0, verb - 2) : verb]
    )


def actor(scene: Scene, clause: Clause, span: Span | None) -> Actor | None:
    """The addressee's words without their article; None for a pronoun."""
    if span is None or span[0] >= span[1]:
        return None
    first, last = span
    if last - first > 1 and clause.lower[first] in clause.closed.determiners:
        first += 1
    if clause.lower[first] in clause.closed.pronouns:
        return None
    start, end = clause.span(first, last)
    return Actor(name=" ".join(scene.text[start:end].split()), start=start, end=end)
