"""HTML pages: text, and metadata only where the page declares it."""

import pytest

from recuento.model import Problem, Report
from recuento.read import read_bytes
from recuento.read.page import evidenced_date

TEXT = (
    "<p>Twelve people were hurt when a bus left the road near the market of Exampleton, the police said.</p>"
    "<p>No cause was given, and the driver was in hospital when this report was written.</p>"
)


def read(head: str, body: str = TEXT, codec: str = "utf-8") -> Report:
    page = f"<html><head>{head}</head><body><article>{body}</article></body></html>"
    *_, report = read_bytes(page.encode(codec), name="a.html", media_type="text/html")
    assert isinstance(report, Report)
    return report


def test_declared_metadata() -> None:
    report = read(
        '<title>Bus leaves road - Example</title><meta property="og:site_name" content="Example Daily">'
        '<meta name="author" content="Ana Lopez">'
        '<meta property="article:published_time" content="2024-03-05T10:00:00Z">'
    )
    assert (report.outlet, report.author, report.published) == ("Example Daily", "Ana Lopez", "2024-03-05")
    assert report.facts == {}
    assert report.text.startswith("Twelve people")
    assert report.text.endswith("was written.")


def test_publisher_of_linked_data() -> None:
    data = '{"@graph": [{"@type": "NewsArticle", "publisher": {"name": "Example Wire"}}]}'
    assert read(f'<script type="application/ld+json">{data}</script>').outlet == "Example Wire"


@pytest.mark.parametrize(
    "head",
    [
        "<title>Bus leaves road | example.org</title>",
        '<link rel="canonical" href="https://example.org/bus">',
        '<script type="application/ld+json">{not json</script>',
    ],
)
def test_undeclared_outlet_is_not_believed(head: str) -> None:
    assert read(head).outlet is None


def test_copyright_year_is_no_date() -> None:
    assert read("<title>Bus</title>", TEXT + "<footer>© 2019 Example</footer>").published is None


def test_words_give_what_metadata_does_not() -> None:
    report = read("", "<p>DAYTON, Ohio (AP) -- Two people died.</p>" + TEXT)
    assert report.place == "DAYTON, Ohio"
    assert report.text[slice(*report.facts["place"])] == "DAYTON, Ohio"


@pytest.mark.parametrize(
    ("date", "markup", "wanted"),
    [
        ("2014-03-01", "Posted March 1, 2014", "2014-03-01"),
        ("2014-03-01", '<time datetime="2014-03-01T08:00">', "2014-03-01"),
        ("2014-03-01", "1 de marzo de 2014", "2014-03-01"),
        ("2014-03-01", "Posted March 2014", "2014-03"),
        ("2014-01-01", '<meta name="date" content="2014">', "2014"),
        ("2014-03-02", "", "2014-03-02"),
        (None, "", None),
    ],
)
def test_a_filled_in_first_of_the_month_is_taken_back(
    date: str | None, markup: str, wanted: str | None
) -> None:
    assert evidenced_date(date, markup) == wanted


def test_declared_charset_before_a_guess() -> None:
    report = read(
        '<meta charset="iso-8859-1">', "<p>Twelve people were hurt in São Exemplo.</p>" + TEXT, "latin-1"
    )
    assert "São Exemplo" in report.text


@pytest.mark.parametrize("page", [b"<html><body></body></html>", b"<p>", b"<div>" * 50_000])
def test_page_without_text_is_named(page: bytes) -> None:
    (found,) = read_bytes(page, name="a.html", media_type="text/html")
    assert isinstance(found, Problem)
    assert found.slug == "empty"


def test_declaration_of_xhtml() -> None:
    page = f'<?xml version="1.0" encoding="utf-8"?><html><body>{TEXT}</body></html>'.encode()
    (report,) = read_bytes(page, name="a.xhtml", media_type="application/xhtml+xml")
    assert isinstance(report, Report)
