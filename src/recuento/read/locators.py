"""From what the caller names to single inputs: folders opened, ids given, in a fixed order."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from recuento.model import Problem
from recuento.read.kinds import kind_of_name
from recuento.read.problems import problem


class Input(msgspec.Struct, frozen=True):
    """One thing to open: the path, address or `-` as given, its name in words, and the id of its report."""

    locator: str
    name: str
    report: str


def is_address(locator: str) -> bool:
    """Whether the locator is an http or https address."""
    return locator.lower().startswith(("http://", "https://"))


def expand(locators: Sequence[str]) -> list[Input | Problem]:
    """The inputs of a call in the order given, folders opened.

    A report's id is its file name, or the path as given where two files of the call share a name.
    """
    opened = [each for locator in locators for each in _opened(locator)]
    names = Counter(Path(each).name for each in opened if isinstance(each, str) and _is_file(each))
    return [each if isinstance(each, Problem) else _input(each, names) for each in opened]


def _input(locator: str, names: Counter[str]) -> Input:
    name = Path(locator).name if _is_file(locator) else locator
    return Input(locator, _written(locator), _written(name if names[name] <= 1 else locator))


def _written(locator: str) -> str:
    # A file name that is no UTF-8 comes with characters that no JSON can hold.
    return locator.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _is_file(locator: str) -> bool:
    return locator != "-" and not is_address(locator)


def _opened(locator: str) -> Iterable[str | Problem]:
    # os.path.isdir, unlike Path.is_dir, is False for a folder whose parent can't be entered.
    if not _is_file(locator) or not os.path.isdir(locator):  # noqa: PTH112
        return [locator]
    refused: list[OSError] = []
    found: list[str | Problem] = [*sorted(_files(locator, refused))]
    for error in refused:
        folder = _written(str(error.filename))
        found.append(problem("unreadable", folder, error.strerror or "the folder can't be opened"))
    return found or [problem("empty", locator, "the folder holds no file of a kind that is read")]


def _files(folder: str, refused: list[OSError]) -> Iterator[str]:
    # Hidden files and folders are a program's (.git, .cache), not a reader's.
    for root, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            if not name.startswith(".") and kind_of_name(name) is not None:
                yield str(Path(root) / name)
