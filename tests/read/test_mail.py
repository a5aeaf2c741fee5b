"""E-mail."""

from recuento.model import Problem, Report
from recuento.read import read_bytes


def read(content: bytes) -> list[Report | Problem]:
    return list(read_bytes(content, name="a.eml", media_type="message/rfc822"))


def test_plain_message() -> None:
    (report,) = read(
        b"From: Ana Lopez <ana@example.org>\r\nSubject: Bus leaves road\r\n"
        b"Date: Tue, 5 Mar 2024 23:30:00 -0500\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\n"
        b"Twelve people were hurt in the town of S\xe3o Exemplo.\r\n"
    )
    assert isinstance(report, Report)
    assert report.text == "Twelve people were hurt in the town of São Exemplo.\n"
    assert (report.title, report.author, report.published) == ("Bus leaves road", "Ana Lopez", "2024-03-05")


def test_html_message() -> None:
    (report,) = read(
        b"Subject: Bus\r\nContent-Type: text/html\r\n\r\n"
        b"<p>Twelve people were hurt when the bus left the road.</p>"
    )
    assert isinstance(report, Report)
    assert report.text.strip() == "Twelve people were hurt when the bus left the road."


def test_damaged_headers_do_not_raise() -> None:
    found = read(
        b"Subject: =?bad?q?x\r\nDate: nonsense\r\nFrom: <<>>,,\r\n\r\nTwelve people were hurt today."
    )
    assert isinstance(found[-1], Report)
    assert found[-1].published is None


def test_message_without_text() -> None:
    (found,) = read(b"Subject: x\r\nContent-Type: image/png\r\n\r\nabc")
    assert isinstance(found, Problem)
    assert found.slug == "empty"
