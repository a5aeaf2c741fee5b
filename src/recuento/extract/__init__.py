"""The extract stage: from a report to its claims. See README.md in this folder."""
