"""The ledger stage: claims kept for good, with their sources and a record of every write. See README.md."""

from recuento.ledger.add import Added, RefusedError
from recuento.ledger.check import SLUGS, Finding
from recuento.ledger.claims import ClaimFilter, StoredClaim
from recuento.ledger.history import Event
from recuento.ledger.ledger import Ledger, open_ledger
from recuento.ledger.reports import StoredReport
from recuento.ledger.series import Series, SeriesRow, StoredSeries
from recuento.ledger.verify import Verification

__all__ = [
    "SLUGS",
    "Added",
    "ClaimFilter",
    "Event",
    "Finding",
    "Ledger",
    "RefusedError",
    "Series",
    "SeriesRow",
    "StoredClaim",
    "StoredReport",
    "StoredSeries",
    "Verification",
    "open_ledger",
]
