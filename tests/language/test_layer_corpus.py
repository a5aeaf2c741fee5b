"""The examples of the layers and the events, by pack: `corpus/layers.yml`."""

from collections.abc import Iterator
from functools import cache

import msgspec
import pytest

from recuento.extract.extract import extract, find_layers
from recuento.extract.layers import Layers
from recuento.extract.times.lexicon import DateWords
from recuento.extract.times.readings import NOTHING
from recuento.language import load_pack, pack_languages
from recuento.language.pack import decode_yaml
from recuento.model import Claim
from recuento.read import ReadOptions, make_report
from recuento.vocabulary import load_profile


class RuleExamples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a rule must read in some texts, and texts in which it must not fire."""

    examples: tuple[tuple[str, ...], ...]
    nothing: tuple[str, ...]


class LayerCorpus(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `corpus/layers.yml`."""

    published: str
    times: dict[str, RuleExamples]
    places: dict[str, RuleExamples]
    attributions: dict[str, RuleExamples]
    events: dict[str, RuleExamples]


LANGUAGES = [code for code in pack_languages() if (load_pack(code).folder / "corpus" / "layers.yml").exists()]


@cache
def corpus(language: str) -> LayerCorpus:
    return decode_yaml((load_pack(language).folder / "corpus" / "layers.yml").read_bytes(), LayerCorpus)


def layers(language: str, text: str) -> Layers:
    options = ReadOptions(language=language, published=corpus(language).published)
    return find_layers(make_report(text, id="example", options=options), load_pack(language))


def claims(language: str, text: str) -> tuple[Claim, ...]:
    options = ReadOptions(language=language, published=corpus(language).published)
    return extract(make_report(text, id="example", options=options), load_pack(language), load_profile())


def cases(section: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for language in LANGUAGES:
        for rule, held in getattr(corpus(language), section).items():
            yield from ((language, rule, example) for example in held.examples)


def silences() -> Iterator[tuple[str, str, str, str]]:
    for language in LANGUAGES:
        for section in ("times", "places", "attributions", "events"):
            for rule, held in getattr(corpus(language), section).items():
                yield from ((language, section, rule, text) for text in held.nothing)


@pytest.mark.parametrize(("language", "rule", "example"), list(cases("times")))
def test_a_time_is_read(language: str, rule: str, example: tuple[str, str, str]) -> None:
    text, words, timex = example
    assert (rule, words, timex) in [(t.rule, t.text, t.timex) for t in layers(language, text).times]


@pytest.mark.parametrize(("language", "rule", "example"), list(cases("places")))
def test_a_place_is_read(language: str, rule: str, example: tuple[str, str, str]) -> None:
    text, name, country = example
    found = [(p.rule, p.name, p.country or "") for p in layers(language, text).places]
    assert (rule, name, country) in found


@pytest.mark.parametrize(("language", "rule", "example"), list(cases("attributions")))
def test_a_source_is_read(language: str, rule: str, example: tuple[str, str, str, str]) -> None:
    text, name, kind, content = example
    found = layers(language, text).attributions
    assert any(
        (a.rule, a.name or "", a.kind) == (rule, name, kind) and content in text[a.start : a.end]
        for a in found
    ), found


@pytest.mark.parametrize(("language", "rule", "example"), list(cases("events")))
def test_an_event_is_read(language: str, rule: str, example: tuple[str, str, str]) -> None:
    text, kind, words = example
    found = [
        (getattr(c, "incident_type", getattr(c, "role", "")), c.quote)
        for c in claims(language, text)
        if rule in c.rules
    ]
    assert any(said == kind and words in quote for said, quote in found), found


@pytest.mark.parametrize(("language", "section", "rule", "text"), list(silences()))
def test_a_rule_keeps_silent(language: str, section: str, rule: str, text: str) -> None:
    if section == "events":
        assert not any(rule in claim.rules for claim in claims(language, text))
    else:
        assert rule not in [found.rule for found in getattr(layers(language, text), section)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_of_times_has_an_example(language: str) -> None:
    rules = load_pack(language).section("dates", DateWords).rules
    assert {rule.name for rule in rules if rule.reads != NOTHING} == corpus(language).times.keys()
