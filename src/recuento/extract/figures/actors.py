"""Who is said to have done it: subjects, "by" phrases, and the doers that the name of an event holds.

Events, weapons and natural hazards are nobody: "an attack by the army left 12 dead" has the army as its
actor, "an XYZ raid" the XYZ, "the blast killed two" none.
"""

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.behind import doer_behind, doer_of_event
from recuento.extract.figures.candidate import Candidate
from recuento.extract.figures.phrases import Phrase
from recuento.model import Actor

EVENT_REACH = 14  # tokens after the harm words in which "in an XYZ raid" names the doer


def actor_of(text: str, candidate: Candidate, a: Analysis) -> Actor | None:
    """The actor of a candidate, or None where nobody is said to have done it."""
    if a.lower(candidate.harm_first) in a.lexicon.harms.by_others:
        return None
    found = doer_behind(a, candidate)
    if found is None and candidate.actor is not None:
        found = _of_phrase(a, candidate.actor)
    found = found or _of_event_after(a, candidate) or _before_noun(a, candidate)
    found = found or doer_of_event(a, candidate)
    if found is None:
        return None
    first, last = _with_of(a, *found)
    start, end = a.tokens[first].start, a.tokens[last - 1].end
    return Actor(name=text[start:end], start=start, end=end)


def _before_noun(a: Analysis, candidate: Candidate) -> tuple[int, int] | None:
    """The doer right before a harm noun: "the police killing of a farmer"."""
    before = candidate.harm_first - 1
    if candidate.rule != "harm-of" or a.lower(before) not in a.words.actor_nouns:
        return None
    return before, before + 1


def _with_of(a: Analysis, first: int, last: int) -> tuple[int, int]:
    """The doer with the name after "of": "the army of Zafir"."""
    if a.lower(last) in a.words.of:
        following = a.phrase_starting(last + 1)
        if (
            following is not None
            and a.phrases[following].quantity is None
            and (_is_named(a, a.phrases[following]) or _is_of_body(a, first, last, a.phrases[following]))
        ):
            return _with_of(a, first, a.phrases[following].last)
    return first, last


def _is_named(a: Analysis, phrase: Phrase) -> bool:
    """Whether a phrase is a name: by its word class, or by a capital in a sentence that has small letters
    too.
    """
    inside = range(phrase.first, phrase.last)
    return a.tags[phrase.last - 1] == "PROPN" or (
        a.has_small and any(a.tokens[k].text[0].isupper() for k in inside)
    )


def _is_of_body(a: Analysis, first: int, last: int, phrase: Phrase) -> bool:
    """Whether a phrase tells whose body the doer is: "la liga de hacendados", where adjectives follow."""
    body = any(a.lowers[k] in a.words.actor_nouns for k in range(first, last))
    people = phrase.noun is not None and phrase.noun.kind == "person"
    return a.words.adjectives_follow and body and people and not phrase.determiner


def _of_phrase(a: Analysis, number: int) -> tuple[int, int] | None:
    """The tokens of the actor that a subject phrase names: itself, or the one who did the event it names."""
    phrase = a.phrases[number]
    placed = phrase.head in a.sheet.placed and not phrase.determiner  # "the Mai-Mai" is no place
    if phrase.pronoun or phrase.head < 0 or placed:
        return None
    named = a.has_small and a.tokens[phrase.head].text[0].isupper()
    if (a.tags[phrase.head] not in ("NOUN", "PROPN") and not named) or (
        phrase.noun is not None and phrase.noun.kind == "not_counted" and phrase.quantity is not None
    ):
        return None
    if a.lowers[phrase.head] not in a.words.no_actors:
        return phrase.first, phrase.last
    inside = _in_event_name(a, phrase)
    if inside is not None:
        return inside
    if a.lower(phrase.last) in a.words.by:
        doer = a.phrase_starting(phrase.last + 1)
        return (a.phrases[doer].first, a.phrases[doer].last) if doer is not None else None
    return None


def _in_event_name(a: Analysis, phrase: Phrase) -> tuple[int, int] | None:
    """The doer in an event's name: "an XYZ raid", "police firing"; a place or people alone is none."""
    if phrase.head < 0 or a.lowers[phrase.head] not in a.words.event_nouns:
        return None
    before = phrase.head - 1
    if before < phrase.first:
        return None
    short = (
        a.tokens[before].text.isupper()
        and len(a.lowers[before]) > 1
        and not a.tokens[phrase.head].text.isupper()
    )
    return (before, before + 1) if short or a.lowers[before] in a.words.actor_nouns else None


def _of_event_after(a: Analysis, candidate: Candidate) -> tuple[int, int] | None:
    """The doer that an event named after the harm holds: "nine farmers died in an XYZ raid"."""
    for k in range(candidate.harm_last, min(len(a.lowers), candidate.harm_last + EVENT_REACH)):
        if (
            a.lower(k) in a.words.gap_openers
            and a.lower(k + 1) in a.words.actor_nouns
            and a.lower(k + 2) in a.words.event_nouns
        ):
            return k + 1, k + 2  # also where the word classes miss it: "in police firing"
        number = a.phrase_at.get(k)
        if (
            k in a.mention_at
            and a.mention_at[k].first >= candidate.harm_last
            and a.lowers[k] not in a.words.event_nouns
        ):
            return None
        if number is None or a.phrases[number].first != k:
            continue
        phrase = a.phrases[number]
        if a.lower(phrase.first - 1) in a.words.gap_openers:
            found = _in_event_name(a, phrase)
            if found is None and phrase.head >= 0 and a.lowers[phrase.head] in a.words.event_nouns:
                found = _of_phrase(a, number) if a.lower(phrase.last) in a.words.by else None
            if found is not None:
                return found
    return None
