"""Rules for what people are said to be, or where: states after "be", and shelters."""

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.frame import Frame
from recuento.extract.figures.lists import conjuncts_left, conjuncts_right
from recuento.extract.figures.mentions import HarmMention
from recuento.extract.figures.subjects import dropped_subject, subject


def copular_state(a: Analysis, mention: HarmMention) -> Frame | None:
    """`copular-state`: a state said of the subject: "two are still missing", "12 are feared dead", "are among
    the dead".

    Wrong where the state word has another sense ("the lines are dead").
    """
    senses = mention.of("state")
    among = among_start(a, mention.first)
    verb = among if among is not None else mention.first
    start = a.group_start(verb)
    if not senses or not (a.has_be(start, verb) or a.be_before(start, mention.last)):
        return None
    number = a.following_subject(mention.last)  # "están heridos tres mineros"
    if number is None or a.phrases[number].first != mention.last:
        before = subject(a, verb)
        number = before if before is not None else number
    if number is None:
        number = dropped_subject(a, mention)
    if number is None:
        return None
    right = a.phrases[number].first >= mention.last
    victims = tuple(conjuncts_right(a, number) if right else conjuncts_left(a, number))
    return Frame(senses[0].measure, victims, None, "copular-state", mention, senses[0])


def among_start(a: Analysis, first: int) -> int | None:
    """The token of "among" in "are among the wounded", or None."""
    at = first - 1
    if a.tag(at) == "DET":
        at -= 1
    return at if a.lower(at) in a.words.among else None


def in_shelter(a: Analysis, mention: HarmMention) -> Frame | None:
    """`in-shelter`: people said to be in a shelter: "2,600 people were in 14 relief camps".

    Wrong where people stay there for another reason; schools and churches therefore need a verb of
    sheltering.
    """
    sense = mention.senses[0]
    verb = _before_phrase(a, mention) - 1
    if sense.part != "shelter" or a.lower(verb) not in a.words.inside | a.words.range_to:
        return None
    number = _sheltered(a, verb, needs_verb=sense.entry in a.lexicon.harms.shelters_by_verb)
    if number is None:
        number = _sheltered_after(a, mention, verb)
    if number is None or a.phrases[number].quantity is None:
        return None
    return Frame(sense.measure, (number,), None, "in-shelter", mention, sense)


def _sheltered_after(a: Analysis, mention: HarmMention, verb: int) -> int | None:
    """Those who are in a shelter, where subjects follow: "en los albergues permanecen 3.200 personas", "están
    alojadas en albergues 3.200 personas".
    """
    inside = a.phrase_at.get(mention.first)
    if not a.words.subjects_follow or inside is None:
        return None
    told = a.lexicon.harms.sheltering | a.words.be
    end = a.phrases[inside].last
    if a.lower(end) in told:
        return a.following_subject(end + 1)
    return a.following_subject(end) if a.lower(verb - 1) in told else None


def _before_phrase(a: Analysis, mention: HarmMention) -> int:
    """The first token of the phrase that names a shelter."""
    at = mention.first
    inside = a.phrase_at.get(mention.first)
    while at > 0 and (a.phrase_at.get(at - 1) == inside or a.tag(at - 1) in ("NUM", "ADJ", "DET", "ADV")):
        at -= 1
    return at


def _sheltered(a: Analysis, verb: int, *, needs_verb: bool) -> int | None:
    """The phrase of those who are in a shelter or were taken to one; the word of place stands at token
    `verb`.
    """
    harms = a.lexicon.harms
    within = a.lower(verb) in a.words.inside
    told = a.lower(verb - 1) in (harms.sheltering if within else harms.taken_to)
    if told or (a.has_be(a.group_start(verb), verb) and not needs_verb):
        return subject(a, verb - 1 if told else verb)
    beside = a.phrase_ending(verb)
    if beside is None or not within:
        return None
    return beside if not needs_verb or a.phrases[beside].noun is None else None
