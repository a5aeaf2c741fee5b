"""Figures that stand after a label or a toll, with no noun phrase to lean on: "Deaths: 12", "the toll rose to
60".
"""

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.candidate import PEOPLED
from recuento.extract.figures.mentions import HarmMention
from recuento.extract.figures.none_told import none_told
from recuento.extract.figures.quantity import Quantity
from recuento.extract.figures.told import Told
from recuento.extract.figures.told_before import told_before

__all__ = ["Told", "find_told"]

LONGEST_ROW = 9  # tokens of a table row flattened to a line
TOLL_REACH = 22  # tokens from the word for a toll to its number: "the toll in the fire at the mill in X rose"


def find_told(a: Analysis) -> list[Told]:
    """The figures of labels and tolls in a sentence."""
    told: list[Told] = []
    if not a.lexicon.label_words.isdisjoint(a.lowers):
        for at in range(len(a.lowers)):
            told += _label(a, at)
    for mention in a.mentions:
        told += _toll(a, mention)
    told += told_before(a)
    told += none_told(a)
    return told or _row(a)


def _label(a: Analysis, first: int) -> list[Told]:
    """`label-number`: the label stands first on its line or after a list mark, its mark and the number
    follow.
    """
    found = a.lexicon.labels.at(a.lowers, first)
    if not found or a.lower(found[0]) not in a.lexicon.harms.label_marks:
        return []
    at, measure = found
    quantity = _quantity_at(a, at + 1)
    if quantity is None or quantity.kind not in ("exact", "vague", "zero"):
        return []
    before = a.lower(first - 1)
    opens = first == 0 or before in (",", ";", "|", "•", "*", "-", "–", "(", ":", ".") or before[:1].isdigit()
    return [Told(measure, quantity, "label-number", HarmMention(first, at, ()))] if opens else []


def _row(a: Analysis) -> list[Told]:
    """`table-row`: a short line without a verb, with harm words and one number at its end ("Houses damaged
    1,204").
    """
    if len(a.lowers) > LONGEST_ROW or len(a.sheet.quantities) != 1 or a.sheet.quantities[0].kind != "exact":
        return []
    quantity = a.sheet.quantities[0]
    ends = quantity.stop == len(a.lowers) or (
        quantity.stop == len(a.lowers) - 1 and a.tag(quantity.stop) == "PUNCT"
    )
    verbs = any(a.tag(k) in ("AUX", "VERB") and k not in a.mention_at for k in range(len(a.lowers)))
    senses = [
        s
        for m in a.mentions
        if m.last <= quantity.begin
        for s in m.of("state", "noun", "victim", "transitive")
    ]
    if not ends or verbs or not senses or a.lower(quantity.begin - 1) in a.words.prepositions:
        return []
    return [Told(senses[0].measure, quantity, "table-row", HarmMention(0, quantity.begin, ()))]


def _toll(a: Analysis, mention: HarmMention) -> list[Told]:
    """`toll-number`: the numbers that a toll reaches; "from 58 to 60" gives both."""
    senses = mention.of("toll")
    if not senses:
        return []
    links = a.lexicon.harms.toll_links
    found: list[Told] = []
    at, reach = mention.last, mention.last + TOLL_REACH
    linked = False
    while at < min(len(a.lowers), reach):
        quantity = _quantity_at(a, at)
        if quantity is not None and quantity.kind in ("exact", "vague", "zero") and at not in a.sheet.timed:
            exceeded = any(a.lower(k) in links for k in range(quantity.begin, quantity.first))
            if _is_number_of_toll(a, quantity, linked or exceeded):
                found.append(Told(senses[0].measure, quantity, "toll-number", mention))
                if not _goes_on(a, quantity):
                    break
            at = quantity.stop
            linked = False
            continue
        passed = linked and a.lower(at) in a.words.articles  # "touched the 500-mark"
        linked = passed or a.lower(at) in links or a.tag(at) in ("AUX", "ADV")
        if a.lower(at) in (";",) or (found and not linked and a.lower(at) not in links):
            break
        at += 1
    return found


def _is_number_of_toll(a: Analysis, quantity: Quantity, linked: bool) -> bool:
    """Whether the number is the toll itself: a link word stands before it and it counts people or nothing."""
    number = a.phrase_at.get(quantity.first)
    noun = a.phrases[number].noun if number is not None else None
    if noun is None and quantity.kind == "vague" and quantity.word in a.vague_needs_noun:
        return False  # "attendance was thin, as several had left"
    return linked and (noun is None or noun.kind == "person" or noun.unit in PEOPLED)


def _goes_on(a: Analysis, quantity: Quantity) -> bool:
    return a.lower(quantity.stop) in a.words.range_to


def _quantity_at(a: Analysis, at: int) -> Quantity | None:
    return next((q for q in a.sheet.quantities if q.begin == at), None)
