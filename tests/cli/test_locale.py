"""The language of the command line: its own words change, what a machine reads does not."""

from pathlib import Path

import pytest
from cli_runner import Run


def test_messages_and_heads_are_in_the_language_asked_for(run: Run, dispatch: Path) -> None:
    ran = run("--locale", "es", "read", dispatch, "missing.txt", "--format", "table", "--no-ledger")
    assert ran.code == 1
    for head in ("afirmación", "qué se cuenta", "cifra", "según", "cuándo"):
        assert head in ran.out
    assert "said by" not in ran.out
    assert "not-found: missing.txt: no existe ese archivo. No existe ese archivo o carpeta" in ran.err
    assert "killed" in ran.out  # codes are what options take


def test_what_machines_read_is_the_same_in_every_language(run: Run, dispatch: Path) -> None:
    for kind in ("jsonl", "csv"):
        english, spanish = (
            run("--locale", locale, "read", dispatch, "--format", kind, "--no-ledger").out
            for locale in ("en", "es")
        )
        assert english == spanish


def test_an_error_is_told_in_the_language_of_the_environment(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RECUENTO_LOCALE")
    monkeypatch.setenv("LC_ALL", "es_GT.UTF-8")
    ran = run("claims", "--measure", "wounded")
    assert ran.err.startswith("recuento: registro recuento.db: no existe")


@pytest.mark.parametrize("environment", [True, False])
def test_a_language_that_is_not_spoken_is_wrong_use(
    run: Run, monkeypatch: pytest.MonkeyPatch, examples: Path, environment: bool
) -> None:
    given = () if environment else ("--locale", "fr")
    if environment:
        monkeypatch.setenv("RECUENTO_LOCALE", "fr")
    assert run(*given, "report", "--ledger", examples, "--out", "page.html").code == 2


def test_a_page_takes_the_language_of_the_command_unless_it_has_its_own(
    run: Run, examples: Path, tmp_path: Path
) -> None:
    for spoken, own, lang in (("es", (), "es"), ("es", ("--locale", "en"), "en"), ("en", (), "en")):
        run("--locale", spoken, "report", "--ledger", examples, "--out", "page.html", *own)
        page = (tmp_path / "page.html").read_text()
        assert f'<html lang="{lang}"' in page
        assert ("<title>Lo que dicen los informes" in page) == (lang == "es")


def test_reasons_of_differences_are_told_and_their_relations_are_codes(run: Run, examples: Path) -> None:
    told = run("--locale", "es", "differences", "--ledger", examples, "--format", "table").out
    assert "ningún valor en" in told
    assert "no value in" not in told
    assert "contradicts" in told


def test_why_a_figure_is_not_counted_is_told(run: Run, examples: Path) -> None:
    told = run("--locale", "es", "tally", "--ledger", examples, "--format", "table").out
    told = " ".join(told.split())
    assert "(se teme, no se cuenta)" in told
    assert "(se niega, no se cuenta)" in told
    assert "not counted" not in told
