"""Whose dispatch a report prints or relays: marks of syndication, and sources that it relays."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from recuento.link.words import LinkWords, articles, link_words
from recuento.model import Report

SHORTEST_OUTLET = 4  # letters: a shorter name of an outlet is too often a word
NAME_WORD = r"[A-ZÀ-Þ][\w&'’-]*+"
BETWEEN = r"[\s\"“”'(]{1,3}"  # between "citing" and a name


class Origin(NamedTuple):
    """Whose words a report gives: the code or folded name of an agency or outlet, how it is told, and where.

    `kind` is own (it is theirs), syndicated (printed under their mark) or relayed (told after them).
    """

    name: str
    kind: str
    words: str


def origin_of(report: Report, outlets: Mapping[str, str]) -> Origin | None:
    """The origin that a report names first, its own outlet if it names none, or None.

    `outlets` are the outlets of the reports by their codes (`outlet_codes`). Can be wrong where a report
    tells an agency's words beside what its own writer saw.
    """
    words = link_words(report.language)
    found = [*_marked(report, words), *_relayed(report, words, outlets)]
    if found:
        return min(found, key=lambda pair: pair[0])[1]
    own = report.outlet
    return Origin(_code(own, words), "own", own) if own else None


def outlet_codes(reports: Iterable[Report]) -> dict[str, str]:
    """The outlets of reports by the code under which others name them."""
    return {_code(one.outlet, link_words(one.language)): one.outlet for one in reports if one.outlet}


def _marked(report: Report, words: LinkWords) -> list[tuple[int, Origin]]:
    """Marks such as "(AP)", "EFE -" at the head, or an agency as author or outlet."""
    told = [report.outlet, report.author]
    found = [
        (-1, Origin(_code(name, words), "syndicated", name))
        for name in told
        if name is not None and _code(name, words) in words.agencies
    ]
    pattern = _mark_pattern(report.language)
    for match in pattern.finditer(report.text) if pattern is not None else ():
        name = match["bracketed"] or match["dashed"]
        found.append((match.start(), Origin(_code(name, words), "syndicated", match.group().strip())))
    return found


def _relayed(report: Report, words: LinkWords, outlets: Mapping[str, str]) -> list[tuple[int, Origin]]:
    """Names of agencies and other outlets beside the words of a relay: "citing X", "X reported"."""
    pattern = _relay_pattern(report.language)
    own = _code(report.outlet, words) if report.outlet else ""
    found = []
    for match in pattern.finditer(report.text) if pattern is not None else ():
        name = _known(match["from"], words, outlets, first=True) or _known(
            match["by"], words, outlets, first=False
        )
        if name is not None and name != own:
            found.append((match.start(), Origin(name, "relayed", " ".join(match.group().split()))))
    return found


def _known(run: str | None, words: LinkWords, outlets: Mapping[str, str], *, first: bool) -> str | None:
    """The code of the longest name, at the one end of a run of capitalised words, that is known."""
    parts = (run or "").split()
    for length in range(len(parts), 0, -1):
        name = " ".join(parts[:length] if first else parts[-length:])
        code = _code(name, words)
        if code in words.agencies or (code in outlets and len(code) >= SHORTEST_OUTLET):
            return code
    return None


@cache
def _relay_pattern(language: str | None) -> re.Pattern[str] | None:
    words = link_words(language)
    if not words.relayed_from or not words.relayed_by:
        return None
    before, after = _either(words.relayed_from), _either(words.relayed_by)
    name = rf"{NAME_WORD}(?:\s+(?:{_either(words.name_links)}\s+)?{NAME_WORD}){{0,4}}"
    article = rf"(?:{_either(articles())}\s+)?"
    return re.compile(
        rf"\b(?i:{before}){BETWEEN}{article}(?P<from>{name})|(?P<by>{name})[\s,]+(?i:{after})\b"
    )


def _either(words: Sequence[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


@cache
def _mark_pattern(language: str | None) -> re.Pattern[str] | None:
    forms = [form for names in link_words(language).agencies.values() for form in names]
    if not forms:
        return None
    name = _either(forms)
    dashed = rf"^(?:[^\n]{{0,40}}[,.]\s*)?(?P<dashed>{name})\s*[-–—]"
    return re.compile(rf"\((?P<bracketed>{name})\)|{dashed}", re.M)


def _code(name: str, words: LinkWords) -> str:
    """The code of an agency, or the folded name of an outlet."""
    folded = " ".join(name.casefold().split())
    article = next((f"{each} " for each in articles() if folded.startswith(f"{each} ")), "")
    folded = folded.removeprefix(article)
    for code, forms in words.agencies.items():
        if folded in {form.casefold() for form in forms}:
            return code
    return folded
