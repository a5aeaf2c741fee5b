"""The weights of a linear-chain CRF, read from a file that CRFsuite wrote, as arrays.

CRFsuite's own tagger takes the attributes of each token as text and looks each up; most are of a word alone.
Here they are summed once a word, and a token costs a few additions of rows (measured: .65 of the time).
The format: https://www.chokkan.org/software/crfsuite/ ("lCRF", "FEAT" and "CQDB" of its source).
"""

import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]

HEAD = struct.Struct(
    "<4sI4s9I"
)  # magic, size, type, version, counts of features, labels, attributes; offsets
MAGIC = b"lCRF"
CHUNK = struct.Struct("<4sII")  # of features: its name, its size, how many there are
FEATURES = np.dtype([("type", "<u4"), ("source", "<u4"), ("target", "<u4"), ("weight", "<f8")])
DATABASE = struct.Struct(
    "<4s5I"
)  # of strings: name, size, flag, byte order, how many, where their offsets are
STRING = struct.Struct("<II")  # its number and length, before it
STATE, TRANSITION = 0, 1
# The kinds of attributes of two words: both side by side (for the second, for the first), a word apart, a
# word and the ending of the next, an ending and the next word. The names of the two are parted by `BAR`.
BESIDE_BEFORE, BESIDE_AFTER, APART, WORD_ENDING, ENDING_WORD = b"<w", b"w>", b"<>", b"<e", b"e>"
BAR = b"|"
SECTIONS = {BESIDE_BEFORE: 0, BESIDE_AFTER: 0, APART: 1, WORD_ENDING: 2, ENDING_WORD: 3}


class TagWeights:
    """The labels, what each attribute is worth to each label, and what each step between labels is.

    `pair_keys` are the sorted keys of attributes of two words (see `pair_key`); `pair_rows` what each is
    worth, and, of words side by side, `pair_rows_before` what it is worth to the first of them. The last row
    of each is nothing.
    """

    def __init__(self, path: Path) -> None:
        """Read the file. Raises OSError where it can't be read and ValueError where it is no such file."""
        content = path.read_bytes()
        if len(content) < HEAD.size or content[:4] != MAGIC:
            raise ValueError("no weights of CRFsuite")
        _, _, _, _, _, _, _, features_at, labels_at, attributes_at, _, _ = HEAD.unpack_from(content)
        self.labels = [label.decode() for label in strings(content, labels_at)]
        self.size = len(self.labels)
        attributes = list(strings(content, attributes_at))
        _, _, count = CHUNK.unpack_from(content, features_at)
        features = np.frombuffer(content, FEATURES, count, features_at + CHUNK.size)
        states, steps = (features[features["type"] == kind] for kind in (STATE, TRANSITION))
        self.transitions: Rows = np.zeros((self.size, self.size))
        self.transitions[steps["source"], steps["target"]] = steps["weight"]
        self.numbers = {attribute: number for number, attribute in enumerate(attributes)}
        states = states[np.argsort(states["source"], kind="stable")]
        self._first: list[int] = states["source"].searchsorted(np.arange(len(attributes) + 1)).tolist()
        self._targets: list[int] = states["target"].tolist()
        self._weights: list[float] = states["weight"].tolist()
        self._read_pairs(attributes, states)

    def row(self, attributes: Iterable[bytes]) -> list[float]:
        """What some attributes together are worth to each label."""
        row = [0.0] * self.size
        for attribute in attributes:
            number = self.numbers.get(attribute)
            if number is not None:
                for at in range(self._first[number], self._first[number + 1]):
                    row[self._targets[at]] += self._weights[at]
        return row

    def pair_key(self, section: int, left: Numbers, right: Numbers) -> Numbers:
        """The keys of pairs of words or endings, each by its number in `words` or `endings` (else 0)."""
        return (section * self._base + left) * self._base + right

    def pair_places(self, keys: Numbers) -> Numbers:
        """Where the rows of pairs stand; the last row's place for the unknown."""
        places = self.pair_keys.searchsorted(keys)
        return np.where(self.pair_keys.take(places, mode="clip") == keys, places, len(self.pair_keys))

    def _read_pairs(self, attributes: list[bytes], states: npt.NDArray[np.void]) -> None:
        self.words: dict[bytes, int] = {}
        self.endings: dict[bytes, int] = {}
        found: dict[tuple[int, int, int], tuple[list[int], list[int]]] = {}
        for number, attribute in enumerate(attributes):
            kind = attribute[:2]
            section = SECTIONS.get(kind)
            if section is None:
                continue
            left_names = self.endings if kind == ENDING_WORD else self.words
            right_names = self.endings if kind == WORD_ENDING else self.words
            for left, right in splits(attribute[2:]):
                pair = (
                    section,
                    left_names.setdefault(left, len(left_names) + 1),
                    right_names.setdefault(right, len(right_names) + 1),
                )
                found.setdefault(pair, ([], []))[kind == BESIDE_AFTER].append(number)
        self._base = 1 + max(len(self.words), len(self.endings))
        pairs = sorted(found)
        self.pair_keys: Numbers = np.array(
            [(section * self._base + left) * self._base + right for section, left, right in pairs], np.int64
        )
        nothing = len(attributes)
        rows: Rows = np.zeros((len(attributes) + 1, self.size))
        rows[states["source"], states["target"]] = states["weight"]
        own = [found[pair][0] or [nothing] for pair in pairs]
        before = [found[pair][1] or [nothing] for pair in pairs]
        self.pair_rows: Rows = rows[[numbers[0] for numbers in own] + [nothing]]
        self.pair_rows_before: Rows = rows[[numbers[0] for numbers in before] + [nothing]]


def strings(content: bytes, start: int) -> Iterator[bytes]:
    """The strings of a database, by their numbers."""
    _, _, _, _, count, offsets_at = DATABASE.unpack_from(content, start)
    for offset in struct.unpack_from(f"<{count}I", content, start + offsets_at):
        at = start + offset
        _, length = STRING.unpack_from(content, at)
        yield content[at + STRING.size : at + STRING.size + length].rstrip(b"\0")


def splits(pair: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The two names of a pair; of a pair in which one is the bar itself, each way to part them."""
    at = pair.find(BAR)
    while at >= 0:
        yield pair[:at], pair[at + 1 :]
        at = pair.find(BAR, at + 1)
