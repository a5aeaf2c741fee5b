"""Rules for harm words that stand right beside the number or the counted noun."""

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.frame import Frame, by_actor, state_senses
from recuento.extract.figures.lists import conjuncts_left, conjuncts_right
from recuento.extract.figures.mentions import HarmMention
from recuento.extract.figures.subjects import antecedent, subject

OPENING = 2  # tokens before a participle that opens its sentence ("Also injured were ...")


def number_state(a: Analysis, mention: HarmMention) -> Frame | None:
    """`number-state`: a number whose head is a state word: "12 dead", "20,242 wounded", "3,000 forcibly
    displaced".

    Wrong where the state word describes a noun that follows in another phrase.
    """
    number = a.phrase_at.get(mention.first)
    senses = state_senses(mention)
    if number is None or not senses:
        return None
    phrase = a.phrases[number]
    headed = a.words.adjectives_follow and mention.first <= phrase.head < mention.last
    if phrase.quantity is None or phrase.head >= mention.last or not (headed or mention.last == phrase.last):
        return None
    if phrase.noun is not None and phrase.head < mention.first and phrase.noun.kind == "not_counted":
        return None
    return Frame(senses[0].measure, (number,), by_actor(a, mention), "number-state", mention, senses[0])


def attributive_state(a: Analysis, mention: HarmMention) -> Frame | None:
    """`attributive-state`: a state word before the counted noun: "13 wounded soldiers", "two missing
    fishermen".

    Wrong where the state is old news that only tells the people apart ("two injured players sat out").
    """
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


def phrase_state(a: Analysis, mention: HarmMention) -> Frame | None:
    """`phrase-state`: state words right after the phrase: "12 people dead", "six others injured", "11 still
    missing".

    Wrong where the state is of something else in a list ("12 doors, dead bolts").
    """
    senses = state_senses(mention)
    if senses and senses[0].part == "weapon" and a.lower(mention.last) in a.words.aimed:
        return None
    ends = mention.first - 1 if a.lower(mention.first - 1) in a.words.as_words else mention.first
    ends = a.past_aside_left(ends)
    number = a.phrase_ending(ends) if senses else None
    if number is None or a.be_before(mention.first, mention.last):
        return None
    number = _counted_outside(a, number)
    victims = tuple(conjuncts_left(a, number, subject=not a.governed(number)))
    phrase = a.phrases[number]
    named = phrase.proper and (a.words.adjectives_follow or a.lower(phrase.first - 1) in a.words.left)
    counted = any(a.phrases[k].quantity for k in victims)
    standing = phrase.determiner in a.words.standing and phrase.head < 0  # "y otro gravemente herido"
    described = (phrase.determiner or a.headline) and phrase.noun is not None
    if not (counted or described or named or standing):
        return None
    return Frame(senses[0].measure, victims, by_actor(a, mention), "phrase-state", mention, senses[0])


def state_object(a: Analysis, mention: HarmMention) -> Frame | None:
    """`state-object`: a state said of an object that follows it: "dejó heridas a 12 personas", "mantienen
    secuestrados a dos", "dejó sin hogar a 300 familias".

    Wrong where the object belongs to another verb.
    """
    senses = state_senses(mention)
    verb = a.group_start(mention.first) - 1
    if a.lower(mention.first - 1) in a.words.resultatives:
        verb = mention.first - 1
    if not senses or not a.words.object_marks or a.lower(verb) not in a.words.resultatives:
        return None
    number = a.object_starting(mention.last)
    if number is None or a.lower(a.phrases[number].first - 1) not in a.words.object_marks:
        relative = a.group_start(verb) - 1  # "los tres que mantienen secuestrados"
        number = antecedent(a, relative) if a.lower(relative) in a.words.relatives else None
    if number is None:
        return None
    victims = tuple(conjuncts_right(a, number))
    return Frame(senses[0].measure, victims, subject(a, verb), "state-object", mention, senses[0])


def _counted_outside(a: Analysis, number: int) -> int:
    """The counted phrase that a complement right before a state belongs to: "12 miembros de la policía
    muertos"; where adjectives follow their noun.
    """
    outer: int | None = number
    while a.words.adjectives_follow and outer is not None and a.phrases[outer].quantity is None:
        if a.lower(a.phrases[outer].first - 1) not in a.words.complement_prepositions:
            return number
        outer = a.phrase_ending(a.phrases[outer].first - 1)
    return outer if outer is not None else number


def among_state(a: Analysis, mention: HarmMention) -> Frame | None:
    """`among-state`: those said to be among the harmed: "entre los muertos hay tres niños", "among the dead
    were two nurses".

    Wrong where the words after the verb are only near them.
    """
    senses = tuple(s for s in mention.of("state", "victim", "noun") if s.measure != "casualties")
    number = a.phrase_at.get(mention.first)
    phrase = a.phrases[number] if number is not None else None
    if not senses or phrase is None or not phrase.determiner or phrase.quantity is not None:
        return None
    if a.lower(phrase.first - 1) not in a.words.among:
        return None
    at = a.after_complements(phrase.last)
    while a.lower(at) in a.words.clitics or a.tag(at) == "ADV":
        at += 1
    after = a.phrase_starting(at + 1) if a.lower(at) in a.words.be or a.tag(at) in ("VERB", "AUX") else None
    if after is None or at in a.mention_at:
        return None
    victims = tuple(conjuncts_right(a, after))
    return Frame(senses[0].measure, victims, None, "among-state", mention, senses[0])


def inverted(a: Analysis, mention: HarmMention) -> Frame | None:
    """`inverted`: a participle that opens the sentence: "Killed were two officers", "Also injured were three
    clerks".

    Wrong where the participle is of something else than harm ("Lost were two hours").
    """
    senses = state_senses(mention)
    if not senses or mention.first > OPENING:
        return None
    if a.lower(mention.last) in a.words.be:
        number = a.phrase_starting(mention.last + 1)
    else:  # "Asesinado a tiros un alcalde"
        number = a.following_subject(mention.last) if mention.first == 0 else None
    if number is None:
        return None
    victims = tuple(conjuncts_right(a, number))
    return Frame(senses[0].measure, victims, None, "inverted", mention, senses[0])
