"""Figures: every count of people or property and what happened to them, as claims. See README.md."""

from recuento.extract.figures.find import find_figures

__all__ = ["find_figures"]
