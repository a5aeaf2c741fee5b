"""`none-told`: a denied harm noun without a number is a count of none: "no hubo muertos", "sin heridos".

In a language that denies with the verb and needs no word like "no casualties" before the noun. Wrong where
only a kind of the harm is denied ("no hubo heridos graves").
"""

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.mentions import HarmMention
from recuento.extract.figures.quantity import Quantity
from recuento.extract.figures.told import Told

VERB_REACH = 7  # tokens between the harm noun and the verb of telling
NEGATOR_REACH = 5  # tokens between that verb and its negator
COUNTED = ("noun", "state", "victim", "transitive")
STOPS = (",", ";", ".", ":", "(", ")")


def none_told(a: Analysis) -> list[Told]:
    """The counts of none in a sentence."""
    if not a.words.none_told:
        return []
    found: list[Told] = []
    denied = -1  # the end of the last denied harm
    for mention in a.mentions:
        first = _first(a, mention)
        if first is None:
            continue
        at = _joined(a, first, denied) if denied >= 0 else None
        at = at if at is not None else _denial(a, first)
        if at is not None:
            quantity = Quantity(at, at + 1, at, at + 1, 0, 0, "exactly", "zero", a.lower(at))
            found.append(Told(mention.senses[0].measure, quantity, "none-told", mention))
            denied = mention.last
    return found


def _first(a: Analysis, mention: HarmMention) -> int | None:
    """The first token of a bare phrase of victims or deaths that may be denied, or None."""
    senses = mention.of(*COUNTED)
    if not senses or a.tag(mention.first) not in ("NOUN", "ADJ", "VERB", "PROPN"):
        return None
    only = senses[0].entry in a.lexicon.harms.nouns_of_only and senses[0].measure != "casualties"
    one = senses[0].form == "singular"
    number = a.phrase_at.get(mention.first)
    if only or one or a.tag(mention.first - 1) == "AUX":
        return None
    if number is None:
        return mention.first
    phrase = a.phrases[number]
    bare = phrase.quantity is None and phrase.determiner in ("", *a.words.none_adjectives)
    return phrase.first if bare else None


def _denial(a: Analysis, first: int) -> int | None:
    """The token that denies a harm noun at token `first`: "sin" right before it, or the negator of a verb."""
    while a.lower(first - 1) in a.words.none_adjectives:
        first -= 1
    if a.lower(first - 1) in a.words.without:
        return first - 1
    for end in range(first, max(0, first - VERB_REACH), -1):
        told = a.grammar.none_told.ending(a.lowers, end)
        if told:
            return _negator(a, told[0])
        if a.lower(end - 1) in STOPS or a.tag(end - 1) in ("CCONJ", "SCONJ", "VERB", "NUM"):
            return None
    return None


def _negator(a: Analysis, verb: int) -> int | None:
    for k in range(verb - 1, max(-1, verb - 1 - NEGATOR_REACH), -1):
        if a.lower(k) in a.words.negators:
            return k
        if a.lower(k) in STOPS:
            return None
    return None


def _joined(a: Analysis, first: int, denied: int) -> int | None:
    """The token that joins a harm noun to one denied before ("ni heridos", "o heridos"), or None."""
    joiner = first - 1
    near = 0 <= joiner - denied <= 1
    return joiner if near and (a.lower(joiner) in a.words.negators or a.tag(joiner) == "CCONJ") else None
