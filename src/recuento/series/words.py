"""The words of columns and figures, as facets of the vocabulary, whatever the language of the mapping."""

import re
from functools import cache

import msgspec

from recuento.language import load_pack, pack_languages

WORD = re.compile(r"[^\W_]+")


class GroupEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for one group, and what they state of it."""

    facets: dict[str, str]
    words: tuple[str, ...]


class SeriesWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `series.yml` of a pack."""

    groups: tuple[GroupEntry, ...] = ()
    qualifiers: dict[str, tuple[str, ...]] = {}


def plain(words: str) -> str:
    """Words in lower case, parted by single spaces, without other signs."""
    return " ".join(WORD.findall(words.casefold()))


@cache
def _lists() -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    groups: dict[str, dict[str, str]] = {}
    qualifiers: dict[str, str] = {}
    for language in pack_languages():
        pack = load_pack(language)
        if not (pack.folder / "series.yml").exists():
            continue
        words = pack.section("series", SeriesWords)
        for entry in words.groups:
            groups.update({plain(word): entry.facets for word in entry.words})
        for code, named in words.qualifiers.items():
            qualifiers.update({plain(word): code for word in (code, *named)})
    return groups, qualifiers


def facets_named(words: str) -> dict[str, str]:
    """What the words of a group state in codes of the vocabulary; empty where no pack knows them."""
    return _lists()[0].get(plain(words), {})


def qualifier_named(words: str) -> str | None:
    """The qualifier of the vocabulary that the words of a cell mean; None where no pack knows them."""
    return _lists()[1].get(plain(words))
