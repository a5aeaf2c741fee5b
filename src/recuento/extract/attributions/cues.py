"""The rules that read a fixed phrase or a noun: "according to", "citing", "it was reported"."""

from recuento.extract.attributions.clauses import at_end, opens_clause, skip_adjuncts, subject_of, verb_group
from recuento.extract.attributions.draft import Cue, Draft, Phrase, Shape
from recuento.extract.attributions.phrases import is_speaker, phrase_after, phrase_before
from recuento.extract.attributions.verbs import draft_of, remainder
from recuento.extract.attributions.view import STOPS, View
from recuento.extract.attributions.words import Lexicon

COUNT = 8  # words from the preposition to the count
APPOSED = 12  # words between who is quoted and "as saying"


def read_holds(view: View, cue: Cue, lex: Lexicon, drafts: list[Draft]) -> Draft | None:
    """ "..., according to X" and "According to X, ...": what holds for the clause before or after it."""
    end = phrase_after(view, cue.last, lex)
    if end == cue.last:
        return None
    draft = draft_of(view, "according-to", cue, Phrase(cue.last, end, cue.first), lex)
    if cue.entry.lemma in lex.words.relayed_by and drafts and drafts[-1].shape is not Shape.AFTER:
        relayed(drafts[-1], draft)
        return None
    if opens_clause(view, cue.first, lex):
        at = end
        if view.word(at) == "," and view.word(at + 1) in lex.words.relatives:
            commas = (k for k in range(at + 1, view.size) if view.lower[k] == ",")
            at = next(commas, at)
        draft.contents = remainder(view, skip_adjuncts(view, at, lex), lex)
        return draft if draft.contents else None
    draft.shape = Shape.BEFORE
    if view.word(end) == "," and view.word(end + 1) not in lex.words.relatives:
        draft.shape, draft.contents = Shape.BOTH, remainder(view, end, lex)
    return draft


def relayed(draft: Draft, relay: Draft) -> None:
    """Take who passes a speaker's words on into the speaker's draft; the words about it are no content."""
    draft.chain = (relay.name,) if relay.name else ()
    draft.contents = [
        (start, min(end, relay.clause[0])) for start, end in draft.contents if start < relay.clause[0]
    ]


def read_relay(view: View, cue: Cue, lex: Lexicon, drafts: list[Draft]) -> Draft | None:
    """ "X said ..., citing Y": Y is the source, X the relay."""
    end = phrase_after(view, cue.last, lex)
    phrase = Phrase(cue.last, end, cue.first)
    if end == cue.last or not is_speaker(view, phrase, lex):
        return None
    draft = draft_of(view, "relay-citing", cue, phrase, lex)
    if drafts:
        draft.shape, draft.like = Shape.LIKE, drafts[-1]
        return draft
    draft.shape = Shape.BEFORE
    if opens_clause(view, cue.first, lex):
        draft.shape, draft.contents = Shape.AFTER, remainder(view, end, lex)
    return draft


def read_quoted(view: View, cue: Cue, lex: Lexicon) -> Draft | None:
    """ "X was quoted as saying ..." and "X was quoted by Y as saying ...": X speaks, Y relays."""
    group = verb_group(view, cue.first, lex)
    subject = subject_of(view, group, lex)
    if subject is None or not is_speaker(view, subject, lex):
        return None
    draft = draft_of(view, "quoted-as-saying", cue, subject, lex)
    at = cue.last
    agent = view.word(at) in lex.words.agents
    if cue.entry.kind == "quoted-by" or agent:
        first = at + 1 if agent else at
        at = phrase_after(view, first, lex)
        if at == first:
            return None
        relay = draft_of(view, "", cue, Phrase(first, at, cue.first), lex)
        draft.chain = (relay.name or "",)
        at = after_as(view, at, lex)
    draft.contents = remainder(view, skip_adjuncts(view, at, lex), lex)
    if not draft.contents:
        draft.shape = Shape.BEFORE
    return draft


def after_as(view: View, at: int, lex: Lexicon) -> int:
    """`at` moved over "as saying"."""
    for phrase in lex.words.as_saying:
        parts = phrase.split(" ")
        if view.lower[at : at + len(parts)] == parts:
            return at + len(parts)
    return at


def read_quoting(view: View, cue: Cue, lex: Lexicon) -> Draft | None:
    """ "Y quoted X as saying ...": X speaks, Y relays."""
    end = phrase_after(view, cue.last, lex)
    group = verb_group(view, cue.first, lex)
    if end == cue.last or group.be:
        return None
    reach = range(end, min(view.size, end + APPOSED))
    at = next((after for number in reach if (after := after_as(view, number, lex)) > number), None)
    if at is None:
        return None
    draft = draft_of(view, "quoted-as-saying", cue, Phrase(cue.last, end, cue.first), lex)
    subject = subject_of(view, group, lex)
    if subject is not None and is_speaker(view, subject, lex):
        relay = draft_of(view, "", cue, subject, lex)
        draft.chain, draft.clause = (
            (relay.name or "",),
            (min(draft.clause[0], relay.clause[0]), draft.clause[1]),
        )
    draft.modality, draft.shape = "asserted", Shape.AFTER
    draft.contents = remainder(view, skip_adjuncts(view, at, lex), lex)
    return draft if draft.contents else None


def read_impersonal(view: View, cue: Cue, lex: Lexicon) -> Draft | None:
    """ "It was reported that ...": the cue names nobody, unless "by X" follows."""
    at = cue.last
    span = view.span(cue.first, cue.last)
    draft = Draft("impersonal-report", view.index, Shape.AFTER, span, span)
    if view.word(at) in lex.words.authors_after:
        end = phrase_after(view, at + 1, lex)
        phrase = Phrase(at + 1, end, cue.first)
        if end > at + 1 and is_speaker(view, phrase, lex):
            draft = draft_of(view, "impersonal-report", cue, phrase, lex)
            at = end
    draft.contents = remainder(view, skip_adjuncts(view, at, lex), lex)
    if not draft.contents or view.word(skip_adjuncts(view, at, lex)) not in lex.words.complementisers:
        return None
    return draft


def read_count(view: View, cue: Cue, lex: Lexicon) -> Draft | None:
    """ "By one estimate, ..." and "..., by the ministry's count": a count that a whole clause rests on."""
    words = lex.words
    for number in range(cue.first - 1, max(-1, cue.first - COUNT), -1):
        word = view.lower[number]
        if word in words.count_prepositions:
            break
        if word in STOPS or word in words.auxiliaries or word in lex.verb_forms:
            return None
    else:
        return None
    draft = draft_of(
        view,
        "by-count",
        cue._replace(first=number, last=number + 1),
        Phrase(number + 1, cue.last, number),
        lex,
    )
    if view.word(cue.last) == "," and opens_clause(view, number, lex):
        draft.contents = remainder(view, cue.last, lex)
        return draft
    draft.shape = Shape.BEFORE
    return draft if at_end(view, cue.last) and view.word(number - 1) == "," else None


def owner_before(view: View, first: int, lex: Lexicon) -> Phrase | None:
    """Whose a noun is: a possessor or a possessive right before it or before its adjectives."""
    words = lex.words
    for number in range(first - 1, max(-1, first - 4), -1):
        word = view.lower[number]
        if word in words.possessives:
            return phrase_before(view, number - 1, lex) if number else None
        if word in words.possessive_pronouns:
            return Phrase(number, number + 1, number, pronoun=words.possessive_pronouns[word])
        if word in STOPS or word in words.articles or word in words.auxiliaries or word in words.linkers:
            return None
    return None


def read_stance(view: View, cue: Cue, lex: Lexicon) -> Draft | None:
    """ "The party's demand that ...", "his promise to ...": somebody's stance; it reports nothing."""
    owner = owner_before(view, cue.first, lex)
    if owner is None or not is_speaker(view, owner, lex):
        return None
    draft = draft_of(view, "attitude", cue, owner, lex)
    draft.contents = remainder(view, cue.last, lex)
    return draft if draft.contents else None


def read_noun(view: View, cue: Cue, lex: Lexicon) -> Draft | None:
    """ "X's estimate of ...", "claims by X that ...", "some reports that ...": a noun that holds a claim."""
    words = lex.words
    that = view.word(cue.last) in words.complementisers
    phrase: Phrase | None
    owner = owner_before(view, cue.first, lex)
    if owner is not None:
        if not (that or view.word(cue.last) in words.authors_after):
            return None
        phrase, at = owner, cue.last if that else cue.last + 1
    elif that:
        phrase, at = phrase_before(view, cue.last - 1, lex), cue.last
        if phrase is None or phrase.last - phrase.first > 4:
            return None
    elif view.word(cue.last) in words.authors_after:
        end = phrase_after(view, cue.last + 1, lex)
        if view.word(end) not in words.complementisers or end == cue.last + 1:
            return None
        phrase, at = Phrase(cue.last + 1, end, cue.first), end
    else:
        return None
    if phrase is None or not (is_speaker(view, phrase, lex) or that):
        return None
    draft = draft_of(view, "claim-noun", cue, phrase, lex)
    draft.contents = remainder(view, at, lex)
    return draft if draft.contents else None
