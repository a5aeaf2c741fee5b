"""From locators to reports and problems."""

import hashlib
import io
import json
import os
import sys
from pathlib import Path

import pytest

from recuento.model import Problem, Report, UsageError
from recuento.read import SLUGS, ReadOptions, count_sources, make_report, read_sources

TEXT = "Twelve people were hurt when the bus left the road, and the police said that no cause was known.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def reports(*locators: str, options: ReadOptions | None = None) -> list[Report]:
    return [each for each in read_sources(locators, options or ReadOptions()) if isinstance(each, Report)]


def slugs(*locators: str, options: ReadOptions | None = None) -> list[str]:
    found = list(read_sources(locators, options or ReadOptions()))
    problems = [each for each in found if isinstance(each, Problem)]
    assert all(each.slug in SLUGS and each.source in each.message for each in problems)
    return [each.slug for each in problems]


def lines(*records: object) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def test_a_file_and_its_frozen_source(here: Path) -> None:
    content = ("\ufeffBus leaves road\r\n\r\n" + TEXT).encode()
    (here / "a.txt").write_bytes(content)
    (report,) = reports("a.txt", options=ReadOptions(captured="2024-03-05T10:00:00Z"))
    assert (report.id, report.title, report.language) == ("a.txt", "Bus leaves road", "en")
    assert report.text == "Bus leaves road\n\n" + TEXT
    assert report.source is not None
    assert report.source.content == content
    assert report.sha256 == report.source.sha256 == hashlib.sha256(content).hexdigest()
    assert (report.source.name, report.source.media_type) == ("a.txt", "text/plain")
    assert report.source.captured == "2024-03-05T10:00:00Z"


def test_folders_are_read_in_order_with_known_kinds_only(here: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.html", "sub/d.jpg", ".hidden/e.txt", "sub/.f.txt"):
        path = here / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<p>{TEXT}</p>" if name.endswith("html") else TEXT)
    assert [report.id for report in reports("in")] == ["a.md", "b.txt", "c.html"]
    assert count_sources(["in"]) == 3


def test_files_that_share_a_name_have_their_paths_as_ids(here: Path) -> None:
    for folder in ("x", "y"):
        (here / folder).mkdir()
        (here / folder / "a.txt").write_text(TEXT + folder)
    (here / "x" / "b.txt").write_text(TEXT)
    assert [report.id for report in reports("x", "y/a.txt")] == ["x/a.txt", "b.txt", "y/a.txt"]


def test_json_lines(here: Path) -> None:
    first = {
        "id": "r1",
        "text": TEXT,
        "title": "T",
        "published": "2024-03-05T09:00:00Z",
        "language": "en-GB",
        "url": "https://example.org/1",
        "outlet": "Example",
        "author": "Ana Lopez",
        "place": "Quito",
    }
    (here / "a.jsonl").write_bytes(
        (json.dumps(first) + "\r\n\n" + lines({"id": 7, "text": "LIMA (AP) -- " + TEXT})).encode()
    )
    one, two = reports("a.jsonl")
    assert (one.id, one.title, one.published, one.language, one.place) == (
        "r1",
        "T",
        "2024-03-05",
        "en",
        "Quito",
    )
    assert (one.url, one.outlet, one.author, one.facts) == (
        "https://example.org/1",
        "Example",
        "Ana Lopez",
        {},
    )
    assert one.source is not None
    assert one.source.content == json.dumps(first).encode()
    assert one.sha256 == hashlib.sha256(json.dumps(first).encode()).hexdigest()
    assert one.source.name == "a.jsonl:1"
    assert (two.id, two.place, two.outlet) == ("7", "LIMA", "AP")
    assert two.source is not None
    assert two.source.name == "a.jsonl:3"
    assert count_sources(["a.jsonl"]) == 3


def test_bad_lines_are_named_and_the_rest_is_read(here: Path) -> None:
    bad = '{"id": "x", "text": \n[1]\n{"id": "y"}\n{"text": "a"}\n'
    bad += '{"id": "z", "text": " "}\n{"id": null, "text": 3}\n'
    (here / "a.jsonl").write_text(bad + lines({"id": "ok", "text": TEXT}) + "{" * 5000)
    assert slugs("a.jsonl") == [
        "bad-json",
        "bad-json",
        *["missing-field"] * 2,
        "empty",
        "missing-field",
        "bad-json",
    ]
    assert [report.id for report in reports("a.jsonl")] == ["ok"]


def test_a_line_over_the_limit_is_named_and_the_next_is_read(here: Path) -> None:
    (here / "a.jsonl").write_text(lines({"id": "big", "text": "x" * 3_000_000}, {"id": "ok", "text": TEXT}))
    options = ReadOptions(max_bytes=1000)
    assert slugs("a.jsonl", options=options) == ["too-large"]
    assert [report.id for report in reports("a.jsonl", options=options)] == ["ok"]


def test_one_id_is_one_text(here: Path) -> None:
    (here / "a.jsonl").write_text(
        lines({"id": "r", "text": TEXT}, {"id": "r", "text": TEXT}, {"id": "r", "text": "O " + TEXT})
    )
    assert slugs("a.jsonl") == ["duplicate-id"]
    assert len(reports("a.jsonl")) == 2


@pytest.mark.parametrize(
    ("name", "content", "slug"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n ", "empty"),
        ("a.txt", b"\0\1\2", "binary"),
        ("a.txt", TEXT.encode() + b"caf\xe9", "wrong-encoding"),
        ("a.docx", b"PK\3\4", "unsupported-type"),
        ("a", b"PK\3\4\0\0", "unsupported-type"),
        ("a.html", b"<html></html>", "empty"),
        ("a.pdf", b"no", "damaged-pdf"),
    ],
)
def test_named_problems(here: Path, name: str, content: bytes, slug: str) -> None:
    (here / name).write_bytes(content)
    (here / "good.txt").write_text(TEXT)
    assert slugs(name, "good.txt") == [slug]
    assert reports(name, "good.txt")[-1].id == "good.txt"


def test_what_is_not_there(here: Path) -> None:
    (here / "folder").mkdir()
    assert slugs("none.txt", "folder", "a\0b") == ["not-found", "empty", "unreadable"]


def test_a_folder_without_permission_is_named(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    (here / "in").mkdir()
    monkeypatch.setattr(os, "scandir", refuse)
    assert slugs("in") == ["unreadable"]


def test_a_file_name_that_is_no_utf8(here: Path) -> None:
    (here / os.fsdecode(b"caf\xe9.txt")).write_text(TEXT)
    assert [report.id for report in reports(".")] == ["caf\ufffd.txt"]


def test_a_file_without_permission(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    (here / "a.txt").write_text(TEXT)
    monkeypatch.setattr(Path, "open", refuse)
    assert slugs("a.txt") == ["unreadable"]


def test_too_large(here: Path) -> None:
    (here / "a.txt").write_text(TEXT * 1000)
    (here / "a.html").write_text(TEXT * 1000)
    assert slugs("a.txt", "a.html", options=ReadOptions(max_bytes=90_000)) == ["too-large"] * 2
    assert slugs("a.txt", "a.html", options=ReadOptions(max_page_bytes=90_000)) == ["too-large"]


def test_files_without_suffix_are_told_by_their_content(here: Path) -> None:
    (here / "plain").write_text(TEXT)
    (here / "lines").write_text(lines({"id": "r", "text": TEXT}))
    (here / "page").write_text(f"<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>")
    (here / "report.2023-07-11").write_text(TEXT)
    found = reports("plain", "lines", "page", "report.2023-07-11")
    kinds = [report.source.media_type for report in found if report.source]
    assert kinds == ["text/plain", "application/x-ndjson", "text/html", "text/plain"]


@pytest.mark.parametrize("content", [TEXT, lines({"id": "-", "text": TEXT})])
def test_standard_input(content: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    (report,) = reports("-")
    assert (report.id, report.text) == ("-", TEXT)
    assert count_sources(["-"]) is None


def test_flags_win_over_metadata_and_text(here: Path) -> None:
    (here / "a.jsonl").write_text(lines({"id": "r", "text": "LIMA (AP) -- " + TEXT, "published": "2020"}))
    options = ReadOptions(
        published="2021-05", place="Cusco", outlet="X", author="Y", title="Z", language="en"
    )
    (report,) = reports("a.jsonl", options=options)
    assert (report.published, report.place, report.outlet, report.author, report.title) == (
        "2021-05",
        "Cusco",
        "X",
        "Y",
        "Z",
    )
    assert report.facts == {}


def test_a_year_of_metadata_is_made_finer_by_a_dateline(here: Path) -> None:
    (here / "a.jsonl").write_text(
        lines({"id": "r", "text": "LIMA, March 7 (AP) -- " + TEXT, "published": "2020"})
    )
    (report,) = reports("a.jsonl")
    assert report.published == "2020-03-07"
    assert report.text[slice(*report.facts["published"])] == "March 7"


def test_bad_dates(here: Path) -> None:
    (here / "a.jsonl").write_text(lines({"id": "r", "text": TEXT, "published": "last week"}))
    assert slugs("a.jsonl") == ["bad-date"]
    with pytest.raises(UsageError, match="published"):
        read_sources(["a.jsonl"], ReadOptions(published="2021-13"))
    with pytest.raises(UsageError, match="language"):
        read_sources(["a.jsonl"], ReadOptions(language="english"))


def test_language_without_pack(here: Path) -> None:
    (here / "a.txt").write_text(
        "Dvanáct lidí bylo zraněno, když autobus sjel ze silnice poblíž tržiště ve městě."
    )
    found = list(read_sources(["a.txt"], ReadOptions()))
    assert [getattr(each, "slug", None) for each in found] == ["no-pack", None]
    assert isinstance(found[1], Report)
    assert found[1].language == "cs"


def test_same_input_same_reports(here: Path) -> None:
    for n in range(5):
        (here / f"{n}.txt").write_text(f"{n} {TEXT}")
    options = ReadOptions(captured="2024-03-05T10:00:00Z")
    assert list(read_sources(["."], options)) == list(read_sources(["."], options))


def test_report_made_in_memory() -> None:
    report = make_report("Bus leaves road\r\n\r\n" + TEXT + "4 May 2021, Quito, Ecuador.", id="r")
    assert (report.id, report.title, report.published, report.place) == (
        "r",
        "Bus leaves road",
        "2021-05-04",
        "Quito, Ecuador",
    )
    assert report.sha256 == hashlib.sha256(report.text.encode()).hexdigest()
    assert report.source is None
