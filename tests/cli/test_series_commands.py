"""`recuento series`: keeping series and matching reports with them."""

from pathlib import Path

import pytest
from cli_runner import Run

SERIES = """day,state,quality,dead,dead_children,hurt
2024-09-09,final,,1204,310,3050
2024-09-10,draft,,1231,322,3188
2024-09-11,final,about,1231,322,3188
2024-09-12,final,,1290,345,
"""
REPORT = """The office said on 13 September 2024 that 1,231 people had been killed since the floods began.

It said that 3,188 people had been injured, and that 322 children had been killed.
"""
MEANING = ["dead=killed", "dead_children=killed:children", "hurt=injured"]
ADD = [
    *("series", "add", "flood.csv", "--name", "flood", "--place", "Tolvik", "--source", "Provincial office"),
    *("--date", "day", "--qualifier", "quality", "--skip", "state=draft"),
    *(word for meaning in MEANING for word in ("--map", meaning)),
]


@pytest.fixture
def flood(tmp_path: Path) -> None:
    """A series file and a report that one of its days carries."""
    (tmp_path / "flood.csv").write_text(SERIES)
    (tmp_path / "toll.txt").write_text(REPORT)


@pytest.mark.usefixtures("flood")
def test_a_series_is_kept_with_the_rows_that_are_not_matched_on(run: Run) -> None:
    ran = run(*ADD)
    assert "4 rows written" in ran.err
    assert "series-skipped: flood.csv: 1 rows" in ran.err
    (listed,) = run("series", "list").lines
    assert (listed["name"], listed["claimant"], listed["rows"]) == ("flood", "Provincial office", 4)
    assert listed["mapping"] == {"dead": "killed", "dead_children": "killed:children", "hurt": "injured"}
    assert "known already" in run(*ADD).err
    assert run("verify").code == 0


@pytest.mark.usefixtures("flood")
def test_a_later_capture_supersedes_and_both_stay(run: Run, tmp_path: Path) -> None:
    run(*ADD)
    (tmp_path / "flood.csv").write_text(SERIES + "2024-09-13,final,,1301,350,3300\n")
    run(*ADD)
    assert [each["rows"] for each in run("series", "list").lines] == [5]
    assert [each["rows"] for each in run("series", "list", "--superseded").lines] == [4, 5]


@pytest.mark.usefixtures("flood")
def test_the_mapping_may_stand_in_a_file(run: Run, tmp_path: Path) -> None:
    spec = "name: river\nsource: Office\ndate_column: day\ncolumns: {dead: killed}\n"
    (tmp_path / "river.yml").write_text(spec)
    run("series", "add", "flood.csv", "--map-file", "river.yml", "--name", "other")
    (listed,) = run("series", "list").lines
    assert (listed["name"], listed["claimant"], listed["mapping"]) == ("other", "Office", {"dead": "killed"})


@pytest.mark.usefixtures("flood")
def test_the_day_that_carries_the_figures_comes_first_and_skipped_rows_never(run: Run) -> None:
    run(*ADD)
    matches = run("series", "match", "toll.txt").lines
    assert matches[0]["date"] == "2024-09-11"
    assert (matches[0]["matched"], matches[0]["of"]) == (3, 3)
    assert {"report", "series", "date", "matched", "of", "figures"} <= set(matches[0])
    assert "2024-09-10" not in {each["date"] for each in matches}
    assert run("claims").lines == []  # the file was read and not kept


@pytest.mark.usefixtures("flood")
def test_how_exact_a_row_is_outlives_the_ledger(run: Run, tmp_path: Path) -> None:
    """A row that says "about" is not missed by a number near its own; an exact row is."""
    (tmp_path / "toll.txt").write_text(REPORT.replace("3,188", "3,150"))
    run(*ADD)
    outcomes = {
        each["column"]: each["outcome"] for each in run("series", "match", "toll.txt").lines[0]["figures"]
    }
    assert outcomes == {"dead": "exact", "dead_children": "exact", "hurt": "compatible"}
    (tmp_path / "flood.csv").write_text(SERIES.replace("about", ""))
    run(*ADD)
    outcomes = {
        each["column"]: each["outcome"] for each in run("series", "match", "toll.txt").lines[0]["figures"]
    }
    assert outcomes["hurt"] == "missed"


@pytest.mark.usefixtures("flood")
def test_a_report_of_the_ledger_is_matched_by_its_id(run: Run, tmp_path: Path) -> None:
    run("read", "toll.txt")
    run(*ADD)
    from_file = run("series", "match", tmp_path / "toll.txt").lines
    assert [each["date"] for each in run("series", "match", "toll.txt").lines] == [
        each["date"] for each in from_file
    ]
    assert len(run("series", "match", "toll.txt", "--top", "1").lines) == 1
    table = run("series", "match", "toll.txt", "--format", "table").out
    assert "2024-09-11" in table
    assert "1,231" in table
    assert run("series", "match", "toll.txt", "--format", "csv").out.startswith("report,series,")


@pytest.mark.usefixtures("flood")
@pytest.mark.parametrize(
    "arguments",
    [
        ("series", "match", "nothing.txt"),
        ("series", "match", "toll.txt", "--series", "other"),
        ("series", "add", "flood.csv", "--source", "Office"),
        ("series", "add", "flood.csv", "--source", "Office", "--map", "dead=kills"),
        ("series", "add", "none.csv", "--source", "Office", "--map", "dead=killed"),
    ],
)
def test_wrong_use(run: Run, arguments: tuple[str, ...]) -> None:
    run(*ADD)
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("recuento: ")


TOLL = """TOLVIK, 12 September 2024 (Coastline Wire) -- {dead} people have been killed in Tolvik since
the floods began, the Provincial office said.
"""


@pytest.fixture
def flooded(flood: None, run: Run, tmp_path: Path) -> Run:
    """A ledger with the series and two reports, one of which departs."""
    (tmp_path / "agrees.txt").write_text(TOLL.format(dead="1,290"))
    (tmp_path / "departs.txt").write_text(TOLL.format(dead="1,900"))
    run("read", "agrees.txt", "departs.txt")
    run(*ADD)
    return run


def test_all_tolls_are_held_against_all_series(flooded: Run) -> None:
    ran = flooded("series", "check")
    assert ran.code == 0
    told = {each["report"]: each for each in ran.lines}
    assert {name: each["status"] for name, each in told.items()} == {
        "agrees.txt": "agrees",
        "departs.txt": "departs",
    }
    assert told["departs.txt"]["by"] == 610
    assert told["departs.txt"]["since"] == "2024-09-12"
    assert told["departs.txt"]["day"] == "2024-09-12"
    assert "2 running tolls held against 1 series: 1 agrees, 1 departs" in ran.err


def test_a_check_is_filtered_and_printed_as_asked(flooded: Run) -> None:
    assert [each["report"] for each in flooded("series", "check", "--only", "departs").lines] == [
        "departs.txt"
    ]
    assert [each["report"] for each in flooded("series", "check", "--report", "agrees.txt").lines] == [
        "agrees.txt"
    ]
    assert flooded("series", "check", "--format", "csv").out.startswith("report,claim,number,quote,")
    table = flooded("series", "check", "--format", "table").out
    assert "+610" in table
    assert "1,290 on 2024-09-12" in table


@pytest.mark.parametrize("options", [("--only", "wrong"), ("--series", "other"), ("--measure", "kills")])
def test_a_check_of_what_is_not_there_is_wrong_use(flooded: Run, options: tuple[str, str]) -> None:
    ran = flooded("series", "check", *options)
    assert (ran.code, ran.out) == (2, "")


def test_a_check_without_a_series_is_wrong_use(run: Run, dispatch: Path) -> None:
    run("read", dispatch)
    assert run("series", "check").code == 2


def test_the_page_shows_how_tolls_stand_to_series(flooded: Run, tmp_path: Path) -> None:
    flooded("report", "--out", "page.html")
    page = (tmp_path / "page.html").read_text()
    assert 'id="tolls"' in page
    assert "+610" in page
