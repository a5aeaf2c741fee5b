"""Invented reports with their claims for the tests of linking, copies and judgements."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from recuento.link import Linked, link
from recuento.model import Claim, IncidentAccount, Judgement, Report
from recuento.pipeline import extract_claims


class Text(NamedTuple):
    """A report before it is read."""

    id: str
    published: str
    words: str
    outlet: str | None = None


BRIDGE = [
    Text(
        "bridge-0",
        "2031-05-12",
        "Two men were shot dead on the Tamar bridge in Orlan on Sunday night, police said. A third man, "
        "34, was "
        "wounded in the shoulder. Officers closed Quay Street for four hours.",
    ),
    Text(
        "bridge-1",
        "2031-05-13",
        "ORLAN - Police named the two men killed on the Tamar bridge on Sunday as Ilo Varga and Pell "
        "Sander. A "
        "34-year-old man remains in the Orlan hospital with a shoulder wound. Quay Street was open again.",
    ),
    Text(
        "bridge-2",
        "2031-05-16",
        "A suspect was arrested in Orlan on Thursday over the killing of Ilo Varga and Pell Sander, who "
        "were shot "
        "on the Tamar bridge last Sunday. A third man, aged 34, was wounded.",
    ),
]
MARKET = [
    Text(
        "market-0",
        "2031-05-12",
        "A bomb in the fish market of Dessa killed nine people and injured 21 on Sunday, the health ministry "
        "said. The blast broke the windows of the customs house.",
    ),
    Text(
        "market-1",
        "2031-05-13",
        "DESSA - The health ministry said that nine people were killed and 23 injured by the bomb in the "
        "fish "
        "market of Dessa on Sunday. Stalls near the customs house burned.",
    ),
]


def report_of(text: Text) -> Report:
    """The report of a text."""
    return Report(id=text.id, text=text.words, published=text.published, outlet=text.outlet, language="en")


def reports_of(texts: Sequence[Text]) -> list[Report]:
    """The reports of texts."""
    return [report_of(text) for text in texts]


@cache
def claims_of(text: Text) -> tuple[Claim, ...]:
    """What the program reads in a text."""
    return extract_claims(report_of(text), "press")


def linked(texts: Sequence[Text], judgements: Sequence[Judgement] = ()) -> Linked:
    """The incidents of texts."""
    return link(reports_of(texts), [c for text in texts for c in claims_of(text)], judgements=judgements)


def accounts_of(texts: Sequence[Text]) -> list[IncidentAccount]:
    """The account that each text is about."""
    accounts = linked(texts).accounts
    return [
        next(account for account in accounts if account.reports == (text.id,) and account.role == "main")
        for text in texts
    ]


def judged(left: IncidentAccount, right: IncidentAccount, verdict: str) -> list[Judgement]:
    """A judgement of two accounts by one person."""
    return [
        Judgement(
            left=left.claims[0],
            right=right.claims[0],
            verdict=verdict,
            author="Ana",
            reason="Read both.",
            judged="2031-06-01T10:00:00.000+00:00",
        )
    ]
