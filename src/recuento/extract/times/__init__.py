"""Times of a report: where they stand and what they mean. See README.md in this folder."""

from recuento.extract.times.mentions import find_times, full_date, outermost

__all__ = ["find_times", "full_date", "outermost"]
