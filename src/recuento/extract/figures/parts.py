"""Parts of a whole, and items of a list whose verb stands only once.

`part`: "including 14 miners and nine nurses", "of which nearly 60 ...", "two of them teachers". Wrong
where the opening words lean on something else than the figure before them.
`gapped-place`: "10 people died in the north, 9 in the south and another 3 on the coast". Wrong where the
place or time after the number belongs to another count.
"""

from collections.abc import Sequence

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.candidate import Candidate
from recuento.extract.figures.copular import among_start
from recuento.extract.figures.lean import fits, lean, measures_named, nearest_whole
from recuento.extract.figures.lists import example_list
from recuento.extract.figures.phrases import Phrase
from recuento.extract.figures.quantity import Quantity

FEWEST_PARTS = 2
OPENER_REACH = 3  # tokens between the words that open parts and the part ("among them, at least")
BETWEEN = ("PUNCT", "AUX", "ADV", "ADP", "DET")  # word classes of these


class PartFinder:
    """Goes through the phrases of one sentence, with the whole whose parts are being listed."""

    def __init__(self, a: Analysis, own: Sequence[Candidate], before: Sequence[Candidate]) -> None:
        self.a = a
        self.before = before
        self.known = {c.first: c for c in own}
        self.told = list(own)
        self.made: list[Candidate] = []
        self.pairs: list[tuple[Candidate, Candidate]] = []
        self.whole: Candidate | None = None
        self.part_end = -1

    def take(self, number: int, quantity: Quantity) -> None:
        """Read one phrase with its quantity: as a part, else as an item with a place of its own."""
        phrase = self.a.phrases[number]
        mine = self.known.get(quantity.first)
        opened = opening(self.a, number, quantity)
        among = mine is not None and among_start(self.a, mine.harm_first) is not None
        if opened is not None or among:
            opened = phrase.first if opened is None else opened
            named = measures_named(self.a, opened, phrase.first)
            self.whole = nearest_whole(opened, self.told, self.before, named)
        elif self.whole is not None and not self._continues(phrase, mine):
            self.whole = None
        if self._is_part(phrase, quantity, mine) or mine is not None:
            return
        gapped = _gapped(self.a, phrase, quantity, self.told)
        if gapped is not None:
            self._make(gapped)
            self._share_whole(gapped, phrase, quantity)

    def _is_part(self, phrase: Phrase, quantity: Quantity, mine: Candidate | None) -> bool:
        """Whether the phrase is a part of the whole being listed; notes it then."""
        whole = self.whole
        if whole is None or not fits(whole, phrase, quantity):
            return False
        part = mine or lean(self.a, phrase, quantity, whole, "part")
        if part is None or part.first == whole.first:
            return False
        self.pairs.append((part, whole))
        self.part_end = phrase.last
        if mine is None:
            self._make(part)
        return True

    def _share_whole(self, gapped: Candidate, phrase: Phrase, quantity: Quantity) -> None:
        """An item of a list is a part of the same whole as the item before it ("11 in the north, five in
        the south").
        """
        before = max((c.first for c in self.told if c.first < gapped.first and c.explicit), default=-1)
        wholes = [whole for part, whole in self.pairs if part.first == before]
        if wholes and fits(wholes[0], phrase, quantity):
            self.pairs.append((gapped, wholes[0]))

    def _make(self, candidate: Candidate) -> None:
        self.made.append(candidate)
        self.told.append(candidate)

    def _continues(self, phrase: Phrase, mine: Candidate | None) -> bool:
        """Whether a phrase goes on with a list of parts: joined by "and" or a comma, with no harm of
        its own.
        """
        a = self.a
        if self.part_end < 0 or (mine is not None and mine.rule != "part"):
            return False
        between = list(a.lowers[self.part_end : phrase.first])
        if between and all(a.grammar.list_marks.at(between, k) for k in range(len(between))):
            return True
        states = phrase.noun is not None and bool(phrase.noun.facets)
        return states and a.lower(phrase.first - 1) in (",", ";")


def find_parts(
    a: Analysis, own: Sequence[Candidate], before: Sequence[Candidate]
) -> tuple[list[Candidate], list[tuple[Candidate, Candidate]]]:
    """New candidates of the sentence that lean on another, and (part, whole) pairs.

    `before` holds the candidates of the sentence before, for parts that open a sentence ("Among them were
    ...").
    """
    finder = PartFinder(a, own, before)
    for number, phrase in enumerate(a.phrases):
        if phrase.quantity is not None and phrase.quantity.kind != "zero":
            finder.take(number, phrase.quantity)
    return finder.made, finder.pairs


def find_apposed(a: Analysis, own: Sequence[Candidate]) -> list[tuple[Candidate, Candidate]]:
    """`apposed-part`: (part, whole) pairs of numbers told right after a count that they add up to: "26 hurt,
    sixteen civilians and ten policemen".

    Wrong only where numbers of others add up by chance.
    """
    found: list[tuple[Candidate, Candidate]] = []
    known = {c.first: c for c in own}
    for whole in own:
        listed = _listed_after(a, whole) if whole.explicit and whole.kind == "exact" else []
        worths = [quantity.high for _, quantity in listed]
        if len(listed) < FEWEST_PARTS or None in worths or sum(w or 0 for w in worths) != whole.high:
            continue
        for phrase, quantity in listed:
            part = known.get(quantity.first) or lean(a, phrase, quantity, whole, "apposed-part")
            if part is not None:
                found.append((part._replace(measure=whole.measure), whole))
    return found


def _listed_after(a: Analysis, whole: Candidate) -> list[tuple[Phrase, Quantity]]:
    """The counted phrases of people in the list that begins after a comma or colon right after a figure."""
    phrase_end = whole.phrase.last if whole.phrase is not None else 0
    found: list[tuple[Phrase, Quantity]] = []
    harm_end = whole.harm_last if whole.harm_first >= whole.last else 0
    at = max(whole.last, harm_end, phrase_end)
    while a.lower(at) in (",", ":") or (found and a.tag(at) == "CCONJ"):
        number = a.phrase_starting(at + 1 + (a.tag(at + 1) == "CCONJ"))
        phrase = a.phrases[number] if number is not None else None
        if phrase is None or phrase.quantity is None or phrase.noun is None or phrase.noun.kind != "person":
            break
        found.append((phrase, phrase.quantity))
        at = a.after_complements(phrase.last)
    return found


def opening(a: Analysis, number: int, quantity: Quantity) -> int | None:
    """The token where the words that open parts begin, before (or, "two of them", after) a phrase; None
    without any.
    """
    first = a.phrases[number].first
    for at in range(first, first - OPENER_REACH, -1):
        found = a.grammar.parts_open.ending(a.lowers, at)
        if found:
            return found[0]
        if a.lower(at - 1) == "(" and a.phrase_ending(at - 1) is not None:
            return at - 1  # "eight others (three soldiers and five civilians)"
        if a.tag(at - 1) not in BETWEEN and a.lower(at - 1) not in a.words.there_is:
            break
    listed = example_list(a, number)
    if listed is not None:
        return listed
    after = a.grammar.parts_after.at(a.lowers, quantity.stop)
    if not after and a.words.adjectives_follow and quantity.stop < a.phrases[number].last:
        after = a.grammar.parts_after.at(a.lowers, a.phrases[number].last)  # "tres niños entre ellos"
    return first if after and not _does_else(a, number, after[0]) else None


def _does_else(a: Analysis, number: int, end: int) -> bool:
    """Whether "one of them" stands for a person who does something else: after a preposition ("the driver of
    one of them"), or before a verb that is no "be" ("one of them carried the bag").
    """
    if a.lower(a.phrases[number].first - 1) in a.words.of:
        return True
    while a.tag(end) in ("PRON", "ADV") or a.lower(end) in a.words.relatives:
        if a.lower(end) in a.words.relative_places:
            return False  # "nineteen of them when they waited"
        end += 1
    return (
        a.tag(end) == "VERB"
        and a.lower(end) not in a.words.be
        and end not in a.mention_at
        and not a.lower(end).endswith(
            (*a.words.gerund_endings, *a.words.participle_endings, *a.words.negative_endings)
        )
    )


def _gapped(a: Analysis, phrase: Phrase, quantity: Quantity, known: Sequence[Candidate]) -> Candidate | None:
    """A bare number with a place of its own, after a figure in the same list."""
    if phrase.first == 0 or a.lower(phrase.last) not in a.words.gap_openers:
        return None
    elliptical = phrase.head < 0 or a.lowers[phrase.head] in a.lexicon.groups.elliptical
    bare = elliptical or phrase.first == phrase.last - 1
    earlier = [c for c in known if c.last <= phrase.first and c.explicit]
    listed = a.lower(phrase.first - 1) in (",", ";", "(", ":") or a.tag(phrase.first - 1) == "CCONJ"
    following = a.phrase_starting(phrase.last + 1)
    place = phrase.last + 1 in a.sheet.timed or (following is not None and not a.phrases[following].quantity)
    if not (bare and earlier and listed and place):
        return None
    made = lean(a, phrase, quantity, earlier[-1], "gapped-place")
    end = a.phrases[following].last if following is not None else phrase.last + 2
    return made._replace(harm_last=min(end, len(a.lowers))) if made is not None else None
