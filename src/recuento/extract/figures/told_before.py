"""Numbers that a verb of reaching gives to a definite noun of harm, which is no word for a toll.

`toll-before`: the number stands before it: "suben a nueve los pastores fallecidos", "ya son 23 los
muertos", "eleva a 45 la cifra de víctimas". Wrong where the noun after the number begins another clause.
`toll-of-state`: the number stands after it: "los muertos en el norte ascienden a 12", "los fallecidos son
tres". Wrong where the number counts something else that the same people did.
"""

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.mentions import HarmMention
from recuento.extract.figures.quantity import Quantity
from recuento.extract.figures.told import Told

COUNTED = ("toll", "state", "noun", "victim", "transitive")
RANGE_REACH = 4  # further back where the number is the end of a change ("elevó de cuatro a 40")
LINK_REACH = 3  # tokens before the number in which the verb stands ("se elevó ya a 45")


def told_before(a: Analysis) -> list[Told]:
    """The numbers of a sentence that stand before what they count."""
    if not a.words.subjects_follow:
        return []
    found: list[Told] = []
    for mention in a.mentions:
        senses = mention.of(*COUNTED)
        quantity = _quantity_before(a, _first(a, mention)) if senses else None
        rule = "toll-before"
        if quantity is None and senses and not mention.of("toll"):
            quantity, rule = _quantity_after(a, mention), "toll-of-state"
        if quantity is not None and all(told.quantity != quantity for told in found):
            found.append(Told(senses[0].measure, quantity, rule, mention))
    return found


def _first(a: Analysis, mention: HarmMention) -> int:
    """The first token of the phrase that the harm word stands in or follows, -1 without a determiner."""
    number = a.phrase_at.get(mention.first)
    ending = a.phrase_ending(mention.first)
    for each in (number, ending, _total(a, ending), _total(a, number)):
        if each is not None and a.phrases[each].quantity is None and a.phrases[each].determiner:
            return a.phrases[each].first
    article = a.lower(mention.first) in a.words.articles  # a toll that begins with its article
    return mention.first if article else -1


def _total(a: Analysis, number: int | None) -> int | None:
    """The word for a total that a phrase belongs to: of "el número de menores fallecidos" the number."""
    if number is None or a.lower(a.phrases[number].first - 1) not in a.words.of:
        return None
    outer = a.phrase_ending(a.phrases[number].first - 1)
    total = outer is not None and a.lowers[a.phrases[outer].head] in a.words.totals
    return outer if total else None


def _quantity_before(a: Analysis, first: int) -> Quantity | None:
    """The bare quantity right before a phrase, with a verb of reaching before it."""
    number = a.phrase_at.get(first - 1) if first > 0 else None
    phrase = a.phrases[number] if number is not None else None
    if phrase is None or phrase.quantity is None or phrase.head >= 0 or phrase.last != first:
        return None
    begin = phrase.quantity.begin
    changed = a.lower(begin - 1) in a.words.range_to and a.tag(begin - 2) == "NUM"
    reach = LINK_REACH + RANGE_REACH * changed
    before = [a.lower(k) for k in range(max(0, begin - reach), begin)]
    verbs = a.lexicon.harms.toll_links - a.words.prepositions
    return phrase.quantity if any(lower in verbs for lower in before) else None


def _quantity_after(a: Analysis, mention: HarmMention) -> Quantity | None:
    """The quantity that a verb of reaching gives to a definite phrase of the harmed before it."""
    number = a.phrase_at.get(mention.first)
    if number is None:
        number = a.phrase_ending(mention.first)
    phrase = a.phrases[number] if number is not None else None
    if phrase is None or phrase.quantity is not None:
        return None
    if phrase.determiner not in a.words.toll_determiners and _total(a, number) is None:
        return None
    at = a.after_complements(max(phrase.last, mention.last))
    start, links = at, a.lexicon.harms.toll_links
    verbs = links - a.words.prepositions
    while (
        a.lower(at) in links or a.tag(at) in ("ADV", "AUX") or a.lower(at) in a.words.clitics | a.words.modals
    ):
        at += 1
    reached = any(a.lower(k) in verbs for k in range(start, at))
    quantity = next((q for q in a.sheet.quantities if q.begin <= at <= q.first), None)
    if quantity is not None and not reached:  # "superan los 160"
        reached = any(a.lower(k) in verbs for k in range(quantity.begin, quantity.first))
    quantity = quantity if reached else None
    counted = a.phrase_at.get(quantity.first) if quantity is not None else None
    noun = a.phrases[counted].noun if counted is not None else None
    return quantity if noun is None or noun.kind == "person" else None
