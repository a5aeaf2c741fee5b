"""Whether a trigger is a verb of saying here: nouns, participles, and what doubtful verbs need."""

from recuento.extract.attributions.clauses import VerbGroup, at_end, skip_adjuncts, subject_of
from recuento.extract.attributions.draft import Cue, Phrase
from recuento.extract.attributions.phrases import is_document, is_number, is_speaker, pronoun_of
from recuento.extract.attributions.view import QUOTES, STOPS, View
from recuento.extract.attributions.words import Lexicon

WINDOW = 14  # words after a verb in which a count shows that it reports figures


def ends_there(view: View, at: int) -> bool:
    """Whether a clause ends at word `at`."""
    word = view.word(at)
    return not word or word in STOPS or word == "."


def is_participle(view: View, cue: Cue, lex: Lexicon) -> bool:
    """Whether what follows shows a participle ("written by") or an act ("claimed responsibility")."""
    if view.word(cue.last) in lex.words.no_content:
        return True
    lemmas = lex.words.passive_followers.get(view.word(cue.last))
    if lemmas is None or (lemmas and cue.entry.lemma not in lemmas):
        return False
    return skip_adjuncts(view, cue.last, lex) == cue.last


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
    if before in words.linkers or before in words.joiners or is_number(before):
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
    head = view.lower[subject.last - 1]
    fit = head in words.speakers or is_document(view, subject, lex) or subject.pronoun is not None
    ended = ended and after != ":"
    return (fit or view.capital(subject.last - 1)) and (not ended or view.word(subject.first - 1) in STOPS)


def fits(view: View, cue: Cue, subject: Phrase, lex: Lexicon) -> bool:
    """Whether what a doubtful verb needs stands beside it, and its subject may speak."""
    after = view.word(skip_adjuncts(view, cue.last, lex))
    that = after in lex.words.complementisers
    ended = view.word(subject.clause - 1) == "," and at_end(view, skip_adjuncts(view, cue.last, lex))
    document = is_document(view, subject, lex)
    quotation = (
        that
        or opens_speech(view, skip_adjuncts(view, cue.last, lex))
        or view.word(subject.clause - 1) in QUOTES
    )
    that = that or opens_speech(view, skip_adjuncts(view, cue.last, lex))
    window = view.lower[cue.last : cue.last + WINDOW]
    counted = any(is_number(w) or w in lex.words.quantities for w in window)
    speaks = is_speaker(view, subject, lex)
    if view.word(subject.clause - 1) == "," and view.word(subject.clause - 2) in QUOTES:
        quotation = True
    needed = {
        "": True,
        "that": that or ended,
        "document": document,
        "that_or_document": that or document or ended,
        "quotation": quotation,
        "figure": counted and speaks,
        "speaker": speaks,
        "never": False,
    }[cue.entry.need]
    return needed and (speaks or plain(view, subject) or that)


def opens_speech(view: View, at: int) -> bool:
    """Whether a quotation or a colon stands at word `at`, over a comma."""
    word = view.word(at)
    return word in QUOTES or word == ":" or (word == "," and view.word(at + 1) in QUOTES)


def plain(view: View, subject: Phrase) -> bool:
    """Whether a subject without a known speaker is short and holds no number, like a name."""
    words = view.lower[max(0, subject.first - 1) : subject.last]
    return len(words) <= 7 and not any(is_number(word) for word in words)
