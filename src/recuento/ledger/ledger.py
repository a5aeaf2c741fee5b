"""The ledger as the other parts of the program meet it."""

from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.engine import URL

from recuento.ledger.add import Added, add_reading, has_input, prepare
from recuento.ledger.claims import ClaimFilter, StoredClaim, find_claim, list_claims
from recuento.ledger.history import Event, claim_history
from recuento.ledger.judgements import add_judgements, list_judgements
from recuento.ledger.reports import StoredReport, count_rows, find_source, list_reports
from recuento.ledger.series import Series, SeriesRow, StoredSeries, add_series, list_series, series_rows
from recuento.ledger.store import connect, parse_url, shown, translated
from recuento.ledger.verify import Progress, Verification, verify_ledger
from recuento.model import Claim, Judgement, Problem, Report, Source, UsageError

EVERYTHING = ClaimFilter()


def open_ledger(url: str, *, create: bool = True) -> "Ledger":
    """The ledger at a path, `sqlite:///path` or `postgresql://...`, made or migrated where that is needed.

    Raises LedgerError where there is none and `create` is false, or where the store is something else, is of
    a newer version of the program, or can't be reached, read or written.
    """
    parsed = parse_url(url)
    return Ledger(connect(parsed, create=create), parsed)


class Ledger:
    """Claims kept for good. Use it in a `with` statement, or `close` it.

    Any method raises LedgerError where the store fails: locked for too long, not writable, damaged, gone.
    """

    def __init__(self, engine: Engine, url: URL) -> None:
        self._engine = engine
        self._url = url

    @property
    def address(self) -> str:
        """Where the ledger is, as a person may see it (no password)."""
        return shown(self._url)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store. Everything that was added is kept already."""
        self._engine.dispose()

    def add(
        self, report: Report, claims: Sequence[Claim], problems: Sequence[Problem] = (), *, version: str
    ) -> Added:
        """Keep what a version of the program read in a report: in one transaction, all of it or nothing.

        `version` is the program's, and whatever else the reading depends on after a `+` ("0.2.0+press").
        Writes nothing where the ledger holds this very reading, or one of the report by a newer program.
        Otherwise the new reading supersedes the former one of the same report (same id, same source bytes),
        which stays. Raises RefusedError where a span does not cut its words, the source's bytes lack their
        digest, a claim stands twice or a character can't be stored.
        """
        incoming = prepare(report, claims, problems, version)
        with translated(self._url):
            return add_reading(self._engine, incoming)

    def has_reading(self, report: Report, version: str) -> bool:
        """Whether `add` would find this report, text and metadata read by this version or a newer program."""
        with translated(self._url):
            return has_input(self._engine, report, version)

    def claims(self, wanted: ClaimFilter = EVERYTHING) -> Iterator[StoredClaim]:
        """The claims that fit, as a stream: report by report in the order they came, each in the order of its
        text.

        Raises UsageError where a date of the filter is none.
        """
        with translated(self._url):
            yield from list_claims(self._engine, wanted)

    def claim(self, prefix: str) -> StoredClaim:
        """The one claim whose id begins with four or more digits, as the latest reading that holds it has it.

        Raises UsageError where none or several fit.
        """
        with translated(self._url):
            return find_claim(self._engine, prefix)

    def history(self, prefix: str) -> list[Event]:
        """What happened to a claim, oldest first. Raises UsageError as `claim` does."""
        with translated(self._url):
            return claim_history(self._engine, prefix)

    def reports(self) -> Iterator[StoredReport]:
        """The reports in the order they came, with the text and metadata of their current readings."""
        with translated(self._url):
            yield from list_reports(self._engine)

    def report(self, report_id: str) -> StoredReport:
        """The report with that id: the one that came last where several sources were given the same id.

        Raises UsageError where there is none.
        """
        with translated(self._url):
            found = list(list_reports(self._engine, report_id))
        if not found:
            raise UsageError(f"no report {report_id!r} in the ledger")
        return found[-1]

    def source(self, sha256: str) -> Source:
        """The frozen source with that SHA-256, as first captured. Raises UsageError where there is none."""
        with translated(self._url):
            return find_source(self._engine, sha256)

    def judge(self, judgements: Sequence[Judgement]) -> int:
        """Keep what a person decided of accounts, all in one transaction; how many rows were written.

        Raises RefusedError where a verdict is none, or nobody or no reason is named.
        """
        with translated(self._url):
            return add_judgements(self._engine, judgements)

    def judgements(self) -> Iterator[Judgement]:
        """Every judgement in the order in which they were made; of a pair, the last one stands."""
        with translated(self._url):
            yield from list_judgements(self._engine)

    def add_series(self, series: Series, rows: Sequence[SeriesRow]) -> int:
        """Keep one capture of a reference series; how many rows were written (none where it is known).

        Raises RefusedError where the source's bytes lack their digest.
        """
        with translated(self._url):
            return add_series(self._engine, series, rows)

    def series(self, *, superseded: bool = False) -> Iterator[StoredSeries]:
        """The series in the order they came, by default only the latest capture of each name."""
        with translated(self._url):
            yield from list_series(self._engine, superseded=superseded)

    def series_rows(self, name_or_id: str) -> Iterator[SeriesRow]:
        """The rows of a series in its order: the latest capture of a name, or the capture with an id.

        Raises UsageError where there is none.
        """
        with translated(self._url):
            yield from series_rows(self._engine, name_or_id)

    def counts(self) -> dict[str, int]:
        """How many rows each table holds, and `current_claims`: those that no later reading superseded."""
        with translated(self._url):
            return count_rows(self._engine)

    def verify(self, progress: Progress | None = None) -> Verification:
        """Prove the chain, all that it seals, the sources' bytes and every claim's words; what differs is
        returned.

        `progress` is called now and then with the links looked at and the links in all.
        """
        with translated(self._url):
            return verify_ledger(self._engine, progress)
