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
    """One thing to open: the path, address or `-` as given, and the id of its report."""

    locator: str
    report: str


def is_address(locator: str) -> bool:
    """Whether the locator is an http or https address."""
    return locator.lower().startswith(("http://", "https://"))


def expand(locators: Sequence[str]) -> list[Input | Problem]:
    """The inputs of a call in the order given, folders opened.

    A report's id is its file name unless two files share it.
    """
    opened = [each for locator in locators for each in _opened(locator)]
    names = Counter(Path(each).name for each in opened if isinstance(each, str) and _is_file(each))
    return [each if isinstance(each, Problem) else Input(each, _id(each, names)) for each in opened]


def _is_file(locator: str) -> bool:
    return locator != "-" and not is_address(locator)


def _id(locator: str, names: Counter[str]) -> str:
    if not _is_file(locator):
        return locator
    name = Path(locator).name
    return name if names[name] == 1 else locator


def _opened(locator: str) -> Iterable[str | Problem]:
    if not _is_file(locator) or not os.path.isdir(locator):  # noqa: PTH112 (a path with a NUL must not raise here)
        return [locator]
    files = sorted(_files(Path(locator)))
    return files or [problem("empty", locator, "the folder holds no file of a kind that is read")]


def _files(folder: Path) -> Iterator[str]:
    # Hidden files and folders are a program's (.git, .cache), not a reader's.
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            if not name.startswith(".") and kind_of_name(name) is not None:
                yield str(Path(root) / name)
