"""The words of a language that linking needs: which say nothing, how ages are printed, relays told."""

import re
from functools import cache

import msgspec

from recuento.language import load_pack, pack_languages


class LinkWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `link.yml` of a pack.

    `everywhere` are words that nearly every report holds, `common` those of many reports; `possessives` are
    the endings of owners, `articles` stand before names of outlets, `name_links` inside them; `ages` are the
    forms in which an age is printed, with {n} for its number; `agencies` are the forms of the names of
    agencies by a code, `relayed_from` and `relayed_by` the words before and after the source of a relay.
    """

    everywhere: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    name_links: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    agencies: dict[str, tuple[str, ...]] = {}
    relayed_from: tuple[str, ...] = ()
    relayed_by: tuple[str, ...] = ()


NO_WORDS = LinkWords()


@cache
def link_words(language: str | None) -> LinkWords:
    """The words for a language; none where the language is unknown or its pack has no `link.yml`."""
    if language is None or language not in pack_languages():
        return NO_WORDS
    pack = load_pack(language)
    return pack.section("link", LinkWords) if (pack.folder / "link.yml").exists() else NO_WORDS


@cache
def possessives() -> tuple[str, ...]:
    """The endings of owners in every language: names stand with them in texts of other languages."""
    return tuple(sorted({ending for code in pack_languages() for ending in link_words(code).possessives}))


@cache
def articles() -> tuple[str, ...]:
    """The articles before names of outlets in every language: a text names outlets of other languages."""
    return tuple(sorted({article for code in pack_languages() for article in link_words(code).articles}))


@cache
def age_pattern(language: str | None) -> re.Pattern[str] | None:
    """The forms of printed ages as one pattern, each with the number as a group; None where none is known."""
    forms = [re.escape(form).replace(r"\{n\}", r"(\d{1,3})") for form in link_words(language).ages]
    bounded = [
        (r"\b" if form.startswith(("\\b", "(\\d")) or form[:1].isalpha() else "") + form for form in forms
    ]
    return re.compile("|".join(bounded), re.I) if bounded else None


def ages_in(text: str, language: str | None) -> frozenset[int]:
    """The ages that a text prints, in the forms that the pack knows; up to 120."""
    pattern = age_pattern(language)
    if pattern is None:
        return frozenset()
    found = (int(next(filter(None, match.groups()))) for match in pattern.finditer(text))
    return frozenset(age for age in found if 0 < age <= 120)
