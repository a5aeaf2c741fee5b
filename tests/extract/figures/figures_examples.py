"""Reading made-up texts with the whole stage, for the tests of its rules."""

from recuento.extract import extract
from recuento.language import load_pack
from recuento.model import Figure, Report
from recuento.vocabulary import load_profile

PUBLISHED = "2024-05-14"


def read(text: str, *, published: str | None = PUBLISHED, title: str | None = None) -> list[Figure]:
    """The figures of a text."""
    report = Report(id="example", text=text, published=published, title=title, language="en")
    return [c for c in extract(report, load_pack("en"), load_profile()) if isinstance(c, Figure)]


def told(text: str) -> list[tuple[str, str]]:
    """(number, measure) of each figure of a text."""
    return [(figure.number, figure.measure) for figure in read(text)]


def one(text: str, *, published: str | None = PUBLISHED) -> Figure:
    """The only figure of a text."""
    [figure] = read(text, published=published)
    return figure
