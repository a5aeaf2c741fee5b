"""The records of the series stage: a series as loaded, and the days of it that carry a report's figures."""

from datetime import date

import msgspec


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A column of a series: what it counts, by the vocabulary, and of whom.

    `group` is the words of the mapping (null: everybody), `facets` what they state in codes of the
    vocabulary.
    """

    name: str
    measure: str
    group: str | None = None
    facets: dict[str, str] = {}


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """One row: its date, its line in the file, and the values by column; an empty cell is unknown, never 0.

    `qualifier` is that of the row where the series has such a column, else exactly.
    """

    date: date
    line: int
    values: dict[str, int | None]
    qualifier: str = "exactly"


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """A published series, in order of date: `source` is whose figures they are, never the truth of them.

    `skipped` is how many rows were left out because they were told to be.
    """

    name: str
    place: str | None
    source: str
    columns: tuple[Column, ...]
    days: tuple[Day, ...]
    skipped: int = 0


class FigureMatch(msgspec.Struct, frozen=True, kw_only=True):
    """One figure against one day: `outcome` is exact, compatible, missed (the day differs) or unknown."""

    claim: str
    number: str
    measure: str
    group: str | None
    column: str
    value: int | None
    outcome: str

    @property
    def matched(self) -> bool:
        """Whether the day carries the figure."""
        return self.outcome in ("exact", "compatible")


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """How well one day of a series carries the figures of a report.

    `exact`, `compatible` and `missed` count figures of enough digits to tell (`weighty`). `unique` is true
    for a best match that no other day of any series equals; `proposed` is then its date, as the report's
    as-of date, which a person may take or leave: it says nothing of whether the figures are true.
    """

    report: str
    series: str
    source: str
    date: date
    figures: tuple[FigureMatch, ...]
    exact: int
    compatible: int
    missed: int
    unique: bool = False
    proposed: str | None = None
