"""The language corpus as typed records, the program run over its texts, and what of the lexicon they use."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import msgspec

from recuento.extract.extract import extract
from recuento.extract.figures.lexicon import GroupWords, HarmWords, inflected, irregular, plural_of
from recuento.language import load_pack
from recuento.language.pack import decode_yaml
from recuento.model import Figure
from recuento.read import ReadOptions, make_report
from recuento.vocabulary import load_profile

PUBLISHED = "2024-05-14"
PROPERTY = ("destroyed", "damaged")
TWELVE = ("12", "twelve", "doce", "docena")  # as the corpora of the languages write it
SPECIAL = {"wounded_by_weapon": "injured", "lost": "killed"}  # lists of harms.yml that are no measure
Row = tuple[str, float | None, float | None, str]


class Values(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `values.yml`: rows of phrase, low, high and qualifier by carrier."""

    carriers: dict[str, tuple[Row, ...]]
    nothing: tuple[str, ...]
    ceiling: int
    known_gaps: dict[str, tuple[Row, ...]]


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text and what it says: for each figure in order the fields that matter."""

    text: str
    says: tuple[dict[str, str | None], ...]


class RuleExamples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The examples of one rule, the strings that must yield nothing, and the gaps that are known."""

    examples: tuple[Example, ...]
    nothing: tuple[str, ...] = ()
    known_gaps: tuple[Example, ...] = ()


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `rules.yml`."""

    ceiling: int
    rules: dict[str, RuleExamples]


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The sentences of one list of the lexicon."""

    path: str
    person: tuple[str, ...]
    property: tuple[str, ...] = ()
    yields: str = ""
    nothing: bool = False


class LexiconSentences(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `lexicon.yml`."""

    sections: tuple[Section, ...]
    ceiling: int
    unused: dict[str, tuple[str, ...]]


class Blank(dict[str, str]):
    """What fills a sentence, with a word that means nothing for a form that the entry lacks."""

    def __missing__(self, name: str) -> str:
        return "zzz"


class Entry(NamedTuple):
    """An entry of the lexicon: its name in the list, its measure if it has one, and what fills a sentence."""

    name: str
    measure: str
    filling: dict[str, str]


def corpus(language: str, name: str, kind: type[Any]) -> Any:
    """A file of a pack's corpus as a typed record."""
    return decode_yaml((load_pack(language).folder / "corpus" / f"{name}.yml").read_bytes(), kind)


@cache
def figures_in(text: str, language: str) -> tuple[Figure, ...]:
    """The figures that the program finds in a text."""
    report = make_report(text, id="example", options=ReadOptions(published=PUBLISHED, language=language))
    claims = extract(report, load_pack(language), load_profile())
    return tuple(claim for claim in claims if isinstance(claim, Figure))


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def uses(section: Section, entry: Entry, language: str) -> bool:
    """Whether a sentence of the section, filled with the entry, yields what it should."""
    texts = section.property if entry.measure in PROPERTY and section.property else section.person
    filled = [capital(text.format_map(Blank(entry.filling))) for text in texts]
    wanted = section.yields or ("any" if section.nothing else entry.measure)
    if section.nothing:
        return not any(_says(figure, wanted) for text in filled for figure in figures_in(text, language))
    return any(_says(figure, wanted) for text in filled for figure in figures_in(text, language))


def _is_twelve(figure: Figure) -> bool:
    return figure.explicit and any(word in figure.number.lower() for word in TWELVE)


def _says(figure: Figure, wanted: str) -> bool:
    if wanted == "one":
        return not figure.explicit and figure.low == 1
    return _is_twelve(figure) and wanted in ("any", figure.measure)


def entries(path: str, language: str) -> Iterator[Entry]:
    """The entries of a list of harms.yml or groups.yml ("harms.transitive.regular", "groups.units")."""
    pack = load_pack(language)
    harms, groups = pack.section("harms", HarmWords), pack.section("groups", GroupWords)
    file, table, *rest = path.split(".")
    content = getattr(harms if file == "harms" else groups, table)
    if table == "persons":
        content = [word for row in content for word in row.words]
    if table == "needs_verb":
        for noun, verbs in content.items():
            many = plural_of(noun, groups.plurals)[1] if "~" not in noun else pack.forms(noun)[1]
            yield from (Entry(f"{noun} {verb}", "", {"many": many, "verb": verb}) for verb in sorted(verbs))
        return
    lists = content.items() if isinstance(content, dict) else [("", content)]
    for key, value in lists:
        if file == "groups" and rest and key != rest[0]:
            continue
        if isinstance(value, str):
            yield Entry(key, value, {"entry": key})
            continue
        words = getattr(value, rest[0]) if rest and file == "harms" else value
        measure = SPECIAL.get(key, key)
        for word in sorted(words) if isinstance(words, frozenset) else words:
            yield Entry(word, measure, _filling(word, rest, language, harms, groups))


def _filling(
    word: str, rest: list[str], language: str, harms: HarmWords, groups: GroupWords
) -> dict[str, str]:
    """What fills a sentence: of several forms of one name the first, and each with its number."""
    made = load_pack(language).forms(word)
    if rest in (["regular"], ["irregular"]):
        told = inflected(word, harms.inflect) if rest == ["regular"] else irregular(word)
        forms: dict[str, str] = {}
        for form, name in told:
            number = sum(key.startswith(name) and key != name for key in forms) + 1
            forms.setdefault(name, form)
            forms[f"{name}{number}"] = form
    elif "~" in word:
        forms = dict(zip(("one", "many", "one_f", "many_f"), made, strict=False))
    else:
        one, many = plural_of(word, groups.plurals)
        forms = {"one": one, "many": many, "one_f": one, "many_f": many}
    return forms | {"entry": made[0], "Entry": capital(made[0]), "Title": word.title()}


def unused(language: str) -> dict[str, list[str]]:
    """By list of the lexicon, the entries that no sentence of the corpus uses."""
    found: dict[str, list[str]] = {}
    for section in corpus(language, "lexicon", LexiconSentences).sections:
        missing = [e.name for e in entries(section.path, language) if not uses(section, e, language)]
        if missing:
            found.setdefault(section.path, []).extend(missing)
    return found


def met(example: Example, language: str) -> bool:
    """Whether the program says of a text just what the example says, field by field, in order."""
    found = figures_in(example.text, language)
    numbers = {figure.id: figure.number for figure in found}
    if len(found) != len(example.says):
        return False
    return all(
        _word(getattr(figure, field), field, numbers) == wanted
        for figure, says in zip(found, example.says, strict=True)
        for field, wanted in says.items()
    )


def _word(value: object, field: str, numbers: dict[str, str]) -> str | None:
    if value is None:
        return None
    return numbers.get(str(value)) if field in ("subset_of", "same_as") else str(value)


def row_met(carrier: str, row: Row, language: str) -> bool:
    """Whether the one figure of a filled carrier has the row's bounds and qualifier."""
    phrase, low, high, qualifier = row
    found = figures_in(capital(carrier.format(phrase)), language)
    return [(f.low, f.high, f.qualifier) for f in found] == [(low, high, qualifier)]
