"""Exchanging the parties' names in a sentence must exchange them in its claims, and change nothing else.

`cases` makes the sentences of `<language>/swap.yml`; `view` is what of a claim must stay, with the parties'
names put back to A and B. Offsets are left out, since names differ in length, and so are places: a country
that is a party is a place as well.
"""

import re
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import yaml

HERE = Path(__file__).parent
KEPT = (
    "type",
    "measure",
    "low",
    "high",
    "qualifier",
    "unit",
    "modality",
    "scope",
    "when",
    "explicit",
    "facets",
    "rules",
)
NAMED = ("number", "group", "quote")
CLAIMED = ("attributed_to", "actor")


class Parties(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `swap.yml`."""

    turns: int
    templates: tuple[str, ...]
    parties: tuple[tuple[str, str], ...]


class Case(NamedTuple):
    """A sentence, the same with the names exchanged, and the two names."""

    text: str
    exchanged: str
    first: str
    second: str


def fill(template: str, first: str, second: str) -> str:
    """The template with its names; the sentence opens with a capital."""
    text = template.format(A=first, B=second)
    return text[0].upper() + text[1:]


def cases(language: str) -> list[Case]:
    """The sentences: every template with `turns` pairs, going round the list of pairs."""
    content = yaml.safe_load((HERE / language / "swap.yml").read_text(encoding="utf-8"))
    told = msgspec.convert(content, Parties)
    made = []
    for number, template in enumerate(told.templates):
        for turn in range(told.turns):
            first, second = told.parties[(number * told.turns + turn) % len(told.parties)]
            made.append(Case(fill(template, first, second), fill(template, second, first), first, second))
    return made


def view(claims: list[dict[str, Any]], first: str, second: str) -> list[dict[str, Any]]:
    """The claims with `first` as A and `second` as B, without offsets, ids and places' coordinates."""
    ids = {claim["id"]: number for number, claim in enumerate(claims)}
    return [
        {
            **{key: claim.get(key) for key in KEPT},
            **{key: _lettered(claim.get(key), first, second) for key in NAMED},
            **{key: _lettered((claim.get(key) or {}).get("name"), first, second) for key in CLAIMED},
            **{key: ids.get(claim.get(key) or "") for key in ("subset_of", "same_as", "remainder_of")},
        }
        for claim in claims
    ]


def _lettered(words: str | None, first: str, second: str) -> str | None:
    """The words with each party's name, with or without its article, as a letter."""
    if words is None:
        return None
    for letter, name in sorted((("<A>", first), ("<B>", second)), key=lambda pair: -len(pair[1])):
        bare = re.sub(r"^the ", "", name)
        words = re.sub(rf"\b(?:the )?{re.escape(bare)}(?!\w)", letter, words, flags=re.IGNORECASE)
    return words
