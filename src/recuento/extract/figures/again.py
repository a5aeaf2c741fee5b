"""Numbers that stand alone and are told of a harm named just before them in the sentence.

`admitted`: bare after a verb of counting: "la oposición cuenta 14 muertos; el Gobierno admite ocho". Wrong
where the number counts something told between the two.
`bracketed`: the same people counted in another unit: "73 familias (258 personas) fueron evacuadas". Wrong
where the bracket tells of others.
`corrected-to`: the number put in the place of one denied: "los muertos no son 13, sino 11".
"""

from collections.abc import Sequence

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.candidate import PEOPLED, PERSON, Candidate
from recuento.extract.figures.phrases import Phrase

ADVERB_REACH = 2  # tokens between the verb and its number ("reconoce solo a unos ocho")
EXACT = ("exact", "vague")


def find_again(a: Analysis, own: Sequence[Candidate]) -> list[Candidate]:
    """The candidates whose harm is that of one of a sentence's own candidates."""
    taken = {candidate.first for candidate in own}
    found: list[Candidate] = []
    told = sorted((c for c in own if c.explicit), key=lambda c: c.first)
    for phrase in a.phrases:
        quantity = phrase.quantity
        if quantity is None or quantity.kind not in EXACT or quantity.first in taken:
            continue
        before = [c for c in told if c.last <= quantity.begin]
        if before and (rule := _rule(a, phrase, before[-1])):
            found.append(_alike(before[-1], phrase, rule))
    return found


def _rule(a: Analysis, phrase: Phrase, told: Candidate) -> str:
    """The rule by which a phrase tells of the harm of the candidate before it; empty where none does."""
    if _is_bracket(a, phrase, told):
        return "bracketed"
    if phrase.head >= 0:
        return ""
    before = a.lowers[max(0, phrase.first - 1 - ADVERB_REACH) : phrase.first]
    if before and before[-1] in a.words.instead:
        return "corrected-to" if phrase.first - told.last <= ADVERB_REACH + 1 else ""
    apart = any(a.phrases[n].quantity is None and a.phrases[n].noun for n in _between(a, told, phrase))
    verb = next((k for k in range(len(before)) if before[k] in a.words.admit), None)
    if verb is None or apart or not _stands_alone(a, phrase.last):
        return ""
    between = range(phrase.first - len(before) + verb + 1, phrase.first)
    return "admitted" if all(a.tag(k) in ("ADV", "DET", "ADP") for k in between) else ""


def _between(a: Analysis, told: Candidate, phrase: Phrase) -> list[int]:
    """The numbers of the phrases with a verb's object between a candidate and a phrase, in its clause."""
    first = max((k for k in range(told.last, phrase.first) if a.lower(k) in (",", ";")), default=phrase.first)
    return [n for n, other in enumerate(a.phrases) if first < other.first < phrase.first and other.quantity]


def _stands_alone(a: Analysis, at: int) -> bool:
    """Whether nothing that is counted follows: a mark, a time, a preposition of time or place, or the end."""
    return (
        at >= len(a.lowers) or at in a.sheet.timed or a.tag(at) in ("PUNCT", "CCONJ", "ADP", "ADV", "SCONJ")
    )


def _is_bracket(a: Analysis, phrase: Phrase, told: Candidate) -> bool:
    """Whether a phrase in brackets counts the people of the phrase right before them in another unit."""
    whole = told.phrase
    if whole is None or whole.last != phrase.first - 1 or a.lower(whole.last) != "(":
        return False
    units = [each.noun.unit if each.noun else "" for each in (whole, phrase)]
    peopled = all(unit == "person" or unit in PEOPLED for unit in units)
    return a.lower(phrase.last) == ")" and peopled and units[0] != units[1]


def _alike(told: Candidate, phrase: Phrase, rule: str) -> Candidate:
    quantity = phrase.quantity
    assert quantity is not None
    noun = phrase.noun or (PERSON if told.unit == "person" else told.noun)
    return told._replace(
        first=quantity.first, last=quantity.last, low=quantity.low, high=quantity.high,
        qualifier=quantity.qualifier, kind=quantity.kind, noun=noun, phrase=phrase, rule=rule, actor=None,
        unit=phrase.noun.unit if phrase.noun is not None else told.unit, base=None,
    )  # fmt: skip
