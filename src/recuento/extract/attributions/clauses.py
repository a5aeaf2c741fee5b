"""What stands around a verb of saying: its subject before it, adjuncts and hearers after it."""

from dataclasses import dataclass

from recuento.extract.attributions.draft import Phrase
from recuento.extract.attributions.phrases import (
    is_adverb,
    is_document,
    is_number,
    is_speaker,
    phrase_after,
    phrase_before,
    skip_bracket_right,
)
from recuento.extract.attributions.view import QUOTES, STOPS, View
from recuento.extract.attributions.words import Lexicon

ADJUNCT = 8  # words; "in a written statement to the parliament" and not a clause
PARTICIPLE = 3  # words from a participle to the place that follows it
APPOSITION = 30  # words between a speaker's name and the verb


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The verb with its auxiliaries and adverbs: `first` is its first word."""

    first: int
    negated: bool
    be: bool
    background: bool = False


def verb_group(view: View, verb: int, lex: Lexicon) -> VerbGroup:
    """The auxiliaries, adverbs, negations and times that stand before a verb ("has also", "yesterday")."""
    words = lex.words
    first, negated, be, background = verb, False, False, False
    while first > 0:
        word = view.lower[first - 1]
        if word in words.negations:
            negated = True
        elif word in words.be:
            be = True
        elif word in words.background:
            background = True
        elif word in words.possessives and view.word(first - 2) in words.pronouns:
            be = True
        elif word not in words.auxiliaries and not before_verb(view, first - 1, lex):
            skipped = time_before(view, first, lex)
            if skipped == first:
                break
            first = skipped
            continue
        first -= 1
    return VerbGroup(first, negated, be, background)


def before_verb(view: View, number: int, lex: Lexicon) -> bool:
    """Whether a word is an adverb of the verb after it, not of a noun phrase ("the wisely said thing")."""
    before = view.word(number - 1)
    if view.lower[number] in lex.words.adverbs:
        return True
    if before in lex.words.articles or before in lex.words.determiners:
        return False
    return view.lower[number] in lex.words.adverbs_before or is_adverb(view, number, lex)


def time_before(view: View, first: int, lex: Lexicon) -> int:
    """`first` moved left over a time that ends right before it ("on Tuesday", "yesterday")."""
    words = lex.words
    at, timed = first - 1, False
    while at >= 0 and (view.lower[at] in words.times or is_number(view.lower[at])):
        timed = timed or view.lower[at] in words.times
        at -= 1
    if not timed:
        return first
    return at if view.word(at) in words.time_prepositions else at + 1


def subject_of(view: View, group: VerbGroup, lex: Lexicon) -> Phrase | None:
    """The phrase that is the subject of a verb, over an apposition where there is one."""
    words = lex.words
    last = group.first - 1
    if last < 0 or view.lower[last] in QUOTES:
        return None
    if view.lower[last] == "," or view.lower[last] in {"--", "—", "–"}:
        inner = last - 1
        while inner > 0 and is_adverb(view, inner, lex):
            inner -= 1
        if 0 < inner < last - 1 and view.lower[inner] == ",":
            return phrase_before(view, inner - 1, lex)
        return over_apposition(view, last, lex)
    phrase = phrase_before(view, last, lex)
    if phrase is not None and words.passive_endings:
        phrase = before_participle(view, phrase, lex) or phrase
    if phrase is not None and (phrase.pronoun or phrase.relative or is_speaker(view, phrase, lex)):
        return phrase
    return over_relative(view, last, lex) or phrase


def before_participle(view: View, agent: Phrase, lex: Lexicon) -> Phrase | None:
    """The speaker before a participle with its agent or place ("neighbours asked by us said"), or None."""
    words, at = lex.words, agent.first
    while view.word(at - 1) in words.articles or view.word(at - 1) in words.determiners:
        at -= 1
    by, placed = view.word(at - 1) in words.agents, view.word(at - 1) in words.time_prepositions
    for number in range(at - 2, max(0, at - 2 - (PARTICIPLE if placed and not by else 1)), -1):
        if (by or placed) and view.word(number).endswith(words.passive_endings):
            return phrase_before(view, number - 1, lex)
    return None


def over_relative(view: View, last: int, lex: Lexicon) -> Phrase | None:
    """The speaker before a clause without commas ("residents who fled said", "a poll released Friday")."""
    words = lex.words
    for number in range(last, max(0, last - APPOSITION), -1):
        word = view.lower[number]
        if word in STOPS:
            return None
        after_noun = word in words.authored_by and view.word(number - 1) not in words.auxiliaries
        if word in words.relatives or after_noun or word in words.be:
            phrase = phrase_before(view, number - 1, lex)
            if phrase is None or phrase.pronoun or phrase.relative:
                continue
            if is_document(view, phrase, lex) or (word in words.relatives and is_speaker(view, phrase, lex)):
                return phrase
    return None


def main_subject(view: View, lex: Lexicon) -> Phrase | None:
    """The speaker that a sentence opens with: a name, or a phrase up to its first word for a speaker."""
    words = lex.words
    first = 0
    while first < view.size and (
        view.lower[first] in words.clause_openers or view.lower[first] in words.adverbs
    ):
        first += 1
    end = phrase_after(view, first, lex)
    if end == first:
        return None
    if end == first + 1 and view.lower[first] in words.pronouns:
        return Phrase(first, end, first, pronoun=words.pronouns[view.lower[first]])
    for number in range(first, end):
        named = view.capital(number) and not view.upper and view.lower[number] not in words.articles
        following = view.capital(number + 1) or view.word(number + 1) in words.linkers
        if (named or view.lower[number] in words.speakers) and not following:
            phrase = Phrase(first, number + 1, first)
            return phrase if is_speaker(view, phrase, lex) else None
    return None


def over_apposition(view: View, last: int, lex: Lexicon) -> Phrase | None:
    """The speaker before an apposition that a comma closes ("Ana Ruiz, the ministry's spokeswoman, said")."""
    mark = view.lower[last]
    nearest: Phrase | None = None
    for comma in range(last - 1, max(0, last - APPOSITION), -1):
        if view.lower[comma] in QUOTES:
            break
        if view.lower[comma] != mark:
            continue
        phrase = phrase_before(view, comma - 1, lex)
        if phrase is None or phrase.pronoun or phrase.relative or not is_speaker(view, phrase, lex):
            continue
        before = view.word(phrase.first - 1)
        if phrase.first <= 1 and (nearest is None or is_short_name(view, phrase)):
            return phrase
        if nearest is None and (before in STOPS or before in lex.words.clause_openers):
            nearest = phrase
    return nearest or after_role(view, last, lex)


def after_role(view: View, last: int, lex: Lexicon) -> Phrase | None:
    """The name between two commas after a role that no list holds ("A beekeeper, Mrs Grace Okon, said")."""
    phrase = phrase_before(view, last - 1, lex)
    if phrase is None or phrase.pronoun or phrase.relative or view.word(phrase.first - 1) != view.lower[last]:
        return None
    written = all(view.capital(number) for number in range(phrase.first, phrase.last))
    return phrase if written and is_short_name(view, phrase) and not view.upper else None


def is_short_name(view: View, phrase: Phrase) -> bool:
    """Whether a phrase is short enough for a name and holds no number."""
    words = view.lower[phrase.first : phrase.last]
    return len(words) <= 4 and not any(is_number(word) for word in words)


def skip_adjuncts(view: View, at: int, lex: Lexicon) -> int:
    """`at` moved right over times, adverbs and media ("on Tuesday", "in a statement", "by telephone")."""
    words = lex.words
    while at < view.size:
        word = view.lower[at]
        if (word not in words.quantities and is_adverb(view, at, lex)) or (
            word in words.articles and words.speaker_after_verb and view.word(at + 1) in words.times
        ):
            at += 1
        elif word in words.times and not (word in words.determiners and view.word(at + 1) not in words.times):
            at = after_time(view, at + 1, lex)
        elif word in words.time_prepositions:
            skipped = adjunct_end(view, at, lex)
            if skipped == at:
                break
            at = skipped
        else:
            break
    return at


def after_time(view: View, at: int, lex: Lexicon) -> int:
    """`at` moved over a day's number or a year after a time word, where it is no count of something."""
    after = view.word(at + 1)
    if is_number(view.word(at)) and (
        not after or after in STOPS or after == "." or after in lex.words.complementisers
    ):
        return at + 1
    return at


def adjunct_end(view: View, at: int, lex: Lexicon) -> int:
    """The word after an adjunct that a preposition opens at `at`; `at` where it is no time and no medium."""
    words = lex.words
    strange = 0
    for number in range(at + 1, min(view.size, at + ADJUNCT)):
        word = view.lower[number]
        if (
            word in STOPS
            or word in words.complementisers
            or word in words.auxiliaries
            or word in words.pronouns
        ):
            break
        if word in words.quantities:
            break
        if word in words.times:
            return after_time(view, number + 1, lex)
        if word in words.mediums and view.word(number + 1) not in words.mediums:
            return medium_end(view, number + 1, lex)
        if word not in words.medium_prepositions and not is_number(word):
            strange += 1
            if strange > 3:
                break
    return at


def medium_end(view: View, at: int, lex: Lexicon) -> int:
    """`at` moved over what a medium is of or with ("an interview with the daily")."""
    if view.word(at) in lex.words.linkers:
        return max(at, phrase_after(view, at + 1, lex))
    if view.word(at) in lex.words.authored_by and view.word(at + 1) not in lex.words.complementisers:
        return skip_adjuncts(view, at + 1, lex)
    return at


def skip_hearer(view: View, at: int, lex: Lexicon) -> int:
    """`at` moved over the hearer of a verb like "told": a phrase, then a bracket."""
    word = view.word(at)
    if not word or word in STOPS or word in lex.words.complementisers:
        return at
    if lex.words.hearer_links:
        if word not in lex.words.hearer_links:
            return at
        end = max(at, phrase_after(view, at + 1, lex))
        named = (
            number for number in range(at + 2, end) if view.capital(number - 1) and not view.capital(number)
        )
        spoken = (number for number in named if view.lower[number] in lex.words.plural_words)
        return skip_bracket_right(view, next(spoken, end))
    if word in lex.words.object_pronouns:
        return at + 1
    return skip_bracket_right(view, max(at, phrase_after(view, at, lex)))


def complementiser_after(view: View, at: int, lex: Lexicon) -> int | None:
    """The number of a "that" not far after word `at` with no stop between; else None."""
    for number in range(at, min(view.size, at + 2 * ADJUNCT)):
        word = view.lower[number]
        if word in lex.words.complementisers:
            return number
        if word in STOPS or word in lex.words.auxiliaries:
            return None
    return None


def is_clause(view: View, first: int, last: int, lex: Lexicon) -> bool:
    """Whether words hold a finite verb by the pack's closed lists."""
    words = lex.words
    return any(
        word in words.auxiliaries or word in lex.verb_forms or pronoun_like(word, lex)
        for word in view.lower[first:last]
    )


def pronoun_like(word: str, lex: Lexicon) -> bool:
    """Whether a word is a subject's pronoun."""
    return word in lex.words.pronouns


def at_end(view: View, at: int) -> bool:
    """Whether nothing but stops and quotes stands from word `at` to the sentence's end."""
    return all(word in STOPS or word == "." or word in "?!…" for word in view.lower[at:])


def opens_clause(view: View, first: int, lex: Lexicon) -> bool:
    """Whether nothing but connecting words stands between a cue and the start of its clause."""
    at = first - 1
    while at >= 0:
        word = view.lower[at]
        if word in {";", ":", "--", "—"} or word in QUOTES or word in {"[", "]", "("}:
            return True
        if word in lex.words.complementisers:
            return True
        if word not in lex.words.clause_openers and word not in lex.words.adverbs and word not in {",", "."}:
            return False
        at -= 1
    return True
