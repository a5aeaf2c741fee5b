"""From a frame and a phrase without a number to one implied victim: "a policeman was killed", "Silva's
death".
"""

from collections.abc import Sequence
from typing import NamedTuple

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.candidate import ONE, PROPERTY, Candidate
from recuento.extract.figures.frame import Frame
from recuento.extract.figures.lexicon import NounSense
from recuento.extract.figures.phrases import Phrase

THAT_REACH = 4  # tokens after a subject in which its "that" stands
LONGEST_NAME = 6  # words
NEVER_IMPLIED = (
    "participants",
    "displaced",
    "affected",
    "casualties",
)  # one person told of is no count of these
NAMED_ONLY = ("missing",)
COUNTING_RULES = ("counted-noun", "number-state", "attributive-state")


class Victim(NamedTuple):
    """A single victim: the tokens that tell of them, and the noun."""

    first: int
    last: int
    noun: NounSense


def implied_of(a: Analysis, frame: Frame, phrase: Phrase) -> Candidate | None:
    """The candidate for one victim who is named or described but not counted, or None."""
    told = a.words.subjects_follow and phrase.determiner in a.words.new_determiners
    unnamed = frame.measure in NAMED_ONLY and not phrase.proper and not told
    if frame.measure in NEVER_IMPLIED or unnamed or frame.rule in COUNTING_RULES:
        return None
    found = _of_property(a, frame, phrase) if frame.measure in PROPERTY else _of_person(a, frame, phrase)
    if found is None:
        return None
    return Candidate(
        sentence=a.sheet.number,
        first=found.first,
        last=found.last,
        measure=frame.measure,
        low=1,
        high=1,
        qualifier="exactly",
        unit=found.noun.unit,
        explicit=False,
        kind="implied",
        noun=found.noun,
        phrase=phrase,
        rule=frame.rule,
        harm_first=frame.mention.first,
        harm_last=frame.mention.last,
        actor=frame.actor,
        weapon=frame.sense.part == "weapon",
    )


def _of_property(a: Analysis, frame: Frame, phrase: Phrase) -> Victim | None:
    if phrase.noun is None or phrase.noun.kind != "unit" or frame.rule == "possessive-harm":
        return None
    return _described(a, phrase, phrase.noun)


def _of_person(a: Analysis, frame: Frame, phrase: Phrase) -> Victim | None:
    """The person that a phrase tells of, or None where it tells of several or of none."""
    if phrase.pronoun:
        return _antecedent(a, phrase)
    if frame.rule == "possessive-harm":
        return name_of(a, phrase.first, frame.mention.first - 1)
    if phrase.determiner in a.words.standing and phrase.head < 0:
        return Victim(phrase.first, phrase.last, ONE)  # "otro resultó herido"
    noun = phrase.noun or _noun_inside(a, phrase) or _unknown_person(a, phrase)
    if noun is not None and noun.plural and a.tag(phrase.last - 1) == "PROPN":  # "officers Ana Ruiz and ..."
        return name_of(a, phrase.first, phrase.last)
    if phrase.proper and (noun is None or not phrase.determiner):
        return None if phrase.determiner else name_of(a, phrase.first, phrase.last)
    return _described(a, phrase, noun) if noun is not None and noun.kind == "person" else None


def _described(a: Analysis, phrase: Phrase, noun: NounSense) -> Victim | None:
    """The victim of a phrase in the singular with a determiner, which headlines leave out."""
    marked = a.lower(phrase.first - 1) in a.words.object_marks  # "asesinan a fiscal"
    bare = not phrase.determiner and (
        a.headline or marked or _is_aged(a, phrase) or _is_titled(a, phrase, noun)
    )
    if noun.plural or (phrase.determiner not in a.lexicon.groups.singular_determiners and not bare):
        return None
    new = phrase.determiner in a.words.new_determiners
    if not new and phrase.head >= 0 and a.lowers[phrase.head] in a.lexicon.groups.generic_persons:
        return None
    return Victim(phrase.first, _with_name(a, phrase), noun)


def _is_aged(a: Analysis, phrase: Phrase) -> bool:
    """Whether an age in the phrase tells of one person, where a list leaves the article out: "9-year-old boy
    hurt".
    """
    markers = [marker for marker in a.lexicon.groups.age_markers if "-" in marker or " " in marker]
    words = (a.lowers[k] for k in range(phrase.first, phrase.last))
    return any(word.endswith(tuple(markers)) for word in words)


def _is_titled(a: Analysis, phrase: Phrase, noun: NounSense) -> bool:
    """Whether a name follows the noun in a sentence without capitals: "leader vikram rao was arrested"."""
    if a.has_capitals or phrase.quantity is not None or phrase.head < 0:
        return False
    found = a.lexicon.nouns.ending(a.lowers, phrase.last)
    after = found is None or found[1] != noun
    return after and a.tags[phrase.head] in ("NOUN", "PROPN")


def _unknown_person(a: Analysis, phrase: Phrase) -> NounSense | None:
    """A noun that the pack does not list but whose ending is that of people who do something ("an
    agronomist").
    """
    if phrase.head < 0 or a.tags[phrase.head] != "NOUN" or phrase.determiner not in a.words.new_determiners:
        return None
    return ONE if a.lowers[phrase.head].endswith(a.lexicon.groups.person_endings) else None


def _noun_inside(a: Analysis, phrase: Phrase) -> NounSense | None:
    """The noun of a person before a name in one phrase: "her son Guillermo Saul"."""
    for end in range(phrase.last - 1, phrase.first, -1):
        found = a.lexicon.nouns.ending(a.lowers, end)
        if found and found[0] >= phrase.first and found[1].kind == "person":
            return found[1]
    return None


def _with_name(a: Analysis, phrase: Phrase) -> int:
    """The end of a described victim, with the name that stands beside in commas: "their pastor, Rev. Ana
    Silva".
    """
    following = a.phrase_starting(phrase.last + 1) if a.lower(phrase.last) == "," else None
    if following is None or phrase.determiner in a.words.new_determiners:
        return phrase.last
    named = a.phrases[following]
    told = named.quantity is None and a.tag(named.last - 1) == "PROPN" and a.lower(named.last) == ","
    return named.last if told else phrase.last


def _antecedent(a: Analysis, phrase: Phrase) -> Victim | None:
    """The name in the same sentence that a personal pronoun stands for: "Roe was taken to hospital, where he
    died".
    """
    if a.lowers[phrase.first] not in a.lexicon.groups.pronouns_person:
        return None
    for number, other in enumerate(a.phrases):
        if other.first >= phrase.first:
            return None
        if a.governed(number) or a.tag(other.last) not in ("AUX", "VERB", "PUNCT"):
            continue
        if _says(a, other) or _is_other_sex(a, phrase, other):
            continue
        if other.proper and not other.determiner:
            return name_of(a, other.first, other.last)
        described = other.noun is not None and other.noun.kind == "person" and not other.noun.plural
        if described and other.determiner in a.lexicon.groups.singular_determiners and other.quantity is None:
            return Victim(other.first, other.last, ONE)
    return None


def _says(a: Analysis, phrase: Phrase) -> bool:
    """Whether a phrase only tells what "that" opens: "a clerk said that a man ... before he was shot"."""
    near = range(phrase.last + 1, phrase.last + THAT_REACH)
    return any(a.lower(k) in a.words.relatives and a.tag(k) == "SCONJ" for k in near)


def _is_other_sex(a: Analysis, pronoun: Phrase, phrase: Phrase) -> bool:
    """Whether a pronoun tells of the other sex than a noun does ("the woman ... before he was shot")."""
    sexes = a.lexicon.groups.pronouns_sex
    stated = dict(phrase.noun.facets).get("sex") if phrase.noun else None
    told = sexes.get(a.lowers[pronoun.first])
    return stated is not None and told is not None and stated != told


def _is_acronym(a: Analysis, words: Sequence[str]) -> bool:
    """Whether a name is one word in capitals in a sentence that is not: an organisation, nobody."""
    one = len(words) == 1 and len(words[0]) > 1 and words[0].isupper()
    return one and any(token.text.islower() for token in a.tokens)


def _is_name_word(word: str) -> bool:
    return word[:1].isupper() and not any(map(str.isdigit, word))


def name_of(a: Analysis, first: int, last: int) -> Victim | None:
    """The person's name at the end of a phrase: its last run of proper nouns and titles, each written with a
    capital.
    """
    start = last
    while start > first and (a.tags[start - 1] == "PROPN" or a.lowers[start - 1] == "."):
        start -= 1
    words = [a.tokens[k].text for k in range(start, last) if a.lowers[k] != "."]
    if not words or len(words) > LONGEST_NAME or not all(_is_name_word(word) for word in words):
        return None
    if all(k in a.sheet.placed for k in range(start, last)) or _is_acronym(a, words):
        return None
    return Victim(start, last, ONE)
