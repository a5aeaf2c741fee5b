"""The gate: no measure falls below its floor, and the set is the one that the floors were measured on."""

import pytest
import yaml
from gate import (
    PINNED,
    claims_of,
    floors,
    gated_languages,
    languages,
    log_columns,
    main,
    measures,
    set_hash,
    shortfalls,
)
from score import figures_of, load
from swap import HERE, Parties, cases, fill, parties, view

from recuento.language import load_pack, pack_languages

LANGUAGES = gated_languages()
SETS = languages()


def test_there_is_a_set() -> None:
    assert "en" in LANGUAGES
    assert {"en", "es"} <= set(SETS)


def test_a_tested_pack_with_a_set_has_floors() -> None:
    tested = {language for language in pack_languages() if load_pack(language).header.status == "tested"}
    assert (tested & set(SETS)) - set(LANGUAGES) == set()


def test_a_language_without_floors_is_measured_alone(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--language", "xx"])
    assert "invalid choice" in capsys.readouterr().err


@pytest.mark.parametrize("language", SETS)
def test_a_pack_tells_what_is_measured_of_it(language: str) -> None:
    """`recuento languages` prints these; they may stay a little behind."""
    told, measured = load_pack(language).header.measured, measures(language)
    found = {name: measured[name.replace("_f1", ".f1")] for name in told}
    assert told
    assert {name for name in told if abs(told[name] - found[name]) > 0.03} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_set_is_the_pinned_one(language: str) -> None:
    assert set_hash(language) == floors(language).sha256, (
        f"{PINNED} changed: measure anew and say so in log.md"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_measure_is_below_its_floor(language: str) -> None:
    assert shortfalls(measures(language), floors(language).floors) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_of_the_log_has_a_floor(language: str) -> None:
    assert set(log_columns()) - floors(language).floors.keys() == set()


def test_a_fall_and_a_lost_measure_are_told() -> None:
    told = shortfalls({"held": 0.5, "fallen": 0.4}, {"held": 0.5, "fallen": 0.5, "lost": 0.1})
    assert told == ["fallen is 0.400, its floor 0.500", "lost is 0.000, its floor 0.100"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_reading_again_gives_the_same_claims(language: str) -> None:
    assert claims_of(language) == claims_of(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_claim_stands_on_the_words_of_its_report(language: str) -> None:
    texts = {row["id"]: row["text"] for row in load(HERE / language / "texts.jsonl")}
    for claim in claims_of(language):
        words = claim["number"] if claim["type"] == "figure" else claim["quote"]
        assert texts[claim["report"]][claim["start"] : claim["end"]] == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_that_fires_has_examples_in_the_language_corpus(language: str) -> None:
    corpus = (load_pack(language).folder / "corpus" / "rules.yml").read_text(encoding="utf-8")
    fired = {rule for claim in figures_of(claims_of(language)) for rule in claim["rules"]}
    assert fired - yaml.safe_load(corpus)["rules"].keys() == set()


@pytest.mark.parametrize("language", SETS)
def test_there_are_three_hundred_swap_sentences(language: str) -> None:
    made = cases(language)
    assert len(made) == len({case.text for case in made}) == 300
    assert all(case.first != case.second for case in made)


def test_a_swap_that_fails_is_seen() -> None:
    text = fill("{A} killed 12 men of {B}.", "the League", "the Union")
    claim = {"id": "1", "type": "figure", "number": "12", "group": "men of the Union", "quote": text}
    just = view([claim | {"actor": {"name": "League"}}], "the League", "the Union")
    other = text.replace("League", "-").replace("Union", "League").replace("-", "Union")
    exchanged = claim | {"group": "men of the League", "quote": other}
    assert view([exchanged | {"actor": {"name": "Union"}}], "the Union", "the League") == just
    assert view([exchanged | {"actor": None}], "the Union", "the League") != just


def test_what_grows_together_with_an_article_is_taken_apart() -> None:
    told = parties("es")
    text = fill("Murieron 12 hombres de {A} y ocho de {B}.", "el Frente", "la Liga", told.joins)
    assert text == "Murieron 12 hombres del Frente y ocho de la Liga."
    claims = [{"id": "1", "type": "figure", "group": "hombres del Frente", "quote": text}]
    (row,) = view(claims, "el Frente", "la Liga", told)
    assert row["group"] == "hombres de <A>"
    assert row["quote"] == "Murieron 12 hombres de <A> y ocho de <B>."


def test_a_name_stays_whole_beside_a_longer_word() -> None:
    claims = [{"id": "1", "type": "figure", "quote": "Frentes y el Frente"}]
    told = Parties(turns=1, templates=(), parties=(), articles=("el",))
    assert view(claims, "el Frente", "la Liga", told)[0]["quote"] == "Frentes y <A>"
