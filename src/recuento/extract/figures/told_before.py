"""`toll-before`: a number that a verb of reaching gives before the noun that tells what is counted:
"ascienden a siete los civiles fallecidos", "ya son 23 los muertos", "eleva a 45 la cifra de víctimas".

Wrong where the noun after the number begins another clause.
"""

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.mentions import HarmMention
from recuento.extract.figures.quantity import Quantity
from recuento.extract.figures.told import Told

COUNTED = ("toll", "state", "noun", "victim", "transitive")
LINK_REACH = 3  # tokens before the number in which the verb stands ("se elevó ya a 45")
COMPLEMENT = 3  # tokens of a toll's noun before its harm word ("la cifra total de muertos")


def told_before(a: Analysis) -> list[Told]:
    """The numbers of a sentence that stand before what they count."""
    if not a.words.subjects_follow:
        return []
    found: list[Told] = []
    for mention in a.mentions:
        senses = mention.of(*COUNTED)
        quantity = _quantity_before(a, _first(a, mention)) if senses else None
        if quantity is not None and all(told.quantity != quantity for told in found):
            found.append(Told(senses[0].measure, quantity, "toll-before", mention))
    return found


def _first(a: Analysis, mention: HarmMention) -> int:
    """The first token of the phrase that the harm word stands in or follows, -1 without a determiner."""
    number = a.phrase_at.get(mention.first)
    ending = a.phrase_ending(mention.first)
    for each in (number, ending):
        if each is not None and a.phrases[each].quantity is None and a.phrases[each].determiner:
            return a.phrases[each].first
    article = a.lower(mention.first) in a.words.articles  # a toll that begins with its article
    return mention.first if article else -1


def _quantity_before(a: Analysis, first: int) -> Quantity | None:
    """The bare quantity right before a phrase, with a verb of reaching before it."""
    number = a.phrase_at.get(first - 1) if first > 0 else None
    phrase = a.phrases[number] if number is not None else None
    if phrase is None or phrase.quantity is None or phrase.head >= 0 or phrase.last != first:
        return None
    begin = phrase.quantity.begin
    before = [a.lower(k) for k in range(max(0, begin - LINK_REACH), begin)]
    verbs = a.lexicon.harms.toll_links - a.words.prepositions
    return phrase.quantity if any(lower in verbs for lower in before) else None
