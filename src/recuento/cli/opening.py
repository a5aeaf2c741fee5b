"""From options to an open ledger and a filter of its claims."""

import msgspec

from recuento.cli.options import Filtered, Kept
from recuento.ledger import ClaimFilter, Ledger, open_ledger
from recuento.settings import load_settings


def opened(options: Kept) -> Ledger:
    """The ledger that the options or the settings name. Raises LedgerError where there is none."""
    return open_ledger(options.ledger or load_settings().ledger, create=False)


def claim_filter(options: Filtered) -> ClaimFilter:
    """The filter of the options: every option that the filter knows by the same name."""
    known = {field.name for field in msgspec.structs.fields(ClaimFilter)}
    return ClaimFilter(
        **{name: value for name, value in msgspec.structs.asdict(options).items() if name in known}
    )
