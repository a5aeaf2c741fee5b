"""What a pack holds, counted: entries of its lists, regions, examples of its corpus."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from recuento.language.pack import Pack

CORPUS, REGIONS = "corpus", "regions"


class Holdings(NamedTuple):
    """How much of what a pack holds: `examples` are the sentences and rows of its corpus."""

    entries: int
    regions: int
    examples: int


def holdings(pack: Pack) -> Holdings:
    """What a pack holds, by its files."""
    regions = sorted((pack.folder / REGIONS).glob("*.yml"))
    corpus = sorted((pack.folder / CORPUS).glob("*.yml"))
    return Holdings(_entries(sorted(pack.folder.glob("*.yml"))), len(regions), _entries(corpus))


def _entries(paths: Iterable[Path]) -> int:
    return sum(_leaves(yaml.load(path.read_bytes(), yaml.CBaseLoader)) for path in paths)


def _leaves(content: Any) -> int:
    """The words and numbers in a part of a YAML file."""
    if isinstance(content, dict):
        return sum(_leaves(value) for value in content.values())
    if isinstance(content, list):
        return sum(_leaves(value) for value in content)
    return 1
