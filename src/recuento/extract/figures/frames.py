"""From a harm mention to its frame: whose harm it is (phrases) and, where the grammar says so, who did it.

Each rule is a function from the analysis and a mention to a frame or None; `RULES` is their order. The first that
fires on a mention wins. README.md in this folder lists them with an example and a counter-example each.
"""

from collections.abc import Callable
from typing import NamedTuple

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.lexicon import Sense
from recuento.extract.figures.mentions import HarmMention

VERBAL = ("transitive", "weapon")
PASSIVE_FORMS = ("participle", "phrase", "past")
COMPANY_REACH = 22  # tokens between a passive verb and "along with"
NEAR_BY = 8  # tokens between a passive verb and its "by"


class Frame(NamedTuple):
    """A harm with the phrases of its victims, its actor, and the rule that says so."""

    measure: str
    victims: tuple[int, ...]
    actor: int | None
    rule: str
    mention: HarmMention
    sense: Sense


Rule = Callable[[Analysis, HarmMention], Frame | None]


def counted_noun(a: Analysis, mention: HarmMention) -> Frame | None:
    """A quantity with a harm noun as its head: "12 deaths", "4,900 prisoners", "no casualties"."""
    number = a.phrase_at.get(mention.first)
    senses = mention.of("noun", "victim")
    if number is None or not senses or a.phrases[number].quantity is None:
        return None
    phrase = a.phrases[number]
    if not mention.first <= phrase.head < mention.last or senses[0].entry in a.lexicon.harms.nouns_of_only:
        return None
    if senses[0].part == "victim" and not _verb_near(a, senses[0].entry):
        return None
    if senses[0].part == "noun" and a.lower(phrase.last) in a.words.of:
        inner = a.phrase_starting(phrase.last + 1)
        if inner is not None and a.phrases[inner].quantity is not None:
            return None
    return Frame(senses[0].measure, (number,), None, "counted-noun", mention, senses[0])


def _verb_near(a: Analysis, entry: str) -> bool:
    """Whether a noun that needs one of some verbs ("bodies were recovered") has it in the sentence."""
    needed = a.lexicon.harms.needs_verb.get(entry)
    return needed is None or any(lower in needed for lower in a.lowers)


def number_state(a: Analysis, mention: HarmMention) -> Frame | None:
    """A number whose head is a state word: "12 dead", "20,242 wounded", "3,000 forcibly displaced"."""
    number = a.phrase_at.get(mention.first)
    senses = mention.of("state", *VERBAL)
    senses = tuple(s for s in senses if s.part == "state" or s.form in PASSIVE_FORMS)
    if number is None or not senses:
        return None
    phrase = a.phrases[number]
    if phrase.quantity is None or mention.last != phrase.last or phrase.head >= mention.last:
        return None
    if phrase.noun is not None and phrase.head < mention.first and phrase.noun.kind == "not_counted":
        return None
    return Frame(senses[0].measure, (number,), _by_actor(a, mention), "number-state", mention, senses[0])


def attributive_state(a: Analysis, mention: HarmMention) -> Frame | None:
    """A state word before the counted noun: "13 wounded soldiers", "two missing fishermen"."""
    number = a.phrase_at.get(mention.first)
    senses = mention.of("state")
    if number is None or not senses:
        return None
    phrase = a.phrases[number]
    if phrase.quantity is None or not phrase.first <= mention.first < phrase.head or phrase.noun is None:
        return None
    if phrase.noun.kind == "not_counted" or mention.first < phrase.quantity.stop:
        return None
    return Frame(senses[0].measure, (number,), None, "attributive-state", mention, senses[0])


def harm_of(a: Analysis, mention: HarmMention) -> Frame | None:
    """A harm noun or gerund with its victims after "of": "the deaths of 12 miners", "injuries to two nurses"."""
    remains = tuple(s for s in mention.of("victim") if s.entry in a.lexicon.harms.needs_verb and _verb_near(a, s.entry))
    gerunds = tuple(s for s in mention.of("transitive", "weapon") if s.form == "gerund")
    senses = mention.of("noun") or remains or gerunds
    link = mention.last + 1 if a.lower(mention.last) == "[" else mention.last
    if not senses or a.lower(link) not in a.words.victim_links:
        return None
    if senses[0].part != "noun" and a.lower(link) not in a.words.of:
        return None
    number = a.phrase_starting(link + 1)
    if number is None:
        return None
    described = a.phrases[number].noun is not None and a.phrases[number].determiner in a.words.new_determiners
    if a.lower(link) not in a.words.of and a.phrases[number].quantity is None and not described:
        return None
    return Frame(senses[0].measure, tuple(a.conjuncts_right(number)), _by_actor(a, mention), "harm-of", mention, senses[0])


def causative(a: Analysis, mention: HarmMention) -> Frame | None:
    """A verb that makes people leave: "forced 3,000 people to flee", "left thousands homeless" by its complement."""
    senses = mention.of("causative")
    number = a.phrase_starting(mention.last) if senses else None
    if number is None:
        return None
    victims = a.conjuncts_right(number)
    at = a.phrases[victims[-1]].last
    for skip in range(4):
        if a.lexicon.complements[senses[0].measure].at(a.lowers, at + skip):
            return Frame(senses[0].measure, tuple(victims), None, "causative", mention, senses[0])
    return None


def active_object(a: Analysis, mention: HarmMention) -> Frame | None:
    """An active verb with its object: "killed at least 12", "killing 12 people", "to arrest three men"."""
    senses = mention.of(*VERBAL)
    if not senses or all(s.form == "phrase" for s in senses):
        return None
    if senses[0].form == "gerund" and a.tag(mention.first) == "NOUN":
        return None  # "the shooting shows"
    start = a.group_start(mention.first)
    perfect = any(a.lower(k) in a.words.have for k in range(start, mention.first))
    passive = a.is_passive(mention.first)
    if passive and senses[0].form != "gerund":
        return None
    after = mention.last
    while a.tag(after) == "CCONJ" and after + 1 in a.mention_at:  # "killed or wounded 12"
        after = a.mention_at[after + 1].last
    number = a.phrase_starting(after)
    if number is None or a.phrases[number].pronoun:
        return None
    if not perfect and senses[0].form in PASSIVE_FORMS and _is_reduced(a, mention, number):
        return None
    actor = a.subject(mention.first)
    victims = a.conjuncts_right(number)
    sense = senses[0]
    fatal = a.lower(mention.first - 1) in a.lexicon.harms.fatally
    if sense.part == "weapon" and (fatal or a.lexicon.to_death.at(a.lowers, a.phrases[victims[-1]].last)):
        sense = sense._replace(measure="killed", part="transitive")
    return Frame(sense.measure, tuple(victims), actor, "active-object", mention, sense)


def _is_reduced(a: Analysis, mention: HarmMention, number: int) -> bool:
    """Whether a phrase after a participle is no object: a new clause's subject or a list's next item."""
    before = a.phrase_ending(mention.first)
    return before is not None and a.phrases[before].quantity is not None and a.is_subject(number)


def passive_subject(a: Analysis, mention: HarmMention) -> Frame | None:
    """A passive with its subject: "12 people, two of them children, were killed", "was shot and killed"."""
    senses = tuple(s for s in mention.of(*VERBAL) if s.form in PASSIVE_FORMS)
    if not senses or not a.is_passive(mention.first):
        return None
    number = a.subject(mention.first)
    if number is None:
        return None
    after = _announced(a, mention) if a.phrases[number].pronoun else None
    if after is not None:
        return Frame(senses[0].measure, (after,), None, "announced-after", mention, senses[0])
    victims = [*a.conjuncts_left(number), *_companions(a, mention)]
    return Frame(senses[0].measure, tuple(victims), _by_actor(a, mention), "passive-subject", mention, senses[0])


def _companions(a: Analysis, mention: HarmMention) -> list[int]:
    """Those named after the verb as having suffered the same: "was killed ..., along with two of his guards"."""
    for k in range(mention.last, min(len(a.lowers), mention.last + COMPANY_REACH)):
        found = a.grammar.comitative.at(a.lowers, k)
        number = a.phrase_starting(found[0]) if found else None
        if number is not None:
            return a.conjuncts_right(number)
        if k in a.mention_at or a.lower(k) == ";":
            return []
    return []


def _announced(a: Analysis, mention: HarmMention) -> int | None:
    """The quantity that a clause with a pronoun announces: "they were forced to flee again: 3,000 people"."""
    for k in range(mention.last, min(len(a.lowers), mention.last + 4)):
        if a.lower(k) in a.words.open_marks:
            number = a.phrase_starting(k + 1)
            return number if number is not None and a.phrases[number].quantity else None
    return None


def phrase_state(a: Analysis, mention: HarmMention) -> Frame | None:
    """State words right after the phrase: "12 people dead", "six others injured", "11 people still missing"."""
    senses = mention.of("state", *VERBAL)
    senses = tuple(s for s in senses if s.part == "state" or s.form in PASSIVE_FORMS)
    ends = mention.first - 1 if a.lower(mention.first - 1) in a.words.as_words else mention.first
    number = a.phrase_ending(ends) if senses else None
    if number is None:
        return None
    victims = a.conjuncts_left(number)
    phrase = a.phrases[number]
    named = phrase.proper and a.lower(phrase.first - 1) in a.words.left
    if not any(a.phrases[k].quantity for k in victims) and not (phrase.determiner and phrase.noun) and not named:
        return None
    return Frame(senses[0].measure, tuple(victims), _by_actor(a, mention), "phrase-state", mention, senses[0])


def copular_state(a: Analysis, mention: HarmMention) -> Frame | None:
    """A state said of the subject: "8,005 people were dead", "two are still missing", "12 are feared dead"."""
    senses = mention.of("state")
    among = _among(a, mention)
    start = a.group_start(among if among is not None else mention.first)
    if not senses or not a.has_be(start, among if among is not None else mention.first):
        return None
    number = a.subject(among if among is not None else mention.first)
    if number is None:
        return None
    return Frame(senses[0].measure, tuple(a.conjuncts_left(number)), None, "copular-state", mention, senses[0])


def _among(a: Analysis, mention: HarmMention) -> int | None:
    """The token of "among" in "are among the wounded", or None."""
    at = mention.first - 1
    if a.tag(at) == "DET":
        at -= 1
    return at if a.lower(at) in a.words.among else None


def intransitive_subject(a: Analysis, mention: HarmMention) -> Frame | None:
    """A verb whose subject suffers or takes part: "12 people died", "thousands took to the streets"."""
    senses = mention.of("intransitive")
    if not senses or (a.lower(mention.first - 1) in a.words.articles and mention.last == mention.first + 1):
        return None
    start = a.group_start(mention.first)
    if senses[0].form in ("past", "third", "base") and a.has_be(start, mention.first):
        return None  # "people who were gathered there" take no part
    number = a.subject(mention.first)
    if number is None:
        number = a.phrase_ending(mention.first)
    if number is None:
        return None
    return Frame(senses[0].measure, tuple(a.conjuncts_left(number)), None, "intransitive-subject", mention, senses[0])


def injuries_had(a: Analysis, mention: HarmMention) -> Frame | None:
    """Injuries that somebody has: "three people received burn injuries", "two men with bullet wounds"."""
    senses = tuple(s for s in mention.of("noun") if s.measure == "injured")
    number = a.phrase_at.get(mention.first)
    if not senses or number is None or a.phrases[number].quantity is not None:
        return None
    before = a.phrases[number].first - 1
    if a.lower(before) in a.words.with_words:
        had = a.phrase_ending(before)
    else:
        had = a.subject(before) if a.lower(before) in a.words.suffer else None
    if had is None:
        return None
    return Frame("injured", tuple(a.conjuncts_left(had)), None, "injuries-had", mention, senses[0])


def in_shelter(a: Analysis, mention: HarmMention) -> Frame | None:
    """People said to be in a shelter: "15,000 people were in 33 relief camps"."""
    if mention.senses[0].part != "shelter":
        return None
    at = mention.first
    while at > 0 and (a.phrase_at.get(at - 1) == a.phrase_at.get(mention.first) or a.tag(at - 1) in ("NUM", "ADJ", "DET", "ADV")):
        at -= 1
    verb = at - 1
    harms = a.lexicon.harms
    inside = a.lower(verb - 1) in (harms.sheltering if a.lower(verb) in a.words.inside else harms.taken_to)
    if a.lower(verb) not in a.words.inside | a.words.range_to:
        return None
    weak = mention.senses[0].entry in harms.shelters_by_verb
    beside = a.phrase_ending(verb)
    if inside or (a.has_be(a.group_start(verb), verb) and not weak):
        number = a.subject(verb - 1 if inside else verb)
    else:
        number = beside if a.lower(verb) in a.words.inside and (not weak or a.phrases[beside or 0].noun is None) else None
    if number is None or a.phrases[number].quantity is None:
        return None
    return Frame("displaced", (number,), None, "in-shelter", mention, mention.senses[0])


def inverted(a: Analysis, mention: HarmMention) -> Frame | None:
    """A participle that opens the sentence: "Killed were two officers", "Also wounded: three clerks"."""
    senses = tuple(s for s in mention.of("state", *VERBAL) if s.part == "state" or s.form in PASSIVE_FORMS)
    if not senses or mention.first > 2 or a.lower(mention.last) not in a.words.be:
        return None
    number = a.phrase_starting(mention.last + 1)
    if number is None:
        return None
    return Frame(senses[0].measure, tuple(a.conjuncts_right(number)), None, "inverted", mention, senses[0])


def possessive_harm(a: Analysis, mention: HarmMention) -> Frame | None:
    """A harm noun with its victim as owner: "the mayor's murder", "Silva's death"."""
    senses = mention.of("noun")
    number = a.phrase_at.get(mention.first)
    if not senses or number is None or senses[0].form != "singular":
        return None
    if a.lower(mention.first - 1) not in a.words.possessive:
        return None
    return Frame(senses[0].measure, (number,), None, "possessive-harm", mention, senses[0])


def _by_actor(a: Analysis, mention: HarmMention) -> int | None:
    """The phrase after "by" that follows a passive or a noun."""
    for k in range(mention.last, min(len(a.lowers), mention.last + NEAR_BY)):
        if a.lower(k) in a.words.by:
            return a.phrase_starting(k + 1)
        if a.lower(k) in (";", ".") or (a.tag(k) == "VERB" and k not in a.mention_at):
            return None
    return None


RULES: tuple[Rule, ...] = (
    counted_noun,
    number_state,
    attributive_state,
    harm_of,
    inverted,
    causative,
    active_object,
    passive_subject,
    phrase_state,
    copular_state,
    intransitive_subject,
    possessive_harm,
    injuries_had,
    in_shelter,
)


def find_frames(a: Analysis) -> list[Frame]:
    """The frames of a sentence, in the order of their mentions."""
    frames = []
    for mention in a.mentions:
        if a.negated(mention):
            continue
        frame = next((made for rule in RULES if (made := rule(a, mention)) is not None), None)
        if frame is not None:
            frames.append(frame)
    return [_with_actor(a, frame, frames) for frame in frames]


def _with_actor(a: Analysis, frame: Frame, frames: list[Frame]) -> Frame:
    """A frame whose actor is found beyond its own clause, where it has none of its own."""
    taken = next((f for f in frames if frame.actor is not None and frame.actor in f.victims and f is not frame), None)
    if taken is not None:  # "rebels killed two farmers, kidnapped three": the farmers are no kidnappers
        return frame._replace(actor=taken.actor)
    if frame.actor is not None or not frame.victims:
        return frame
    first = a.phrases[frame.victims[0]].first
    if a.lower(first - 1) in a.words.left | a.words.inflict:
        return frame._replace(actor=a.subject(first - 1))
    return frame
