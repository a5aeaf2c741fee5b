"""What an account shows that can be compared: its words, times, place, ages, counts, kind and actors."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from recuento.link.terms import Terms, Vocabulary, terms_of
from recuento.link.words import ages_in
from recuento.model import Claim, Figure, Incident, IncidentAccount, Report
from recuento.relations.dates import read_interval

CLEAR_DAYS = 40  # a date wider than this (a season, a year) is no date to compare
COUNTED = ("killed", "injured")  # the measures whose counts are compared


class Days(NamedTuple):
    """A stretch of days as ordinals, both ends included."""

    first: int
    last: int


class Evidence(NamedTuple):
    """What is compared of one account. `counts` are the exact values by measure; None is not known.

    `leads` tells that its report is about it.
    """

    account: IncidentAccount
    leads: bool
    language: str | None
    terms: Terms
    ages: frozenset[int]
    when: Days | None
    published: Days | None
    counts: Mapping[str, frozenset[int]]
    actors: frozenset[str]


class Witness:
    """Shows what accounts hold, the words of all in one vocabulary."""

    def __init__(self, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> None:
        self._claims = claims
        self._reports = reports
        self.vocabulary = Vocabulary()

    def evidence(self, account: IncidentAccount, *, leads: bool) -> Evidence:
        """The evidence of an account of one report: one that leads shows the whole text, others passages.

        Without the report's text only the words of claims are shown.
        """
        own = [self._claims[claim] for claim in account.claims if claim in self._claims]
        report = self._reports.get(account.reports[0])
        text = _text(own, report, whole=leads)
        language = report.language if report is not None else None
        return Evidence(
            account=account,
            leads=leads,
            language=language,
            terms=terms_of(text, self.vocabulary),
            ages=ages_in(text, language),
            when=days_of(account.when),
            published=days_of(report.published if report is not None else None),
            counts={measure: _counts(own, measure) for measure in COUNTED},
            actors=frozenset(
                claim.actor.name.casefold()
                for claim in own
                if isinstance(claim, Figure | Incident) and claim.actor is not None
            ),
        )


def days_of(edtf: str | None) -> Days | None:
    """The days of a date narrow enough to compare, or None."""
    interval = read_interval(edtf)
    if interval is None or interval.first is None or interval.last is None:
        return None
    days = Days(interval.first.toordinal(), interval.last.toordinal())
    return days if days.last - days.first < CLEAR_DAYS else None


def _text(own: Sequence[Claim], report: Report | None, *, whole: bool) -> str:
    if report is None:
        return "\n".join(claim.quote for claim in own)
    if whole:
        title = report.title or ""
        return report.text if title in report.text else f"{title}\n{report.text}"
    lines = {_line(report.text, claim.start) for claim in own}
    return "\n".join(report.text[start:end] for start, end in sorted(lines))


def _line(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def _counts(own: Sequence[Claim], measure: str) -> frozenset[int]:
    return frozenset(
        int(claim.low)
        for claim in own
        if isinstance(claim, Figure) and claim.measure == measure and claim.low is not None
    )
