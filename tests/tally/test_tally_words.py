"""Every word of the packs' lists is used here: alone in a quote, it names its state and no other state's."""

import pytest

from recuento.language import pack_languages
from recuento.tally.words import NO_WORDS, counts_of_harmed, counts_some, states_named, tally_words

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


@pytest.mark.parametrize("language", [code for code in pack_languages() if tally_words(code) is not NO_WORDS])
def test_words_of_some_make_no_count_of_all(language: str) -> None:
    words = tally_words(language)
    for word in words.remainder:
        assert counts_some(f"12 {word}", "12", words)
    for phrase in words.partitive:
        assert counts_some(f"12 {phrase} 40", "12", words)


def test_a_plain_count_is_of_all() -> None:
    words = tally_words("en")
    assert not counts_some("the death of the mayor left 12 injured", "12", words)
    assert not counts_some("12 people were injured", "12", words)


@pytest.mark.parametrize(
    ("language", "quote", "number", "group", "some"),
    [
        ("en", "Five of the wounded are in a serious condition", "Five", "the wounded", True),
        ("en", "Five of the miners are in a serious condition", "Five", "the miners", False),
        ("en", "five wounded", "five", "wounded", False),
        ("es", "tres de los heridos murieron", "tres", "los heridos", True),
        ("es", "tres de los mineros murieron", "tres", "los mineros", False),
        ("es", "tres heridos", "tres", "heridos", False),
    ],
)
def test_some_of_the_harmed_are_told_by_their_words(
    language: str, quote: str, number: str, group: str, some: bool
) -> None:
    assert counts_of_harmed(quote, number, group, tally_words(language)) == some
