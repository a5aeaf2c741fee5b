"""Whether a trigger is a verb of saying here: nouns, participles, and what doubtful verbs need."""

from recuento.extract.attributions.clauses import VerbGroup, at_end, skip_adjuncts, subject_of
from recuento.extract.attributions.draft import Cue, Phrase
from recuento.extract.attributions.phrases import (
    is_adverb,
    is_document,
    is_linker,
    is_number,
    is_speaker,
    pronoun_of,
)
from recuento.extract.attributions.view import QUOTES, STOPS, View
from recuento.extract.attributions.words import Lexicon

WINDOW = 14  # words after a verb in which a count shows that it reports figures
TOLL = 6  # words after a verb in which the word for a count stands ("put the official death toll at")
OBJECT = 6  # words from a verb to its object
VALUE = 4  # words from "at" to the count ("at between 60 and 70")
FIGURED = frozenset({"figure", "toll", "toll_or_value", "naming"})


def ends_there(view: View, at: int) -> bool:
    """Whether a clause ends at word `at`."""
    word = view.word(at)
    return not word or word in STOPS or word == "."


def is_participle(view: View, cue: Cue, lex: Lexicon) -> bool:
    """Whether what follows shows a participle ("written by") or an act ("claimed responsibility")."""
    if view.word(cue.last) in lex.words.no_content or takes(view, cue, lex):
        return True
    lemmas = lex.words.passive_followers.get(view.word(cue.last))
    if lemmas is None or (lemmas and cue.entry.lemma not in lemmas):
        return False
    return skip_adjuncts(view, cue.last, lex) == cue.last


def takes(view: View, cue: Cue, lex: Lexicon) -> bool:
    """Whether a verb's object makes it an act and no saying ("the fire claimed 12 lives")."""
    objects = lex.words.taken.get(cue.entry.lemma, frozenset())
    for number in range(cue.last, min(view.size, cue.last + OBJECT)):
        word = view.lower[number]
        if word in lex.words.complementisers or word in STOPS:
            return False
        if word in objects:
            return view.word(number + 1) not in lex.words.auxiliaries
    return False


def is_attribute(view: View, first: int, lex: Lexicon) -> bool:
    """Whether an article and an adverb before a verb make it a noun's attribute ("the widely told tale")."""
    return view.word(first - 2) in lex.words.articles and is_adverb(view, first - 1, lex)


def is_name(view: View, cue: Cue, lex: Lexicon) -> bool:
    """Whether a form is written like a name ("Omar Said") in a sentence that is no headline."""
    if not view.capital(cue.first) or view.upper or view.sentence_first(cue.first):
        return False
    words = [number for number in range(view.size) if view.lower[number][0].isalpha()]
    small = [n for n in words if not view.capital(n) and view.lower[n] not in lex.words.linkers]
    return view.word(cue.first - 1) not in QUOTES and 3 * len(small) > len(words)


def is_verb_here(view: View, cue: Cue, group: VerbGroup, lex: Lexicon) -> bool:
    """Whether a form that may be a noun is a verb: after a whole subject, before something claimed."""
    words = lex.words
    before, after = view.word(group.first - 1), view.word(cue.last)
    if view.capital(cue.last - 1) and not view.upper and not view.sentence_first(cue.last - 1):
        return False
    if before in words.articles or before in words.determiners or before in words.possessives:
        return False
    if is_linker(view, group.first - 1, lex) or before in words.joiners or is_number(before):
        return False
    pronoun = pronoun_of(before, words) is not None or after in words.infinitive
    if (
        (after in words.linkers and not pronoun)
        or after in words.auxiliaries
        or after in lex.verb_forms
        or after in words.authors_after
    ):
        return False
    subject = subject_of(view, group, lex)
    if subject is None or not is_speaker(view, subject, lex):
        return False
    ended = not after or after in STOPS or after == "."
    clear = (
        after in words.complementisers or is_plural(view, subject, lex) or with_modal(view, cue, group, lex)
    )
    if view.lower[cue.first] in words.plain_forms and not clear:
        return False
    head = view.lower[subject.last - 1]
    fit = head in words.speakers or is_document(view, subject, lex) or subject.pronoun is not None
    ended = ended and after != ":"
    return (fit or view.capital(subject.last - 1)) and (not ended or view.word(subject.first - 1) in STOPS)


def with_modal(view: View, cue: Cue, group: VerbGroup, lex: Lexicon) -> bool:
    """Whether an auxiliary stands in a verb's group."""
    return any(word in lex.words.auxiliaries for word in view.lower[group.first : cue.first])


def is_plural(view: View, subject: Phrase, lex: Lexicon) -> bool:
    """Whether a subject is of several, so that a verb's plain form agrees with it ("police report")."""
    words = lex.words
    if subject.pronoun is not None:
        return subject.pronoun in ("plural", "first")
    inside = view.lower[subject.first : subject.last]
    if view.word(subject.first - 1) in words.singular_articles or inside[0] in words.singular_articles:
        return False
    plural = any(word in words.plural_words or word.endswith(words.plural_endings) for word in inside)
    return plural or any(word in words.joiners for word in inside) or view.upper


def fits(view: View, cue: Cue, subject: Phrase, lex: Lexicon) -> bool:
    """Whether what a doubtful verb needs stands beside it, and its subject may speak."""
    at = skip_adjuncts(view, cue.last, lex)
    need = cue.entry.need
    speaks = is_speaker(view, subject, lex)
    announced = view.word(at) in lex.words.complementisers or opens_speech(view, at)
    if need == "":
        return speaks or plain(view, subject) or announced
    left, further = view.word(subject.clause - 1), view.word(subject.clause - 2)
    ended = left == "," and at_end(view, at)
    that = announced or ended
    quoted = announced or left in QUOTES or (left == "," and further in QUOTES)
    document = is_document(view, subject, lex)
    if need in FIGURED:
        return speaks and counts(view, cue, lex)
    met = {
        "that": that,
        "document": document,
        "that_or_document": that or document,
        "quotation": quoted,
        "quotation_marks": quoted and (view.word(at) != ":" or view.word(at + 1) in QUOTES),
        "speaker": speaks,
        "never": False,
    }[need]
    return met and (speaks or plain(view, subject) or announced)


def counts(view: View, cue: Cue, lex: Lexicon) -> bool:
    """Whether a verb that gives figures only at times gives one here, by its need."""
    words, need = lex.words, cue.entry.need
    window = view.lower[cue.last : cue.last + WINDOW]
    numbers = [number for number, word in enumerate(window) if is_number(word) or word in words.quantities]
    if need == "naming":
        return bool(numbers) or any(word in words.comparison for word in window)
    if not numbers:
        return False
    toll = any(word in words.tolls for word in window[:TOLL])
    if need == "toll":
        return toll
    if need == "toll_or_value":
        valued = [number for number, word in enumerate(window) if word in words.values_at]
        return toll or any(any(at < number <= at + VALUE for number in numbers) for at in valued)
    return True


def opens_speech(view: View, at: int) -> bool:
    """Whether a quotation or a colon stands at word `at`, over a comma."""
    word = view.word(at)
    return word in QUOTES or word == ":" or (word == "," and view.word(at + 1) in QUOTES)


def plain(view: View, subject: Phrase) -> bool:
    """Whether a subject without a known speaker is short and holds no number, like a name."""
    words = view.lower[max(0, subject.first - 1) : subject.last]
    return len(words) <= 7 and not any(is_number(word) for word in words)
