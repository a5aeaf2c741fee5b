"""Where harm words stand in a sentence, and in which senses."""

from collections.abc import Sequence
from typing import NamedTuple

from recuento.extract.figures.lexicon import Lexicon, Sense


class HarmMention(NamedTuple):
    """Harm words over tokens `first:last`, with every sense the words may have."""

    first: int
    last: int
    senses: tuple[Sense, ...]

    def of(self, *parts: str) -> tuple[Sense, ...]:
        """The senses of these parts."""
        return tuple(sense for sense in self.senses if sense.part in parts)


def find_mentions(lowers: Sequence[str], lexicon: Lexicon) -> list[HarmMention]:
    """The harm mentions of a sentence, left to right, the longest phrase at each place."""
    found, at = [], 0
    while at < len(lowers):
        hit = lexicon.senses.at(lowers, at) if lowers[at] in lexicon.trigger_words else None
        if hit:
            found.append(HarmMention(at, *hit))
        at = hit[0] if hit else at + 1
    return found
