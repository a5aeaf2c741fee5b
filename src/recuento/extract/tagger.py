"""Word classes: the universal part of speech of each token, by a linear-chain CRF trained on a treebank.

The weights are a file of the language pack, `tagger.crfsuite`, written by `training/train_tagger.py`. The
features stand here, once, so that training and use cannot differ. They are bytes: the library would encode
text every time.

Method: Lafferty, McCallum and Pereira (2001), Conditional random fields. Tags: Universal Dependencies 2.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from threading import Lock
from typing import NamedTuple

import pycrfsuite

from recuento.extract.tokens import Token
from recuento.language import Pack
from recuento.model import UsageError

WEIGHTS = "tagger.crfsuite"
KNOWN_WORDS = 100_000  # distinct words whose features are kept, some 1.5 kB each
UNIFORM = 0.8  # with this share of words all in capitals, a sentence says nothing by its capitals
LONG = 4  # letters: shorter words are written small in a headline of capitalised words
ENOUGH = 4  # such words make a headline; with fewer, a name alone would
FEW_SMALL = 0.1  # the share of long words without a capital that such a headline may have


class Weights(NamedTuple):
    """An open tagger, which holds the sentence it is working on, so that threads must take turns."""

    tagger: pycrfsuite.Tagger
    turn: Lock


def tag(tokens: Sequence[Token], pack: Pack) -> list[str]:
    """The universal part of speech (NOUN, VERB, ...) of each token of one sentence.

    A sentence at a time: across two the neighbours mislead, and capitals are judged by the sentence.
    Raises UsageError where the pack has no weights or they can't be read.
    """
    if not tokens:
        return []
    weights = open_weights(pack.folder / WEIGHTS)
    features = sentence_features(tokens)
    with weights.turn:
        tags: list[str] = weights.tagger.tag(features)
    return tags


@cache
def open_weights(path: Path) -> Weights:
    """The tagger whose weights are in a file; opened once."""
    tagger = pycrfsuite.Tagger()
    try:
        tagger.open(str(path))
    except (OSError, ValueError) as error:
        raise UsageError(
            f"{path}: no word-class weights there; run training/train_tagger.py ({error})"
        ) from error
    return Weights(tagger, Lock())


class Word(NamedTuple):
    """What a word form gives to its own token, and to those near it: whole, or before the form of another."""

    own: tuple[bytes, ...]
    to_next: tuple[bytes, ...]
    to_previous: tuple[bytes, ...]
    to_second: bytes
    to_second_previous: bytes
    key: bytes
    ending: bytes
    over: bytes  # before the form of the second next, to the word between
    before_word: bytes
    before_ending: bytes
    word_before: bytes  # to its own token, before the form of the next
    ending_before: bytes


def word_of(own: Sequence[bytes], key: bytes, ending: bytes) -> Word:
    """What a form with its ending gives."""
    return Word(
        tuple(own), (b"<" + key, b"<s" + ending), (b">" + key, b">s" + ending), b"<<" + key, b">>" + key, key,
        ending, b"<>" + key + b"|", b"<w" + key + b"|", b"<e" + key + b"|", b"w>" + key + b"|",
        b"e>" + ending + b"|",
    )  # fmt: skip


UNCASED = (b"1", b".")
OUTSIDE = word_of((), b"", b"")._replace(to_next=(b"<",), to_previous=(b">",))


@lru_cache(KNOWN_WORDS)
def word_features(lower: str) -> Word:
    """The features of a word by its small letters alone: itself, its beginnings and its endings."""
    form = lower
    if not (lower.isascii() and lower.isalpha()):
        form = "".join("0" if sign.isdigit() else sign for sign in lower)
    if form[0] == "0" and not form.strip("0.,"):
        form = "0"  # "8,005" and "12" are one word
    own = ["w" + form]
    if len(form) > 2:
        own += ["s" + form[-1:], "s" + form[-2:], "s" + form[-3:], "p" + form[:2]]
    if len(form) > 4:
        own += ["s" + form[-4:], "p" + form[:3], "p" + form[:4]]
    if "-" in form[1:-1]:
        own.append("h" + form.rsplit("-", 1)[-1])
    return word_of(list(map(encode, own)), encode(form), encode(form[-3:]))


def encode(text: str) -> bytes:
    """The text as bytes; half a surrogate pair, which a damaged source may hold, becomes a question mark."""
    return text.encode("utf-8", "replace")


@lru_cache(KNOWN_WORDS)
def shape(text: str) -> bytes:
    """The capitals of a word: none, first, all, a lone one, mixed; `1` for a number, `.` for a sign."""
    if not any(map(str.isalpha, text)):
        return b"1" if text[0].isdigit() else b"."
    if text.islower():
        return b"x"
    if text.isupper():
        return b"X" if len(text) > 1 else b"I"
    return b"Xx" if text[0].isupper() and text[1:].islower() else b"xX"


def sentence_shapes(tokens: Sequence[Token]) -> list[bytes]:
    """The shape of each token; `?` for every word where the capitals of the sentence say nothing.

    That holds of a sentence all in capitals (newswire of old), of one without any, and of a headline in which
    Each Long Word Has One. They are read as if written small, and the model has learnt from such copies.
    """
    shapes = [shape(token.text) for token in tokens]
    words = [form for form in shapes if form not in UNCASED]
    upper, small = words.count(b"X"), words.count(b"x")
    if small == len(words) or upper >= UNIFORM * len(words) or is_headline(tokens, shapes):
        return [form if form in UNCASED else b"?" for form in shapes]
    return shapes


def is_headline(tokens: Sequence[Token], shapes: Sequence[bytes]) -> bool:
    """Whether nearly all long words of a sentence, and enough of them, begin with a capital."""
    long = [
        form
        for form, token in zip(shapes, tokens, strict=True)
        if len(token.text) >= LONG and form not in UNCASED
    ]
    return len(long) >= ENOUGH and long.count(b"x") <= FEW_SMALL * len(long)


def sentence_features(tokens: Sequence[Token]) -> list[list[bytes]]:
    """The features of each token of one sentence: two words to either side, and the capitals of three."""
    words = [OUTSIDE, OUTSIDE, *[word_features(token.lower) for token in tokens], OUTSIDE, OUTSIDE]
    shapes = [b"^", *sentence_shapes(tokens), b"$"]
    features = []
    for place, (before, form) in enumerate(pairwise(shapes[:-1])):
        far_left, left, word, right, far_right = words[place : place + 5]
        key, following = word.key, right.key
        features.append(
            [
                *word.own,
                *left.to_next,
                *right.to_previous,
                far_left.to_second,
                far_right.to_second_previous,
                left.over + following,
                left.before_word + key,
                word.word_before + following,
                left.before_ending + word.ending,
                word.ending_before + following,
                b"c" + form + key,
                b"<c" + before + form,
                b"c>" + form + shapes[place + 2],
            ]
        )
    return features
