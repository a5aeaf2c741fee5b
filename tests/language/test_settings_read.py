"""Every setting of a language pack is read by code: a list that nothing reads would seem to matter."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import msgspec
import pytest

import recuento

SOURCES = Path(recuento.__file__).parent
STAGES = ("extract", "link", "read", "relations", "series", "tally")
ATTRIBUTE = re.compile(r"\.([a-z]\w*)")
NAMED = re.compile(r'"([a-z]\w*)"')  # fields that are read by their name: `getattr(words, part)`


def settings() -> list[type[msgspec.Struct]]:
    """The records that pack files are decoded to: they forbid entries that they do not know."""
    found = []
    for stage in STAGES:
        for each in walk_packages([str(SOURCES / stage)], f"recuento.{stage}."):
            held = vars(import_module(each.name)).values()
            found += [kind for kind in held if isinstance(kind, type) and kind.__module__ == each.name]
    records = [kind for kind in found if issubclass(kind, msgspec.Struct)]
    return [kind for kind in records if kind.__struct_config__.forbid_unknown_fields]


def unread(kind: type[msgspec.Struct], code: str) -> list[str]:
    """The fields of a record that no code names, beside their own declaration."""
    named = {*ATTRIBUTE.findall(code), *NAMED.findall(code)}
    return [field for field in kind.__struct_fields__ if field not in named]


@pytest.fixture(scope="module")
def code() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(SOURCES.rglob("*.py")))


@pytest.mark.parametrize("kind", settings(), ids=lambda kind: kind.__name__)
def test_every_setting_of_a_pack_is_read(kind: type[msgspec.Struct], code: str) -> None:
    assert unread(kind, code) == []


def test_a_setting_that_nothing_reads_is_found() -> None:
    class Words(msgspec.Struct):
        openers: frozenset[str]
        closers: frozenset[str]

    assert unread(Words, "words.openers") == ["closers"]
