"""Rules for harm verbs: their objects, the subjects of their passives, and subjects that suffer or take
part.
"""

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.frame import PASSIVE_FORMS, VERBAL, Frame, by_actor, fatal_sense
from recuento.extract.figures.lexicon import Sense
from recuento.extract.figures.lists import conjuncts_left, conjuncts_right
from recuento.extract.figures.mentions import HarmMention
from recuento.extract.figures.subjects import dropped_subject, subject

SUFFERED = ("injured", "destroyed", "damaged", "affected", "displaced")  # measures of what happens by itself
SUFFERING = ("third", "participle")
HEADLINE = 1  # tokens before a participle that opens a headline
ANNOUNCED = 4  # tokens between a passive and the mark that announces a number
COMPANY_REACH = 22  # tokens between a passive verb and "along with"
COMPLEMENT_REACH = 4  # tokens between an object and its complement


def causative(a: Analysis, mention: HarmMention) -> Frame | None:
    """`causative`: a verb whose object is made to leave: "forced 3,000 people to flee", "drove 80 from their
    homes".

    Wrong where the complement belongs to somebody else than the object.
    """
    senses = mention.of("causative")
    number = a.object_starting(_past_complement(a, mention, senses)) if senses else None
    if number is None:
        return None
    victims = conjuncts_right(a, number)
    at = a.phrases[victims[-1]].last
    if _past_complement(a, mention, senses) > mention.last:
        return Frame(senses[0].measure, tuple(victims), None, "causative", mention, senses[0])
    for skip in range(COMPLEMENT_REACH):
        for sense in senses:
            if a.lexicon.complements[sense.measure].at(a.lowers, at + skip):
                return Frame(sense.measure, tuple(victims), None, "causative", mention, sense)
    return None


def _past_complement(a: Analysis, mention: HarmMention, senses: tuple[Sense, ...]) -> int:
    """The token after the complement, where it stands before its object: "obligó a huir a 400 familias"."""
    found = a.lexicon.complements[senses[0].measure].at(a.lowers, mention.last)
    return a.after_complements(found[0]) if found and a.words.object_marks else mention.last


def active_object(a: Analysis, mention: HarmMention) -> Frame | None:
    """`active-object`: an active verb with its object: "killed at least 12", "killing 12 people", "to arrest
    three men".

    Wrong where a participle after a noun is taken for a past tense ("the man killed two days ago").
    """
    senses = mention.of(*VERBAL)
    if not senses or all(s.form == "phrase" for s in senses):
        return None
    if senses[0].form == "gerund" and a.tag(mention.first) == "NOUN":
        return None  # "the shooting shows"
    start = a.group_start(mention.first)
    perfect = _has_have(a, start, mention)
    if a.is_passive(mention.first) and senses[0].form != "gerund":
        return None
    after = _after_verbs(a, mention)
    number = a.object_starting(after) if a.words.object_marks else a.phrase_starting(after)
    if number is None and a.words.object_marks:
        number = _relative_object(a, start)
    if number is None or a.phrases[number].pronoun or _is_bare_participle(a, mention, senses[0], number):
        return None
    if a.words.object_marks and not _may_suffer(a, number):
        return None
    if senses[0].part == "weapon" and senses[0].form == "gerund" and _is_compound(a, number):
        return None
    if not perfect and senses[0].form in PASSIVE_FORMS and _is_reduced(a, mention, number):
        return None
    victims = conjuncts_right(a, number)
    sense = fatal_sense(a, mention, senses[0], a.phrases[victims[-1]].last)
    return Frame(sense.measure, tuple(victims), subject(a, mention.first), "active-object", mention, sense)


def _is_compound(a: Analysis, number: int) -> bool:
    """Whether a gerund only stands before a bare noun in the singular: "the shooting suspect"."""
    phrase = a.phrases[number]
    bare = not phrase.determiner and phrase.quantity is None and not phrase.proper
    return bare and phrase.noun is not None and not phrase.noun.plural


def _relative_object(a: Analysis, start: int) -> int | None:
    """Those whom a relative clause makes the object of its verb: "los siete guardias a los que mataron"."""
    at = start - 1
    if a.lower(at) not in a.words.relatives:
        return None
    mark = at - 2 if a.lower(at - 1) in a.words.articles else at - 1
    return a.phrase_ending(mark) if a.lower(mark) in a.words.object_marks else None


def _may_suffer(a: Analysis, number: int) -> bool:
    """Whether a phrase may be what a verb of harm acts on: counted, named, described, or a thing of the
    lists; not "frente" in "se concentró frente a la alcaldía".
    """
    phrase = a.phrases[number]
    listed = phrase.noun is not None and phrase.noun.kind != "not_counted"
    return (
        phrase.quantity is not None or phrase.proper or listed or phrase.determiner in a.words.new_determiners
    )


def _is_bare_participle(a: Analysis, mention: HarmMention, sense: Sense, number: int) -> bool:
    """Whether a participle without "have" stands before a phrase in a language whose participles are no past
    tense: then it says what state somebody is in, and takes an object only at the start ("Detenidos tres
    hombres").
    """
    if not a.words.participle_endings or sense.form not in ("participle", "phrase"):
        return False
    if _has_have(a, a.group_start(mention.first), mention):
        return False
    marked = a.lower(a.phrases[number].first - 1) in a.words.object_marks
    if a.tag(mention.first - 1) == "CCONJ" and marked:
        return False  # "habían liberado a 640 presos y dado muerte a tres guardias"
    return mention.first > HEADLINE or a.phrases[number].first != mention.last


def _after_verbs(a: Analysis, mention: HarmMention) -> int:
    """The token after a harm verb and those joined to it: "killed or wounded 12"."""
    after = mention.last
    while a.tag(after) == "CCONJ" and after + 1 in a.mention_at:
        after = a.mention_at[after + 1].last
    return after


def _is_reduced(a: Analysis, mention: HarmMention, number: int) -> bool:
    """Whether a phrase after a participle is no object: a new clause's subject or a list's next item."""
    before = a.phrase_ending(mention.first)
    return before is not None and a.phrases[before].quantity is not None and a.is_subject(number)


def passive_subject(a: Analysis, mention: HarmMention) -> Frame | None:
    """`passive-subject`: a passive with its subject: "12 people, two of them children, were killed".

    Where the subject is a pronoun and a number is announced after the verb ("they had to flee: 3,000
    people"), the number is the victims (`announced-after`). Wrong where the subject found belongs to another
    verb.
    """
    senses = tuple(s for s in mention.of(*VERBAL) if s.form in PASSIVE_FORMS)
    if not senses or not a.is_passive(mention.first):
        return None
    number = _subject_of(a, mention)
    if number is None:
        return None
    if a.phrases[number].first >= mention.last:
        victims = (*conjuncts_right(a, number), *_companions(a, mention))
        return Frame(senses[0].measure, victims, by_actor(a, mention), "passive-subject", mention, senses[0])
    after = _announced(a, mention) if a.phrases[number].pronoun else None
    if after is not None:
        return Frame(senses[0].measure, (after,), None, "announced-after", mention, senses[0])
    victims = (*_counted_names(a, conjuncts_left(a, number)), *_companions(a, mention))
    return Frame(senses[0].measure, victims, by_actor(a, mention), "passive-subject", mention, senses[0])


def _counted_names(a: Analysis, victims: list[int]) -> list[int]:
    """The count before the names that tell whom it counts, instead of them: "two others, Roe and Poe, were
    shot".
    """
    first = a.phrases[victims[0]].first
    before = a.phrase_ending(first - 1) if a.lower(first - 1) == "," else None
    counted = a.phrases[before].quantity if before is not None else None
    named = all(a.phrases[number].proper for number in victims)
    same = counted is not None and counted.low == counted.high == len(victims)
    return [before] if before is not None and named and same and len(victims) > 1 else victims


def _has_have(a: Analysis, start: int, mention: HarmMention) -> bool:
    return any(a.lower(k) in a.words.have for k in range(start, mention.first))


def _subject_of(a: Analysis, mention: HarmMention) -> int | None:
    """The subject of a verb: what follows it at once, what stands before it, else what follows later."""
    following = a.following_subject(mention.last)
    if following is not None and a.phrases[following].first == mention.last:
        return following
    before = subject(a, mention.first)
    if before is not None and not _is_doubtful(a, before):
        return before
    if following is not None:
        return following
    dropped = dropped_subject(a, mention)
    return dropped if dropped is not None else before


def _is_doubtful(a: Analysis, number: int) -> bool:
    """Whether a subject before the verb can't be one of harm: no people, no number, no name."""
    phrase = a.phrases[number]
    if not a.words.subjects_follow or phrase.quantity is not None or phrase.proper or phrase.pronoun:
        return False
    return phrase.noun is None or phrase.noun.kind == "not_counted"


def reflexive_subject(a: Analysis, mention: HarmMention) -> Frame | None:
    """`reflexive-subject`: a verb of harm that its subject suffers by itself: "doce mil hectáreas se
    quemaron", "30 niños se intoxicaron".

    Wrong where the verb means something else so (who "se detiene" stops): such measures are left out.
    """
    senses = tuple(s for s in mention.of("transitive") if s.form in SUFFERING and s.measure in SUFFERED)
    group = range(a.group_start(mention.first), mention.first)
    if not senses or not any(a.lower(k) in a.words.clitics and a.tag(k) == "PRON" for k in group):
        return None
    number = subject(a, mention.first)
    if number is None or a.phrases[number].quantity is None:
        return None
    victims = tuple(conjuncts_left(a, number))
    return Frame(senses[0].measure, victims, None, "reflexive-subject", mention, senses[0])


def _companions(a: Analysis, mention: HarmMention) -> list[int]:
    """Those named after the verb as having suffered the same: "was killed ..., along with two of his
    guards".
    """
    for k in range(mention.last, min(len(a.lowers), mention.last + COMPANY_REACH)):
        found = a.grammar.comitative.at(a.lowers, k)
        number = a.phrase_starting(found[0]) if found else None
        if number is not None:
            return conjuncts_right(a, number)
        if k in a.mention_at or a.lower(k) == ";":
            return []
    return []


def _announced(a: Analysis, mention: HarmMention) -> int | None:
    """The quantity that a clause with a pronoun announces: "they had to leave their farms: 450 families"."""
    for k in range(mention.last, min(len(a.lowers), mention.last + ANNOUNCED)):
        if a.lower(k) in a.words.open_marks:
            number = a.phrase_starting(k + 1)
            return number if number is not None and a.phrases[number].quantity else None
    return None


def intransitive_subject(a: Analysis, mention: HarmMention) -> Frame | None:
    """`intransitive-subject`: a verb whose subject suffers or takes part: "12 people died", "thousands
    marched".

    Wrong where the verb's sense is another ("two men fled" tells of suspects: such small counts are left
    out).
    """
    senses = mention.of("intransitive")
    if not senses or (a.lower(mention.first - 1) in a.words.articles and mention.last == mention.first + 1):
        return None
    start = a.group_start(mention.first)
    if senses[0].form == "participle" and a.words.participle_endings and not _has_have(a, start, mention):
        return None  # "los fallecidos" are told of by other rules
    if senses[0].form in ("past", "third", "base") and a.has_be(start, mention.first):
        return None  # "people who were gathered there" take no part
    number = _subject_of(a, mention)
    if number is None:
        number = a.phrase_ending(mention.first)
    if number is None:
        return None
    right = a.phrases[number].first >= mention.last
    victims = tuple(conjuncts_right(a, number) if right else conjuncts_left(a, number))
    return Frame(senses[0].measure, victims, None, "intransitive-subject", mention, senses[0])
