"""`recuento read`: the contract of its lines, the ledger, trouble in the data."""

import csv
import io
import json
from pathlib import Path

import msgspec
import pytest
from cli_runner import Run

import recuento.pipeline
from recuento.ledger import open_ledger
from recuento.model import Claim, Figure

REPORT_FIELDS = [
    "type",
    "report",
    "title",
    "published",
    "place",
    "author",
    "outlet",
    "language",
    "sha256",
    "facts",
]


def test_a_report_line_comes_before_its_claims_in_the_order_of_the_model(run: Run, dispatch: Path) -> None:
    ran = run("read", dispatch)
    assert ran.code == 0
    report, *claims = ran.lines
    assert list(report) == REPORT_FIELDS
    assert (report["report"], report["published"]) == ("dispatch.txt", "2024-03-03")
    assert claims
    figures = [claim for claim in claims if claim["type"] == "figure"]
    assert [list(figure) for figure in figures] == [["type", *Figure.__struct_fields__]] * len(figures)
    assert {claim["report"] for claim in claims} == {"dispatch.txt"}


def test_every_line_decodes_as_a_claim_that_cuts_its_words(run: Run, dispatch: Path) -> None:
    _, *lines = run("read", dispatch).out.splitlines()
    text = dispatch.read_text()
    for line in lines:
        claim = msgspec.json.decode(line, type=Claim)
        words = claim.number if isinstance(claim, Figure) else claim.quote
        assert text[claim.start : claim.end] == words


def test_facts_are_spans_of_the_text(run: Run, dispatch: Path) -> None:
    start, end = run("read", dispatch).lines[0]["facts"]["published"]
    assert dispatch.read_text()[start:end] == "3 March 2024"


@pytest.mark.parametrize("format", ["jsonl", "csv", "table"])
def test_a_known_report_is_printed_again_and_not_extracted(
    run: Run, dispatch: Path, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    with dispatch.open("a") as more:  # facets are where the order of keys could differ
        more.write("\nThree children were wounded in Orvella on Sunday.\n")
    first = run("read", dispatch, "--format", format)
    assert format == "table" or "child" in first.out
    monkeypatch.setattr(recuento.pipeline, "extract", None)  # calling it would fail
    again = run("read", dispatch, "--format", format)
    assert (again.code, again.out) == (0, first.out)


def test_again_extracts_what_is_known(run: Run, dispatch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("read", dispatch)
    monkeypatch.setattr(recuento.pipeline, "extract", lambda *_: ())
    assert len(run("read", dispatch).lines) > 1
    assert len(run("read", dispatch, "--again").lines) == 1


def test_another_profile_is_another_reading(run: Run, dispatch: Path) -> None:
    dispatch.write_text(
        "Dozens of people were killed in Orvella on 3 March 2024, the police of the province said.\n"
    )
    press = run("read", dispatch).lines[1]
    acled = run("read", dispatch, "--profile", "acled").lines[1]
    assert (press["low"], press["high"]) == (24, 99)
    assert (acled["low"], acled["high"]) == (12, 12)


def test_without_a_ledger_nothing_is_kept(run: Run, dispatch: Path) -> None:
    assert run("read", dispatch, "--no-ledger").out == run("read", dispatch, "--no-ledger").out
    assert not Path("recuento.db").exists()


def test_the_environment_names_the_ledger(
    run: Run, dispatch: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RECUENTO_LEDGER", str(tmp_path / "other.db"))
    run("read", dispatch)
    assert (tmp_path / "other.db").exists()
    assert not Path("recuento.db").exists()


def test_least_confidence_is_for_printing_only(run: Run, dispatch: Path) -> None:
    everything = run("read", dispatch).lines
    assert len(run("read", dispatch, "--min-confidence", "1").lines) == 1
    assert len(run("claims").lines) == len(everything) - 1


def test_a_source_that_cannot_be_read_is_named_and_the_rest_goes_on(run: Run, dispatch: Path) -> None:
    ran = run("read", "nowhere.txt", dispatch)
    assert ran.code == 1
    assert ran.err.startswith("not-found: nowhere.txt: ")
    assert ran.err.count("nowhere.txt") == 1
    assert ran.lines[0]["report"] == "dispatch.txt"


def test_problems_of_a_report_are_kept_with_it(run: Run, tmp_path: Path) -> None:
    record = {"id": "a", "text": "Four people were killed in Orvella.", "published": "soon", "language": "en"}
    (tmp_path / "items.jsonl").write_text(json.dumps(record) + "\n")
    ran = run("read", "items.jsonl")
    assert ran.code == 1
    assert ran.err.startswith("bad-date: ")
    with open_ledger("recuento.db") as ledger:
        assert [stored.problems for stored in ledger.reports()] == [1]


def test_a_report_that_the_ledger_refuses_is_named_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    bad = {"id": "bad", "text": "Four people \x00 were killed in Orvella.", "language": "en"}
    good = bad | {"id": "good", "text": "Five people were killed in Orvella."}
    (tmp_path / "items.jsonl").write_text(json.dumps(bad) + "\n" + json.dumps(good) + "\n")
    ran = run("read", "items.jsonl")
    assert ran.code == 1
    assert "refused-report: " in ran.err
    assert {line["report"] for line in run("claims").lines} == {"good"}


def test_half_a_surrogate_pair_does_not_end_the_run(run: Run, tmp_path: Path) -> None:
    bad = r'{"id": "bad", "text": "Four people were killed \ud800 in Orvella.", "language": "en"}'
    (tmp_path / "items.jsonl").write_text(
        bad + "\n" + bad.replace(r"\ud800", "").replace("bad", "good") + "\n"
    )
    ran = run("read", "items.jsonl")
    assert ran.code == 1
    assert ran.lines[-1]["report"] == "good"


def test_standard_input_is_a_source(run: Run, dispatch: Path) -> None:
    assert run("read", "-", "--no-ledger", input=dispatch.read_text()).lines[0]["published"] == "2024-03-03"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--published", "yesterday"), "YYYY-MM-DD"),
        (("--language", "English!"), "language"),
        (("--profile", "guess"), "press"),
        (("--format", "xml"), "xml"),
        (("--min-confidence", "2"), "confidence"),
        (("--nope",), "nope"),
    ],
)
def test_wrong_use_ends_with_2_and_keeps_nothing(
    run: Run, dispatch: Path, arguments: tuple[str, ...], words: str
) -> None:
    ran = run("read", dispatch, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert "Traceback" not in ran.err
    assert not Path("recuento.db").exists()


def test_csv_has_a_header_and_no_formula(run: Run, tmp_path: Path) -> None:
    text = "The office of =HYPERLINK said that four people were killed in Orvella on 3 March 2024.\n"
    (tmp_path / "=1+1.txt").write_text(text)
    rows = list(csv.DictReader(io.StringIO(run("read", "=1+1.txt", "--format", "csv").out)))
    assert rows[0]["report"] == "'=1+1.txt"
    assert rows[0]["number"] == "four"
    assert not any(
        cell[:1] in ("=", "+", "-", "@") for row in rows for cell in row.values() if not _number(cell)
    )


def _number(cell: str) -> bool:
    return cell.lstrip("-").replace(".", "", 1).isdigit()


def test_table_shows_the_words_and_obeys_nothing_in_them(run: Run, tmp_path: Path) -> None:
    text = "Four people \x1b[31mof [bold]the[/bold] hills\x1b[0m were killed in Orvella on 3 March 2024.\n"
    (tmp_path / "hills.txt").write_text(text)
    ran = run("read", "hills.txt", "--format", "table", "--no-ledger", "--language", "en")
    assert "hills.txt" in ran.out
    assert "killed" in ran.out
    assert "\x1b" not in ran.out
