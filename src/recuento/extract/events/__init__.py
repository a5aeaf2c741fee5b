"""Events: the incidents, statements, demands and named persons of a report. See README.md in this folder."""

from recuento.extract.events.finder import find_events

__all__ = ["find_events"]
