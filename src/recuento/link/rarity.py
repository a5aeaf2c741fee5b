"""How rare a term is among the reports of a batch, sensible for ten reports as for a hundred thousand."""

import math

from recuento.gazetteer import open_gazetteer
from recuento.link.terms import NAME, NUMBER, WORD
from recuento.link.words import LinkWords

# What is known of a term before the batch is seen weighs as much as this many reports. Swept 50-2,000 on
# cross-validated incidents: B-cubed F1 within .003, so chosen for small batches.
BEFORE = 300
# The share of reports that hold a term of each kind, before the batch is seen.
EVERYWHERE, COMMON = 0.5, 0.1
WIDE_PLACE = 0.1  # a country, a region, a people: what a whole ledger may be about
SHARES = {WORD: 0.01, NAME: 0.002, NUMBER: 0.005}
WIDE = ("country", "larger", "adm1")
RARE_NAME, RARE_NUMBER = 4.0, 3.5  # rarity (natural logarithm) above which a shared one is evidence


def share_before(term: str, kind: int, words: LinkWords) -> float:
    """The share of reports that hold a term, as known before the batch is seen."""
    if kind == NAME and names_wide_place(term):
        return WIDE_PLACE
    if term in words.everywhere:
        return EVERYWHERE
    return COMMON if term in words.common else SHARES[kind]


def names_wide_place(term: str) -> bool:
    """Whether a name is first of all that of a country, a region, a province or a people."""
    gazetteer = open_gazetteer()
    name = term.title()
    if gazetteer.demonym(name) is not None:
        return True
    found = gazetteer.lookup(name)
    return bool(found) and found[0].precision in WIDE


def rarity(reports: int, holding: int, before: float) -> float:
    """The rarity of a term: minus the logarithm of the share of reports that hold it, smoothed."""
    return -math.log((holding + BEFORE * before) / (reports + BEFORE))
