"""The extract stage: from a report to its claims. See README.md in this folder."""

from recuento.extract.extract import extract, find_layers

__all__ = ["extract", "find_layers"]
