"""The language corpus is the test of the words: values, rules, strings that yield nothing, known gaps."""

import re
from collections.abc import Iterator

import pytest
from corpus_examples import (
    Example,
    LexiconSentences,
    Row,
    Rules,
    Values,
    corpus,
    figures_in,
    met,
    row_met,
    unused,
)

from recuento.extract.figures.lexicon import GroupWords, HarmWords
from recuento.extract.figures.numberwords import AmountWords, number_tables
from recuento.language import load_pack, pack_languages

LANGUAGES = [code for code in pack_languages() if (load_pack(code).folder / "corpus" / "values.yml").exists()]


def rows(language: str, *, known_gaps: bool) -> Iterator[tuple[str, Row]]:
    values = corpus(language, "values", Values)
    for carrier, listed in (values.known_gaps if known_gaps else values.carriers).items():
        yield from ((carrier, row) for row in listed)


def examples(language: str, kind: str) -> list[tuple[str, Example]]:
    rules = corpus(language, "rules", Rules).rules
    return [(name, example) for name, held in rules.items() for example in getattr(held, kind)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_has_its_worth(language: str) -> None:
    wrong = [
        (carrier, row)
        for carrier, row in rows(language, known_gaps=False)
        if not row_met(carrier, row, language)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_meets_its_examples(language: str) -> None:
    wrong = [
        (name, example.text) for name, example in examples(language, "examples") if not met(example, language)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_fires_its_rule(language: str) -> None:
    silent = [
        (name, example.text)
        for name, example in examples(language, "examples")
        if not any(name in figure.rules for figure in figures_in(example.text, language))
    ]
    assert silent == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_has_a_positive_and_a_negative_example(language: str) -> None:
    held = corpus(language, "rules", Rules).rules
    assert [
        name for name, rule in held.items() if not rule.examples or not (rule.nothing or rule.known_gaps)
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_that_fires_in_the_corpus_has_examples(language: str) -> None:
    held = corpus(language, "rules", Rules).rules
    texts = [example.text for _, example in examples(language, "examples")]
    fired = {rule for text in texts for figure in figures_in(text, language) for rule in figure.rules}
    assert fired - set(held) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_yields_nothing(language: str) -> None:
    strings = [text for rule in corpus(language, "rules", Rules).rules.values() for text in rule.nothing]
    strings += corpus(language, "values", Values).nothing
    assert [text for text in strings if figures_in(text, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_known_gaps_are_gaps_and_do_not_grow(language: str) -> None:
    gaps = examples(language, "known_gaps")
    open_rows = list(rows(language, known_gaps=True))
    assert [example.text for _, example in gaps if met(example, language)] == [], (
        "met: move it to the examples"
    )
    assert [row for carrier, row in open_rows if row_met(carrier, row, language)] == [], (
        "met: move it to its carrier"
    )
    assert len(gaps) <= corpus(language, "rules", Rules).ceiling
    assert len(open_rows) <= corpus(language, "values", Values).ceiling


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_number_and_amount_is_used(language: str) -> None:
    both = [*rows(language, known_gaps=False), *rows(language, known_gaps=True)]
    text = " | ".join(carrier.format(row[0]) for carrier, row in both).lower()
    text += " | " + " | ".join(corpus(language, "values", Values).nothing).lower()
    entries = sorted(set(number_entries(language)))
    written = [re.escape(entry.replace("- ", "-")) for entry in entries]  # tokens stand apart in the lists
    assert [entry for entry in written if not re.search(rf"(?<![a-z]){entry}(?![a-z])", text)] == []


def number_entries(language: str) -> Iterator[str]:
    """Every word of numbers.yml and amounts.yml."""
    tables = number_tables(load_pack(language))
    for table in (tables.words, load_pack(language).section("amounts", AmountWords)):
        for field in table.__struct_fields__:
            content = getattr(table, field)
            if isinstance(content, str):
                continue  # a setting
            listed = [*content, *content.values()] if field == "ranges" else content
            if isinstance(content, dict) and any(isinstance(value, tuple) for value in content.values()):
                listed = [word for words in content.values() for word in words]
            yield from listed


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_harm_and_group_is_used(language: str) -> None:
    sentences = corpus(language, "lexicon", LexiconSentences)
    known = {path: list(words) for path, words in sentences.unused.items()}
    assert unused(language) == known
    assert sum(map(len, known.values())) <= sentences.ceiling


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_of_harm_and_group_has_sentences(language: str) -> None:
    paths = {section.path for section in corpus(language, "lexicon", LexiconSentences).sections}
    told = {".".join(path.split(".")[:2]) for path in paths}
    pack = load_pack(language)
    tables = {"harms": pack.section("harms", HarmWords), "groups": pack.section("groups", GroupWords)}
    held = {
        f"{name}.{field}"
        for name, table in tables.items()
        for field in table.__struct_fields__
        if getattr(table, field)  # a list that a language leaves empty needs no sentence
    }
    rules_of_form = {"harms.inflect", "harms.inflects_needs", "harms.homographs", "groups.plurals"}
    assert held - rules_of_form - told == set()
