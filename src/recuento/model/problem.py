"""Trouble in the data: returned as a value with a slug, never raised."""

import msgspec


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something in a source or a report that a person should know.

    `slug` is a stable lower-case name such as `encrypted-pdf` (each is documented in docs/messages.md);
    `source` names the file, address or report; `message` says what is wrong and what to do; `start` and `end`
    are the span in the report's canonical text where there is one.
    """

    slug: str
    source: str
    message: str
    start: int | None = None
    end: int | None = None
