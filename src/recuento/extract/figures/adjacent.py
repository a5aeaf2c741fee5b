"""Rules for harm words that stand right beside the number or the counted noun."""

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.frame import Frame, by_actor, state_senses
from recuento.extract.figures.lists import conjuncts_left, conjuncts_right
from recuento.extract.figures.mentions import HarmMention

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
    if phrase.quantity is None or mention.last != phrase.last or phrase.head >= mention.last:
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
    ends = mention.first - 1 if a.lower(mention.first - 1) in a.words.as_words else mention.first
    number = a.phrase_ending(ends) if senses else None
    if number is None:
        return None
    victims = tuple(conjuncts_left(a, number, subject=not a.governed(number)))
    phrase = a.phrases[number]
    named = phrase.proper and a.lower(phrase.first - 1) in a.words.left
    counted = any(a.phrases[k].quantity for k in victims)
    if not counted and not ((phrase.determiner or a.headline) and phrase.noun) and not named:
        return None
    return Frame(senses[0].measure, victims, by_actor(a, mention), "phrase-state", mention, senses[0])


def inverted(a: Analysis, mention: HarmMention) -> Frame | None:
    """`inverted`: a participle that opens the sentence: "Killed were two officers", "Also injured were three
    clerks".

    Wrong where the participle is of something else than harm ("Lost were two hours").
    """
    senses = state_senses(mention)
    if not senses or mention.first > OPENING or a.lower(mention.last) not in a.words.be:
        return None
    number = a.phrase_starting(mention.last + 1)
    if number is None:
        return None
    victims = tuple(conjuncts_right(a, number))
    return Frame(senses[0].measure, victims, None, "inverted", mention, senses[0])
