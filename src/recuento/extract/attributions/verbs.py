"""The rules that read a verb of saying: speaker before the content, after it, or in the middle."""

from recuento.extract.attributions.clauses import (
    VerbGroup,
    at_end,
    complementiser_after,
    is_clause,
    main_subject,
    opens_clause,
    skip_adjuncts,
    skip_hearer,
    subject_of,
    verb_group,
)
from recuento.extract.attributions.conditions import (
    ends_there,
    fits,
    is_attribute,
    is_name,
    is_participle,
    is_verb_here,
)
from recuento.extract.attributions.draft import Cue, Draft, Phrase, Shape
from recuento.extract.attributions.phrases import (
    ends_phrase,
    is_document,
    is_speaker,
    name_span,
    phrase_after,
    phrase_before,
    pronoun_of,
    skip_bracket_right,
)
from recuento.extract.attributions.view import QUOTES, STOPS, View
from recuento.extract.attributions.words import Entry, Lexicon

VALUED = "toll_or_value"  # the need of verbs whose count stands after a preposition
PREDICATE = 14  # words after a verb that may still be only where and how it was said
INVERTED = 12  # words of a speaker after the verb


def read_verb(view: View, cue: Cue, lex: Lexicon, drafts: list[Draft]) -> Draft | None:
    """The draft of a verb of saying at words `cue.first` to `cue.last`, or None where it is no cue here."""
    group = verb_group(view, cue.first, lex)
    going_on = view.lower[cue.first].endswith(lex.words.participle_endings)
    if (
        not group.be
        and cue.last == cue.first + 1
        and view.lower[cue.first].endswith(lex.words.passive_endings)
    ):
        return None
    if view.word(cue.first - 1) in lex.words.infinitive or (group.be and not going_on):
        return passive(view, cue, group, lex) if group.be else None
    before = view.word(group.first - 1)
    if before in lex.words.reporting_openers:
        return as_reported(view, cue, group, lex)
    if before in lex.words.articles or before in lex.words.linkers or is_attribute(view, group.first, lex):
        return None
    if is_participle(view, cue, lex) or is_name(view, cue, lex):
        return None
    if going_on and before in lex.words.comparison:
        return None
    if before in lex.words.possessives:
        return None
    follows_on = going_on and before == ","
    if (
        view.lower[cue.first] in lex.words.noun_forms
        and not follows_on
        and not is_verb_here(view, cue, group, lex)
    ):
        return None
    joined = before in lex.words.joiners or before in lex.words.contrast
    if (joined or (going_on and not group.be)) and drafts:
        return shared_subject(view, cue, group, lex, drafts)
    subject = main_subject(view, lex) if follows_on else subject_of(view, group, lex)
    inverted = inverted_subject(view, cue, group, lex)
    apposed = subject is not None and subject.first <= 1 and before == ","
    if inverted is not None and (subject is None or (ends_there(view, inverted.last) and not apposed)):
        return content_verb_speaker(view, cue, group, lex, inverted)
    if subject is None:
        return dropped(view, cue, group, lex)
    if going_on and not group.be and not follows_on:
        return bare_participle(view, cue, group, lex, subject)
    if follows_on:
        return participle(view, cue, group, lex, subject)
    if subject.relative:
        return relative_speaker(view, cue, group, lex, subject)
    if not fits(view, cue, subject, lex):
        return None
    return placed(view, cue, group, lex, subject)


def as_reported(view: View, cue: Cue, group: VerbGroup, lex: Lexicon) -> Draft | None:
    """A verb after a word that makes its clause the source of the rest ("as the mayor said" with the speaker
    behind the verb)."""
    at = after_verb(view, cue.last, lex)
    end = phrase_after(view, at, lex)
    phrase = Phrase(at, end, group.first - 1, pronoun=pronoun_of(view.word(at), lex.words))
    if end == at or not is_speaker(view, phrase, lex):
        return None
    draft = draft_of(view, "as-reported", cue._replace(first=group.first - 1), phrase, lex)
    if opens_clause(view, group.first - 1, lex):
        commas = (number for number in range(end, view.size) if view.lower[number] == ",")
        draft.contents = remainder(view, next(commas, end), lex)
        return draft
    draft.shape = Shape.BEFORE
    return draft


def dropped(view: View, cue: Cue, group: VerbGroup, lex: Lexicon) -> Draft | None:
    """A verb that stands without a subject, where the language allows it: whoever spoke last speaks on."""
    endings, verb = lex.words.dropped_subject, view.lower[cue.first]
    before = view.word(group.first - 1)
    number = (
        "plural" if verb.endswith(endings.plural) else "singular" if verb.endswith(endings.singular) else ""
    )
    if not number or (before and before not in STOPS and before not in lex.words.joiners):
        return None
    if cue.entry.need not in ("", "that", "speaker", "quotation") or cue.entry.modality == "attitude":
        return None
    at = skip_adjuncts(view, skip_hearer(view, skip_adjuncts(view, cue.last, lex), lex), lex)
    ends = at_end(view, at)
    if not (ends and before and before in STOPS) and view.word(at) not in lex.words.complementisers:
        return None
    span = view.span(group.first, cue.last)
    draft = Draft(rule_name("dropped-subject", cue.entry, group), view.index, Shape.AFTER, span, span, span)
    draft.modality, draft.pronoun, draft.joined = cue.entry.modality, f"dropped-{number}", bool(before)
    draft.shape = Shape.BEFORE if ends else Shape.AFTER
    draft.contents = [] if ends else remainder(view, at, lex)
    return draft


def after_verb(view: View, at: int, lex: Lexicon) -> int:
    """`at` moved over what may stand between a verb and the speaker behind it: times, media and a hearer."""
    if not lex.words.speaker_after_verb:
        return at
    at = skip_adjuncts(view, skip_hearer(view, skip_adjuncts(view, at, lex), lex), lex)
    return skip_place(view, at, lex)


def skip_place(view: View, at: int, lex: Lexicon) -> int:
    """`at` moved over where a thing was said ("said in Oslo the minister"): a preposition and a name."""
    if view.word(at) not in lex.words.time_prepositions or not view.capital(at + 1) or view.upper:
        return at
    end = at + 1
    while view.capital(end) or (view.word(end) in lex.words.linkers and view.capital(end + 1)):
        end += 1
    return end


def passive(view: View, cue: Cue, group: VerbGroup, lex: Lexicon) -> Draft | None:
    """ "Twelve deaths were reported on Monday by the ministry": the agent is the source."""
    if cue.entry.lemma not in lex.words.passive_reports or group.negated:
        return None
    for number in range(cue.last, min(view.size, cue.last + PREDICATE)):
        word = view.lower[number]
        if word in STOPS or word in lex.words.auxiliaries:
            return None
        if word in lex.words.agents:
            phrase = Phrase(number + 1, phrase_after(view, number + 1, lex), number)
            if phrase.last == phrase.first or not is_speaker(view, phrase, lex):
                return None
            draft = draft_of(view, "passive-by", cue._replace(first=number, last=number + 1), phrase, lex)
            draft.cue, draft.shape = view.span(group.first, cue.last), Shape.BEFORE
            return draft
    return None


def bare_participle(view: View, cue: Cue, group: VerbGroup, lex: Lexicon, subject: Phrase) -> Draft | None:
    """ "A caller saying that ...": a plain participle of saying right after a speaker."""
    if (
        cue.entry.need
        or subject.relative
        or subject.last != group.first
        or not is_speaker(view, subject, lex)
    ):
        return None
    draft = draft_of(view, rule_name("participle", cue.entry, group), cue, subject, lex)
    draft.contents = remainder(view, cue.last, lex)
    return draft if draft.contents else None


def participle(view: View, cue: Cue, group: VerbGroup, lex: Lexicon, subject: Phrase) -> Draft | None:
    """ "The mayor visited the camp, saying that ...": the speaker is the one that the sentence opens with."""
    if not is_speaker(view, subject, lex) or (cue.entry.need not in ("", "speaker")):
        return None
    draft = draft_of(
        view,
        rule_name("participle", cue.entry, group),
        cue._replace(first=subject.first, last=subject.last),
        subject,
        lex,
    )
    draft.cue = draft.clause = view.span(group.first, cue.last)
    at = skip_hearer(view, cue.last, lex) if cue.entry.lemma in lex.words.with_addressee else cue.last
    draft.contents = remainder(view, skip_adjuncts(view, at, lex), lex)
    draft.joined = True
    return draft if draft.contents else None


def draft_of(view: View, rule: str, cue: Cue, phrase: Phrase, lex: Lexicon) -> Draft:
    """A draft with the source's words."""
    source = name_span(view, phrase, lex)
    first = min(phrase.clause, phrase.first, cue.first)
    clause = view.span(first, max(phrase.last, cue.last))
    draft = Draft(rule, view.index, Shape.AFTER, clause, view.span(cue.first, cue.last), source)
    draft.name = view.text[source[0] : source[1]]
    draft.modality = cue.entry.modality
    draft.pronoun = phrase.pronoun
    owner = lex.words.possessive_pronouns.get(view.lower[phrase.first])
    if draft.pronoun is None and owner is not None and is_document(view, phrase, lex):
        own = main_subject(view, lex)
        if own is not None and own.pronoun is None and own.last < phrase.first:
            draft.name = view.text[slice(*name_span(view, own, lex))]
        else:
            draft.pronoun = owner
    before = view.word(first - 1)
    draft.joined = before in STOPS or before in lex.words.contrast or before in lex.words.joiners
    return draft


def rule_name(name: str, entry: Entry, group: VerbGroup) -> str:
    """The rule's name, or that of the two classes which report nothing: attitudes and denied speech."""
    if entry.modality == "attitude":
        return "attitude"
    return "negated-report" if group.negated else name


def placed(view: View, cue: Cue, group: VerbGroup, lex: Lexicon, subject: Phrase) -> Draft | None:
    """A verb with its subject on the left, and the content after, before or around them."""
    rule = rule_name("speaker-verb-content", cue.entry, group)
    if none_of(view, subject, lex):
        rule = "negated-report"
    draft = draft_of(view, rule, cue._replace(first=group.first), subject, lex)
    at = cue.last
    if cue.entry.lemma in lex.words.with_addressee:
        at = skip_hearer(view, skip_adjuncts(view, at, lex), lex)
    at = skip_adjuncts(view, at, lex)
    at = skip_bracket_right(view, at)
    before = view.word(subject.first - 1)
    spoken = not before and view.spoken
    open_left = (
        spoken
        or before in STOPS
        or (before in lex.words.comparison and subject.first > 1)
        or (not before and at_end(view, at))
    )
    follows = view.word(at)
    if cue.entry.need == VALUED and follows in lex.words.values_at:
        open_left = spoken = False  # "cifró en 20 los muertos": the value is the content
    draft.background = group.background
    draft.chain = relay_of(view, subject.last, group.first, lex)
    draft.shape, at = shape_of(view, at, lex, open_left=open_left and (spoken or subject.first > 0))
    if before in QUOTES and draft.shape is Shape.AFTER and not speech_goes_on(view, at, lex):
        draft.shape, at = Shape.BEFORE, view.size
    if at_end(view, cue.last) and subject.first > 0 and not open_left:
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


def none_of(view: View, subject: Phrase, lex: Lexicon) -> bool:
    """Whether a subject is denied to have spoken ("nor the police")."""
    first = subject.first
    while first > 0 and view.lower[first - 1] in lex.words.articles:
        first -= 1
    return view.word(first - 1) in lex.words.negations


def relay_of(view: View, first: int, last: int, lex: Lexicon) -> tuple[str, ...]:
    """Who relays a speaker, by the words between name and verb ("quoted by Radio Sol"): one name or none."""
    for number in range(first, last - 1):
        if " ".join(view.lower[number : number + 2]) in lex.words.relayed_by:
            end = phrase_after(view, number + 2, lex)
            source = name_span(view, Phrase(number + 2, end, number), lex) if end > number + 2 else None
            return (view.text[slice(*source)],) if source else ()
    return ()


def speech_goes_on(view: View, at: int, lex: Lexicon) -> bool:
    """Whether content follows the verb after a quotation: a "that", a colon or more of the quotation."""
    word = view.word(at)
    return word in lex.words.complementisers or word == ":" or word in QUOTES


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
    """The content from word `at`, after a "that", to the sentence's end: one span or none."""
    while at < view.size and (
        view.lower[at] in lex.words.complementisers
        or (view.lower[at] in STOPS and view.lower[at] not in QUOTES)
    ):
        at += 1
    if at >= view.size or at_end(view, at):
        return []
    return [(view.starts[at], view.sentence.end)]


def relative_speaker(view: View, cue: Cue, group: VerbGroup, lex: Lexicon, subject: Phrase) -> Draft | None:
    """ "..., who said that ...": the speaker is the phrase before the relative pronoun."""
    at = subject.first - 1
    while at >= 0 and view.lower[at] in {",", "--", "—", "–"}:
        at -= 1
    phrase = phrase_before(view, at, lex) if at >= 0 else None
    if phrase is None or phrase.relative or not is_speaker(view, phrase, lex):
        return None
    if not fits(view, cue, phrase, lex):
        return None
    draft = draft_of(
        view, rule_name("relative-speaker", cue.entry, group), cue._replace(first=group.first), phrase, lex
    )
    draft.source = view.span(subject.first, subject.last)
    end = skip_hearer(view, cue.last, lex) if cue.entry.lemma in lex.words.with_addressee else cue.last
    draft.contents = remainder(view, skip_adjuncts(view, end, lex), lex)
    return draft if draft.contents else None


def shared_subject(view: View, cue: Cue, group: VerbGroup, lex: Lexicon, drafts: list[Draft]) -> Draft | None:
    """ "..., adding that ..." and "... and said": the speaker of the attribution before."""
    origin = drafts[-1]
    at = skip_hearer(view, cue.last, lex) if cue.entry.lemma in lex.words.with_addressee else cue.last
    contents = remainder(view, skip_adjuncts(view, at, lex), lex)
    if not contents or (
        cue.entry.need not in ("", "speaker") and view.word(cue.last) not in lex.words.complementisers
    ):
        return None
    span = view.span(group.first, cue.last)
    draft = Draft(
        rule_name("same-speaker", cue.entry, group),
        view.index,
        Shape.AFTER,
        span,
        span,
        origin.source,
        origin.name,
    )
    draft.modality, draft.pronoun, draft.contents, draft.joined = (
        cue.entry.modality,
        origin.pronoun,
        contents,
        True,
    )
    return draft


def inverted_subject(view: View, cue: Cue, group: VerbGroup, lex: Lexicon) -> Phrase | None:
    """The speaker after a verb that follows its content ("..., said the minister")."""
    if cue.entry.lemma not in lex.words.inverted:
        return None
    before = view.word(group.first - 1)
    if before and before not in STOPS:
        return None
    at = after_verb(view, cue.last, lex)
    if pronoun_of(view.word(at), lex.words) and not at_end(view, at + 1):
        return None
    end = phrase_after(view, at, lex)
    if end == at or end - at > INVERTED:
        return None
    phrase = Phrase(at, end, at, pronoun=pronoun_of(view.word(at), lex.words))
    after = view.word(end)
    closed = not after or after in STOPS or after == "." or after in lex.words.complementisers
    closed = closed or before in QUOTES or not is_clause(view, end, min(view.size, end + 6), lex)
    if not closed or not is_speaker(view, phrase, lex):
        return None
    return phrase if not ends_phrase(view, at, lex) or phrase.pronoun else None


def content_verb_speaker(view: View, cue: Cue, group: VerbGroup, lex: Lexicon, phrase: Phrase) -> Draft:
    """ "..., said the minister": the content goes before, or follows a "that"."""
    rule = rule_name("content-verb-speaker", cue.entry, group)
    draft = draft_of(view, rule, cue._replace(first=group.first), phrase, lex)
    at = skip_adjuncts(view, phrase.last, lex)
    if lex.words.speaker_after_verb:
        at = skip_adjuncts(view, skip_hearer(view, at, lex), lex)
    told = group.first == 0 or lex.words.speaker_after_verb
    if view.word(at) in lex.words.complementisers and told:
        draft.contents = remainder(view, at, lex)
        return draft
    draft.shape = Shape.BEFORE
    return draft
