"""Invented example reports that ship with the program. See README.md."""

from pathlib import Path

REPORTS = Path(__file__).parent / "reports"
SUFFIXES = (".txt", ".html", ".jsonl")

__all__ = ["example_paths"]


def example_paths() -> tuple[Path, ...]:
    """The files of the example reports, in order of their names."""
    return tuple(sorted(path for path in REPORTS.iterdir() if path.suffix in SUFFIXES))
