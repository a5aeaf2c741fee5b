"""The example reports that ship with the program: all there, all invented, and readable."""

import json

import pytest

from recuento.examples import REPORTS, example_paths
from recuento.model import Report
from recuento.read import ReadOptions, read_sources

DISCLAIMER = "do not exist"


def read() -> list[Report]:
    options = ReadOptions(captured="2024-10-01T00:00:00Z")
    found = list(read_sources([str(path) for path in example_paths()], options))
    assert all(isinstance(each, Report) for each in found), found
    return [each for each in found if isinstance(each, Report)]


def test_every_file_of_the_folder_is_an_example_in_order() -> None:
    paths = example_paths()
    assert len(paths) == 6
    assert list(paths) == sorted(path for path in REPORTS.iterdir() if path.is_file())


@pytest.mark.parametrize("path", example_paths(), ids=lambda path: path.name)
def test_each_says_that_it_is_invented(path: object) -> None:
    assert str(getattr(path, "name", "")).startswith("invented-")
    for line in REPORTS.joinpath(str(getattr(path, "name", ""))).read_text(encoding="utf-8").split("\n"):
        if line.startswith("{"):
            assert DISCLAIMER in json.loads(line)["text"]
    assert all(DISCLAIMER in report.text for report in read())


def test_they_are_read_without_problems_and_are_short_and_of_2024() -> None:
    reports = read()
    assert len(reports) == 7
    for report in reports:
        assert report.language == "en"
        assert (report.published or "").startswith("2024-")
        assert 80 <= len(report.text.split()) <= 250, report.id
