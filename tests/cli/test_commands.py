"""What the commands that look into a ledger print."""

import csv
import io
import sqlite3
from pathlib import Path

import pytest
from cli_runner import Run

from recuento.extract.figures.lexicon import GroupWords, HarmWords
from recuento.language import Pack

FORMATS = ("jsonl", "csv", "table")
READERS = ("claims", "incidents", "tally", "differences", "verify")


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("command", READERS)
def test_every_format_prints_something_and_ends_well(
    run: Run, examples: Path, command: str, format: str
) -> None:
    ran = run(command, "--ledger", examples, "--format", format)
    assert ran.code in (0, 1), ran.err
    assert ran.out.strip()


@pytest.mark.parametrize("command", READERS)
def test_where_output_is_no_terminal_lines_are_printed(run: Run, examples: Path, command: str) -> None:
    assert run(command, "--ledger", examples).lines


@pytest.mark.parametrize("command", READERS)
def test_rows_of_csv_have_the_columns_of_the_header(run: Run, examples: Path, command: str) -> None:
    rows = list(csv.reader(io.StringIO(run(command, "--ledger", examples, "--format", "csv").out)))
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(set(rows[0])) == len(rows[0])


@pytest.mark.parametrize("command", [*READERS, "show abcd", "report --out x.html", "series list"])
def test_without_a_ledger_one_line_says_so(run: Run, command: str) -> None:
    ran = run(*command.split(), "--ledger", "none.db")
    assert ran.code == 1
    assert ran.err == "recuento: ledger none.db: there is none; `recuento read` makes one\n"
    assert not Path("none.db").exists()


@pytest.mark.parametrize(
    ("options", "field", "value"),
    [
        (("--measure", "detained"), "measure", "detained"),
        (("--type", "figure"), "type", "figure"),
        (("--scope", "cumulative"), "scope", "cumulative"),
        (("--report", "invented-6a-radio-flood"), "report", "invented-6a-radio-flood"),
        (("--explicit-only", "--type", "figure"), "explicit", True),
    ],
)
def test_filters_of_claims(
    run: Run, examples: Path, options: tuple[str, ...], field: str, value: object
) -> None:
    everything = run("claims", "--ledger", examples).lines
    found = run("claims", "--ledger", examples, *options).lines
    assert found == [claim for claim in everything if claim.get(field) == value]
    assert 0 < len(found) < len(everything)


def test_filters_join(run: Run, examples: Path) -> None:
    found = run(
        "claims", "--ledger", examples, "--source", "union", "--measure", "killed", "--until", "2024-06"
    ).lines
    assert found
    assert {claim["measure"] for claim in found} == {"killed"}
    assert all("union" in claim["attributed_to"]["name"].lower() for claim in found)


@pytest.mark.parametrize(
    "options",
    [("--since", "spring"), ("--measure", "kiled"), ("--type", "figures"), ("--min-confidence", "-1")],
)
def test_a_filter_that_can_be_none_is_wrong_use(run: Run, examples: Path, options: tuple[str, ...]) -> None:
    ran = run("claims", "--ledger", examples, *options)
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("command", ["claims", "incidents", "tally", "differences"])
def test_where_nothing_fits_it_is_said(run: Run, examples: Path, command: str) -> None:
    ran = run(command, "--ledger", examples, "--source", "nobody at all")
    assert (ran.code, ran.out, ran.err) == (0, "", "nothing fits\n")


def test_the_ledger_may_be_on_a_server(run: Run, dispatch: Path, postgres_url: str) -> None:
    first = run("read", dispatch, "--ledger", postgres_url)
    assert (first.code, first.err) == (0, "")
    assert run("read", dispatch, "--ledger", postgres_url).out == first.out
    assert run("claims", "--ledger", postgres_url).lines == first.lines[1:]
    assert run("verify", "--ledger", postgres_url).lines[0]["whole"] is True


def test_show_marks_the_words_in_their_passage(run: Run, examples: Path) -> None:
    claim = run("claims", "--ledger", examples, "--measure", "killed").lines[0]
    shown = run("show", claim["id"][:8], "--ledger", examples).lines[0]
    assert shown["claim"] == claim
    passage = shown["passage"]
    assert claim["quote"] in passage["text"]
    at = claim["start"] - passage["start"]
    assert passage["text"][at:].startswith(claim["number"])
    assert [event["kind"] for event in shown["history"]] == ["captured", "entered", "claimed"]
    table = run("show", claim["id"], "--ledger", examples, "--format", "table").out
    assert f"»{claim['number']}«" in table


def test_show_of_an_unknown_claim_is_wrong_use(run: Run, examples: Path) -> None:
    assert run("show", "0000", "--ledger", examples).code == 2


def test_incidents_have_the_fields_of_the_contract(run: Run, examples: Path) -> None:
    lines = run("incidents", "--ledger", examples).lines
    fields = ["id", "incident_type", "when", "place", "reports", "claims", "tally", "differences"]
    fields += ["independent", "role", "part_of", "accounts"]
    assert {tuple(line) for line in lines} == {tuple(fields)}
    totals = [total for line in lines for total in line["tally"].values()]
    assert {tuple(total) for total in totals} == {("low", "best", "high", "sources")}


@pytest.mark.parametrize("command", ["incidents", "tally", "differences"])
def test_a_filter_takes_and_never_changes(run: Run, examples: Path, command: str) -> None:
    everything = run(command, "--ledger", examples, "--format", "jsonl").out.splitlines()
    found = run(command, "--ledger", examples, "--measure", "killed").out.splitlines()
    assert found
    assert set(found) < set(everything) or command == "differences"
    assert set(found) <= set(everything)


def test_parts_stand_under_their_whole(run: Run, examples: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("tally", "--ledger", examples, "--format", "csv").out)))
    parts = [at for at, row in enumerate(rows) if row["depth"] == "1"]
    assert parts
    assert all(
        rows[at - 1]["depth"] in ("0", "1") and rows[at]["account"] == rows[at - 1]["account"] for at in parts
    )
    assert "  of them" in run("tally", "--ledger", examples, "--format", "table").out


def test_differences_by_relation(run: Run, examples: Path) -> None:
    some = run("differences", "--ledger", examples).lines
    everything = run("differences", "--ledger", examples, "--all").lines
    assert {each["id"] for each in some} <= {each["id"] for each in everything}
    only = run("differences", "--ledger", examples, "--only", "contradicts", "--only", "later").lines
    assert only == [each for each in some if each["relation"] in ("contradicts", "later")]
    assert "agrees" not in {each["relation"] for each in some}
    ran = run("differences", "--ledger", examples, "--only", "nearly")
    assert ran.code == 2
    assert "contradicts" in ran.err


def test_verify_tells_a_whole_ledger(run: Run, examples: Path) -> None:
    ran = run("verify", "--ledger", examples)
    assert ran.code == 0
    line = ran.lines[0]
    assert line["whole"] is True
    assert line["readings"] == 7
    assert line["findings"] == []


def test_verify_names_the_first_broken_link(run: Run, dispatch: Path) -> None:
    run("read", dispatch)
    with sqlite3.connect("recuento.db") as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE claim SET record = replace(record, '\"low\":7', '\"low\":8')")
    connection.close()
    ran = run("verify")
    assert ran.code == 1
    line = ran.lines[0]
    assert line["whole"] is False
    assert line["first_broken"] == line["findings"][0]["link"] > 0
    assert ran.err.startswith("changed-claim: link ")


def test_report_writes_a_page_that_loads_nothing(run: Run, examples: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    ran = run(
        "report", "--ledger", examples, "--out", out, "--title", "Spring <in> Verania", "--place", "Marenna"
    )
    assert (ran.code, ran.out) == (0, "")
    page = out.read_text()
    assert "Spring &lt;in&gt; Verania" in page
    assert "At least" in page
    assert "invented-1-agency-first-dispatch.txt" in page
    run("report", "--ledger", examples, "--out", out, "--title", "Spring <in> Verania", "--place", "Marenna")
    assert out.read_text() == page


def test_report_to_a_folder_that_is_not_there_is_wrong_use(run: Run, examples: Path) -> None:
    ran = run("report", "--ledger", examples, "--out", "no/where.html")
    assert ran.code == 2
    assert "no/where.html" in ran.err


def test_languages(run: Run) -> None:
    first = run("languages").lines[0]
    assert {"language": "en", "name": "English"}.items() <= first.items()
    assert first["entries"] > 1000
    assert first["examples"] > 100
    assert 0 < first["explicit_f1"] <= 1


def test_a_new_language_is_a_draft_pack_that_loads_and_whose_examples_wait(run: Run, tmp_path: Path) -> None:
    made = run("language", "new", "qq", "--name", "Test", "--packs", str(tmp_path))
    assert made.code == 0
    pack = Pack("qq", tmp_path / "qq")
    assert (pack.header.name, pack.header.status) == ("Test", "draft")
    assert pack.section("harms", HarmWords).transitive["killed"].regular == ()
    assert pack.section("groups", GroupWords).plurals == {}
    assert (tmp_path / "qq" / "corpus" / "rules.yml").stat().st_size > 1000
    assert run("language", "new", "qq", "--packs", str(tmp_path)).code == 2
    assert run("language", "new", "Portuguese", "--packs", str(tmp_path)).code == 2


def test_explain_names_the_rule_and_the_claim(run: Run) -> None:
    sentence = "At least 12 miners were killed near Orvella on Tuesday, the fire service said."
    tree = run("explain", sentence, "--published", "2024-05-16")
    assert tree.code == 0
    assert "passive-subject: killed of [At least 12 miners]" in tree.out
    line = run("explain", sentence, "--format", "jsonl").lines[0]
    assert line["sentence"] == sentence
    assert any("12..None" in claim for claim in line["claims"])
    assert run("explain", sentence, "--language", "xx").code == 2


@pytest.mark.parametrize(
    ("layer", "fields"),
    [
        ("times", {"type", "timex", "edtf"}),
        ("places", {"name", "geonames", "latitude", "longitude"}),
        ("numbers", {"low", "high", "qualifier"}),
        ("attributions", {"source_start", "source_end", "cue"}),
    ],
)
def test_annotate_prints_layers(run: Run, dispatch: Path, layer: str, fields: set[str]) -> None:
    ran = run("annotate", dispatch, "--layer", layer)
    assert ran.code == 0
    assert ran.lines
    text = dispatch.read_text()
    for line in ran.lines:
        assert list(line)[:5] == ["report", "layer", "start", "end", "text"]
        assert fields <= set(line)
        assert (line["report"], line["layer"]) == ("dispatch.txt", layer)
        assert text[line["start"] : line["end"]] == line["text"]
    assert not Path("recuento.db").exists()
    for format in ("csv", "table"):
        assert ran.lines[0]["text"][:8] in run("annotate", dispatch, "--layer", layer, "--format", format).out


def test_annotate_needs_a_layer_and_names_problems(run: Run) -> None:
    assert run("annotate", "x.txt").code == 2
    ran = run("annotate", "nowhere.txt", "--layer", "times")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("not-found: nowhere.txt: ")


@pytest.mark.parametrize("width", [80, 118, 160])
@pytest.mark.parametrize(
    ("locale", "heads"),
    [
        (
            "en",
            ("incident", "type", "where", "when", "killed", "injured", "reports", "sources", "differences"),
        ),
        (
            "es",
            ("hecho", "tipo", "dónde", "cuándo", "muertos", "heridos", "informes", "fuentes", "diferencias"),
        ),
    ],
)
def test_incidents_are_told_at_every_width(
    run: Run, monkeypatch: pytest.MonkeyPatch, examples: Path, locale: str, heads: tuple[str, ...], width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    told = run("--locale", locale, "incidents", "--ledger", examples, "--format", "table").out
    above, below = told.split("─" * 40, 1)
    assert [head for head in heads if head not in above.split()] == []
    for words in ("protest_repressed", "Marenna", "2024-05-14", "missing"):
        assert words in below
    assert max(map(len, told.splitlines())) <= width
