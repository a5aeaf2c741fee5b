"""Every word of the packs' lists is used here: alone in a quote, it names its state and no other state's."""

import pytest

from recuento.language import pack_languages
from recuento.tally.words import NO_WORDS, states_named, tally_words

ENTRIES = [
    (language, measure, state, phrase)
    for language in pack_languages()
    for measure, states in tally_words(language).states.items()
    for state, phrases in states.items()
    for phrase in phrases
]


@pytest.mark.parametrize(("language", "measure", "state", "phrase"), ENTRIES)
def test_a_word_names_its_state(language: str, measure: str, state: str, phrase: str) -> None:
    assert state in states_named(f"40 {phrase}", measure, tally_words(language))


def test_english_words_are_there_and_whole_words_only() -> None:
    words = tally_words("en")
    assert states_named("40 Buried under the rubble", "missing", words) == {"buried"}
    assert states_named("40 people of Reburied", "missing", words) == frozenset()
    assert states_named("40 buried", "killed", words) == frozenset()


def test_a_language_without_words_has_none() -> None:
    assert tally_words("zz") is NO_WORDS
    assert tally_words(None) is NO_WORDS
