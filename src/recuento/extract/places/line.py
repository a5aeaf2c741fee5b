"""A sentence as tokens, with what the rules ask of each."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from recuento.extract.places.words import PlaceWords
from recuento.extract.tokens import Token, tokenize
from recuento.gazetteer import Gazetteer, normalise

WELL_KNOWN = 15_000  # people; a hyphen before or after such a town joins it to another word
GLUED = re.compile(r"(\w?[a-z]{2,})([A-Z]{4,})")  # a heading run into the town that opens the report
RUN_ON = re.compile(r"[a-z](?=[A-Z])")
FEW_CAPITALS = (
    0.02  # fewer capitalised words than this, or capitals throughout, and they say nothing of names
)
LONGEST = 6  # words in the longest name looked up


def _parts(token: Token, gazetteer: Gazetteer) -> list[Token]:
    """The token, or its parts where a hyphen joins names or a name and a word: "Paris-Henry", "Denver-based".

    A name of its own ("Lufu-Toto", "Winston-Salem") stays whole.
    """
    if token.text[-1].isupper() and not token.text.isupper() and (glued := GLUED.fullmatch(token.text)):
        cut = token.start + glued.end(1)
        return [
            Token(token.start, cut, glued[1], glued[1].lower()),
            Token(cut, token.end, glued[2], glued[2].lower()),
        ]
    if "-" not in token.text or not token.text[0].isupper() or gazetteer.lookup(token.text):
        return [token]
    pieces = token.text.split("-")
    if (
        len(pieces[0]) > 1
        and pieces[-1][:1].isupper()
        and not any(_well_known(piece, gazetteer) for piece in pieces)
    ):
        return [token]
    at, parts = token.start, []
    for piece in pieces:
        if piece:
            parts.append(Token(at, at + len(piece), piece, piece.lower()))
        at += len(piece) + 1
    return parts


def _well_known(name: str, gazetteer: Gazetteer) -> bool:
    if gazetteer.demonym(name) or gazetteer.form(name):
        return True
    entries = gazetteer.lookup(name)
    return bool(entries) and (entries[0].kind != "city" or entries[0].population > WELL_KNOWN)


class Nouns(NamedTuple):
    """Which nouns of places stand in a sentence: most have none, and need not be asked at every name."""

    streets: bool
    types: bool
    landmarks: bool
    institutions: bool


class Line:
    """The tokens of a sentence; `caps[i]` tells whether token i is written like a name."""

    def __init__(self, text: str, span: tuple[int, int], words: PlaceWords, gazetteer: Gazetteer) -> None:
        start, end = span
        self.text = text
        self.words = words
        found: Sequence[Token] = tokenize(text, start, end)
        # Only a hyphen or a capital after a small letter parts a token.
        if text.find("-", start, end) >= 0 or RUN_ON.search(text, start, end):
            found = [part for token in found for part in _parts(token, gazetteer)]
        self.tokens = found
        self.size = len(found)
        self.lowers = [token.lower for token in found]
        self.firsts = firsts = [token.text[0] for token in found]
        self.caps = [first.isupper() for first in firsts]
        letters = sum(map(str.isalpha, firsts))
        named = sum(self.caps)
        self.capless = letters > 0 and (named <= FEW_CAPITALS * letters or text[start:end].isupper())
        self.has = Nouns(
            *(not known.isdisjoint(self.lowers) for known in (words.streets, words.types.keys())),
            *(not known.isdisjoint(self.lowers) for known in (words.landmarks, words.institutions)),
        )
        self.title = (
            not self.capless and letters >= 4 and named >= 0.7 * letters
        )  # a heading: they say little

    def __len__(self) -> int:
        return self.size

    def lower(self, at: int) -> str:
        """The token in lower case, empty outside the sentence."""
        return self.lowers[at] if 0 <= at < self.size else ""

    def plain(self, at: int) -> str:
        """The token as the gazetteer spells it."""
        token = self.tokens[at]
        return token.lower if token.text.isascii() and token.text.isalpha() else normalise(token.text)

    def gap(self, at: int) -> str:
        """What stands between token `at` and the next."""
        return self.text[self.tokens[at].end : self.tokens[at + 1].start]

    def words_of(self, first: int, last: int) -> str:
        """The text from one token to another, both included."""
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def joined(self, at: int) -> bool:
        """Whether token `at` and the next stand together, with nothing but blank space between."""
        return 0 <= at < self.size - 1 and self.gap(at).isspace()

    def run_end(self, first: int) -> int:
        """The last token of the capitalised sequence from `first` on; connecting words may stand inside."""
        last, at = first, first
        while at + 1 < self.size:
            if self._abbreviated(at):
                at += 1
                if at + 1 < self.size and self.caps[at + 1]:
                    last = at = at + 1
                    continue
                break
            if not self.gap(at).isspace() and self.gap(at) not in ("", "-"):
                break
            at += 1
            if self.caps[at]:
                last = at
            elif self._joins(at):
                continue
            elif self.tokens[at].lower not in self.words.connectors or at - last > 2:
                break
        return last

    def _joins(self, at: int) -> bool:
        """Whether a sign joins two letters to one word ("N&N")."""
        return self.tokens[at].lower in self.words.conjunctions and not self.gap(at - 1) and self.caps[at - 1]

    def _abbreviated(self, at: int) -> bool:
        follows = self.tokens[at + 1]
        short = len(self.tokens[at].text) <= 2 and self.caps[at]
        return follows.text == "." and follows.start == self.tokens[at].end and short

    def opens(self, at: int) -> bool:
        """Whether the token opens the sentence, so that its capital says nothing."""
        return not any(token.text[0].isalnum() for token in self.tokens[:at])
