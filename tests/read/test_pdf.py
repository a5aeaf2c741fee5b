"""PDF: pages as text, and the named problems."""

from recuento.model import Problem, Report
from recuento.read import read_bytes


def pdf(*pages: str, trailer: str = "") -> bytes:
    """A small PDF with a line of text a page; `trailer` goes into its trailer dictionary."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    font = "/Resources<</Font<</F1 3 0 R>>>>"
    for number, words in enumerate(pages):
        stream = f"BT /F1 12 Tf 20 100 Td ({words}) Tj ET" if words else ""
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 200]/Contents {5 + 2 * number} 0 R{font}>>",
            f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        ]
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end = f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{len(body)}\n%%EOF"
    return body + (head + end).encode()


def read(content: bytes) -> Report | Problem:
    *_, found = read_bytes(content, name="a.pdf", media_type="application/pdf")
    return found


def slug(content: bytes) -> str:
    found = read(content)
    assert isinstance(found, Problem)
    assert "a.pdf" in found.message
    return found.slug


def test_pages_are_parted_by_a_blank_line() -> None:
    report = read(pdf("Twelve people were hurt when the bus left the road.", "No cause was given."))
    assert isinstance(report, Report)
    assert report.text == "Twelve people were hurt when the bus left the road.\n\nNo cause was given."


def test_encrypted() -> None:
    lock = "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + "11" * 32 + ">/U<" + "22" * 32 + ">>>"
    assert slug(pdf("Twelve people.", trailer=lock)) == "encrypted-pdf"


def test_damaged() -> None:
    assert slug(b"%PDF-1.4\nnothing more") == "damaged-pdf"


def test_without_text() -> None:
    assert slug(pdf("")) == "pdf-without-text"
