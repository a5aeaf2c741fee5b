"""`recuento link` and `recuento judge`, as a person calls them."""

from pathlib import Path

import pytest
from cli_runner import Run


@pytest.fixture
def ledger(run: Run, tmp_path: Path) -> Path:
    """A ledger of two reports of one incident."""
    texts = {
        "a.txt": "ORLAN, May 12, 2031 - Two men were shot dead on the Tamar bridge in Orlan on Sunday, "
        "police said. A third man, 34, was wounded.",
        "b.txt": "ORLAN, May 13, 2031 - Police named the two men killed on the Tamar bridge in Orlan on "
        "Sunday as Ilo Varga and Pell Sander. A 34-year-old man was wounded.",
    }
    for name, words in texts.items():
        (tmp_path / name).write_text(words, encoding="utf-8")
    path = tmp_path / "recuento.db"
    run("read", tmp_path / "a.txt", tmp_path / "b.txt", "--ledger", path)
    return path


def test_a_link_has_its_weight_and_reasons(run: Run, ledger: Path) -> None:
    lines = run("link", "--ledger", ledger).lines
    assert [line["state"] for line in lines] == ["proposed"]
    assert lines[0]["weight"] > 0
    assert all(reason["words"].endswith(".") for reason in lines[0]["reasons"])


def test_reasons_are_told_in_words_of_one_and_of_more(run: Run, ledger: Path) -> None:
    words = [reason["words"] for reason in run("link", "--ledger", ledger).lines[0]["reasons"]]
    assert "They were published 1 day apart." in words
    assert "Both on 2031-05-11." in words
    alike = next(reason for reason in words if "alike" in reason)
    assert "tamar" in alike
    assert {"the", "of", "in", "police", "said"}.isdisjoint(
        alike.partition("shared: ")[2].strip(".").split(", ")
    )


def test_links_are_told_in_the_language_asked_for(run: Run, ledger: Path) -> None:
    told = " ".join(run("--locale", "es", "link", "--ledger", ledger, "--format", "table").out.split())
    for words in ("estado", "peso", "el otro", "por qué", "Los textos", "Ambos: 2031-05-11."):
        assert words in told
    assert "Both" not in told


def test_a_judgement_parts_an_incident_and_is_undone(run: Run, ledger: Path) -> None:
    before = run("incidents", "--ledger", ledger).out
    link = run("link", "--ledger", ledger).lines[0]
    given = (link["left"], link["right"], "--author", "Ana", "--reason", "Two bridges.", "--ledger", ledger)
    assert run("judge", "negative", *given).code == 0
    parted = run("link", "--ledger", ledger).lines
    assert [(line["state"], line["judged_by"]) for line in parted] == [("rejected", "Ana")]
    assert run("incidents", "--ledger", ledger).out != before
    assert run("judge", "withdrawn", *given).code == 0
    assert run("incidents", "--ledger", ledger).out == before
    assert run("verify", "--ledger", ledger).code == 0


def test_a_wrong_verdict_or_id_is_wrong_use(run: Run, ledger: Path) -> None:
    given = ("--author", "Ana", "--reason", "Read both.", "--ledger", ledger)
    assert run("judge", "perhaps", "aaaa", "bbbb", *given).code == 2
    assert run("judge", "positive", "zzzz", "yyyy", *given).code == 2
    assert run("link", "--only", "perhaps", "--ledger", ledger).code == 2


def test_a_method_is_one_of_the_named(run: Run, ledger: Path) -> None:
    assert run("incidents", "--method", "guess", "--ledger", ledger).code == 2
    for method in ("latest", "majority", "conservative", "ucdp"):
        assert run("incidents", "--method", method, "--ledger", ledger).code == 0
