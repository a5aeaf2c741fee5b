"""Datelines: the place and agency that a report opens with speak for nobody."""

import re
from collections.abc import Sequence

from recuento.extract.attributions.kinds import WORD, kind_of
from recuento.extract.attributions.words import Lexicon
from recuento.extract.sentences import Sentence

# A place, what stands after a comma ("Jan 3", the country), an agency in brackets, then a dash or a colon.
DATELINE = re.compile(
    r"\s*(?:\[[^\[\]\n]{1,60}\]\s*)*"
    r"(?P<place>[^\W\d_][^\s,:;()\[\]\"“–—]*(?:[ ][^\W_][^\s,:;()\[\]\"“–—]*){0,3})"
    r"(?P<more>(?:,[ ]?[^,:;()\[\]\"“\n–—]{1,24}){0,2})"
    r"(?P<agency>[ ]?\([^()\n]{2,40}\)){0,2}\.?"
    r"(?:[ ]?(?:--?|–|—)[ ]|[ ]?(?:--|—)(?=\w)|(?P<colon>:)[ ]?)\s*(?:\[[^\[\]\n]{1,20}\]\s*)*"
)
REACH = 100  # characters in which a dateline ends
MARKS = (":", "-", "–", "—")
HEAD = 3  # passages from the text's start in which a place before a colon is a dateline


def without_datelines(
    text: str, sentences: Sequence[Sentence], lex: Lexicon, *, plain: bool
) -> Sequence[Sentence]:
    """The sentences, those that open a passage without their dateline.

    `plain` tells that capitals mark no names in the text.
    """
    found = list(sentences)
    passage = -1
    for number, sentence in enumerate(sentences):
        if sentence.passage == passage:
            continue
        passage = sentence.passage
        head = passage - sentences[0].passage < HEAD
        end = dateline_end(text, sentence, lex, plain=plain, head=head)
        if sentence.start < end < sentence.end:
            found[number] = Sentence(end, sentence.end, passage)
    return found


def dateline_end(text: str, sentence: Sentence, lex: Lexicon, *, plain: bool, head: bool) -> int:
    """Where a sentence goes on after its dateline; its start where it has none."""
    opening = text[sentence.start : sentence.start + REACH]
    if not any(mark in opening for mark in MARKS):
        return sentence.start
    mark = DATELINE.match(text, sentence.start, sentence.end)
    if mark is None or (mark["colon"] is not None and not head) or not is_dateline(mark, text, lex, plain):
        return sentence.start
    return mark.end()


def is_dateline(mark: re.Match[str], text: str, lex: Lexicon, plain: bool) -> bool:
    """Whether the words before a dash or a colon name no speaker and look like a dateline.

    `plain` tells that capitals mark no names: then a date, an agency or a colon must stand there too.
    """
    place = mark["place"]
    low = [word.lower() for word in WORD.findall(place)]
    if not low or any(word in lex.words.speakers or word in lex.words.not_labels for word in low):
        return False
    if kind_of(place, lex) != "unknown":
        return False
    dated = mark["agency"] is not None or any(letter.isdigit() for letter in mark["more"])
    if mark["colon"] is not None:
        once = text.count(f"{place}:") == 1
        return once and (
            dated or (plain and len(low) <= 2) or (not plain and place.isupper() and len(place) > 2)
        )
    return dated or (not plain and place.isupper() and len(place) > 2)
