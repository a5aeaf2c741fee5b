"""Which names of the source data are looked up, and in which spellings."""

import re
from pathlib import Path
from typing import Any

import msgspec
import yaml

TABLES = Path(__file__).parent / "tables"
LATIN = re.compile(r"[\u0020-\u024f\u1e00-\u1eff\u2018-\u201d‘’ʻʼʿʾ]+\Z")
NO_NAME = re.compile(r"[\d/()\[\]:;@#]")
TRANSLITERATED = re.compile(r"[a-z]")  # GeoNames keeps machine transliterations in lower case throughout
LONGEST = 48


class Spellings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file spellings.yml."""

    variants: dict[str, tuple[str, ...]]
    division_words: tuple[str, ...]
    left_out: tuple[str, ...]


def table(name: str, kind: Any) -> Any:
    """The table of that name as a `kind`."""
    content = (TABLES / f"{name}.yml").read_bytes()
    return msgspec.convert(yaml.load(content, yaml.CBaseLoader), type=kind, strict=False)


def usable(name: str, *, all_scripts: bool = False) -> bool:
    """Whether a name of the source data is one to look up: no code, not made by machine, in Latin letters.

    With `all_scripts` the letters may be any.
    """
    if not 2 <= len(name) <= LONGEST or NO_NAME.search(name):
        return False
    if not all_scripts and not LATIN.match(name):
        return False
    return not TRANSLITERATED.match(name) and not (name.isupper() and len(name) < 5)


def variants(name: str, spellings: Spellings) -> list[str]:
    """A normalised name with what may stand for its first word ("st louis" of "saint louis")."""
    first, _, rest = name.partition(" ")
    return [f"{other} {rest}" for other in spellings.variants.get(first, ())] if rest else []
