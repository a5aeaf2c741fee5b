"""HTML pages.

The main text by trafilatura, with title, date, author and outlet where the page declares them.
"""

import json
import logging
import re
from typing import Any

import trafilatura

from recuento.model import Source
from recuento.read.decode import canonical, decode
from recuento.read.draft import Draft, Reading
from recuento.read.problems import problem

# Without a handler of its own a library's warnings go to standard error, among the named problems.
for library in ("trafilatura", "htmldate"):
    logging.getLogger(library).addHandler(logging.NullHandler())

META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]*encoding\s*=\s*[\"']([\w.:-]+)", re.I)
BODY = re.compile(r"<(?:html|body|head)\b", re.I)
HEAD = 4096
DEEPEST = 6
# Fixed dates, not today's: the same page must give the same report next year.
DATES = {"original_date": True, "extensive_search": False, "min_date": "1950-01-01", "max_date": "2100-01-01"}
OUTLET_METAS = ("og:site_name", "application-name", "publisher", "dc.publisher", "article:publisher")


def declared_charset(content: bytes) -> str | None:
    """The encoding that a page declares in its first bytes.

    UTF-16 there is untrue, since the bytes could be read.
    """
    head = content[:HEAD]
    found = META_CHARSET.search(head) or XML_CHARSET.search(head)
    label = found.group(1).decode("ascii", "replace") if found else None
    return "utf-8" if label and label.lower().startswith("utf-16") else label


def read(source: Source, charset: str | None = None) -> Reading:
    """The main text and metadata of a page; `charset` is the encoding that the server declared."""
    text, trouble = decode(source.content, source.name, charset or declared_charset(source.content))
    if text is None:
        return Reading(None, (trouble,) if trouble else ())
    draft = draft_of(text, source.name)
    problems = [trouble] if trouble else []
    if draft is None:
        problems.append(problem("empty", source.name, "the page has no main text"))
    return Reading(draft, tuple(problems))


def draft_of(markup: str, name: str) -> Draft | None:
    """The draft of a page given as text, or None where no text can be found in it."""
    markup = XML_DECLARATION.sub("", markup)
    # A bare fragment, as e-mail and feeds hold, is refused unless it stands in a body.
    tree = trafilatura.load_html(markup if BODY.search(markup) else f"<html><body>{markup}</body></html>")
    if tree is None:
        return None
    outlet = declared_outlet(tree)
    address = name if name.startswith(("http://", "https://")) else None
    found = _extracted(tree, address)
    if found is None:
        return None
    return Draft(
        text=found.text,
        title=found.title or None,
        published=evidenced_date(found.date, markup),
        author=found.author or None,
        outlet=outlet,
        url=address or found.url or None,
    )


def _extracted(tree: Any, address: str | None) -> Any:
    # The document's text is None for a page with less than a paragraph.
    try:
        found: Any = trafilatura.bare_extraction(
            tree, url=address, with_metadata=True, include_comments=False, date_extraction_params=dict(DATES)
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    if found is None or not (found.text or "").strip():
        return None
    found.text = canonical(found.text)
    return found


def declared_outlet(tree: Any) -> str | None:
    """The outlet that the page itself declares, or None.

    A host name or a part of the title is not believed.
    """
    metas = {
        (meta.get("property") or meta.get("name") or "").lower(): (meta.get("content") or "").strip()
        for meta in reversed(tree.findall(".//meta"))
    }
    for key in OUTLET_METAS:
        if metas.get(key) and "://" not in metas[key]:
            return metas[key]
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        name = _publisher(_json(script.text or ""))
        if name:
            return name
    return None


def _json(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _publisher(data: Any, depth: int = 0) -> str | None:
    """The name of the publisher in JSON-LD, looked for in lists and graphs to a sane depth."""
    if isinstance(data, list) and depth < DEEPEST:
        return next((name for item in data if (name := _publisher(item, depth + 1))), None)
    if not isinstance(data, dict):
        return None
    publisher: Any = data.get("publisher")
    if isinstance(publisher, list) and publisher:
        publisher = publisher[0]
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    if isinstance(name, str) and name.strip() and "://" not in name:
        return name.strip()
    return _publisher(data.get("@graph"), depth + 1)


def evidenced_date(date: str | None, markup: str) -> str | None:
    """The date as exact as the page shows it: a first of the month that stands nowhere was only filled in."""
    if not date or not re.fullmatch(r"\d{4}-\d\d-01", date):
        return date or None
    year, month, _ = date.split("-")
    m = rf"0?{int(month)}"
    day_shown = (
        rf"{year}\W?{month}\W?01|\b0?1\W{m}\W{year}|\b{m}\W0?1\W{year}"
        rf"|\b0?1[^\W\d]{{0,2}}\.?\s+(?:[^\W\d]{{1,3}}\s+)?[^\W\d]{{1,20}}\.?,?\s+(?:[^\W\d]{{1,3}}\s+)?{year}"
        rf"|\b[^\W\d]{{1,20}}\.?\s+0?1[^\W\d]{{0,2}},?\s+{year}"
    )
    if re.search(day_shown, markup):
        return date
    month_shown = rf"{year}\W{month}\b|\b{m}\W{year}|\b[^\W\d_]{{3,20}}\.?,?\s+(?:[^\W\d]{{2}}\s+)?{year}"
    return f"{year}-{month}" if month != "01" or re.search(month_shown, markup) else year
