"""Rules for harm nouns: counted themselves, with their victims after "of", or with an owner."""

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.frame import VERBAL, Frame, by_actor, fatal_sense
from recuento.extract.figures.lexicon import Sense
from recuento.extract.figures.lists import conjuncts_left, conjuncts_right
from recuento.extract.figures.mentions import HarmMention
from recuento.extract.figures.phrases import Phrase
from recuento.extract.figures.subjects import subject

NAMING_REACH = 10  # tokens of a remark between those who are named and "be"


def counted_noun(a: Analysis, mention: HarmMention) -> Frame | None:
    """`counted-noun`: a quantity with a harm noun as its head: "12 deaths", "4,900 prisoners", "no
    casualties".

    Wrong where the noun counts events rather than people ("two murders" by one act) or an earlier state of
    affairs.
    """
    number = a.phrase_at.get(mention.first)
    senses = mention.of("noun", "victim")
    if number is None or not senses or a.phrases[number].quantity is None:
        return None
    phrase, sense = a.phrases[number], senses[0]
    if not mention.first <= phrase.head < mention.last or _is_of_only(a, phrase, sense):
        return None
    if any(a.lowers[k] in a.words.earlier for k in range(phrase.first, mention.first)):
        return None
    if sense.part == "victim" and not _verb_near(a, sense.entry):
        return None
    if sense.part == "noun" and a.lower(phrase.last) in a.words.of:
        inner = a.phrase_starting(phrase.last + 1)
        if inner is not None and a.phrases[inner].quantity is not None:
            return None
    return Frame(sense.measure, (number,), None, "counted-noun", mention, sense)


def _is_of_only(a: Analysis, phrase: Phrase, sense: Sense) -> bool:
    """Whether a harm noun counts victims only with "of" ("12 killings" are events), except that there were
    none.
    """
    none = phrase.quantity is not None and phrase.quantity.kind == "zero"
    return sense.entry in a.lexicon.harms.nouns_of_only and not none


def harm_of(a: Analysis, mention: HarmMention) -> Frame | None:
    """`harm-of`: a harm noun or gerund with its victims after "of": "the deaths of 12 miners", "injuries to
    two nurses".

    Wrong where the words after "of" or "by" name the doer or the cause ("the killings by 12 men").
    """
    senses = _nouns_with_victims(a, mention)
    link = mention.last + (a.lower(mention.last) == "[" or a.lower(mention.last) in a.words.done)
    while a.words.subjects_follow and (link in a.sheet.timed or a.tag(link) == "ADV"):
        link += 1  # "la muerte ayer de Ana Ruiz"
    plain = a.lower(link) in a.words.of
    if not senses or a.lower(link) not in a.words.victim_links or (senses[0].part != "noun" and not plain):
        return None
    number = a.counted_starting(link + 1)
    if number is None or a.lower(mention.first - 1) in a.words.object_marks:
        return None  # "condenado a muerte"
    phrase = a.phrases[number]
    if phrase.noun is None and phrase.quantity is None and not (phrase.proper or phrase.determiner):
        return None  # "injuries of various kinds"
    described = phrase.noun is not None and phrase.determiner in a.words.new_determiners
    if not plain and phrase.quantity is None and not described:
        return None
    opens = not any(a.tag(k) in ("VERB", "AUX") for k in range(mention.first))
    victims = tuple(conjuncts_right(a, number, governed=opens and a.words.subjects_follow))
    sense = fatal_sense(a, mention, senses[0])
    return Frame(sense.measure, victims, by_actor(a, mention), "harm-of", mention, sense)


def possessive_harm(a: Analysis, mention: HarmMention) -> Frame | None:
    """`possessive-harm`: a harm noun with its victim as owner: "Silva's death", "the mayor's murder".

    Wrong where the owner is the doer ("the gang's killing of a guard"). It gives implied victims only.
    """
    senses = mention.of("noun")
    number = a.phrase_at.get(mention.first)
    if not senses or number is None or senses[0].form != "singular":
        return None
    if a.lower(mention.first - 1) not in a.words.possessive:
        return None
    return Frame(senses[0].measure, (number,), None, "possessive-harm", mention, senses[0])


def injuries_had(a: Analysis, mention: HarmMention) -> Frame | None:
    """`injuries-had`: injuries that somebody has: "three people received burn injuries", "two men with bullet
    wounds".

    Wrong where the injuries are those that somebody tells of ("nine doctors reported injuries").
    """
    senses = tuple(s for s in mention.of("noun") if s.measure == "injured")
    number = a.phrase_at.get(mention.first)
    if not senses or number is None or a.phrases[number].quantity is not None:
        return None
    before = a.phrases[number].first - 1
    if a.lower(before) in a.words.with_words:
        had = a.phrase_ending(before)
    else:
        had = subject(a, before) if a.lower(before) in a.words.suffer else None
    if had is None:
        return None
    return Frame(senses[0].measure, tuple(conjuncts_left(a, had)), None, "injuries-had", mention, senses[0])


def named_state(a: Analysis, mention: HarmMention) -> Frame | None:
    """`named-state`: those called by what happened to them, and named or counted after "be" or a mark:
    "Los fallecidos son Ana Ruiz y Luz Vega", "El detenido, Luis Rey, fue ...".

    Wrong where the words after "be" only describe ("the dead were many").
    """
    senses = mention.of("state", "victim")
    number = a.phrase_at.get(mention.first)
    phrase = a.phrases[number] if number is not None else None
    if not senses or phrase is None or phrase.quantity is not None or not phrase.determiner:
        return None
    if phrase.determiner in a.words.new_determiners or phrase.head >= mention.last:
        return None
    start = _naming_start(a, phrase.last)
    following = a.phrase_starting(start) if start is not None else None
    if following is None or not _names_victim(a, following, after_mark=a.lower((start or 1) - 1) == ","):
        return None
    victims = tuple(k for k in conjuncts_right(a, following) if _names_victim(a, k, after_mark=False))
    return Frame(senses[0].measure, victims, None, "named-state", mention, senses[0])


def _naming_start(a: Analysis, at: int) -> int | None:
    """The token where names may begin after a phrase that ends at `at`: past its complements, after a form
    of "be", a comma or a colon.
    """
    at = a.after_complements(at)
    if a.lower(at) == ",":
        closing = next((k for k in range(at + 1, at + NAMING_REACH) if a.lower(k) == ","), None)
        told = closing is not None and a.lower(closing + 1) in a.words.be
        return closing + 2 if told and closing is not None else at + 1
    return at + 1 if a.lower(at) in a.words.be or a.lower(at) == ":" else None


def _names_victim(a: Analysis, number: int, *, after_mark: bool) -> bool:
    """Whether a phrase names one of the victims, by name or, after "be", by number."""
    phrase = a.phrases[number]
    named = a.tag(phrase.last - 1) == "PROPN" or a.lower(phrase.last - 1) == "."
    person = phrase.noun is not None and phrase.noun.kind == "person"
    return (named and phrase.quantity is None) or (phrase.quantity is not None and person and not after_mark)


def _nouns_with_victims(a: Analysis, mention: HarmMention) -> tuple[Sense, ...]:
    """The senses of a mention that may have victims after "of": nouns, remains with their verb, gerunds."""
    remains = tuple(
        s for s in mention.of("victim") if s.entry in a.lexicon.harms.needs_verb and _verb_near(a, s.entry)
    )
    gerunds = tuple(s for s in mention.of(*VERBAL) if s.form == "gerund")
    return mention.of("noun") or remains or gerunds


def _verb_near(a: Analysis, entry: str) -> bool:
    """Whether a noun that needs one of some verbs ("bodies were recovered") has it in the sentence."""
    needed = a.lexicon.needs_verb.get(entry)
    return needed is None or any(lower in needed for lower in a.lowers)
