"""The rules that read a mention of an incident from a trigger: one for verbs, one for nouns."""

from recuento.extract.events.clause import STOPS, Clause
from recuento.extract.events.mention import Mention, Span, meets
from recuento.extract.events.scene import Hit, Scene
from recuento.extract.events.words import VerbRow

# How much each sign adds to the clearness of a mention: a told deed with its date is above any noun.
VERB, DATED, PLACED, COUNTED, DOER, HAPPENED, PLAIN = 2.0, 2.0, 1.0, 1.0, 1.0, 1.0, 0.5
BESIDE = 5  # words beside a noun phrase in which a date or a place is its own
BY_WITHIN = 2  # words after a participle in which its "by" stands
FORETOLD = 6  # words before a noun phrase in which a "will" or "planned" is its own
TOLD = 6  # words after a noun phrase in which its verb stands, where the phrase may be longer than it looks
REFERS_BACK = 3  # words before a noun phrase in which a word of `refers` makes it an occasion


def read_verb(scene: Scene, hit: Hit) -> Mention | None:
    """ "they destroyed two houses", "two houses were destroyed by X": a deed told by its verb."""
    row, clause = hit.trigger.verb, scene.clause(hit.sentence)
    if row is None:
        return None
    start = clause.group_start(hit.first)
    group = set(clause.lower[start : hit.first])
    closed = clause.closed
    if group & closed.modals or group & closed.negations or clause.word(start - 1) in closed.determiners:
        return None
    voice = voice_of(clause, hit, group, row)
    reduced = voice == "passive" and group.isdisjoint(clause.lex.auxiliaries)
    subject = (clause.noun_start(start - 1), start) if reduced and start else clause.subject(start)
    if subject is None or voice is None or is_titled(clause, hit) or is_deed(clause, subject, voice):
        return None
    if row.frame == "subject" and not meets(scene, hit.sentence, subject, row.subject):
        # the subject may be longer than it looks: "teachers joined by other groups marched"
        subject = clause.trimmed(*clause.back_to_stop(subject[1])) or subject
    end = clause.clause_end(hit.last)
    if voice == "active":
        actor: Span | None = subject
        target: Span | None = (hit.last, end)
    else:
        actor, target = doer(clause, hit.last, end), subject
    if not fits(scene, hit.sentence, row, actor, target):
        return None
    clear = VERB + surroundings(scene, hit.sentence) + DOER * (actor is not None and row.frame != "subject")
    if row.frame == "subject" and row.subject:
        clear += DOER
    rule = f"incident-verb-{'subject' if row.frame == 'subject' else voice}"
    return Mention(hit.sentence, min(subject[0], start), end, row.kind, rule, actor, target, clear)


def voice_of(clause: Clause, hit: Hit, group: set[str], row: VerbRow) -> str | None:
    """Whether a verb stands in the active or the passive; None where its frame lacks what it must have."""
    closed, after = clause.closed, clause.word(hit.last)
    if row.frame == "passive":
        return "passive"
    if group & closed.be:
        return None if row.frame == "subject" else "passive"
    if row.frame != "object":
        return "active"
    if closed.participle_endings:  # a language whose participles are no forms of the past
        participle = clause.word(hit.last - 1).endswith(closed.participle_endings)
        return "passive" if participle and not group & closed.have else "active"
    if after in closed.actor_links:
        return "passive"
    counted = {after, f"{after} {clause.word(hit.last + 1)}"} & closed.amounts
    if counted and (len(after) < max(map(len, counted)) or clause.word(hit.last + 1)[:1].isdigit()):
        return "active"
    bare = not after or after in STOPS or after == "," or after in closed.links or after in closed.openers
    return None if bare else "active"


def fits(scene: Scene, number: int, row: VerbRow, actor: Span | None, target: Span | None) -> bool:
    """Whether the object, the subject and the sentence hold what the verb asks for."""
    whole = (0, scene.clause(number).size)
    if row.unless and meets(scene, number, whole, row.unless):
        return False
    return (
        meets(scene, number, target, row.object)
        and meets(scene, number, actor, row.subject)
        and meets(scene, number, whole, row.needs)
    )


def is_deed(clause: Clause, subject: Span, voice: str) -> bool:
    """Whether a subject is itself a deed: its noun tells it.

    By its doer ("shelling by the army killed five"), or as a noun of an incident that its adjectives follow.
    """
    first, last = subject
    if voice != "active":
        return False
    noun = next((k for k in range(first, last) if clause.lower[k] not in clause.closed.determiners), first)
    if clause.lower[noun] in clause.lex.deeds:
        return True
    return any(clause.lower[k] in clause.closed.actor_links for k in range(first + 1, last - 1))


def is_titled(clause: Clause, hit: Hit) -> bool:
    """Whether the verb is a capitalised word of a name ("the group Town Is Being Burned")."""
    return hit.first > 0 and clause.capital(hit.first) and clause.capital(hit.first - 1)


def doer(clause: Clause, first: int, last: int) -> Span | None:
    """The words of the by-phrase in a stretch: "by the army"."""
    for k in range(first, last):
        if (
            clause.lower[k] in clause.closed.actor_links
            and clause.word(k + 1) not in clause.closed.actor_links
        ):
            k += clause.word(k + 1) in clause.closed.owners and clause.lower[k] in clause.closed.actor_links
            end = k + 1
            while end < last and not ends_doer(clause, end):
                end += 1
            opens = clause.word(k + 1)
            if end > k + 1 and not opens.endswith(clause.closed.gerund_endings) and not opens[0].isdigit():
                return k + 1, end
    return None


def ends_doer(clause: Clause, k: int) -> bool:
    """Whether a word is no part of the doer named before it."""
    word = clause.lower[k]
    if word in STOPS or word == "," or word in clause.closed.openers or clause.helps(k):
        return True
    return (word in clause.closed.links and word not in clause.closed.owners) or clause.past(k)


def surroundings(scene: Scene, number: int) -> float:
    """What the sentence adds to the clearness of its mentions: a date, a place, a figure."""
    dated = any(time.type in ("DATE", "TIME") and time.edtf for time in scene.times[number])
    return DATED * dated + PLACED * bool(scene.places[number]) + COUNTED * bool(scene.figures[number])


def read_noun(scene: Scene, hit: Hit) -> Mention | None:
    """ "a new attack on the town", "the protest began": a noun, with a sign that it took place."""
    clause, closed = scene.clause(hit.sentence), scene.lex.closed
    first = clause.noun_start(hit.first)
    if not set(clause.lower[max(0, first - 2) : hit.first]).isdisjoint(closed.unreal):
        return None
    if first == hit.first and clause.word(first - 1) in closed.modals:
        return None  # a verb ("to protest")
    if not set(clause.lower[max(0, first - REFERS_BACK) : first]).isdisjoint(closed.refers):
        return None
    if is_foretold(clause, first) or is_modifier(scene, hit) or clause.word(first - 1) in closed.background:
        return None
    end = max(hit.last, clause.noun_end(hit.last))
    end = with_doer(clause, end)
    link = next((k for k in range(hit.last, end) if clause.lower[k] in closed.target_links), end)
    by = next((k for k in range(link, end) if clause.lower[k] in closed.actor_links), end)
    target = (link + 1, by) if link + 1 < by else None
    actor = doer(clause, hit.last, end) or owner(clause, first, hit.first) or owner_behind(scene, hit, end)
    near = signs_beside(scene, hit, first, end)
    told = not closed.happened.isdisjoint(clause.lower[end : end + (TOLD if closed.adjectives_after else 2)])
    told = told or not set(clause.lower[max(0, first - 4) : first]).isdisjoint(closed.launched)
    clear = (
        surroundings(scene, hit.sentence)
        + DOER * (actor is not None)
        + HAPPENED * told
        + 0.5 * (target is not None)
    )
    if hit.trigger.kind not in scene.lex.incidents.kinds:
        clear += PLAIN
    determined = first < hit.first
    signs = near + told + (actor is not None) + (target is not None)
    if signs < (1 if determined else 2) or clear < (1.0 if determined else 2.0):
        return None
    actor = actor or doer(clause, 0, clause.size)
    return Mention(hit.sentence, first, end, hit.trigger.kind, "incident-noun", actor, target, clear)


def is_foretold(clause: Clause, first: int) -> bool:
    """Whether a word shortly before a noun phrase, in its clause, puts it in the future or the mind."""
    for k in range(first - 1, max(-1, first - 1 - FORETOLD), -1):
        if clause.lower[k] in STOPS or clause.lower[k] == ",":
            return False
        if clause.lower[k] in clause.closed.foretold:
            return True
    return False


def with_doer(clause: Clause, end: int) -> int:
    """The end of a noun phrase with what follows it as "organised by X" or "carried out by X"."""
    if not clause.past(end):
        return end
    near = range(end + 1, min(clause.size, end + 1 + BY_WITHIN))
    by = next((k for k in near if clause.lower[k] in clause.closed.actor_links), None)
    found = None if by is None else doer(clause, by, clause.size)
    return end if found is None else found[1]


def signs_beside(scene: Scene, hit: Hit, first: int, end: int) -> int:
    """How many dates and places stand in a noun phrase or right beside it."""
    clause = scene.clause(hit.sentence)
    start, stop = clause.span(max(0, first - BESIDE), min(clause.size, end + BESIDE))
    times = sum(start <= time.start < stop for time in scene.times[hit.sentence])
    places = [place for place in scene.places[hit.sentence] if start <= place.start < stop]
    return times + sum(
        not clause.capital(clause.at(place.end)) for place in places
    )  # "the Azov Brigade" is none


def is_modifier(scene: Scene, hit: Hit) -> bool:
    """Whether the noun only modifies the next one ("protest organisers")."""
    clause, closed = scene.clause(hit.sentence), scene.lex.closed
    after = clause.word(hit.last)
    if closed.adjectives_after:
        return False  # what modifies a noun stands behind it
    if not after or after in STOPS or after == "," or after in closed.links or after in closed.actor_links:
        return False
    if after in clause.lex.auxiliaries or after in closed.openers or after in closed.adverbs:
        return False
    if after in closed.happened or after in closed.conjunctions or after in closed.noun_openers:
        return False
    start = clause.starts[hit.last]
    return not clause.past(hit.last) and all(time.start != start for time in scene.times[hit.sentence])


def owner_behind(scene: Scene, hit: Hit, end: int) -> Span | None:
    """The doer whose deed the noun is, where adjectives stand behind nouns: "el ataque del Ejército a X"."""
    clause = scene.clause(hit.sentence)
    first = clause.described(hit.last)
    if not clause.closed.adjectives_after or clause.word(first) not in clause.closed.owners:
        return None
    last = first + 1
    while last < end and not ends_doer(clause, last):
        last += 1
    span = (first + 1, last)
    return span if last > first + 1 and meets(scene, hit.sentence, span, ("fighters",)) else None


def owner(clause: Clause, first: int, noun: int) -> Span | None:
    """The words of a possessive before the noun: "the army's new attack"."""
    for k in range(first, noun):
        if clause.lower[k] == "'s" and k > first:
            return first, k
    return None
