"""Train the word-class tagger of a language pack on treebank files, and print how often it is right.

    python training/train_tagger.py --language en --train en_ewt.train.tsv.gz --test en_ewt.dev.tsv.gz

A file is gzipped text, a word a line, an empty line after each sentence; columns: form, lemma, universal
part of speech, head (number in the sentence, 0 for the root), relation. The treebank's words are joined into
running text and parted again by the project's own tokens, so that training sees what tagging will see. The
hand-tagged sentences of `tagged.<language>.txt` beside this script are added.
"""

import argparse
import gzip
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import pycrfsuite
from msgspec.structs import replace

from recuento.extract.tagger import WEIGHTS, sentence_features
from recuento.extract.tokens import Token, tokenize

PACKS = Path(__file__).parent.parent / "src" / "recuento" / "language"
LOOSE = {
    "appos",
    "parataxis",
    "list",
    "dep",
    "vocative",
    "discourse",
    "conj",
    "root",
    "nsubj",
    "advcl",
    "ccomp",
}


class Row(NamedTuple):
    """A word of the treebank; `head` is the place of its head in the sentence, -1 for the root."""

    form: str
    tag: str
    head: int
    relation: str


class Joins(NamedTuple):
    """How the words of a treebank run together in a language's writing."""

    enclitics: frozenset[str] = frozenset()  # written onto the word before: "did" + "n't"
    pairs: frozenset[tuple[str, str]] = frozenset()  # written as one: "can" + "not"
    contractions: Mapping[tuple[str, str], str] = MappingProxyType({})  # "de" + "el": the first with "l"
    pronouns: frozenset[str] = frozenset()  # written onto a verb form before that governs them: "dar" + "les"


ENGLISH = Joins(
    enclitics=frozenset({"n't", "'m", "'ll", "'ve", "'re", "'d"}),
    pairs=frozenset({("can", "not"), ("gon", "na"), ("wan", "na"), ("got", "ta")}),
)
SPANISH = Joins(
    contractions={("de", "el"): "l", ("a", "el"): "l"},
    pronouns=frozenset({"me", "te", "se", "lo", "la", "le", "nos", "os", "los", "las", "les"}),
)
JOINS = {"en": ENGLISH, "es": SPANISH}
PARAMETERS = {"c1": 0.5, "c2": 0.1, "max_iterations": 120, "feature.minfreq": 1}
OWN_TIMES = 3  # how often our own sentences are learnt from: they are few
HELD_BACK = 5
SPLIT = f"train on all sentences but each {HELD_BACK}th, and measure on those"
MANNERS: dict[str, Callable[[str], str]] = {
    "as written": str,
    "upper case": str.upper,
    "lower case": str.lower,
    "headline": str.title,
}
Rows = list[Row]
Example = tuple[Sequence[Token], list[str]]


def read_rows(path: Path) -> Iterator[Rows]:
    """The sentences of a treebank file."""
    rows: Rows = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                form, _, tag, head, relation = line.rstrip("\n").split("\t")
                rows.append(Row(form, tag, int(head) - 1, relation.split(":")[0]))
            elif rows:
                yield rows
                rows = []
    if rows:
        yield rows


def is_hyphen(rows: Rows, at: int) -> bool:
    """Whether the sign at `at` holds two parts of one word together ("off-duty"), and is no dash.

    It is where one part governs the other closely, or both hang on one past another hyphen ("out-of-work").
    """
    if rows[at].form != "-" or not 0 < at < len(rows) - 1:
        return False
    left, right = rows[at - 1], rows[at + 1]
    if not (left.form[-1].isalnum() and right.form[0].isalnum()):
        return False
    if left.head == at + 1:
        return left.relation not in LOOSE
    if right.head == at - 1:
        return right.relation not in LOOSE
    return left.head == right.head and right.head in {at - 3, at + 3, at + 5}


def surface(rows: Rows, joins: Joins) -> tuple[str, list[int]]:
    """The running text of a sentence and, for each of its characters, the place of the word it comes from."""
    text, origin = "", []
    hyphens = {at for at in range(len(rows)) if is_hyphen(rows, at)}
    for at, row in enumerate(rows):
        form, before = row.form, rows[at - 1].form if at else ""
        pair = (before.lower(), form.lower())
        glued = at in hyphens or at - 1 in hyphens or pair in joins.pairs
        glued = glued or form.lower().replace("’", "'") in joins.enclitics
        ending = joins.contractions.get((before.lower(), form))
        if ending:
            text += ending
            origin += [at - 1] * len(ending)
            continue
        if at and form.lower() in joins.pronouns and row.tag == "PRON" and is_governed(rows, at, joins):
            text, glued = accented(text), True
        if at and not glued:
            text, origin = text + " ", [*origin, -1]
        text += form
        origin += [at] * len(form)
    return text, origin


def is_governed(rows: Rows, at: int, joins: Joins) -> bool:
    """Whether the pronoun at `at` hangs on the verb form right before it (or before another pronoun)."""
    head = rows[at].head
    between = rows[head + 1 : at]
    if not 0 <= head < at or len(between) > 1 or rows[head].tag not in {"VERB", "AUX"}:
        return False
    return all(row.form.lower() in joins.pronouns and row.head == head for row in between)


def accented(text: str) -> str:
    """The text with the accent a gerund takes before a pronoun ("dando" + "le": "dándole")."""
    for plain, marked in (("ando", "ándo"), ("endo", "éndo")):
        if text.endswith(plain):
            return text[: -len(plain)] + marked
    return text


def project(token: Token, rows: Rows, origin: Sequence[int]) -> str:
    """The tag of a token, from the treebank words it covers.

    A piece that is only signs, of a word that is more, is punctuation. A token of several words takes the tag
    of the one that governs the others ("well-wisher": wisher, NOUN) or, where none does, of the first
    ("didn't": did, AUX); it is an adjective where that one modifies a noun as one does ("little-known").
    """
    places = sorted({place for place in origin[token.start : token.end] if place >= 0})
    if len(places) == 1:
        row = rows[places[0]]
        signs = not any(map(str.isalnum, token.text))
        return "PUNCT" if signs and any(map(str.isalnum, row.form)) else row.tag
    words = [place for place in places if rows[place].tag != "PUNCT"] or places
    top = next((place for place in words if rows[place].head not in places), words[0])
    return "ADJ" if rows[top].relation == "amod" else rows[top].tag


def examples(
    sentences: Iterable[Rows], joins: Joins, change: Callable[[str], str] = str
) -> Iterator[Example]:
    """Treebank sentences as tokens with tags; `change` rewrites the text first (str.upper, say).

    A sentence that the change makes longer or shorter ("ß" to "SS") is left out: its tags have no place.
    """
    for rows in sentences:
        text, origin = surface(rows, joins)
        if len(written := change(text)) == len(text):
            tokens = tokenize(written)
            yield tokens, [project(token, rows, origin) for token in tokens]


def tagged_examples(path: Path) -> Iterator[Example]:
    """The sentences of a file of our own: one a line, word/TAG; lines with # are remarks.

    Raises ValueError where a word is not one token.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        pairs = [pair.rsplit("/", 1) for pair in line.split()]
        tokens = tokenize(" ".join(word for word, _ in pairs))
        if [token.text for token in tokens] != [word for word, _ in pairs]:
            raise ValueError(f"{path.name}: other tokens than words: {line}")
        yield tokens, [tag for _, tag in pairs]


def train(sentences: Sequence[Example], target: Path, parameters: Mapping[str, float]) -> None:
    """Write the weights learnt from the sentences, in their order, each also without its capitals."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(parameters)
    for tokens, tags in sentences:
        trainer.append(sentence_features(tokens), tags)
        trainer.append(sentence_features([replace(token, text=token.lower) for token in tokens]), tags)
    trainer.train(str(target))


def accuracy(tagger: pycrfsuite.Tagger, sentences: Iterable[Example]) -> tuple[float, int]:
    """The share of tokens tagged right, and how many there are."""
    right = total = 0
    for tokens, tags in sentences:
        found = tagger.tag(sentence_features(tokens))
        right += sum(map(str.__eq__, found, tags))
        total += len(tags)
    return right / total, total


def read_files(options: argparse.Namespace) -> tuple[list[Rows], dict[str, list[Rows]]]:
    """The sentences to train on, and those to measure on by the name of their file."""
    training = [rows for path in options.train for rows in read_rows(path)]
    measuring = {path.name: list(read_rows(path)) for path in options.test}
    for path in options.split:
        sentences = list(read_rows(path))
        training += [rows for number, rows in enumerate(sentences) if number % HELD_BACK]
        measuring[f"{path.name}, held back"] = sentences[::HELD_BACK]
    return training, measuring


def main(given: Sequence[str]) -> int:
    """Train, write the weights, and print how often they are right in each manner of writing."""
    options = arguments(given)
    joins = JOINS[options.language]
    training, measuring = read_files(options)
    sentences = list(examples(training, joins))
    own = options.own or Path(__file__).parent / f"tagged.{options.language}.txt"
    if own.exists():
        sentences += list(tagged_examples(own)) * OWN_TIMES
    target = options.output or PACKS / options.language / WEIGHTS
    started = time.process_time()
    train(sentences, target, PARAMETERS)
    took, size = time.process_time() - started, target.stat().st_size / 1e6
    sys.stdout.write(f"{target}: {len(sentences)} sentences, {took:.0f} s, {size:.1f} MB\n")
    tagger = pycrfsuite.Tagger()
    tagger.open(str(target))
    for name, held in measuring.items():
        for manner, change in MANNERS.items():
            right, total = accuracy(tagger, examples(held, joins, change))
            sys.stdout.write(f"{name}: {manner}: {right:.2%} of {total} tokens\n")
    return 0


def arguments(given: Sequence[str]) -> argparse.Namespace:
    """The command line, read."""
    parser = argparse.ArgumentParser(description="Train the word-class tagger of a language pack.")
    parser.add_argument("--language", default="en", choices=sorted(JOINS))
    parser.add_argument("--train", type=Path, nargs="*", default=[], metavar="FILE")
    parser.add_argument("--split", type=Path, nargs="*", default=[], metavar="FILE", help=SPLIT)
    parser.add_argument("--test", type=Path, nargs="*", default=[], metavar="FILE")
    parser.add_argument(
        "--own", type=Path, metavar="FILE", help="default: tagged.<language>.txt beside this script"
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="default: the weights of the pack")
    return parser.parse_args(given)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
