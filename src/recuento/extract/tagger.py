"""Word classes: the universal part of speech of each token, by a linear-chain CRF trained on a treebank.

The weights are a file of the language pack, `tagger.crfsuite`, written by `training/train_tagger.py`. The
features stand here; that the tagger sums the same ones is held by a test against CRFsuite's own.

Method: Lafferty, McCallum and Pereira (2001), Conditional random fields. Tags: Universal Dependencies 2.
"""

import struct
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from threading import Lock
from typing import NamedTuple

import numpy as np

from recuento.extract.bestpath import Steps, best_path
from recuento.extract.tagweights import Numbers, Rows, TagWeights
from recuento.extract.tokens import Token
from recuento.language import Pack
from recuento.model import UsageError

WEIGHTS = "tagger.crfsuite"
KNOWN_WORDS = 60_000  # distinct words that are remembered, some 1.5 kB each
FIRST_ROOM = 2_000  # of them, for which there is room at the start; it is doubled when full
PARTS = 5  # of the row of a word: its own, to the next, to the previous, to the second next and previous
UNIFORM = 0.8  # with this share of words all in capitals, a sentence says nothing by its capitals
LONG = 4  # letters: shorter words are written small in a headline of capitalised words
ENOUGH = 4  # such words make a headline; with fewer, a name alone would
FEW_SMALL = 0.1  # the share of long words without a capital that such a headline may have


def tag(tokens: Sequence[Token], pack: Pack) -> list[str]:
    """The universal part of speech (NOUN, VERB, ...) of each token of one sentence; see `tag_sentences`."""
    return tag_sentences([tokens], pack)[0]


def tag_sentences(sentences: Sequence[Sequence[Token]], pack: Pack) -> list[list[str]]:
    """The universal part of speech (NOUN, VERB, ...) of each token of each sentence.

    Sentences of a report are best given together: most of the cost is of the call. Each is tagged by itself:
    across two the neighbours mislead, and capitals are judged by the sentence.
    Raises UsageError where the pack has no weights or they can't be read.
    """
    return open_tagger(pack.folder / WEIGHTS).tag(sentences)


@cache
def open_tagger(path: Path) -> "Tagger":
    """The tagger whose weights are in a file; opened once."""
    try:
        weights = TagWeights(path)
    except (OSError, ValueError, struct.error) as error:
        raise UsageError(
            f"{path}: no word-class weights there; run training/train_tagger.py ({error})"
        ) from error
    return Tagger(weights)


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
SHAPES = (b"x", b"X", b"I", b"Xx", b"xX", b"1", b".", b"?", b"^", b"$")
END, START = 0, 1  # the numbers of what stands after and before a sentence
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
    if is_uniform(tokens, shapes):
        return [form if form in UNCASED else b"?" for form in shapes]
    return shapes


def is_uniform(tokens: Sequence[Token], shapes: Sequence[bytes]) -> bool:
    """Whether the capitals of a sentence say nothing: see `sentence_shapes`."""
    words = len(shapes) - shapes.count(UNCASED[0]) - shapes.count(UNCASED[1])
    upper, small = shapes.count(b"X"), shapes.count(b"x")
    return small == words or upper >= UNIFORM * words or is_headline(tokens, shapes)


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


class Tagger:
    """A tagger at work: its weights, and what the words met so far are worth, summed once a word."""

    def __init__(self, weights: TagWeights) -> None:
        self.weights = weights
        self.steps = Steps(weights.transitions)
        self.turn = Lock()  # threads must take turns: words are added
        self.before, self.after = (self._shape_rows(kind) for kind in (b"<c", b"c>"))
        self._forget()

    def tag(self, sentences: Sequence[Sequence[Token]]) -> list[list[str]]:
        """The label of each token of each sentence."""
        with self.turn:
            if len(self.shapes) > KNOWN_WORDS:
                self._forget()
            words = [END, START]
            for tokens in sentences:
                words += self._words(tokens)
                words += (END, START)
            outside = [at for at, word in enumerate(words) if word <= START]
            found = best_path(self._scores(np.array(words)), outside, self.steps)
        labels, tags, at = self.weights.labels, [], 2
        for tokens in sentences:
            tags.append([labels[number] for number in found[at : at + len(tokens)]])
            at += len(tokens) + 2
        return tags

    def _forget(self) -> None:
        """Begin with what stands outside a sentence: after its end, and before its start."""
        self.written: dict[str, int] = {}
        self.uniform: dict[str, int] = {}
        self.shapes: list[bytes] = []
        size = self.weights.size
        self.rows: Rows = np.zeros((FIRST_ROOM, PARTS * size))
        self.keys: Numbers = np.zeros((3, FIRST_ROOM), np.int64)
        for form in (b"$", b"^"):
            self._add(OUTSIDE, form)

    def _words(self, tokens: Sequence[Token]) -> list[int]:
        """The numbers of the words of a sentence; new ones are added."""
        known = self.written
        words = [known[text] if (text := token.text) in known else self._new(text) for token in tokens]
        shapes = [self.shapes[word] for word in words]
        if not is_uniform(tokens, shapes):
            return words
        plain = self.uniform
        return [
            plain[lower] if (lower := token.lower) in plain else self._new_uniform(token) for token in tokens
        ]

    def _new(self, text: str) -> int:
        number = self.written[text] = self._add(word_features(text.lower()), shape(text))
        return number

    def _new_uniform(self, token: Token) -> int:
        form = shape(token.text)
        number = self._add(word_features(token.lower), form if form in UNCASED else b"?")
        self.uniform[token.lower] = number
        return number

    def _add(self, word: Word, form: bytes) -> int:
        """The number of a new word, with a row of what it is worth to itself and its neighbours."""
        number = len(self.shapes)
        if number == len(self.rows):
            self.rows = np.vstack([self.rows, np.zeros_like(self.rows)])
            self.keys = np.hstack([self.keys, np.zeros_like(self.keys)])
        given = (
            (*word.own, b"c" + form + word.key), word.to_next, word.to_previous, (word.to_second,),
            (word.to_second_previous,),
        )  # fmt: skip
        names = self.weights
        self.rows[number] = [worth for attributes in given for worth in names.row(attributes)]
        self.keys[:, number] = (
            names.words.get(word.key, 0), names.endings.get(word.ending, 0), SHAPES.index(form)
        )  # fmt: skip
        self.shapes.append(form)
        return number

    def _shape_rows(self, kind: bytes) -> Rows:
        """What the capitals of two neighbours are worth, a row for each pair of shapes."""
        return np.array([self.weights.row([kind + one + other]) for one in SHAPES for other in SHAPES])

    def _scores(self, words: Numbers) -> Rows:
        """What each label is worth at each word by the features that `sentence_features` lists."""
        weights, size = self.weights, self.weights.size
        rows = self.rows.take(words, axis=0)
        keys, endings, shapes = self.keys.take(words, axis=1)
        scores = rows[:, :size].copy()
        scores[1:] += rows[:-1, size : 2 * size]
        scores[:-1] += rows[1:, 2 * size : 3 * size]
        scores[2:] += rows[:-2, 3 * size : 4 * size]
        scores[:-2] += rows[2:, 4 * size :]
        beside = shapes[:-1] * len(SHAPES) + shapes[1:]
        scores[1:] += self.before.take(beside, axis=0)
        scores[:-1] += self.after.take(beside, axis=0)
        left, right = keys[:-1], keys[1:]
        pairs = (
            weights.pair_key(0, left, right),
            weights.pair_key(2, left, endings[1:]),
            weights.pair_key(3, endings[:-1], right),
            weights.pair_key(1, keys[:-2], keys[2:]),
        )
        places = weights.pair_places(np.concatenate(pairs))
        steps = len(left)
        scores[1:] += weights.pair_rows.take(places[:steps], axis=0)
        scores[:-1] += weights.pair_rows_before.take(places[:steps], axis=0)
        scores[1:] += weights.pair_rows.take(places[steps : 2 * steps], axis=0)
        scores[:-1] += weights.pair_rows.take(places[2 * steps : 3 * steps], axis=0)
        scores[1:-1] += weights.pair_rows.take(places[3 * steps :], axis=0)
        return scores
