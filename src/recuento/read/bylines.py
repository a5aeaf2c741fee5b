"""The words of a pack by which reports say when, where and by whom they were written."""

import re
from functools import cache
from typing import Literal

import msgspec

from recuento.language import load_pack, pack_languages


class Bylines(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The file `bylines.yml` of a pack; the file says beside each entry what it is for."""

    months: dict[str, int]
    weekdays: tuple[str, ...]
    ordinals: tuple[str, ...] = ()
    date_links: tuple[str, ...] = ()
    numeric_order: Literal["month_first", "day_first", "unknown"] = "unknown"
    halves_of_day: tuple[str, ...] = ()
    posted: tuple[str, ...]
    updated: tuple[str, ...]
    posted_links: tuple[str, ...] = ()
    no_date: tuple[str, ...] = ()
    by: tuple[str, ...]
    name_joiners: tuple[str, ...]
    name_particles: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    for_outlet: tuple[str, ...] = ()
    for_place: tuple[str, ...] = ()
    outlet_words: frozenset[str] = frozenset()
    agencies: tuple[str, ...] = ()
    not_places: frozenset[str] = frozenset()
    place_particles: frozenset[str] = frozenset()
    small_places: bool = False


@cache
def bylines(language: str | None) -> Bylines | None:
    """The words of a language's pack, or None where it has no pack, or the pack no such file."""
    if language is None or language not in pack_languages():
        return None
    pack = load_pack(language)
    return pack.section("bylines", Bylines) if (pack.folder / "bylines.yml").exists() else None


@cache
def either(words: tuple[str, ...]) -> str:
    """A pattern that matches one of the words, the longest first; white space in them matches any."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    patterns = (re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
    return f"(?:{'|'.join(patterns)})" if ordered else "(?!)"
