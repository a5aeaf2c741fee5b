"""From a draft to a report.

The language, then the facts from flags, metadata and the text's own words, in that order.
"""

import hashlib
import re
from typing import NamedTuple

from recuento.language import pack_languages
from recuento.model import Problem, Report, Source
from recuento.read.dates import is_day
from recuento.read.decode import canonical
from recuento.read.draft import Draft
from recuento.read.facts import read_facts, title_of
from recuento.read.language import detect, language_code
from recuento.read.options import DEFAULTS, ReadOptions
from recuento.read.problems import problem

DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?", re.S)


class Finished(NamedTuple):
    """A report, and the problems that it carries."""

    report: Report
    problems: tuple[Problem, ...]


def edtf_date(value: str | None) -> str | None:
    """A date of metadata as EDTF (the time of day dropped), or None where it is no such date."""
    match = DATE.fullmatch((value or "").strip())
    if match is None or not is_day(int(match[1]), int(match[2] or 1), int(match[3] or 1)):
        return None
    return "-".join(part for part in match.groups() if part)


def finish(draft: Draft, *, id: str, source: Source | None, options: ReadOptions) -> Finished:
    """The report of a draft, with the problems `no-pack` and `bad-date` where they arise."""
    language = language_code(options.language) or language_code(draft.language) or detect(draft.text)
    declared = options.published or draft.published
    known = edtf_date(declared)
    year = int(known) if known and len(known) == 4 else None
    values, spans = read_facts(draft.text, language, title=draft.title, year=year)
    title = options.title or draft.title or title_of(draft.text, spans.values())
    fields: dict[str, str | None] = {
        "published": known,
        "place": options.place or draft.place,
        "author": options.author or draft.author,
        "outlet": options.outlet or draft.outlet,
    }
    # A year that is given and a day that is written with it ("March 7") make a date; nothing else given is
    # touched.
    finer = year is not None and values.get("published", "").startswith(f"{year}-")
    taken = {name for name in spans if fields[name] is None or (name == "published" and finer)}
    fields |= {name: values[name] for name in taken}
    report = Report(
        id=id,
        text=draft.text,
        title=title,
        language=language,
        url=options.url or draft.url,
        sha256=source.sha256
        if source
        else hashlib.sha256(draft.text.encode("utf-8", "surrogatepass")).hexdigest(),
        facts={name: spans[name] for name in sorted(taken)},
        source=source,
        **fields,
    )
    return Finished(
        report, _problems(report, source.name if source else id, declared if known is None else None)
    )


def _problems(report: Report, name: str, bad_date: str | None) -> tuple[Problem, ...]:
    found = []
    if bad_date:
        found.append(problem("bad-date", name, f"published is {bad_date!r}"))
    if report.language not in pack_languages():
        found.append(problem("no-pack", name, f"the language is {report.language or 'not known'}"))
    return tuple(found)


def make_report(text: str, *, id: str = "text", options: ReadOptions = DEFAULTS) -> Report:
    """A report made in memory, without a frozen source; its problems, if any, are left aside.

    `sha256` is that of the canonical text in UTF-8.
    """
    return finish(Draft(text=canonical(text)), id=id, source=None, options=options).report
