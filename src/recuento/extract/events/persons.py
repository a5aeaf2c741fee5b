"""Persons whom a report names as victims or detainees: the words of the report, never a profile."""

from collections.abc import Iterator, Sequence

from recuento.extract.events.clause import Clause
from recuento.extract.events.mention import Span
from recuento.extract.events.scene import Hit, Scene
from recuento.extract.events.words import Words
from recuento.model import Figure, PersonNamed, content_id

SHORTEST, LONGEST = 2, 6  # words of a name
STOP = "."
TITLES = 4  # words before a name in which a title may stand
LIST_END = 40  # words after a phrase in which its list of names stands
CONFIDENCE = {
    "person-identified": 0.85,
    "person-named-case": 0.8,
    "person-harmed": 0.8,
    "person-of-figure": 0.85,
}


def find_persons(scene: Scene, hits: Sequence[Hit], figures: Sequence[Figure]) -> list[PersonNamed]:
    """The persons named as victims or detainees, each name once, in the order of the text."""
    found = [*of_figures(scene, figures)]
    for hit in hits:
        if hit.trigger.person is not None:
            found += of_phrase(scene, hit)
    names: set[str] = set()
    kept = []
    for person in sorted(found, key=lambda person: (person.start, person.end)):
        if not is_known(person.name, names):
            names.add(person.name.lower())
            kept.append(person)
    return kept


def is_known(name: str, names: set[str]) -> bool:
    """Whether a name, or a longer one that holds all its words, was found before."""
    words = set(name.lower().split())
    return any(words <= set(known.split()) or set(known.split()) <= words for known in names)


def of_figures(scene: Scene, figures: Sequence[Figure]) -> Iterator[PersonNamed]:
    """A person of every implied figure whose number is a name."""
    roles = scene.lex.demands.measure_roles
    for figure in figures:
        if figure.explicit or figure.measure not in roles or figure.low == 0:
            continue
        number = scene.sentence_at(figure.start)
        clause = scene.clause(number)
        first = clause.at(figure.start)
        span = name_from(scene, number, first)
        if span is not None and clause.ends[span[1] - 1] <= figure.end:
            yield person(scene, clause, span, roles[figure.measure], "person-of-figure")


def of_phrase(scene: Scene, hit: Hit) -> Iterator[PersonNamed]:
    """The persons named before or after a phrase of the pack."""
    rule, clause = hit.trigger.person, scene.clause(hit.sentence)
    if rule is None:
        return
    if rule.role is not None:
        span = name_before(scene, hit)
        if span is not None:
            yield person(scene, clause, span, rule.role, rule.rule)
        return
    role = role_near(scene, hit, suspects=rule.rule == "person-identified")
    if role is None:
        return
    for span in names_after(scene, hit):
        yield person(scene, clause, span, role, rule.rule)


def role_near(scene: Scene, hit: Hit, *, suspects: bool) -> str | None:
    """The role that the sentence's words give, else those of its passage before it; None for suspects."""
    demands = scene.lex.demands
    passage = scene.sentences[hit.sentence].passage
    for number in range(hit.sentence, -1, -1):
        if scene.sentences[number].passage != passage:
            break
        words = set(scene.clause(number).lower)
        if suspects and not words.isdisjoint(demands.suspects):
            return None
        found = [(role, marks) for role, marks in demands.roles.items() if not words.isdisjoint(marks)]
        if found:
            return nearest_role(scene.clause(number), hit, found) if number == hit.sentence else found[0][0]
    return None


def nearest_role(clause: Clause, hit: Hit, found: Sequence[tuple[str, Words]]) -> str:
    """The role whose word stands nearest to the phrase."""

    def distance(entry: tuple[str, Words]) -> int:
        return min(abs(k - hit.last) for k in range(clause.size) if clause.lower[k] in entry[1])

    return min(found, key=distance)[0]


def name_before(scene: Scene, hit: Hit) -> Span | None:
    """The name that is the subject before a phrase; an age or a description between commas may follow it."""
    clause = scene.clause(hit.sentence)
    end = hit.first
    span = name_to(scene, hit.sentence, end)
    if span is not None or clause.word(end - 1) != ",":
        return span
    comma = next((k for k in range(end - 2, max(-1, end - 14), -1) if clause.lower[k] == ","), None)
    return None if comma is None else name_to(scene, hit.sentence, comma)


def name_to(scene: Scene, number: int, end: int) -> Span | None:
    """The name that ends before word `end`."""
    clause = scene.clause(number)
    for first in range(max(0, end - LONGEST), end - SHORTEST + 1):
        if first and clause.capital(first - 1):
            continue
        span = name_from(scene, number, first)
        if span is not None and span[1] == end:
            return span
    return None


def names_after(scene: Scene, hit: Hit) -> Iterator[Span]:
    """The names of the list after a phrase."""
    clause = scene.clause(hit.sentence)
    k, last = hit.last, min(clause.size, hit.last + LIST_END)
    gap = 0
    while k < last and gap <= 8:
        span = name_from(scene, hit.sentence, k)
        if span is None:
            k, gap = k + 1, gap + 1
            continue
        yield span
        k, gap = span[1], 0


def name_from(scene: Scene, number: int, first: int) -> Span | None:
    """The name that starts at word `first`: capitalised words and links, no titles, no place."""
    clause, closed = scene.clause(number), scene.lex.closed
    for k in range(first, first + TITLES):
        if clause.word(k) in closed.titles and clause.capital(k) == clause.capital(first):
            first = k + 2 if clause.word(k + 1) == STOP else k + 1
    last = first
    while clause.capital(last) or (clause.word(last) in closed.name_links and clause.capital(last + 1)):
        if last > first and clause.word(last) == "'s":
            break
        if clause.word(last + 1) == STOP and clause.ends[last] - clause.starts[last] == 1:
            last += 1  # an initial with its stop
        last += 1
    if not SHORTEST <= last - first <= LONGEST or clause.upper:
        return None
    if not is_name(clause, (first, last)) or scene.place_in(number, *clause.span(first, last)):
        return None
    return first, last


def is_name(clause: Clause, span: Span) -> bool:
    """Whether no word of capitalised words marks them as something else than a person's name."""
    words = clause.lower[span[0] : span[1]]
    lex = clause.lex
    if (
        clause.closed.titles & {words[-1]}
        or words[0] in clause.closed.determiners
        or words[0] in clause.closed.links
    ):
        return False
    return not any(word in lex.sets["unnamed"] or word[0].isdigit() or word in lex.skipped for word in words)


def person(scene: Scene, clause: Clause, span: Span, role: str, rule: str) -> PersonNamed:
    """The person as a claim."""
    start, end = clause.span(*span)
    quote = scene.text[start:end]
    return PersonNamed(
        id=content_id("person", scene.report.id, start, end, quote, role),
        report=scene.report.id,
        start=start,
        end=end,
        quote=quote,
        name=" ".join(quote.split()),
        role=role,
        confidence=CONFIDENCE[rule],
        rules=(rule,),
    )
