"""Lists: what "and" and commas join to a phrase, to either side, and lists of examples."""

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.wordclasses import VERBS

COMPLEMENTS = 3  # prepositional phrases that may stand between two conjuncts


def conjuncts_right(a: Analysis, number: int) -> list[int]:
    """The phrase and those joined to it rightwards by commas and "and", while no verb follows them."""
    found = [number]
    while True:
        at = _past_complements(a, a.phrases[found[-1]].last)
        joined = _join_at(a, at)
        following = a.phrase_starting(joined) if joined else None
        if following is None or joined is None or a.is_subject(following) or _has_own_harm(a, following):
            return found
        if a.phrases[following].quantity is None and not _is_listed(a, at, joined, following):
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
    after a preposition ("with 40 hectares of crops and pasture damaged").
    """
    found = [number]
    while True:
        first = a.phrases[found[0]].first
        at = first
        while at > 0 and (a.lower(at - 1) == "," or a.tag(at - 1) == "CCONJ"):
            at -= 1
        earlier = _head_ending(a, at) if at < first else None
        if earlier is None or _has_own_harm(a, earlier) or (subject and _is_object(a, earlier)):
            return found
        if not _countable(a, earlier):
            return found
        found.insert(0, earlier)


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
    if a.lower(end - 1) == ")":
        opened = next((k for k in range(end - 1, 0, -1) if a.lower(k) == "("), None)
        end = opened if opened is not None else end
    number = last = a.phrase_ending(end)
    for _ in range(COMPLEMENTS):
        if number is None or not a.governed(number) or a.phrases[number].quantity is not None:
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
    return (
        phrase.quantity is not None
        or phrase.proper
        or (phrase.noun is not None and phrase.noun.kind == "person")
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
    return inside or (follows is not None and bool(follows.of("state", *VERBS)))
