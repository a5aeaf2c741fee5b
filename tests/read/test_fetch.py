"""Fetching an address: only when one is given, within limits, from a server on this machine."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from recuento.model import Problem, Report
from recuento.read import ReadOptions, read_sources

PAGE = (
    b"<html><body><p>Twelve people were hurt in S\xe3o Exemplo when the bus left the road.</p></body></html>"
)


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
            self.end_headers()
            return
        self.send_response(404 if self.path == "/none" else 200)
        self.send_header("Content-Type", "text/html; charset=iso-8859-1")
        self.end_headers()
        self.wfile.write(PAGE * (1000 if self.path == "/big" else 1))

    def log_message(self, format: str, *args: object) -> None:
        """Keeps the test's output clean."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


def read(locator: str) -> Report | Problem:
    (found,) = read_sources([locator], ReadOptions(timeout=5, max_bytes=10_000))
    return found


def test_a_page(address: str) -> None:
    report = read(f"{address}/page")
    assert isinstance(report, Report)
    assert report.id == report.url == f"{address}/page"
    assert "São Exemplo" in report.text
    assert report.source is not None
    assert report.source.content == PAGE


@pytest.mark.parametrize(
    ("path", "slug"), [("/none", "fetch-failed"), ("/away", "fetch-failed"), ("/big", "too-large")]
)
def test_named_failures(address: str, path: str, slug: str) -> None:
    found = read(address + path)
    assert isinstance(found, Problem)
    assert found.slug == slug
    assert address in found.message


@pytest.mark.parametrize("locator", ["http://127.0.0.1:1/", "http://", "https://[bad/"])
def test_addresses_that_lead_nowhere(locator: str) -> None:
    found = read(locator)
    assert isinstance(found, Problem)
    assert found.slug == "fetch-failed"
