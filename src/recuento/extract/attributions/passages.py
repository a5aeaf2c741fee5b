"""Sources that hold for a passage: bracketed, on a source line, in a label, under a post."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from recuento.extract.attributions.draft import Draft, Shape
from recuento.extract.attributions.kinds import WORD, kind_of
from recuento.extract.attributions.settle import trimmed
from recuento.extract.attributions.words import Lexicon
from recuento.extract.sentences import Sentence

BRACKETED = re.compile(r"\(([A-Z][^()\n]{1,90})\)")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LABEL = re.compile(r"[\"“]?((?:[^\W\d_][\w.'’-]*[ \xa0]){0,5}[^\W\d_][\w.'’-]*)[ \xa0]?:(?=\s+\S)")
TAIL = re.compile(r"(?::|\s[-–—]+)\s+((?:[^\W\d_][\w.'’-]*[ \xa0]){0,4}[^\W\d_][\w'’-]*)$")
SPEAKER = re.compile(r"\[([A-Z][^\[\]]{1,60})\]")
POSTED = re.compile(r"[—–-]{1,2}\s?([^\n—–@()]{2,60})\s\(@\w+\)")
HEADLINE = 160  # characters; a passage with a source after a colon or a dash at its end is no longer
# Kinds that a bracket without a date may name; of media and of social media it is mostly a picture's credit.
UNDATED = frozenset(
    {"un", "ngo", "civil_defence", "official_health", "government", "police", "military", "hospital"}
)

Passage = tuple[int, int, int, int]  # first and last sentence, start and end


def passage_drafts(
    text: str, sentences: Sequence[Sentence], drafts: list[Draft], lex: Lexicon, *, upper: bool
) -> list[Draft]:
    """The drafts of all rules that read a whole passage."""
    found: list[Draft] = []
    passages = list(passage_spans(sentences))
    speakers = frozenset(draft.name for draft in drafts if draft.name)
    if "(" in text:
        found += bracketed(text, sentences, passages, lex)
        found += posted(text, passages)
    if "[" in text:
        found += labelled_speech(text, passages, lex)
    for passage in passages:
        found += colon_label(text, passage, lex, None if upper else speakers)
        found += source_line(text, passage, passages, lex)
        found += trailing_label(text, passage, lex)
    found += continued(text, sentences, drafts, lex)
    return found


def passage_spans(sentences: Sequence[Sentence]) -> Iterator[Passage]:
    """The passages: numbers of their first and last sentence, and their spans."""
    for _, group in groupby(range(len(sentences)), key=lambda number: sentences[number].passage):
        numbers = list(group)
        yield numbers[0], numbers[-1], sentences[numbers[0]].start, sentences[numbers[-1]].end


def draft_for(
    rule: str, sentence: int, source: tuple[int, int], text: str, content: tuple[int, int]
) -> Draft:
    """A draft whose source is named without a verb; the cue is the source's own words."""
    draft = Draft(rule, sentence, Shape.BEFORE, source, source, source, text[slice(*source)])
    span = trimmed(text, *content)
    draft.contents = [span] if span else []
    return draft


def bracketed(
    text: str, sentences: Sequence[Sentence], passages: list[Passage], lex: Lexicon
) -> Iterator[Draft]:
    """ "(OCHA, 16 Aug 2013)": after a full stop it holds back to the one before, else for its sentence."""
    since = 0
    for mark in BRACKETED.finditer(text):
        inner = mark.group(1)
        name = inner.split(",")[0].split(";")[0].strip()
        dated = YEAR.search(inner) is not None and "," in inner
        words = [word.lower() for word in WORD.findall(name)]
        if not words or words[0] in lex.words.times or ":" in name or YEAR.search(name) or len(words) > 9:
            continue
        passage = next((p for p in passages if p[2] <= mark.start() < p[3]), None)
        if passage is None:
            continue
        before = text[passage[2] : mark.start()].rstrip()
        after_stop = before.endswith((".", "!", "?", "”", '"'))
        ends = text[mark.end() : passage[3]].strip(" .") == ""
        capital = before.split(" ")[-1][:1].isupper() if before else True
        if not dated and (not ends or capital or kind_of(name, lex) not in UNDATED):
            continue
        sentence = max(k for k in range(passage[0], passage[1] + 1) if sentences[k].start <= mark.start())
        start = max(passage[2], since) if after_stop else sentences[sentence].start
        since = mark.end()
        if start < mark.start():
            source = (mark.start() + 1, mark.start() + 1 + len(name))
            yield draft_for("bracketed-source", sentence, source, text, (start, passage[2] + len(before)))


def posted(text: str, passages: list[Passage]) -> Iterator[Draft]:
    """ "... - The Daily (@thedaily)": the passage before the signature of a post."""
    for mark in POSTED.finditer(text):
        passage = next((p for p in passages if p[2] <= mark.start() < p[3]), None)
        if passage is not None and passage[2] < mark.start():
            yield draft_for("signed-post", passage[0], mark.span(1), text, (passage[2], mark.start()))


def labelled_speech(text: str, passages: list[Passage], lex: Lexicon) -> Iterator[Draft]:
    """ "[RIVAS] ...": a transcript's label holds to the next one, or to its passage's end."""
    marks = [m for m in SPEAKER.finditer(text) if not is_stage_direction(m.group(1), lex)]
    starts = {passage[2]: passage for passage in passages}
    heads = [m for m in marks if m.start() in starts]
    for number, mark in enumerate(heads):
        passage = starts[mark.start()]
        end = heads[number + 1].start() if number + 1 < len(heads) else passage[3]
        body = text[mark.end() : end].lstrip()
        if body.startswith(('"', "“")):
            end = passage[3]
        if mark.end() < end and body:
            yield draft_for("labelled-speech", passage[0], mark.span(1), text, (mark.end(), end))


def is_stage_direction(label: str, lex: Lexicon) -> bool:
    """Whether a bracketed label says what the text is, not who speaks."""
    low = label.lower()
    return any(low.startswith(word) for word in lex.words.not_speakers) or len(low.split()) > 5 or "," in low


def colon_label(
    text: str, passage: Passage, lex: Lexicon, speakers: frozenset[str] | None
) -> Iterator[Draft]:
    """ "Police: two men held": a speaker before a colon that opens a passage.

    `speakers` are the names that speak elsewhere in the text; None for a text in capitals.
    """
    mark = LABEL.match(text, passage[2], passage[3])
    if mark is None:
        return
    name = mark.group(1)
    low = [word.lower() for word in WORD.findall(name)]
    if not low or low[0] in lex.words.not_labels or " ".join(low) in lex.words.not_labels:
        return
    transcript = speakers is not None and name.isupper() and len(low) <= 3 and len(name) > 2
    known = low[-1] in lex.words.speakers or low[0] in lex.words.plural_words
    if transcript or name in (speakers or ()) or (known and len(low) <= 5):
        yield draft_for("colon-label", passage[0], mark.span(1), text, (mark.end(), passage[3]))


def trailing_label(text: str, passage: Passage, lex: Lexicon) -> Iterator[Draft]:
    """ "Twelve held after march: police": a speaker after a colon or a dash that ends a headline."""
    if passage[3] - passage[2] > HEADLINE or passage[0] != passage[1]:
        return
    mark = TAIL.search(text, passage[2], passage[3])
    if mark is None:
        return
    low = [word.lower() for word in WORD.findall(mark.group(1))]
    if low and low[-1] in lex.words.speakers and low[0] not in lex.words.articles:
        yield draft_for("trailing-label", passage[0], mark.span(1), text, (passage[2], mark.start()))


def source_line(text: str, passage: Passage, passages: list[Passage], lex: Lexicon) -> Iterator[Draft]:
    """ "Source: OCHA": one source on a line of its own holds for the passage before."""
    first = text.find(":", passage[2], passage[2] + 20)
    if first < 0 or text[passage[2] : first].strip().lower() not in lex.words.source_line:
        return
    name = text[first + 1 : passage[3]].strip(" .\n")
    if not name or len(name) > 80 or any(mark in name for mark in ";\n") or " and " in name:
        return
    number = passages.index(passage)
    if number:
        start = text.index(name, first)
        previous = passages[number - 1]
        yield draft_for(
            "source-line", passage[0], (start, start + len(name)), text, (previous[2], previous[3])
        )


def continued(text: str, sentences: Sequence[Sentence], drafts: list[Draft], lex: Lexicon) -> Iterator[Draft]:
    """Sentences after a report that a connective alone ties to it: less certain, for others to decide."""
    reach = lex.words.continued_sentences
    reported = {d.sentence: d for d in drafts if d.source and d.rule == "speaker-verb-content"}
    taken = {d.sentence for d in drafts}
    for number, draft in reported.items():
        for following in range(number + 1, min(len(sentences), number + 1 + reach)):
            sentence = sentences[following]
            opening = text[sentence.start : sentence.start + 16].lower()
            if following in taken or not opening.startswith(lex.words.continued):
                break
            span = (sentence.start, sentence.end)
            new = Draft(
                "continued-report", following, Shape.AFTER, draft.clause, draft.cue, draft.source, draft.name
            )
            new.contents, new.modality = [span], draft.modality
            yield new
