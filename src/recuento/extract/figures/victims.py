"""Single victims of a report told once, each with their last fate: who was shot and later died is a death.

`told-before`: a victim of a harm who was told of already is not counted again. Whoever is told by name is the
one of that name, or the one described and not yet named a few sentences before ("A man was shot ... Lee Roe,
34, died at the scene"); "the man" is the last one called a man, else whoever the same harm was told of ("the
driver" only who was called so); the same words in a headline and below it are one. `died-after`: one who was
told as hurt and then as dead is counted among the dead only. Can be wrong where a second victim is introduced
by "the".
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.candidate import ONE
from recuento.extract.figures.draft import Draft

NEAR = 6  # sentences between the description of a victim and the name, at most
PERSONAL = ("killed", "injured", "missing", "abducted", "detained")
DEAD, HURT = "killed", "injured"
DIED, NAMED = "died-after", "named-part"


@dataclass
class Person:
    """A single victim: the words they were called by, and the draft that tells each harm of theirs."""

    sentence: int
    sex: str | None = None
    named: list[tuple[str, ...]] = field(default_factory=list)
    described: list[tuple[str, ...]] = field(default_factory=list)
    harms: dict[str, int] = field(default_factory=dict)
    headline: bool = False
    aged: bool = False


class Mention:
    """How a draft tells of its victim."""

    def __init__(self, draft: Draft) -> None:
        candidate, a = draft.candidate, draft.analysis
        self.measure = candidate.measure
        self.sentence = candidate.sentence
        listed = candidate.rule == NAMED  # all names of a list are of different people
        self.frame = (candidate.sentence, -1 if listed else candidate.harm_first)
        self.words = _words(draft)
        self.named = _is_proper(draft)
        phrase = candidate.phrase
        self.pronoun = phrase is not None and phrase.pronoun and candidate.first == phrase.first
        self.new = not self.named and not self.pronoun and (
            phrase is None or candidate.explicit or phrase.determiner in a.words.new_determiners
        )  # fmt: skip
        self.bare = phrase is not None and a.headline and not phrase.determiner and not candidate.explicit
        self.weapon = candidate.weapon
        self.nominal = candidate.weapon and candidate.rule == "harm-of"
        self.aged = any(word.endswith(_age_endings(a)) for word in self.words)
        self.open = phrase is not None and phrase.determiner in a.words.articles
        owned = phrase is not None and phrase.determiner in a.lexicon.groups.kin_owners
        self.definite = not (self.new or self.named or owned)
        # "the man", "the victim": says nothing that tells one person from others, as "the driver" does
        facets = dict(candidate.noun.facets) if candidate.noun else {}
        self.sex = facets.get("sex")
        plain = bool(self.words) and self.words[-1] in a.lexicon.groups.generic_persons
        self.generic = self.definite and (self.pronoun or plain or "sex" in facets or "age" in facets)


def once_told(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without single victims that were told before; the links of parts are renumbered."""
    people: list[Person] = []
    dropped: set[int] = set()
    died: set[int] = set()
    frames: dict[tuple[int, int], list[Person]] = {}
    for number, draft in enumerate(drafts):
        if not _is_single(draft):
            continue
        mention = Mention(draft)
        beside = frames.setdefault(mention.frame, [])
        person = _found(mention, [p for p in people if not any(p is other for other in beside)])
        if person is None and _told_of_many(mention, drafts[:number]):
            dropped.add(number)
            continue
        if person is None:
            person = Person(mention.sentence)
            people.append(person)
        beside.append(person)
        gone = _superseded(person, mention, number, draft)
        died |= {number} if gone - {number} else set()
        dropped |= gone
        _note(person, mention, number)
    marked = [d._replace(rules=(*d.rules, DIED)) if k in died else d for k, d in enumerate(drafts)]
    return _without(marked, dropped)


def _is_single(draft: Draft) -> bool:
    """Whether a draft tells of one victim: an implied one, or a person of whom the number is one."""
    candidate = draft.candidate
    return not candidate.explicit or (
        candidate.unit == "person" and candidate.weapon and candidate.low == 1 == candidate.high
    )


def _superseded(person: Person, mention: Mention, number: int, draft: Draft) -> set[int]:
    """The drafts that what is told of a person now makes superfluous: this one, or that they were hurt."""
    if mention.measure in person.harms and not draft.candidate.explicit:
        return {number}
    if mention.measure == HURT and DEAD in person.harms:
        return {number}
    if mention.measure == DEAD and HURT in person.harms:
        return {person.harms[HURT]}
    return set()


def _note(person: Person, mention: Mention, number: int) -> None:
    person.harms.setdefault(mention.measure, number)
    person.sentence = mention.sentence
    person.sex = person.sex or mention.sex
    person.headline = person.headline or mention.bare
    person.aged = person.aged or mention.aged
    (person.named if mention.named else person.described).append(mention.words)


def _found(mention: Mention, people: Sequence[Person]) -> Person | None:
    """The person told of before whom a mention means, the latest first, or None."""
    latest = [person for person in reversed(people) if _may_be(mention, person)]
    same = next((p for p in latest if mention.words in p.named or mention.words in p.described), None)
    if same is not None or mention.measure not in PERSONAL:
        return same or next((p for p in latest if not mention.new and _called_alike(mention, p)), None)
    if mention.named:
        known = next((p for p in latest if any(_same_name(mention.words, name) for name in p.named)), None)
        return known or next((p for p in latest if not p.named and _near(mention, p)), None)
    if mention.new:
        return _hit_before(mention, latest)
    alike = next((p for p in latest if _called_alike(mention, p)), None)
    dead = [p for p in latest if DEAD in p.harms]
    if alike is None and mention.nominal and mention.measure == HURT and len(dead) == 1:
        return dead[0]  # "the shooting of their pastor", where one person was told as dead
    if alike is not None or not mention.generic:
        return alike
    latest = [p for p in latest if None in (mention.sex, p.sex) or mention.sex == p.sex]
    told = [p for p in latest if mention.measure in p.harms or (mention.measure == DEAD and HURT in p.harms)]
    return (
        told[0]
        if told
        else next(
            (p for p in latest if mention.measure == HURT and DEAD in p.harms and not _beside(mention, p)),
            None,
        )
    )


def _hit_before(mention: Mention, people: Sequence[Person]) -> Person | None:
    """The person whom an indefinite mention tells of again: of a headline, or the one dead who was shot.

    "Baker shot in Ota. A 61-year-old baker was hit ..."; "A boy died ... a man shot a 9-year-old cousin";
    "A nurse was killed ... a 38-year-old nurse lay dead", where nobody else is told as dead.
    """
    alike = [p for p in people if _called_alike(mention, p)]
    headed = next((p for p in alike if p.headline), None)
    if mention.aged and mention.measure == DEAD:
        only = [p for p in people if DEAD in p.harms]
        headed = headed or (only[0] if len(only) == 1 and not only[0].aged and mention.open else None)
    dead = [p for p in alike if DEAD in p.harms]
    shot = mention.weapon and mention.measure == HURT and len(dead) == 1
    return headed or (dead[0] if shot else None)


def _may_be(mention: Mention, person: Person) -> bool:
    """Whether a person's harms can be of the one whom a mention means: the hurt die, the held are others."""
    if mention.measure in (DEAD, HURT):
        return DEAD in person.harms or HURT in person.harms
    return mention.measure in person.harms


def _near(mention: Mention, person: Person) -> bool:
    return mention.sentence - person.sentence <= NEAR and not _beside(mention, person)


def _beside(mention: Mention, person: Person) -> bool:
    """Whether one sentence tells of another harm of the person: who dies and who is hurt there are two."""
    return mention.sentence == person.sentence and mention.measure not in person.harms


def _called_alike(mention: Mention, person: Person) -> bool:
    """Whether a definite noun, or a name, is one that the person was called by."""
    if mention.pronoun or not mention.words:
        return False
    return any(mention.words[-1] == words[-1] for words in (*person.described, *person.named) if words)


def _told_of_many(mention: Mention, earlier: Sequence[Draft]) -> bool:
    """Whether a definite mention tells of one of several told of by number before ("the man killed" of two
    dead).
    """
    if not mention.generic or mention.measure not in PERSONAL:
        return False
    harms = (
        (DEAD,)
        if mention.measure == DEAD
        else (mention.measure, DEAD)
        if mention.measure == HURT
        else (mention.measure,)
    )
    counts = [d.candidate for d in earlier if d.candidate.explicit and d.candidate.measure in harms]
    return any(c.unit == "person" and (c.high is None or c.high > 0) for c in counts)


def _without(drafts: Sequence[Draft], dropped: set[int]) -> list[Draft]:
    kept = [number for number in range(len(drafts)) if number not in dropped]
    place = {old: new for new, old in enumerate(kept)}
    return [
        drafts[old]._replace(whole=place.get(whole) if (whole := drafts[old].whole) is not None else None)
        for old in kept
    ]


def _same_name(words: tuple[str, ...], earlier: tuple[str, ...]) -> bool:
    """Whether two names may be one person's: one within the other, or the same last word."""
    return set(words) <= set(earlier) or set(earlier) <= set(words) or words[-1:] == earlier[-1:]


def _words(draft: Draft) -> tuple[str, ...]:
    """The lower-cased words of the victim, without the determiner, possessive marks and ages."""
    candidate, a = draft.candidate, draft.analysis
    words = [
        a.lowers[k] for k in range(candidate.first, candidate.last) if a.lowers[k] not in a.words.possessive
    ]
    phrase = candidate.phrase
    determined = phrase is not None and bool(phrase.determiner)
    if phrase is not None and a.words.adjectives_follow and candidate.first <= phrase.head < candidate.last:
        at = phrase.head - candidate.first  # the noun stands last, as it does in English
        words = [*words[:at], *words[at + 1 :], a.lowers[phrase.head]]
    return tuple(words[1:] if determined and len(words) > 1 else words)


def _age_endings(a: Analysis) -> tuple[str, ...]:
    """The endings of words that tell an age ("31-year-old")."""
    return tuple(marker for marker in a.lexicon.groups.age_markers if "-" in marker)


def _is_proper(draft: Draft) -> bool:
    """Whether the victim is told by name."""
    tags = draft.analysis.tags
    return draft.candidate.noun == ONE and all(
        tags[k] in ("PROPN", "PUNCT") for k in range(draft.candidate.first, draft.candidate.last)
    )
