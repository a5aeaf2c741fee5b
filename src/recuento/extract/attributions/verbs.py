"""The rules that read a verb of saying: speaker before the content, after it, or in the middle."""

from recuento.extract.attributions.clauses import (
    VerbGroup,
    at_end,
    complementiser_after,
    is_clause,
    main_subject,
    skip_adjuncts,
    skip_hearer,
    subject_of,
    verb_group,
)
from recuento.extract.attributions.draft import Draft, Phrase, Shape
from recuento.extract.attributions.phrases import (
    ends_phrase,
    is_document,
    is_number,
    is_speaker,
    name_span,
    phrase_after,
    phrase_before,
    pronoun_of,
    skip_bracket_right,
)
from recuento.extract.attributions.view import QUOTES, STOPS, View
from recuento.extract.attributions.words import Entry, Lexicon

PREDICATE = 14  # words after a verb that may still be only where and how it was said
INVERTED = 12  # words of a speaker after the verb


def read_verb(
    view: View, first: int, last: int, entry: Entry, lex: Lexicon, drafts: list[Draft]
) -> Draft | None:
    """The draft of a verb of saying at words `first` to `last`, or None where it is no cue here."""
    group = verb_group(view, first, lex)
    going_on = view.lower[first].endswith(lex.words.participle_endings)
    if view.word(first - 1) in lex.words.infinitive or (group.be and not going_on):
        return None
    before = view.word(group.first - 1)
    if before in lex.words.articles or before in lex.words.linkers or is_participle(view, last, entry, lex):
        return None
    if going_on and before in lex.words.comparison:
        return None
    follows_on = going_on and before == ","
    if (
        view.lower[first] in lex.words.noun_forms
        and not follows_on
        and not is_verb_here(view, group, last, lex)
    ):
        return None
    joined = before in lex.words.joiners or before in lex.words.contrast
    if (joined or (going_on and not group.be)) and drafts:
        return shared_subject(view, group, last, entry, lex, drafts)
    subject = main_subject(view, lex) if follows_on else subject_of(view, group, lex)
    inverted = inverted_subject(view, group, last, entry, lex)
    if inverted is not None and (subject is None or before in QUOTES or ends_there(view, inverted.last)):
        return content_verb_speaker(view, group, last, entry, lex, inverted)
    if subject is None or (going_on and not group.be and not follows_on):
        return None
    if follows_on:
        return participle(view, group, last, entry, lex, subject)
    if subject.relative:
        return relative_speaker(view, group, last, entry, lex, subject)
    if not fits(view, subject, last, entry, lex):
        return None
    return placed(view, group, last, entry, lex, subject)


def ends_there(view: View, at: int) -> bool:
    """Whether a clause ends at word `at`."""
    word = view.word(at)
    return not word or word in STOPS or word == "."


def participle(
    view: View, group: VerbGroup, last: int, entry: Entry, lex: Lexicon, subject: Phrase
) -> Draft | None:
    """ "The mayor visited the camp, saying that ...": the speaker is the one that the sentence opens with."""
    if not is_speaker(view, subject, lex) or (entry.need not in ("", "speaker")):
        return None
    draft = draft_of(
        view, rule_name("participle", entry, group), entry, (subject.first, subject.last), subject, lex
    )
    draft.cue = draft.clause = view.span(group.first, last)
    at = skip_hearer(view, last, lex) if entry.lemma in lex.words.with_addressee else last
    draft.contents = remainder(view, skip_adjuncts(view, at, lex), lex)
    draft.joined = True
    return draft if draft.contents else None


def is_participle(view: View, last: int, entry: Entry, lex: Lexicon) -> bool:
    """Whether what follows shows a participle of something done ("a letter written by", "a man suspected of")."""
    lemmas = lex.words.passive_followers.get(view.word(last))
    return lemmas is not None and (not lemmas or entry.lemma in lemmas)


def is_verb_here(view: View, group: VerbGroup, last: int, lex: Lexicon) -> bool:
    """Whether a form that may be a noun is a verb: after a whole subject, and before something that is claimed."""
    words = lex.words
    before, after = view.word(group.first - 1), view.word(last)
    if view.capital(last - 1) and not view.upper and not view.sentence_first(last - 1):
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


def fits(view: View, subject: Phrase, last: int, entry: Entry, lex: Lexicon) -> bool:
    """Whether what a doubtful verb needs stands beside it, and its subject may speak."""
    after = view.word(skip_adjuncts(view, last, lex))
    that = after in lex.words.complementisers
    ended = view.word(subject.clause - 1) == "," and at_end(view, skip_adjuncts(view, last, lex))
    document = is_document(view, subject, lex)
    quotation = (
        that or opens_speech(view, skip_adjuncts(view, last, lex)) or view.word(subject.clause - 1) in QUOTES
    )
    that = that or opens_speech(view, skip_adjuncts(view, last, lex))
    window = view.lower[last : last + PREDICATE]
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
    }[entry.need]
    return needed and (speaks or plain(view, subject) or that)


def opens_speech(view: View, at: int) -> bool:
    """Whether a quotation or a colon stands at word `at`, over a comma."""
    word = view.word(at)
    return word in QUOTES or word == ":" or (word == "," and view.word(at + 1) in QUOTES)


def plain(view: View, subject: Phrase) -> bool:
    """Whether a subject without a known speaker is short and holds no number, as a name in small letters is."""
    words = view.lower[subject.first : subject.last]
    return len(words) <= 6 and not any(is_number(word) for word in words)


def draft_of(
    view: View, rule: str, entry: Entry, cue: tuple[int, int], phrase: Phrase, lex: Lexicon
) -> Draft:
    """A draft with the source's words; `cue` is the numbers of the cue's words."""
    source = name_span(view, phrase, lex)
    first = min(phrase.clause, phrase.first, cue[0])
    clause = view.span(first, max(phrase.last, cue[1]))
    draft = Draft(rule, view.index, Shape.AFTER, clause, view.span(*cue), source)
    draft.name = view.text[source[0] : source[1]]
    draft.modality = entry.modality
    draft.pronoun = phrase.pronoun
    before = view.word(first - 1)
    draft.joined = before in STOPS or before in lex.words.contrast or before in lex.words.joiners
    return draft


def rule_name(name: str, entry: Entry, group: VerbGroup) -> str:
    """The rule's name, or that of the two classes which report nothing: attitudes and denied speech."""
    if entry.modality == "attitude":
        return "attitude"
    return "negated-report" if group.negated else name


def placed(
    view: View, group: VerbGroup, last: int, entry: Entry, lex: Lexicon, subject: Phrase
) -> Draft | None:
    """A verb with its subject on the left, and the content after, before or around them."""
    rule = rule_name("speaker-verb-content", entry, group)
    draft = draft_of(view, rule, entry, (group.first, last), subject, lex)
    at = last
    if entry.lemma in lex.words.with_addressee:
        at = skip_hearer(view, skip_adjuncts(view, at, lex), lex)
    at = skip_adjuncts(view, at, lex)
    at = skip_bracket_right(view, at)
    before = view.word(subject.first - 1)
    spoken = not before and view.spoken
    open_left = (
        spoken or before in STOPS or before in lex.words.comparison or (not before and at_end(view, at))
    )
    follows = view.word(at)
    draft.background = group.background
    draft.shape, at = shape_of(view, at, lex, open_left=open_left and (spoken or subject.first > 0))
    if at_end(view, last) and subject.first > 0 and not open_left:
        draft.shape = Shape.BEFORE
    if draft.shape is not Shape.AFTER and draft.rule == "speaker-verb-content":
        draft.rule = "content-speaker-verb"
    if draft.shape is Shape.AFTER and follows not in lex.words.complementisers and follows not in STOPS:
        that = complementiser_after(view, at, lex)
        at = that if that is not None and view.word(at) in lex.words.time_prepositions else at
    draft.contents = remainder(view, at, lex)
    if draft.shape is not Shape.AFTER:
        draft.clause = (draft.clause[0], max(draft.clause[1], view.ends[at - 1] if at else 0))
    return draft


def shape_of(view: View, at: int, lex: Lexicon, *, open_left: bool) -> tuple[Shape, int]:
    """Where the content stands by what follows the verb and its adjuncts, and the word it goes on with."""
    if at_end(view, at):
        return (Shape.BEFORE if open_left or view.word(at) not in {":"} else Shape.AFTER), at
    word = view.lower[at]
    if word == ",":
        return (Shape.BOTH if open_left else Shape.AFTER), at + 1
    if word in QUOTES or word == ";":
        return (Shape.BOTH if open_left else Shape.AFTER), at
    rest = view.size - at
    prepositional = word in lex.words.linkers or word in lex.words.time_prepositions
    if open_left and (prepositional or word in lex.words.subordinators):
        if rest <= PREDICATE and not is_clause(view, at, view.size, lex):
            return Shape.BEFORE, view.size
        if word in lex.words.subordinators:
            return Shape.BEFORE, view.size
    return Shape.AFTER, at


def remainder(view: View, at: int, lex: Lexicon) -> list[tuple[int, int]]:
    """The content from word `at` (after a "that" and stops) to the sentence's end, as a list of one span or none."""
    while at < view.size and (
        view.lower[at] in lex.words.complementisers
        or (view.lower[at] in STOPS and view.lower[at] not in QUOTES)
    ):
        at += 1
    if at >= view.size or at_end(view, at):
        return []
    return [(view.starts[at], view.sentence.end)]


def relative_speaker(
    view: View, group: VerbGroup, last: int, entry: Entry, lex: Lexicon, subject: Phrase
) -> Draft | None:
    """ "..., who said that ...": the speaker is the phrase before the relative pronoun."""
    at = subject.first - 1
    while at >= 0 and view.lower[at] in {",", "--", "—", "–"}:
        at -= 1
    phrase = phrase_before(view, at, lex) if at >= 0 else None
    if phrase is None or phrase.relative or not is_speaker(view, phrase, lex):
        return None
    if not fits(view, phrase, last, entry, lex):
        return None
    draft = draft_of(
        view, rule_name("relative-speaker", entry, group), entry, (group.first, last), phrase, lex
    )
    draft.source = view.span(subject.first, subject.last)
    end = skip_hearer(view, last, lex) if entry.lemma in lex.words.with_addressee else last
    draft.contents = remainder(view, skip_adjuncts(view, end, lex), lex)
    return draft if draft.contents else None


def shared_subject(
    view: View, group: VerbGroup, last: int, entry: Entry, lex: Lexicon, drafts: list[Draft]
) -> Draft | None:
    """ "..., adding that ..." and "... and said": the speaker is that of the attribution before in the sentence."""
    origin = drafts[-1]
    at = skip_hearer(view, last, lex) if entry.lemma in lex.words.with_addressee else last
    contents = remainder(view, skip_adjuncts(view, at, lex), lex)
    if not contents or (
        entry.need not in ("", "speaker") and view.word(last) not in lex.words.complementisers
    ):
        return None
    cue = view.span(group.first, last)
    draft = Draft(
        rule_name("same-speaker", entry, group), view.index, Shape.AFTER, cue, cue, origin.source, origin.name
    )
    draft.modality, draft.pronoun, draft.contents, draft.joined = (
        entry.modality,
        origin.pronoun,
        contents,
        True,
    )
    return draft


def inverted_subject(view: View, group: VerbGroup, last: int, entry: Entry, lex: Lexicon) -> Phrase | None:
    """The speaker after a verb that follows its content ("..., said the minister")."""
    if entry.lemma not in lex.words.inverted:
        return None
    before = view.word(group.first - 1)
    if before and before not in STOPS:
        return None
    if pronoun_of(view.word(last), lex.words) and not at_end(view, last + 1):
        return None
    end = phrase_after(view, last, lex)
    if end == last or end - last > INVERTED:
        return None
    phrase = Phrase(last, end, last, pronoun=pronoun_of(view.word(last), lex.words))
    after = view.word(end)
    closed = not after or after in STOPS or after == "." or after in lex.words.complementisers
    closed = closed or before in QUOTES or not is_clause(view, end, min(view.size, end + 6), lex)
    if not closed or not is_speaker(view, phrase, lex):
        return None
    return phrase if not ends_phrase(view, last, lex) or phrase.pronoun else None


def content_verb_speaker(
    view: View, group: VerbGroup, last: int, entry: Entry, lex: Lexicon, phrase: Phrase
) -> Draft:
    """ "..., said the minister": the content goes before, or follows a "that" where a language puts the verb first."""
    rule = rule_name("content-verb-speaker", entry, group)
    draft = draft_of(view, rule, entry, (group.first, last), phrase, lex)
    at = skip_adjuncts(view, phrase.last, lex)
    if view.word(at) in lex.words.complementisers and group.first == 0:
        draft.contents = remainder(view, at, lex)
        return draft
    draft.shape = Shape.BEFORE
    return draft
