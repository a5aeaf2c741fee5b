"""Lists: what "and" and commas join to a phrase, to either side, and lists of examples."""

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.wordclasses import VERBS

ASIDES = {")": "(", "-": "-", "–": "–", "—": "—", "--": "--"}
CLAUSE = 16  # tokens of a relative clause inside a list
COMPLEMENTS = 3  # prepositional phrases that may stand between two conjuncts


def conjuncts_right(a: Analysis, number: int, *, governed: bool = False) -> list[int]:
    """The phrase and those joined to it rightwards by commas and "and", while no verb follows them.

    A verb may follow where all of them are `governed` by its subject: "the bodies of nine men and two women
    were found".
    """
    found = [number]
    while True:
        at = a.past_age_right(_past_complements(a, a.phrases[found[-1]].last))
        at = _past_relative(a, at)
        joined = _join_at(a, at)
        following = a.phrase_starting(joined) if joined else None
        if following is None or joined is None or _has_own_harm(a, following):
            return found
        if (a.is_subject(following) and not governed) or _is_part(a, following):
            return found
        if a.words.subjects_follow and _is_apposition(a, found[-1], following):
            named = past_name(a, following)
            if named is None:
                return found
            following = named
        elif a.phrases[following].quantity is None and not _is_listed(a, at, joined, following):
            return found
        found.append(following)


def _is_listed(a: Analysis, at: int, joined: int, number: int) -> bool:
    """Whether a phrase without a number goes on with a list: after "and", or after a comma where "and" comes
    next.

    Elsewhere a comma only adds what somebody is ("a civilian, Luis Roe"), or opens what somebody says.
    """
    if any(a.tag(k) == "CCONJ" or a.lower(k) != "," for k in range(at, joined)):
        return True
    end = a.phrases[number].last
    return a.tag(end) == "CCONJ" or (a.lower(end) == "," and a.tag(end + 1) == "CCONJ")


def conjuncts_left(a: Analysis, number: int, *, subject: bool = True) -> list[int]:
    """The phrase and those joined to it leftwards, as parts of one subject; of what a state is said of, also
    after a preposition ("with 40 barns and sheds damaged").
    """
    found = [number]
    while True:
        first = a.phrases[found[0]].first
        at = _past_joiners(a, first)
        earlier = _head_ending(a, at) if at < first else None
        if earlier is None or _has_own_harm(a, earlier) or (subject and _is_object(a, earlier)):
            return found
        bare = a.phrases[found[0]].quantity is not None and a.phrases[found[0]].head < 0
        if not _countable(a, earlier) or (bare and example_list(a, earlier) is not None):
            return found  # "..., among them two boys, and 20 were hurt"
        if _is_apposition(a, earlier, found[0]):
            found[0] = earlier  # "the mayor, Ana Ruiz, and her driver"
        else:
            found.insert(0, earlier)


def _is_part(a: Analysis, number: int) -> bool:
    """Whether a number is told as a part of the one before it: "30 people, five of them badly"."""
    quantity = a.phrases[number].quantity
    return quantity is not None and a.grammar.parts_after.at(a.lowers, quantity.stop) is not None


def past_name(a: Analysis, number: int) -> int | None:
    """The phrase that a list goes on with after a name that only names the person before it, or None."""
    joined = _join_at(a, a.past_age_right(a.phrases[number].last))
    return a.phrase_starting(joined) if joined else None


def _past_relative(a: Analysis, at: int) -> int:
    """The token after a relative clause between commas that begins at `at`, where a list goes on after it:
    "R. V., que conducía, y F. H."; else `at`.
    """
    opens = a.words.adjectives_follow and a.lower(at) == "," and a.lower(at + 1) in a.words.relatives
    if not opens:
        return at
    end = next((k for k in range(at + 2, min(len(a.lowers), at + CLAUSE)) if a.lower(k) == ","), None)
    return end if end is not None and a.tag(end + 1) == "CCONJ" else at


def _is_apposition(a: Analysis, earlier: int, number: int) -> bool:
    """Whether a name between commas only names the person described right before it."""
    one, other = a.phrases[earlier], a.phrases[number]
    described = one.noun is not None and not one.noun.plural and one.quantity is None and one.determiner
    ends = {one.last, a.after_complements(one.last)}  # "el conductor del turismo, M. A. P., ..."
    marked = a.lower(other.first - 1) == "," and other.first - 1 in ends and a.lower(other.last) == ","
    return bool(described) and other.proper and marked


def _past_joiners(a: Analysis, at: int) -> int:
    """The token where the list marks that end before token `at` begin; in a language whose subjects follow
    also marks of several words ("además de dos franceses").
    """
    while at > 0:
        aside = a.past_aside_left(at)
        if aside < at:
            return aside
        mark = a.grammar.list_marks.ending(a.lowers, at) if a.words.subjects_follow else None
        if mark and mark[0] < at - 1:  # "además de"
            at = mark[0]
        elif a.lower(at - 1) == "," or a.tag(at - 1) == "CCONJ":
            at -= 1
        else:
            break
    return at


def example_list(a: Analysis, number: int) -> int | None:
    """Where a phrase stands in a list of examples ("including journalists and a crew"), the token
    before it.
    """
    at = a.phrases[number].first
    while True:
        found = a.grammar.parts_open.ending(a.lowers, at)
        if found:
            return found[0]
        joined = at
        while joined > 0 and (a.lower(joined - 1) == "," or a.tag(joined - 1) == "CCONJ"):
            joined -= 1
        earlier = a.phrase_ending(joined) if joined < at else None
        if earlier is None:
            return None
        at = a.phrases[earlier].first


def _head_ending(a: Analysis, end: int) -> int | None:
    """The phrase before token `end`; past what stands in brackets, and past complements of a counted phrase
    ("three people from the north (aged 20 to 30) and ...").
    """
    closing = a.lower(end - 1)
    if closing in ASIDES:
        opened = next((k for k in range(end - 2, 0, -1) if a.lower(k) == ASIDES[closing]), None)
        end = opened if opened is not None else end
    number = last = a.phrase_ending(end)
    for _ in range(COMPLEMENTS):
        if number is None or not a.governed(number) or a.phrases[number].quantity is not None:
            break
        name = a.phrases[number].proper and a.phrases[number].first not in a.sheet.placed
        if a.words.adjectives_follow and name:
            break
        number = a.phrase_ending(a.phrases[number].first - 1)
        if number is not None and a.phrases[number].quantity is not None:
            return number
    return last


def _past_complements(a: Analysis, at: int) -> int:
    """The token after the prepositional phrases at `at` ("the mayor of the town in the north, and ...")."""
    for _ in range(COMPLEMENTS):
        number = a.phrase_starting(at + 1) if a.lower(at) in a.words.complement_prepositions else None
        if number is None or a.phrases[number].quantity:
            return at
        at = a.phrases[number].last
    return at


def _join_at(a: Analysis, at: int) -> int | None:
    """The token after list marks at `at`, or None where there are none."""
    start = at
    while True:
        mark = a.grammar.list_marks.at(a.lowers, at)
        if not mark:
            return at if at > start else None
        at = mark[0]


def _countable(a: Analysis, number: int) -> bool:
    phrase = a.phrases[number]
    new_unit = a.words.adjectives_follow and phrase.determiner in a.words.new_determiners
    return (
        phrase.quantity is not None
        or phrase.proper
        or (
            phrase.noun is not None
            and (phrase.noun.kind == "person" or (new_unit and phrase.noun.kind == "unit"))
        )
    )


def _is_object(a: Analysis, number: int) -> bool:
    """Whether a verb stands right before the phrase."""
    before = a.phrases[number].first - 1
    return (a.tag(before) == "VERB" and before in a.mention_at) or a.governed(number)


def _has_own_harm(a: Analysis, number: int) -> bool:
    """Whether the phrase holds or is followed by harm words of its own."""
    phrase, weak = a.phrases[number], a.lexicon.harms.victims_weak
    at = phrase.last if phrase.quantity else _past_complements(a, phrase.last)
    while a.tag(at) == "ADV" or a.lower(at) in a.grammar.verbal:
        at += 1
    inside = any(
        sense.part in ("state", "noun", "transitive") or (sense.part == "victim" and sense.entry not in weak)
        for k in range(phrase.first, phrase.last)
        if k in a.mention_at
        for sense in a.mention_at[k].senses
    )
    follows = a.mention_at.get(at)
    endings = a.words.participle_endings if a.words.adjectives_follow else ()
    last = phrase.last - 1 if phrase.last - 1 > phrase.head >= 0 else phrase.last
    if a.tag(last) in ("VERB", "ADJ") and endings and a.lower(last).endswith(endings):
        return True  # "600 trabajadores despedidos y 12 encarcelados"
    return inside or (follows is not None and bool(follows.of("state", *VERBS)))
