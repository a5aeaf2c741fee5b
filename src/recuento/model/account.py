"""An incident as the reports tell it."""

import msgspec

from recuento.model.claim import PlaceRef


class IncidentAccount(msgspec.Struct, frozen=True, kw_only=True):
    """One incident as the reports tell it: which claims of which reports belong to it.

    `role` is main (the incident a report is about), other, background (told as context) or aggregate (a
    running toll or a state with no single incident). `id` follows from the report and the first claim of the
    account told first; `accounts` are the ids of the accounts of single reports that were put together, none
    where it is one account. `part_of` is the incident of which this one is told as a part (one place of a
    day's total).
    """

    id: str
    role: str
    incident_type: str
    when: str | None
    place: PlaceRef | None
    reports: tuple[str, ...]
    claims: tuple[str, ...]
    accounts: tuple[str, ...] = ()
    part_of: str | None = None
