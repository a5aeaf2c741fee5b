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
    """The file `swap.yml`.

    `articles` may stand before a party's name; `joins` are prepositions grown together with an article, each
    with the words it stands for ("del": "de el").
    """

    turns: int
    templates: tuple[str, ...]
    parties: tuple[tuple[str, str], ...]
    articles: tuple[str, ...] = ("the",)
    joins: dict[str, str] = {}


class Case(NamedTuple):
    """A sentence, the same with the names exchanged, and the two names."""

    text: str
    exchanged: str
    first: str
    second: str


def parties(language: str) -> Parties:
    """The templates and names of a language."""
    content = yaml.safe_load((HERE / language / "swap.yml").read_text(encoding="utf-8"))
    return msgspec.convert(content, Parties)


def fill(template: str, first: str, second: str, joins: dict[str, str] | None = None) -> str:
    """The template with its names, what grows together joined; the sentence opens with a capital."""
    text = template.format(A=first, B=second)
    for joined, words in (joins or {}).items():
        text = re.sub(rf"\b{words}\b", joined, text)
    return text[0].upper() + text[1:]


def cases(language: str) -> list[Case]:
    """The sentences: every template with `turns` pairs, going round the list of pairs."""
    told = parties(language)
    made = []
    for number, template in enumerate(told.templates):
        for turn in range(told.turns):
            first, second = told.parties[(number * told.turns + turn) % len(told.parties)]
            just, exchanged = (
                fill(template, *names, told.joins) for names in ((first, second), (second, first))
            )
            made.append(Case(just, exchanged, first, second))
    return made


def view(
    claims: list[dict[str, Any]], first: str, second: str, told: Parties | None = None
) -> list[dict[str, Any]]:
    """The claims with `first` as A and `second` as B, without offsets, ids and places' coordinates."""
    ids = {claim["id"]: number for number, claim in enumerate(claims)}
    letters = _letters(first, second, told or Parties(turns=0, templates=(), parties=()))
    return [
        {
            **{key: claim.get(key) for key in KEPT},
            **{key: _lettered(claim.get(key), letters) for key in NAMED},
            **{key: _lettered((claim.get(key) or {}).get("name"), letters) for key in CLAIMED},
            **{key: ids.get(claim.get(key) or "") for key in ("subset_of", "same_as", "remainder_of")},
        }
        for claim in claims
    ]


def _letters(first: str, second: str, told: Parties) -> list[tuple[re.Pattern[str], str]]:
    """Patterns of the two names, the longer first, and what stands for each: a letter, or a join's."""
    articles = "|".join(told.articles)
    patterns = []
    for letter, name in sorted((("<A>", first), ("<B>", second)), key=lambda pair: -len(pair[1])):
        bare = re.escape(re.sub(rf"^(?:{articles}) ", "", name))
        for joined, words in told.joins.items():
            left = re.sub(rf" (?:{articles})$", "", words)
            patterns.append((rf"\b{joined} {bare}(?!\w)", f"{left} {letter}"))
        patterns.append((rf"\b(?:(?:{articles}) )?{bare}(?!\w)", letter))
    return [(re.compile(pattern, re.IGNORECASE), made) for pattern, made in patterns]


def _lettered(words: str | None, letters: list[tuple[re.Pattern[str], str]]) -> str | None:
    """The words with each party's name, with or without its article, as a letter."""
    if words is None:
        return None
    for pattern, made in letters:
        words = pattern.sub(made, words)
    return words
