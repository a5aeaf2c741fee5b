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


def find_mentions(lowers: Sequence[str], tags: Sequence[str], lexicon: Lexicon) -> list[HarmMention]:
    """The harm mentions of a sentence, left to right, the longest phrase at each place."""
    found, free, triggers = [], 0, lexicon.trigger_words
    for at in [k for k, lower in enumerate(lowers) if lower in triggers]:
        hit = lexicon.senses.at(lowers, at) if at >= free else None
        if hit:
            to = at > 0 and lowers[at - 1] in lexicon.harms.infinitive
            several = hit[0] > at + 1
            senses = hit[1] if several else tuple(s for s in hit[1] if _may_be(tags[at], s, to=to))
            if senses:
                found.append(HarmMention(at, hit[0], senses))
            free = hit[0]
    return found


def _may_be(tag: str, sense: Sense, *, to: bool) -> bool:
    """Whether a single word of this class can have this sense: a noun is no finite verb ("in March", "two
    protests"), but for its base after "to", which taggers mistake ("planned to murder 30").
    """
    if to and sense.form == "base":
        return True
    if tag in ("ADP", "ADV", "DET", "PRON", "CCONJ", "SCONJ"):
        return sense.part not in ("transitive", "intransitive", "weapon")
    if tag == "PROPN" and sense.part == "causative":
        return False  # "the Defence Forces" compel nobody
    if tag in ("NOUN", "PROPN"):
        return not (
            sense.part in ("transitive", "intransitive", "weapon")
            and sense.form in ("base", "third", "active")
        )
    if tag == "VERB":
        return not (sense.part == "noun" and sense.form == "singular")
    return True
