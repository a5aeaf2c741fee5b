"""Sources that hold for a passage: on a source line, in a label, under a post."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from recuento.extract.attributions.draft import Draft, Shape
from recuento.extract.attributions.kinds import WORD, kind_of
from recuento.extract.attributions.settle import trimmed
from recuento.extract.attributions.words import Lexicon
from recuento.extract.sentences import Sentence

LABEL = re.compile(r"[\"“]?((?:[^\W\d_][\w.'’-]*[ \xa0]){0,5}[^\W\d_][\w.'’-]*)[ \xa0]?:(?=\s+\S)")
TAIL = re.compile(r"(?::|\s[-–—]+)\s+((?:[^\W\d_][\w.'’-]*[ \xa0]){0,4}[^\W\d_][\w'’-]*)$")
SPEAKER = re.compile(r"\[([A-Z][^\[\]]{1,60})\]")
POSTED = re.compile(r"[—–-]{1,2}\s?([^\n—–@()]{2,60})\s\(@\w+\)")
NO_LABEL = frozenset(
    {"unknown", "media", "social_media"}
)  # a medium before a colon mostly only carries what follows
TABLE = "|"  # what the passage of a table opens with
LONGEST = 110  # characters of a label with its colon
HEADLINE = 160  # characters; a passage with a source after a colon or a dash at its end is no longer
Passage = tuple[int, int, int, int]  # first and last sentence, start and end


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


def posted(text: str, passages: list[Passage]) -> Iterator[Draft]:
    """ "... - The Daily (@thedaily)": the passage before the signature of a post."""
    if "(@" not in text:
        return
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


def labels(text: str, passages: list[Passage]) -> list[tuple[Passage, re.Match[str]]]:
    """The passages that open with a few words and a colon, with these words."""
    colons = (
        passage
        for passage in passages
        if text.find(":", passage[2], min(passage[2] + LONGEST, passage[3])) > 0
    )
    marks = ((passage, LABEL.match(text, passage[2], passage[3])) for passage in colons)
    return [(passage, mark) for passage, mark in marks if mark is not None]


def transcript_names(marks: list[tuple[Passage, re.Match[str]]]) -> frozenset[str]:
    """The names in capitals among the labels, where a text has several such labels."""
    names = [mark.group(1) for _, mark in marks if mark.group(1).isupper()]
    found = [name for name in names if len(name) > 2 and len(name.split()) <= 3]
    return frozenset(found) if len(found) > 1 else frozenset()


def colon_labels(
    text: str, passages: list[Passage], lex: Lexicon, speakers: frozenset[str] | None
) -> Iterator[Draft]:
    """ "Police: two men held": a speaker before a colon that opens a passage.

    `speakers` are the names that speak elsewhere in the text; None for a text in capitals.
    """
    marks = labels(text, passages)
    names = speakers | transcript_names(marks) if speakers is not None else frozenset()
    for passage, mark in marks:
        name = mark.group(1)
        low = [word.lower() for word in WORD.findall(name)]
        if not low or low[0] in lex.words.not_labels or " ".join(low) in lex.words.not_labels:
            continue
        known = low[-1] in lex.words.speakers or low[0] in lex.words.plural_words
        known = known or kind_of(name, lex) not in NO_LABEL
        if name in names or (known and len(low) <= 5):
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


def source_line(
    text: str, passage: Passage, passages: list[Passage], sentences: Sequence[Sentence], lex: Lexicon
) -> Iterator[Draft]:
    """ "Source: OCHA": on a line of its own it holds for the passage before, else for its own."""
    line = sentences[passage[1]].start
    first = text.find(":", line, line + 20)
    if first < 0 or text[line:first].strip().lower() not in lex.words.source_line:
        return
    name = text[first + 1 : passage[3]].strip(" .\n")
    if not name or len(name) > 80 or any(mark in name for mark in ";\n") or " and " in name:
        return
    start = text.index(name, first)
    source, number = (start, start + len(name)), passages.index(passage)
    if passage[0] < passage[1]:
        yield draft_for("source-line", passage[0], source, text, (passage[2], line))
        for following in passages[number + 1 :]:
            if not text.startswith(TABLE, following[2]):
                break
            yield draft_for("source-line", passage[0], source, text, following[2:])
    elif number:
        yield draft_for("source-line", passage[0], source, text, passages[number - 1][2:])
