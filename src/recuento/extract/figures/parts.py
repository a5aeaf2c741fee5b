"""Parts of a whole, and items of a list whose verb stands only once.

`part`: "including 3,324 children and 2,062 women", "of which nearly 1,100 ...", "160 children" after a whole.
`gapped-place`: "10 people died in the north, 9 in the south and another 3 on the coast".
"""

from collections.abc import Sequence

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.candidates import PERSON, Candidate, unit_of
from recuento.extract.figures.phrases import Phrase

OPENER_REACH = 3  # tokens that may stand between the words that open parts and the part ("among them, at least")


def find_parts(
    a: Analysis, own: Sequence[Candidate], before: Sequence[Candidate], sentence: int
) -> tuple[list[Candidate], list[tuple[Candidate, Candidate]]]:
    """New candidates of the sentence that lean on another, and (part, whole) pairs.

    `before` holds the candidates of the sentence before, for parts that open a sentence ("Among them were ...").
    """
    known = {c.first: c for c in own}
    made: list[Candidate] = []
    pairs: list[tuple[Candidate, Candidate]] = []
    part_end = -1
    whole: Candidate | None = None
    for phrase in a.phrases:
        if phrase.quantity is None or phrase.quantity.kind == "zero":
            continue
        mine = known.get(phrase.quantity.first)
        opened = _opened(a, phrase)
        if opened is not None:
            whole = _whole(opened, [*own, *made], before)
        elif not (whole is not None and _continues(a, part_end, phrase, mine)):
            whole = None
        if whole is not None and _fits(whole, phrase):
            part = mine or _lean(a, phrase, whole, "part", sentence)
            if part is not None and part.first != whole.first:
                pairs.append((part, whole))
                part_end = phrase.last
                if mine is None:
                    made.append(part)
                continue
        if mine is None:
            gapped = _gapped(a, phrase, [*own, *made], sentence)
            if gapped is not None:
                made.append(gapped)
    return made, pairs


def _opened(a: Analysis, phrase: Phrase) -> int | None:
    """The token where the words that open parts begin, before (or, "two of them", after) the phrase."""
    for skip in range(OPENER_REACH):
        found = a.grammar.parts_open.ending(a.lowers, phrase.first - skip)
        if found:
            return found[0]
        if a.lower(phrase.first - skip - 1) == "(" and a.phrase_ending(phrase.first - skip - 1) is not None:
            return phrase.first - skip - 1  # "eight others (three soldiers and five civilians)"
        if phrase.first - skip - 1 < 0 or a.tag(phrase.first - skip - 1) not in ("PUNCT", "AUX", "ADV", "ADP", "DET"):
            break
    listed = a.example_list(a.phrases.index(phrase))
    if listed is not None:
        return listed
    assert phrase.quantity is not None
    after = a.grammar.parts_after.at(a.lowers, phrase.quantity.stop)
    return phrase.first if after else None


def _whole(opened: int, own: Sequence[Candidate], before: Sequence[Candidate]) -> Candidate | None:
    """The nearest candidate before the opening words, in the sentence or else in the one before."""
    earlier = [c for c in own if c.last <= opened]
    if earlier:
        return max(earlier, key=lambda c: c.first)
    return before[-1] if before else None


def _continues(a: Analysis, part_end: int, phrase: Phrase, mine: Candidate | None) -> bool:
    """Whether a phrase goes on with a list of parts: joined by "and" or a comma, with no harm of its own."""
    if part_end < 0 or (mine is not None and mine.rule != "part"):
        return False
    between = a.lowers[part_end : phrase.first]
    joined = bool(between) and all(a.grammar.list_marks.at(list(between), k) for k in range(len(between)))
    if joined:
        return True
    return phrase.noun is not None and bool(phrase.noun.facets) and a.lower(phrase.first - 1) in (",", ";")


def _fits(whole: Candidate, phrase: Phrase) -> bool:
    """Whether a quantity can be a part: not more than its whole, and of its kind."""
    quantity = phrase.quantity
    if quantity is None or (phrase.noun is not None and phrase.noun.kind == "not_counted"):
        return False
    if quantity.kind in ("share", "fraction"):
        return True
    least = quantity.low if quantity.low is not None else quantity.high
    most = whole.high if whole.high is not None else None
    return least is None or most is None or least <= most


def _lean(a: Analysis, phrase: Phrase, whole: Candidate, rule: str, sentence: int) -> Candidate | None:
    """A candidate that takes its harm from another."""
    quantity = phrase.quantity
    assert quantity is not None
    unit = unit_of(whole.measure, phrase, quantity)
    if unit is None:
        return None
    bare = phrase.noun is None
    if quantity.kind in ("share", "fraction"):
        bare, unit = False, "share"
    return Candidate(
        sentence, quantity.first, quantity.last, whole.measure, quantity.low, quantity.high, quantity.qualifier,
        whole.unit if bare else unit, True, quantity.kind, (whole.noun or PERSON) if bare else phrase.noun, phrase,
        rule, phrase.first, phrase.last, whole.actor if whole.sentence == sentence else None,
    )


def _gapped(a: Analysis, phrase: Phrase, known: Sequence[Candidate], sentence: int) -> Candidate | None:
    """A bare number with a place of its own, after a figure in the same list."""
    if phrase.first == 0 or a.lower(phrase.last) not in a.words.gap_openers:
        return None
    bare = phrase.head < 0 or a.lowers[phrase.head] in a.lexicon.groups.elliptical or phrase.first == phrase.last - 1
    earlier = [c for c in known if c.last <= phrase.first and c.explicit]
    before = a.lower(phrase.first - 1)
    listed = before in (",", ";", "(", ":") or a.tag(phrase.first - 1) == "CCONJ"
    following = a.phrase_starting(phrase.last + 1)
    place = phrase.last + 1 in a.sheet.timed or (following is not None and not a.phrases[following].quantity)
    if not (bare and earlier and listed and place):
        return None
    made = _lean(a, phrase, earlier[-1], "gapped-place", sentence)
    end = a.phrases[following].last if following is not None else phrase.last + 2
    return made._replace(harm_last=min(end, len(a.lowers))) if made is not None else None


def find_copular_parts(a: Analysis, known: Sequence[Candidate], before: Sequence[Candidate], sentence: int) -> list[tuple[Candidate, Candidate]]:
    """(part, whole) pairs of `copular-part`: "Twenty-eight were women", "seven of the victims were children"."""
    found: list[tuple[Candidate, Candidate]] = []
    taken = {c.first for c in known}
    for number, phrase in enumerate(a.phrases):
        quantity = phrase.quantity
        if quantity is None or quantity.kind != "exact" or quantity.first in taken or a.lower(phrase.last) not in a.words.be:
            continue
        after = a.phrase_starting(phrase.last + 1)
        stated = a.phrases[after].noun if after is not None and a.phrases[after].quantity is None else None
        bare = phrase.head < 0 or phrase.partitive or (phrase.noun is not None and phrase.noun.kind == "person")
        whole = _whole(phrase.first, known, before)
        if stated is None or not stated.plural or not stated.facets or not bare or whole is None or a.governed(number):
            continue
        part = _lean(a, phrase, whole, "copular-part", sentence) if _fits(whole, phrase) else None
        if part is not None:
            found.append((part._replace(noun=stated), whole))
    return found
