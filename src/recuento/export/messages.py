"""The fixed words of the page: one catalogue file a language, with its forms of values, dates and counts."""

import re
from functools import cache
from pathlib import Path

import msgspec
import yaml

from recuento.language.pack import decode_yaml
from recuento.model import UsageError

FOLDER = Path(__file__).parent
EDTF_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")
Value = float | int | None


class Marks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The grouping and decimal marks of numbers."""

    grouping: str
    decimal: str


class Dates(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How dates are written: patterns with {day}, {month}, {year}, {start}, {end}, and names of months."""

    day: str
    month: str
    interval: str
    months: tuple[str, ...]


class Plural(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A count in words for one and for every other number."""

    one: str
    other: str


class Messages(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A catalogue: `messages.<language>.yml`, decoded."""

    language: str
    direction: str
    numbers: Marks
    dates: Dates
    page: dict[str, str]
    filter: dict[str, str]
    table: dict[str, str]
    label: dict[str, str]
    counts: dict[str, Plural]
    values: dict[str, str]
    explained: dict[str, str]
    stands: dict[str, str]
    listing: dict[str, str]
    map: dict[str, str]
    codes: dict[str, dict[str, str]]

    def code(self, kind: str, code: str) -> str:
        """The words for a code of a list of the vocabulary; an unlisted code stands as it is."""
        return self.codes[kind].get(code, code.replace("_", " "))

    def rank(self, kind: str, code: str) -> int:
        """The place of a code in its list, which is that of the vocabulary; behind all for an unknown one."""
        codes = list(self.codes[kind])
        return codes.index(code) if code in codes else len(codes)

    def count(self, name: str, n: int) -> str:
        """A count in words: "1 report", "6 reports"."""
        plural = self.counts[name]
        return (plural.one if n == 1 else plural.other).format(n=self.number(n))

    def number(self, value: float | int) -> str:
        """A number with the marks of the language; a fraction has at most four decimals."""
        whole = f"{value:,d}" if isinstance(value, int) else f"{value:,.4f}".rstrip("0").rstrip(".")
        return whole.translate({ord(","): self.numbers.grouping, ord("."): self.numbers.decimal})

    def value(self, low: Value, high: Value, qualifier: str = "exactly") -> str:
        """A value with its bounds in words: "at least 30", "24 to 99"."""
        form = _form(low, high)
        pattern = self.values.get(f"{form}.{qualifier}", self.values[form])
        return pattern.format(
            low="" if low is None else self.number(low), high="" if high is None else self.number(high)
        )

    def date(self, edtf: str) -> str:
        """An EDTF date or interval in words; other forms of EDTF stand as they are."""
        start, slash, end = edtf.partition("/")
        if not slash:
            return self._date(edtf)
        return self.dates.interval.format(start=self._date(start), end=self._date(end))

    def _date(self, edtf: str) -> str:
        match = EDTF_DATE.fullmatch(edtf)
        if match is None or match[2] is None:
            return edtf
        pattern = self.dates.month if match[3] is None else self.dates.day
        month = self.dates.months[int(match[2]) - 1]
        return pattern.format(year=match[1], month=month, day=int(match[3] or 0))


def _form(low: Value, high: Value) -> str:
    if low is None and high is None:
        return "none"
    if low is None:
        return "to"
    if high is None:
        return "from"
    return "point" if low == high else "range"


def page_locales() -> tuple[str, ...]:
    """The languages that the page can be written in, sorted."""
    return tuple(sorted(path.name.split(".")[1] for path in FOLDER.glob("messages.*.yml")))


@cache
def load_messages(locale: str) -> Messages:
    """The catalogue of a language. Raises UsageError for an unknown one, and where the file does not fit."""
    if locale not in page_locales():
        raise UsageError(f"the page can't be written in {locale!r} (there are: {', '.join(page_locales())})")
    path = FOLDER / f"messages.{locale}.yml"
    try:
        return decode_yaml(path.read_bytes(), Messages)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise UsageError(f"{path.name}: {error}") from error
