"""Trouble in code or set-up, raised; trouble in the data is a `Problem`, returned."""


class RecuentoError(Exception):
    """The one root of what recuento raises. The message says what is wrong and what to do."""

    exit_code = 1


class UsageError(RecuentoError):
    """A command, a setting or a file of settings is wrong."""

    exit_code = 2


class LedgerError(RecuentoError):
    """The ledger can't be opened, is of another version, or is damaged."""
