"""Finding attributions: triggers first, rules only where one stands, then contents, quotations and names."""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence

from recuento.extract.attributions.announced import announced
from recuento.extract.attributions.antecedents import first_persons, resolve
from recuento.extract.attributions.cues import (
    read_count,
    read_holds,
    read_impersonal,
    read_noun,
    read_quoted,
    read_quoting,
    read_relay,
    read_stance,
)
from recuento.extract.attributions.datelines import without_datelines
from recuento.extract.attributions.draft import Cue, Draft
from recuento.extract.attributions.gapping import gapped
from recuento.extract.attributions.kinds import kind_of
from recuento.extract.attributions.passage_rules import passage_drafts
from recuento.extract.attributions.quotations import quotations
from recuento.extract.attributions.settle import settle
from recuento.extract.attributions.speech import carried, grow, signed
from recuento.extract.attributions.verbs import read_verb
from recuento.extract.attributions.view import View, letters_of, resplit
from recuento.extract.attributions.words import Entry, Lexicon, Triggers, lexicon
from recuento.extract.sentences import Sentence
from recuento.language import Pack
from recuento.model import Attribution

Hit = tuple[int, int, Entry]
WRITTEN = re.compile(r"[^\W_]{2}|[^\W_]\.")  # what every name holds
LONGEST_SOURCE = 16  # words; longer ones are clauses that were taken for a source
OBJECT = 3  # words from a verb to a claim that is its object ("rejects as false the claim that")


def find_attributions(
    text: str,
    sentences: Sequence[Sentence],
    pack: Pack,
    *,
    only: Collection[int] | None = None,
    attitudes: bool = True,
) -> tuple[Attribution, ...]:
    """Who says what in a report, in the order of the contents.

    `sentences` are those of the text; `only` keeps the work to these passages (and to what they need of the
    one before). `attitudes` also gives who wants, plans or blames, which are no sources of figures. A content
    in several spans gives several attributions.
    """
    if not sentences:
        return ()
    lex = lexicon(pack)
    wanted = None if only is None else set(only) | {number - 1 for number in only}
    letters = letters_of(text)
    if letters.small:
        sentences = resplit(text, sentences)
    sentences = without_datelines(text, sentences, lex, plain=letters.small or letters.upper)
    hits = hits_by_sentence(letters.low, sentences, lex.automata[attitudes], wanted)
    quotes = quotations(text, sentences)
    drafts: list[Draft] = []
    for number in sorted(hits):
        drafts += read_sentence(View(letters, sentences[number], number), hits[number], lex)
    for draft in drafts:
        grow(draft, quotes, text)
    resolve(text, drafts, lex)
    number_at = {sentence.start: number for number, sentence in enumerate(sentences)}
    drafts += announced(text, sentences, drafts, quotes)
    if quotes:
        starts = [sentence.start for sentence in sentences]
        drafts += signed(text, quotes, lambda offset: max(0, bisect_right(starts, offset) - 1))
        drafts += carried(text, sentences, drafts, quotes, number_at)
    first_persons(drafts)
    drafts += passage_drafts(text, sentences, drafts, lex, upper=letters.upper)
    return finished(text, sentences, drafts, lex, only)


def hits_by_sentence(
    low: str, sentences: Sequence[Sentence], triggers: Triggers, wanted: set[int] | None
) -> dict[int, list[Hit]]:
    """The triggers of each sentence that has any, as whole words."""
    starts = [sentence.start for sentence in sentences]
    size = len(low)
    found: dict[int, list[Hit]] = {}
    for index, start, end in triggers.automaton.find_matches_as_indexes(low):
        if start and low[start - 1].isalnum():
            continue
        entry: Entry | None = triggers.entries[index]
        if end < size and low[end].isalnum():  # "put it" of "put its": the shorter trigger may stand there
            end = start + low[start:end].rfind(" ")
            entry = triggers.by_phrase.get(low[start:end]) if end > start else None
        number = bisect_right(starts, start) - 1
        if entry and number >= 0 and (wanted is None or sentences[number].passage in wanted):
            found.setdefault(number, []).append((start, end, entry))
    return found


def read_sentence(view: View, hits: list[Hit], lex: Lexicon) -> list[Draft]:
    """The drafts of one sentence, their contents settled."""
    drafts: list[Draft] = []
    anonymous = False
    for start, end, entry in hits:
        first, last = view.at(start), view.at(end)
        if first >= view.size or view.starts[first] != start or last <= first:
            continue
        anonymous = anonymous or entry.kind == "anonymous"
        draft = read_hit(view, Cue(first, last, entry), lex, drafts)
        if draft is not None:
            drafts += [draft, *gapped(view, Cue(first, last, entry), lex)]
    drafts.sort(key=lambda draft: draft.clause)
    if len(drafts) > 1:
        drafts = [draft for draft in drafts if not is_object(view, draft, drafts)]
    for draft in settle(view, drafts, lex):
        draft.anonymous = anonymous
    return drafts


def is_object(view: View, noun: Draft, drafts: list[Draft]) -> bool:
    """Whether a noun of claiming that is nobody's opens a verb's content ("denied reports that")."""
    if noun.rule != "claim-noun" or noun.source is None or noun.pronoun or noun.source[1] != noun.cue[1]:
        return False
    first = view.at(noun.clause[0])
    starts = (
        draft.contents[0][0] for draft in drafts if draft.contents and draft.clause[1] <= noun.clause[0]
    )
    return any(0 <= first - view.at(start) <= OBJECT for start in starts)


def read_hit(view: View, cue: Cue, lex: Lexicon, drafts: list[Draft]) -> Draft | None:
    """The draft of one trigger by the rule of its kind."""
    kind = cue.entry.kind
    quoting = read_quoting(view, cue, lex) if cue.entry.lemma in lex.words.quoting else None
    if quoting is not None:
        return quoting
    if kind == "verb":
        return read_verb(view, cue, lex, drafts) or read_nominal(view, cue, lex)
    if kind == "holds":
        return read_holds(view, cue, lex, drafts)
    if kind == "relay":
        return read_relay(view, cue, lex, drafts)
    if kind in ("said-in-passive", "quoted-by"):
        return read_quoted(view, cue, lex)
    if kind == "impersonal":
        return read_impersonal(view, cue, lex)
    return read_nominal(view, cue, lex)


def read_nominal(view: View, cue: Cue, lex: Lexicon) -> Draft | None:
    """The draft of a noun by the first of its lists whose rule reads it, or None."""
    word, words = view.lower[cue.first], lex.words
    draft = read_noun(view, cue, lex) if word in words.claim_nouns else None
    if draft is None and word in words.counts:
        draft = read_count(view, cue, lex)
    if draft is None and word in words.stance_nouns:
        draft = read_stance(view, cue, lex)
    return draft


def finished(
    text: str, sentences: Sequence[Sentence], drafts: list[Draft], lex: Lexicon, only: Collection[int] | None
) -> tuple[Attribution, ...]:
    """The attributions of the drafts, one a content span, sorted."""
    spans: list[tuple[int, int]] | None = None
    if only is not None:
        spans = [(s.start, s.end) for s in sentences if s.passage in only]
    found = []
    for draft in drafts:
        if (
            draft.name and draft.pronoun is None and not WRITTEN.search(draft.name)
        ):  # what is left of damaged letters
            continue
        if draft.name and len(draft.name.split()) > LONGEST_SOURCE:
            continue
        kind = kind_of(draft.name, lex)
        if kind == "unknown" and draft.source and not draft.chain:
            kind = kind_of(text[draft.clause[0] : draft.cue[0]], lex)
        if draft.anonymous and kind in ("government", "unknown", "anonymous_official"):
            kind = "anonymous_official"
        for start, end in draft.contents:
            if not any(map(str.isalnum, text[start:end])):
                continue
            if spans is None or any(start < last and first < end for first, last in spans):
                found.append(attribution(text, draft, kind, (start, end)))
    return tuple(sorted(set(found), key=lambda a: (a.start, -a.end, a.source_start or 0, a.rule, a.cue)))


def attribution(text: str, draft: Draft, kind: str, content: tuple[int, int]) -> Attribution:
    """One span of a draft as an attribution."""
    source = draft.source
    return Attribution(
        start=content[0],
        end=content[1],
        source_start=source[0] if source else None,
        source_end=source[1] if source else None,
        name=draft.name,
        kind=kind,
        cue=text[slice(*draft.cue)],
        chain=draft.chain,
        quoted=draft.quoted,
        rule=draft.rule,
    )
