"""From options to an open ledger and a filter of its claims."""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from recuento.cli.exits import say
from recuento.cli.options import Filtered, Kept
from recuento.cli.output import Format, View, show
from recuento.ledger import ClaimFilter, Ledger, open_ledger
from recuento.model import UsageError
from recuento.series.spec import MEASURES
from recuento.settings import load_settings

T = TypeVar("T")


def opened(options: Kept) -> Ledger:
    """The ledger that the options or the settings name. Raises LedgerError where there is none."""
    return open_ledger(options.ledger or load_settings().ledger, create=False)


def show_fitting(records: Iterable[T], view: View[T], wanted: Format | None) -> None:
    """Print records that a filter took; where it took none, say so: a code may be misspelt."""
    if not show(records, view, wanted):
        say("nothing fits")


def claim_filter(options: Filtered) -> ClaimFilter:
    """The filter of the options: every option that the filter knows by the same name.

    Raises UsageError for a measure that there is none of.
    """
    if options.measure is not None and options.measure not in MEASURES:
        raise UsageError(f"--measure {options.measure}: no such measure (there are: {', '.join(MEASURES)})")
    known = {field.name for field in msgspec.structs.fields(ClaimFilter)}
    return ClaimFilter(
        **{name: value for name, value in msgspec.structs.asdict(options).items() if name in known}
    )
