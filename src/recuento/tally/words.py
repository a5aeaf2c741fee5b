"""The words of a language that the tally needs: which name which state of a measure, and generic groups."""

import re
from collections.abc import Mapping
from functools import cache

import msgspec

from recuento.language import load_pack, pack_languages

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class TallyWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `tally.yml` of a pack.

    `generic` are words that name no particular group; `capitalised_groups` tells that a group written with a
    capital ("Peruvians") is a people's name in this language; `remainder` are words of a count beside another
    or of one just told ("two others", "both"), `partitive` the words after a number that make it a part
    ("three of the"), `harmed` those for people told as harmed before ("the wounded"); `states` gives, by
    measure, the states that one measure holds together, each with the words (or phrases) that name it.
    """

    generic: frozenset[str] = frozenset()
    capitalised_groups: bool = False
    remainder: frozenset[str] = frozenset()
    partitive: tuple[str, ...] = ()
    harmed: frozenset[str] = frozenset()
    states: dict[str, dict[str, tuple[str, ...]]] = {}


NO_WORDS = TallyWords()


@cache
def tally_words(language: str | None) -> TallyWords:
    """The words for a language; none where the language is unknown or its pack has no `tally.yml`."""
    if language is None or language not in pack_languages():
        return NO_WORDS
    pack = load_pack(language)
    return pack.section("tally", TallyWords) if (pack.folder / "tally.yml").exists() else NO_WORDS


def words_of(text: str) -> tuple[str, ...]:
    """The words of a passage, lower case, in order."""
    return tuple(WORD.findall(text.casefold().replace("’", "'")))


def states_named(quote: str, measure: str, words: TallyWords) -> frozenset[str]:
    """Which states of a measure the words of a quote name; empty where they name none that the pack knows.

    Longer phrases are found first, and a word is read once: "gunshot wounds" names no "wounds" beside.
    """
    left = f" {' '.join(words_of(quote))} "
    found = set()
    for state, phrase in _phrases(words.states.get(measure, {})):
        if phrase in left:
            left = left.replace(phrase, " / ")
            found.add(state)
    return frozenset(found)


def _phrases(states: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Each state with its phrases between spaces, the longest first."""
    said = [(state, f" {' '.join(words_of(phrase))} ") for state in states for phrase in states[state]]
    return sorted(said, key=lambda pair: (-len(pair[1]), pair))


def counts_some(quote: str, number: str, words: TallyWords) -> bool:
    """Whether a quote makes its number a count of some, not of all ("two others", "three of them").

    Can be wrong where the words are about somebody else in the quote: then two figures are not compared.
    """
    return not words.remainder.isdisjoint(words_of(quote)) or _is_partitive(quote, number, words)


def counts_of_harmed(quote: str, number: str, group: str | None, words: TallyWords) -> bool:
    """Whether a figure counts some of those told as harmed: "five of the wounded", not "five of the miners".

    Can be wrong where the words are all that a report tells of the harmed: then they are still its figure.
    """
    named = words.harmed.intersection(words_of(group or ""))
    return bool(named) and _is_partitive(quote, number, words)


def _is_partitive(quote: str, number: str, words: TallyWords) -> bool:
    after = " ".join(words_of(quote.partition(number)[2])) + " "
    return any(after.startswith(f"{phrase} ") for phrase in words.partitive)
