"""The words of a language that the tally needs: which name which state of a measure, and generic groups."""

import re
from functools import cache

import msgspec

from recuento.language import load_pack, pack_languages

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class TallyWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `tally.yml` of a pack.

    `generic` are words that name no particular group; `capitalised_groups` tells that a group written with a
    capital ("Peruvians") is a people's name in this language; `states` gives, by measure, the states that one
    measure holds together, each with the words (or phrases) that name it.
    """

    generic: frozenset[str] = frozenset()
    capitalised_groups: bool = False
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
    """Which states of a measure the words of a quote name; empty where they name none that the pack knows."""
    padded = f" {' '.join(words_of(quote))} "
    return frozenset(
        state
        for state, phrases in words.states.get(measure, {}).items()
        if any(f" {' '.join(words_of(phrase))} " in padded for phrase in phrases)
    )
