"""Noun phrases that name a source: leftwards from a verb, rightwards from a cue."""

from recuento.extract.attributions.draft import Phrase
from recuento.extract.attributions.view import CLOSING, OPENING, STOPS, View
from recuento.extract.attributions.words import AttributionWords, Lexicon

JOINED = frozenset({"/", "-"})
LONGEST = 16  # words; longer subjects are clauses that the word lists did not end
SHORTEST = 5  # letters of an adverb that only its ending shows
BRACKET = 7  # words; "(NDRRMC)", not a parenthesis with a clause


def pronoun_of(word: str, words: AttributionWords) -> str | None:
    """The kind of a pronoun, also where a verb is written with it ("they've"); None for any other word."""
    stem, mark, rest = word.partition("'")
    return words.pronouns.get(stem) if not mark or rest in words.contractions else None


def is_number(word: str) -> bool:
    """Whether a word opens with a digit."""
    return word[:1].isdigit()


def is_adverb(view: View, number: int, lex: Lexicon) -> bool:
    """Whether a word is an adverb: a listed one, or one by its ending that is written like no name."""
    word, words = view.word(number), lex.words
    if word in words.adverbs:
        return True
    if not word.endswith(words.adverb_endings) or len(word) < SHORTEST or word in words.not_adverbs:
        return False
    return view.upper or not view.capital(number)


def skip_bracket_left(view: View, number: int) -> int:
    """The word before a short bracket that ends at `number`; `number` itself where there is none."""
    if view.word(number) in CLOSING:
        for first in range(number - 1, max(-1, number - BRACKET), -1):
            if view.lower[first] in OPENING:
                return first - 1
    return number


def skip_bracket_right(view: View, number: int) -> int:
    """The word after a short bracket that starts at `number`; `number` itself where there is none."""
    if view.word(number) in OPENING:
        for last in range(number + 1, min(view.size, number + BRACKET)):
            if view.lower[last] in CLOSING:
                return last + 1
    return number


def ends_phrase(view: View, number: int, lex: Lexicon) -> bool:
    """Whether a word can't be part of a noun phrase that names a source."""
    word = view.lower[number]
    words = lex.words
    if word == "." or (not view.upper and view.capital(number) and not view.sentence_first(number)):
        return word in STOPS
    return (
        word in STOPS
        or word in words.clause_openers
        or word in words.auxiliaries
        or word in lex.verb_forms
        or word in words.relatives
    )


def opens_name(view: View, at: int, lex: Lexicon) -> bool:
    """Whether a preposition with a capital letter is a part of a name ("Al Sarim said")."""
    opens = view.word(at) in lex.words.name_openers and view.capital(at + 1)
    return view.capital(at) and not view.upper and (opens or not view.sentence_first(at))


def is_linker(view: View, at: int, lex: Lexicon) -> bool:
    """Whether a word is a preposition inside a phrase, and no part of a name."""
    return view.word(at) in lex.words.linkers and not opens_name(view, at, lex)


def joins(view: View, number: int, lex: Lexicon) -> bool:
    """Whether an "and" stands between two names or two speakers, not between clauses."""
    words = lex.words

    def nominal(at: int) -> bool:
        word = view.word(at)
        return word in words.speakers or (view.capital(at) and word not in words.pronouns and not view.upper)

    before, after = number - 1, number + 1
    if view.word(after) in words.articles or view.word(after) in words.determiners:
        after += 1
    described = (  # "el Ejército turco y el FLM"
        words.speaker_after_verb and view.capital(before - 1) and view.word(before) not in lex.verb_forms
    )
    named = nominal(before) or (described and not view.upper)
    return named and nominal(after) and view.word(before) not in words.times


def joins_adjectives(view: View, number: int, lex: Lexicon) -> bool:
    """Whether an "and" joins two adjectives behind a noun of several ("fuentes médicas y civiles")."""
    words, before, after = lex.words, view.word(number - 1), view.word(number + 1)
    if not words.speaker_after_verb or ends_phrase(view, number + 1, lex) or view.capital(number + 1):
        return False
    several = before.endswith(words.plural_endings) and after.endswith(words.plural_endings)
    return several and after not in words.articles and after not in words.quantities


def phrase_before(view: View, last: int, lex: Lexicon) -> Phrase | None:
    """The noun phrase that ends with word `last`: back to an article or the start of the clause."""
    words = lex.words
    pronoun = pronoun_of(view.word(last), words)
    if pronoun is not None:
        return Phrase(last, last + 1, last, pronoun=pronoun)
    if view.word(last) in words.relatives:
        return Phrase(last, last + 1, last, relative=True)
    first = leftmost(view, skip_bracket_left(view, last), lex)
    first = strip_edge(view, first, last + 1, lex)
    return Phrase(first, last + 1, first) if first <= last and last - first < LONGEST else None


def leftmost(view: View, at: int, lex: Lexicon) -> int:
    """The number of the first word of the noun phrase around word `at`."""
    words = lex.words
    first = at + 1
    whole: int | None = (
        None  # the phrase up to the last preposition crossed, should what stands left of it be no noun phrase
    )
    while at >= 0 and first - at < LONGEST:
        word = view.lower[at]
        if word in words.joiners:
            if not joins(view, at, lex):
                break
        elif in_name(view, at, lex):
            pass
        elif word in words.articles or word in words.determiners:
            first = at
            before = view.word(at - 1)
            paired = before in words.joiners and at > 1 and joins(view, at - 1, lex)
            if paired or (
                (before in words.articles or before in words.determiners)
                and before not in words.clause_openers
            ):
                at -= 2 if paired else 1
                continue
            if view.word(at - 1) not in words.linkers or at < 2:
                break
            at -= 1
            if ends_phrase(view, at - 1, lex):
                break
            whole = first
        elif ends_phrase(view, at, lex) or pronoun_of(word, words) is not None:
            break
        elif is_linker(view, at, lex):
            whole = first
        first = at
        at -= 1
    return first if whole is None or is_nominal(view, first, whole, lex) else whole


def in_name(view: View, at: int, lex: Lexicon) -> bool:
    """Whether an article with a capital letter is a name's own ("the newspaper La Plaza")."""
    words = lex.words
    capital = view.capital(at) and not view.upper and not view.sentence_first(at)
    return capital and view.lower[at] in words.articles and view.word(at - 1) in words.speakers


def is_nominal(view: View, first: int, last: int, lex: Lexicon) -> bool:
    """Whether words are a noun phrase: they open with an article, or hold a known word or name."""
    words = lex.words
    opening = view.word(first)
    if first >= last or opening in words.articles or opening in words.determiners:
        return True
    for number in range(first, last):
        word = view.lower[number]
        if word in words.speakers or word in words.documents or word in words.person_words:
            return True
        if word in words.plural_words or word in words.claim_nouns:
            return True
        if view.capital(number) and not view.upper and number and word not in words.times:
            return True
    return view.upper


def strip_edge(view: View, first: int, last: int, lex: Lexicon) -> int:
    """`first` past words that are not of the subject: prepositions, times, conjunctions."""
    words = lex.words
    start = first
    while first < last:
        word = view.lower[first]
        outside = (
            is_linker(view, first, lex) or word in words.joiners or word in words.times or is_number(word)
        )
        if (
            outside
            or (word in words.adverbs and word not in words.determiners)
            or word in STOPS
            or not word[0].isalnum()
            or (word in words.time_prepositions and not opens_name(view, first, lex))
        ):
            first += 1
        else:
            break
    return start if first == last and start < last else first


def phrase_after(view: View, first: int, lex: Lexicon) -> int:
    """The word after the noun phrase that starts with word `first`; `first` where there is none."""
    words = lex.words
    at, noun = first, False
    if pronoun_of(view.word(first), words) is not None:
        return first + 1
    while at < view.size and at - first < LONGEST:
        word = view.lower[at]
        if word in words.joiners:
            if not noun or not (joins(view, at, lex) or joins_adjectives(view, at, lex)):
                break
        elif word in OPENING:
            skipped = skip_bracket_right(view, at)
            return skipped if noun and skipped > at else at
        elif not noun and (word in words.articles or word in words.determiners or word in words.adverbs):
            pass
        elif is_linker(view, at, lex):
            if not noun or not goes_on(view, at, lex):
                break
        elif ends_after(view, at, lex, noun=noun):
            break
        elif word not in words.possessives:
            noun = True
        at += 1
    return at if noun else first


def ends_after(view: View, at: int, lex: Lexicon, *, noun: bool) -> bool:
    """Whether a word to the right of a cue ends the phrase that names the source."""
    words = lex.words
    word = view.lower[at]
    if word == ".":
        return at + 1 >= view.size or view.lower[at + 1] in STOPS
    if ends_phrase(view, at, lex) or pronoun_of(word, words) is not None:
        return True
    if view.word(at + 1) in words.agents and word.endswith(words.passive_endings):
        return True
    if not noun or in_name(view, at, lex):
        return False
    before = view.lower[at - 1]
    if word in words.articles or word in words.determiners:
        return before not in words.linkers and before not in words.joiners
    if word in words.times and view.capital(at) is not view.upper:
        return True
    return (
        is_number(word) and before not in JOINED and at + 1 < view.size and view.lower[at + 1] not in STOPS
    ) or (word in words.quantities and not view.capital(at))


def goes_on(view: View, at: int, lex: Lexicon) -> bool:
    """Whether a preposition after a noun belongs to the source ("of the ministry")."""
    words = lex.words
    after = at + 1
    while view.word(after) in words.articles:
        after += 1
    word = view.word(after)
    if (
        view.lower[at] in words.infinitive
        and after == at + 1
        and not (view.capital(after) and not view.upper)
    ):
        return False
    if not word or word in words.times or word in words.mediums or is_number(word) or word in STOPS:
        return False
    return (
        pronoun_of(word, words) is None and word not in words.clause_openers and word not in words.quantities
    )


def is_speaker(view: View, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether the words of a phrase show a speaker: a word of the pack's lists, a pronoun or a name."""
    if phrase.pronoun is not None:
        return True
    words = lex.words
    for number in range(phrase.first, phrase.last):
        word = view.lower[number]
        if word in words.speakers or word in words.documents:
            return True
        if view.capital(number) and not view.upper and number and word not in words.times:
            return True
    first = view.word(phrase.first)
    return not view.upper and phrase.first == 0 and view.capital(0) and phrase.last == 1 and len(first) > 2


def is_document(view: View, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether a phrase is a document or a count ("the report", "figures from the ministry")."""
    return any(word in lex.words.documents for word in view.lower[phrase.first : phrase.last])


def name_span(view: View, phrase: Phrase, lex: Lexicon) -> tuple[int, int]:
    """The span of the words that name the source: without article; of a document, its author."""
    words = lex.words
    first, last = phrase.first, phrase.last
    if is_document(view, phrase, lex):
        first = author_of(view, phrase, lex)
    while first + 1 < last and view.lower[first] in words.articles:
        first += 1
    if view.lower[last - 1] == "." and last == view.size:
        last -= 1
    return view.span(first, max(last, first + 1))


def author_of(view: View, phrase: Phrase, lex: Lexicon) -> int:
    """The first word of a document's author ("figures from the ministry"), or of the phrase."""
    words = lex.words
    document = next(k for k in range(phrase.first, phrase.last) if view.lower[k] in words.documents)
    for number in range(document + 1, phrase.last - 1):
        if view.lower[number] in words.authors_after:
            rest = Phrase(number + 1, phrase.last, number + 1)
            named = any(word in words.speakers for word in view.lower[number + 1 : phrase.last])
            if named or (not view.upper and is_speaker(view, rest, lex)):
                return number + 1
    return phrase.first
