from datetime import date
from pathlib import Path

import pytest

from recuento.model import UsageError
from recuento.series import SLUGS, Series, SeriesSpec, load_series, load_spec, parse_mapping, parse_skip
from recuento.series.numbers import read_count

SPEC = SeriesSpec(
    name="river province",
    source="Provincial health office",
    date_column="day",
    mapping=parse_mapping(["dead=killed", "dead_children=killed:children"]),
)
HEADER = "day,status,dead,dead_children\n"


def load(tmp_path: Path, text: str | bytes, spec: SeriesSpec = SPEC) -> tuple[Series, list[str]]:
    path = tmp_path / "river.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    series, problems = load_series(path, spec)
    for one in problems:
        assert one.slug in SLUGS
        assert one.source == str(path)
        assert str(path) in one.message
    return series, [one.slug for one in problems]


def values(series: Series) -> list[tuple[str, int | None, int | None]]:
    return [(day.date.isoformat(), day.values["dead"], day.values["dead_children"]) for day in series.days]


def test_an_empty_cell_is_unknown_and_never_zero(tmp_path: Path) -> None:
    series, problems = load(tmp_path, HEADER + "2021-06-01,final,10,\n2021-06-02,final,,0\n")
    assert values(series) == [("2021-06-01", 10, None), ("2021-06-02", None, 0)]
    assert problems == []


def test_columns_carry_what_they_count(tmp_path: Path) -> None:
    series, _ = load(tmp_path, HEADER + "2021-06-01,final,10,2\n")
    assert [(c.name, c.measure, c.group, c.facets) for c in series.columns] == [
        ("dead", "killed", None, {}),
        ("dead_children", "killed", "children", {"age": "child"}),
    ]
    assert series.source == "Provincial health office"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_and_marks_are_read(tmp_path: Path, encoding: str) -> None:
    content = (HEADER + "2021-06-01,año,10,2\n").encode(encoding)
    assert values(load(tmp_path, content)[0]) == [("2021-06-01", 10, 2)]


def test_another_encoding_is_told(tmp_path: Path) -> None:
    series, problems = load(tmp_path, (HEADER + "2021-06-01,año,10,2\n").encode("cp1252"))
    assert values(series) == [("2021-06-01", 10, 2)]
    assert problems == ["series-encoding"]


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_delimiters_are_read(tmp_path: Path, delimiter: str) -> None:
    text = (HEADER + "2021-06-01,final,10,2\n").replace(",", delimiter)
    assert values(load(tmp_path, text)[0]) == [("2021-06-01", 10, 2)]


@pytest.mark.parametrize(
    ("cell", "decimal", "value"),
    [
        ("12345", ".", 12345),
        ("12,345", ".", 12345),
        ("1,234,567", ".", 1234567),
        ("12 345", ".", 12345),
        ("12\u202f345", ".", 12345),
        ("12’345", ".", 12345),
        ("120.0", ".", 120),
        ("12.345", ",", 12345),
        ("12.345", ".", None),
        ("12,34", ".", None),
        ("1,234 567", ".", None),
        ("12.5", ".", None),
        ("-3", ".", None),
        ("many", ".", None),
        ("", ".", None),
    ],
)
def test_counts(cell: str, decimal: str, value: int | None) -> None:
    assert read_count(cell, decimal) == value


@pytest.mark.parametrize(
    ("rows", "slug", "kept"),
    [
        ("2021-06-01,final,ten,1\n", "series-bad-number", [("2021-06-01", None, 1)]),
        ("01/06/2021,final,10,1\n2021-06-02,final,11,1\n", "series-bad-date", [("2021-06-02", 11, 1)]),
        ("2021-06-01,final,10\n2021-06-02,final,11,1\n", "series-ragged-row", [("2021-06-02", 11, 1)]),
        (
            "2021-06-01,final,10,1\n2021-06-01,draft,12,1\n",
            "series-duplicate-date",
            [("2021-06-01", 10, 1), ("2021-06-01", 12, 1)],
        ),
        (
            "2021-06-02,final,11,1\n2021-06-01,final,10,1\n",
            "series-unsorted",
            [("2021-06-01", 10, 1), ("2021-06-02", 11, 1)],
        ),
        (
            "2021-06-01,final,10,1\n2021-06-04,final,12,1\n",
            "series-gap",
            [("2021-06-01", 10, 1), ("2021-06-04", 12, 1)],
        ),
        (
            "2021-06-01,final,10,1\n2021-06-02,final,9,1\n",
            "series-correction",
            [("2021-06-01", 10, 1), ("2021-06-02", 9, 1)],
        ),
        ('2021-06-01,final,10,1\n2021-06-02,"fi"nal,11,1\n', "series-damaged-csv", [("2021-06-01", 10, 1)]),
        ("", "series-empty", []),
    ],
)
def test_trouble_is_told_and_nothing_filled_in(
    tmp_path: Path, rows: str, slug: str, kept: list[tuple[str, int | None, int | None]]
) -> None:
    series, problems = load(tmp_path, HEADER + rows)
    assert problems == [slug]
    assert values(series) == kept


def test_a_problem_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "river.csv"
    path.write_text(HEADER + "2021-06-01,final,10,1\n2021-06-02,final,1o,1\n", encoding="utf-8")
    assert "line 3: '1o' in dead" in load_series(path, SPEC)[1][0].message


def test_rows_skipped_are_told_by_count(tmp_path: Path) -> None:
    spec = SeriesSpec(
        name="r", source="s", date_column="day", mapping=SPEC.mapping, skip=parse_skip(["status=draft"])
    )
    series, problems = load(tmp_path, HEADER + "2021-06-01,final,10,1\n2021-06-02,draft,99,1\n", spec)
    assert series.skipped == 1
    assert [day.date for day in series.days] == [date(2021, 6, 1)]
    assert problems == ["series-skipped"]


def test_a_qualifier_column_qualifies_its_rows(tmp_path: Path) -> None:
    spec = SeriesSpec(name="r", source="s", date_column="day", mapping=SPEC.mapping, qualifier="status")
    text = HEADER + "2021-06-01,about,10,1\n2021-06-02,more,11,1\n2021-06-03,,12,1\n2021-06-04,odd,13,1\n"
    series, problems = load(tmp_path, text, spec)
    assert [day.qualifier for day in series.days] == ["about", "more_than", "exactly", "about"]
    assert problems == ["series-bad-qualifier"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("day,status,dead\n2021-06-01,final,10\n", "no column dead_children"),
        ("date,dead,dead_children\n", "no column day"),
        ("day,dead,dead,dead_children\n", "dead stands twice"),
        ("", "no header"),
    ],
)
def test_a_file_of_other_columns_is_wrong_use(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        load(tmp_path, text)


def test_a_file_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.csv"):
        load_series(tmp_path / "none.csv", SPEC)


@pytest.mark.parametrize("entry", ["dead", "=killed", "dead=", "dead=harmed", "dead=:children"])
def test_a_mapping_of_another_form_is_wrong_use(entry: str) -> None:
    with pytest.raises(UsageError, match="column mapping"):
        parse_mapping([entry])


def test_a_column_mapped_twice_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="twice"):
        parse_mapping(["dead=killed", "dead=injured"])


def test_a_skip_of_another_form_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="COLUMN=VALUE"):
        parse_skip(["draft"])


YAML = """
name: river province
source: Provincial health office
date_column: day
columns: {dead: killed, dead_children: "killed:children"}
skip: ["status=draft"]
"""
TOML = """
name = "river province"
source = "Provincial health office"
date_column = "day"
skip = ["status=draft"]
[columns]
dead = "killed"
dead_children = "killed:children"
"""


@pytest.mark.parametrize(("ending", "text"), [("yml", YAML), ("toml", TOML)])
def test_a_spec_is_read_from_a_file(tmp_path: Path, ending: str, text: str) -> None:
    path = tmp_path / f"river.{ending}"
    path.write_text(text, encoding="utf-8")
    spec = load_spec(path)
    assert spec.mapping == SPEC.mapping
    assert (spec.name, spec.date_column, spec.skip) == ("river province", "day", (("status", "draft"),))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yml", "name: x\n"),
        ("b.toml", "name = "),
        ("c.yml", YAML + "colour: red\n"),
        ("d.yml", "name: [x\n"),
    ],
)
def test_a_wrong_spec_file_is_named(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=name):
        load_spec(path)
