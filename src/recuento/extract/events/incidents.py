"""Incidents: from the mentions of a report to one claim an incident."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from recuento.extract.attributions import attribution_at, cue_modality
from recuento.extract.events.mention import Mention, Span, meets, type_of
from recuento.extract.events.reading import read_noun, read_verb
from recuento.extract.events.scene import Hit, Scene
from recuento.extract.events.speakers import Signing
from recuento.extract.events.where import COUNTRY, place_of, time_of
from recuento.model import Actor, Claimant, Incident, PlaceRef, TimeMention, content_id

LATER = 0.4  # how much clearer, a sentence, a later mention of a context incident must be than an earlier one
HIGHEST = 0.95
CONTENT_WORD = 4  # letters: shorter words of a target do not tell it
BY_WEIGHT = (0.55, 0.06)  # confidence of a mention: the least, and what each point of clearness adds
ORGANISED_TYPES = frozenset({"protest", "strike"})


class Told(NamedTuple):
    """A mention with its type, and the time and place that hold for it."""

    mention: Mention
    kind: str
    start: int
    end: int
    time: TimeMention | None
    place: PlaceRef | None


def find_incidents(scene: Scene, hits: Sequence[Hit], signer: Signing) -> list[Incident]:
    """The incidents that a report tells of, each once, in the order of the text."""
    mentions = [mention for hit in hits if (mention := read(scene, hit)) is not None]
    kept = one_each(scene, [told(scene, mention) for mention in mentions if type_of(scene, mention)])
    doers = actors(scene, mentions)
    return [
        claim(scene, one, doers.get(one.mention), signer)
        for one in sorted(kept, key=lambda t: (t.start, t.end))
    ]


def read(scene: Scene, hit: Hit) -> Mention | None:
    """The mention that a trigger opens, if it does."""
    if hit.trigger.part == "verb":
        return read_verb(scene, hit)
    return read_noun(scene, hit) if hit.trigger.part == "noun" else None


def told(scene: Scene, mention: Mention) -> Told:
    """A mention with its span, type, time and place."""
    start, end = scene.clause(mention.sentence).span(mention.first, mention.last)
    kind = type_of(scene, mention) or ""
    return Told(mention, kind, start, end, time_of(scene, mention, start, end), place_of(scene, mention))


def one_each(scene: Scene, mentions: Iterable[Told]) -> list[Told]:
    """The clearest mention of each incident: of one type, and of dates and places that can be the same."""
    single = scene.lex.incidents.single

    def weight(one: Told) -> tuple[float, int]:
        late = LATER * one.mention.sentence if one.kind in single else 0.0
        return (late - one.mention.clear, one.start)

    kept: list[Told] = []
    for one in sorted(mentions, key=weight):
        if not any(is_same(scene, one, other) for other in kept):
            kept.append(one)
    return kept


def is_same(scene: Scene, one: Told, other: Told) -> bool:
    """Whether two mentions can be of one incident; those of a context type always are."""
    if one.start < other.end and other.start < one.end:
        return one.kind == other.kind or one.mention.rule == "incident-noun"
    if one.kind != other.kind:
        return False
    if one.kind in scene.lex.incidents.single:
        return True
    if not same_time(one.time, other.time) or not same_place(one.place, other.place):
        return False
    return same_target(scene, one.mention, other.mention)


def same_target(scene: Scene, one: Mention, other: Mention) -> bool:
    """Whether two deeds can be one by whom and what they name: unknown, or with a word in common."""
    if "incident-noun" in (one.rule, other.rule):
        return True
    if one.target is None or other.target is None:
        return True
    first, second = (
        {
            word
            for span in (m.actor, m.target)
            if span
            for word in scene.clause(m.sentence).lower[slice(*span)]
        }
        for m in (one, other)
    )
    return any(len(word) >= CONTENT_WORD for word in first & second)


def same_time(one: TimeMention | None, other: TimeMention | None) -> bool:
    """Whether two times can be one: either is unknown, or one stands within the other."""
    if one is None or other is None or not one.edtf or not other.edtf:
        return True
    first, second = one.edtf, other.edtf
    if first == second or first.startswith(second) or second.startswith(first):
        return True
    return within(first, second) or within(second, first)


def within(day: str, interval: str) -> bool:
    """Whether an EDTF day lies in an EDTF interval of days."""
    start, mark, end = interval.partition("/")
    return bool(mark) and start <= day.partition("/")[0] <= end


def same_place(one: PlaceRef | None, other: PlaceRef | None) -> bool:
    """Whether two places can be one: either is unknown or a whole country, or their names share a word."""
    if one is None or other is None or COUNTRY in (one.precision, other.precision):
        return True
    if one.geonames is not None and one.geonames == other.geonames:
        return True
    return not set(one.name.lower().split()).isdisjoint(other.name.lower().split())


def actors(scene: Scene, mentions: Sequence[Mention]) -> dict[Mention, Actor]:
    """Who is said to have done what each mention tells; a pronoun is the doer of the one before."""
    found: dict[Mention, Actor] = {}
    last: tuple[int, Actor] | None = None
    for mention in mentions:
        passage = scene.sentences[mention.sentence].passage
        if mention.actor is None:
            continue
        clause = scene.clause(mention.sentence)
        if clause.lower[mention.actor[0]] in clause.closed.pronouns:
            if last is not None and last[0] == passage:
                found[mention] = last[1]
        elif is_doer(scene, mention.sentence, mention.actor):
            found[mention] = named_actor(scene, mention.sentence, mention.actor)
            last = (passage, found[mention])
    return found


def is_doer(scene: Scene, number: int, span: Span) -> bool:
    """Whether the words can name a doer: they hold a word for people, or open with a capital."""
    clause, (first, last) = scene.clause(number), span
    while first < last and clause.lower[first] in clause.closed.determiners:
        first += 1
    if meets(scene, number, (first, last), ("hazards", "vehicles", "bombs", "drones", "aircraft", "shells")):
        return False
    return (
        meets(scene, number, (first, last), ("fighters", "rebels", "forces", "civilians", "bodies"))
        or clause.upper
        or clause.capital(first)
    )


def named_actor(scene: Scene, number: int, span: Span) -> Actor:
    """The words of a doer without their article."""
    clause, (first, last) = scene.clause(number), span
    opens = clause.starts[first]
    after = max((time.end for time in scene.times[number] if time.start <= opens < time.end), default=0)
    while first < last - 1 and clause.starts[first] < after:
        first += 1
    if last - first > 1 and clause.lower[first] in clause.closed.determiners:
        first += 1
    start, end = clause.span(first, last)
    return Actor(name=" ".join(scene.text[start:end].split()), start=start, end=end)


def claim(scene: Scene, one: Told, actor: Actor | None, signer: Signing) -> Incident:
    """The incident as a claim."""
    quote = scene.text[one.start : one.end]
    modality = modality_of(scene, one.start, one.end)
    least, step = BY_WEIGHT
    protest = one.kind in ORGANISED_TYPES
    return Incident(
        id=content_id("incident", scene.report.id, one.start, one.end, quote, one.kind),
        report=scene.report.id,
        start=one.start,
        end=one.end,
        quote=quote,
        incident_type=one.kind,
        when=one.time.edtf if one.time else None,
        when_text=one.time.text if one.time else None,
        when_precision=one.time.precision if one.time else None,
        place=one.place,
        actor=None if protest else actor,
        organiser=organiser(scene, one.mention.sentence, signer) if protest else None,
        modality=modality,
        confidence=round(min(HIGHEST, least + step * one.mention.clear), 2),
        rules=(one.mention.rule,) if one.mention.kind == one.kind else (one.mention.rule, "kind-by-context"),
    )


def modality_of(scene: Scene, start: int, end: int) -> str:
    """How the incident is told: asserted, or what the cue of the words around makes of it."""
    found = attribution_at(scene.layers.attributions, start, end)
    return (cue_modality(found.cue, scene.layers.pack) if found else None) or "asserted"


def organiser(scene: Scene, number: int, signer: Signing) -> Claimant | None:
    """Who organised a protest: named in the sentence, or the organisation that signs the report."""
    clause = scene.clause(number)
    text = " ".join(clause.lower)
    for phrase in scene.lex.closed.organised:
        if phrase in text:
            first = next(
                k for k in range(clause.size) if clause.lower[k : k + len(phrase.split())] == phrase.split()
            )
            end = clause.noun_end(first + len(phrase.split()) - 1)
            start, stop = clause.span(first + len(phrase.split()), max(end, first + len(phrase.split()) + 1))
            return Claimant(name=scene.text[start:stop], kind="organiser", start=start, end=stop)
    signed = signer()
    return signed and Claimant(name=signed.name, kind="organiser", start=signed.start, end=signed.end)
