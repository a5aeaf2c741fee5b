"""PDF: the text of each page by PDFium, pages parted by a blank line."""

import re
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2.raw import FPDF_ERR_PASSWORD

from recuento.model import Problem, Source
from recuento.read.decode import canonical
from recuento.read.draft import Draft, Reading
from recuento.read.problems import problem

# PDFium writes a non-character (older: \x02) for the hyphen of a word broken at a line's end, and joins the
# halves.
BROKEN_WORD = re.compile("[\ufffe\x02]")
UNWRITTEN = re.compile("[\x00\ud800-\udfff\uffff]")


def read(source: Source, charset: str | None = None) -> Reading:
    """The text of a PDF.

    `charset` has no meaning here. Its own title, author and time of making are not believed: they are those
    of a file, mostly an older one.
    """
    try:
        document = pdfium.PdfDocument(source.content)
    except pdfium.PdfiumError as error:
        return Reading(None, (_refused(source.name, error),))
    try:
        pages = list(_pages(document))
    except (pdfium.PdfiumError, ValueError) as error:
        return Reading(None, (problem("damaged-pdf", source.name, f"a page can't be read ({error})"),))
    finally:
        document.close()
    text = "\n\n".join(page for page in pages if page)
    if not text:
        return Reading(None, (problem("pdf-without-text", source.name, f"{len(pages)} pages and no text"),))
    return Reading(Draft(text=text))


def _refused(name: str, error: pdfium.PdfiumError) -> Problem:
    if error.err_code == FPDF_ERR_PASSWORD:
        return problem("encrypted-pdf", name, "it is locked with a password")
    return problem("damaged-pdf", name, f"it is no PDF, or a damaged one ({error})")


def _pages(document: pdfium.PdfDocument) -> Iterator[str]:
    for index in range(len(document)):
        page = document[index]
        words = page.get_textpage()
        text = BROKEN_WORD.sub("", canonical(words.get_text_bounded()))
        words.close()
        page.close()
        yield UNWRITTEN.sub("", text).strip("\n")
