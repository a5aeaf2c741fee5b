"""English words to those of another language, by templates."""

import re
from functools import cache, cached_property
from pathlib import Path

import msgspec
import yaml

from recuento.language.pack import decode_yaml
from recuento.model import UsageError

FOLDER = Path(__file__).parent
SLOT = re.compile(r"\{(#?)\}")
NUMBER = re.compile(r"-?\d+(?:,\d{3})*(?:\.\d+)?")


class Catalogue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file `wording.<code>.yml`."""

    grouping: str
    decimal: str
    heads: dict[str, str]
    nouns: dict[str, tuple[str, str]]
    voices: dict[str, str]
    advice: dict[str, str]
    messages: dict[str, str]


class Wording:
    """The words of one language. Without a catalogue it is English: everything stands as it is said."""

    def __init__(self, catalogue: Catalogue | None = None) -> None:
        self.catalogue = catalogue

    def head(self, name: str) -> str:
        """The head of a column."""
        return self.catalogue.heads.get(name, name) if self.catalogue else name

    def number(self, digits: str) -> str:
        """A number that is written the English way, with the marks of the language."""
        if self.catalogue is None:
            return digits
        return digits.translate({ord(","): self.catalogue.grouping, ord("."): self.catalogue.decimal})

    def count(self, n: int, noun: str) -> str:
        """A count of a noun that is given in English in the singular: "1 report", "6 reports"."""
        one, more = self.catalogue.nouns[noun] if self.catalogue else (noun, f"{noun}s")
        return f"{self.number(f'{n:,}')} {one if n == 1 else more}"

    def voice(self, name: str) -> str:
        """Who says something: words of a report stand as they are, what recuento calls a writer is told."""
        for english, told in self.catalogue.voices.items() if self.catalogue else ():
            if found := template(english).fullmatch(name):
                return told.format(*found.groups())
        return name

    def tell(self, words: str) -> str:
        """The words as the language has them: as a whole, with their advice, or by a template."""
        held = self.catalogue
        if held is None:
            return words
        if words in held.messages:
            return held.messages[words]
        for advice, told in held.advice.items():
            if words == advice:
                return told
            if words.endswith(f". {advice}"):
                return f"{self.tell(words.removesuffix(f'. {advice}'))}. {told}"
        for pattern, told in self._templates:
            if found := pattern.fullmatch(words):
                return told.format(*(self._filled(part) for part in found.groups()))
        return words

    def _filled(self, part: str) -> str:
        return self.number(part) if NUMBER.fullmatch(part) else self.tell(part)

    @cached_property
    def _templates(self) -> list[tuple[re.Pattern[str], str]]:
        """The keys with slots as patterns, those with most words of their own first."""
        messages = self.catalogue.messages.items() if self.catalogue else ()
        keys = sorted(
            ((key, told) for key, told in messages if SLOT.search(key)),
            key=lambda each: -len(SLOT.sub("", each[0])),
        )
        return [(template(key), told) for key, told in keys]


ENGLISH = Wording()


def template(key: str) -> re.Pattern[str]:
    """A pattern that fits what a key can become: `{#}` is a number, `{}` anything, also nothing."""
    parts = SLOT.split(key)
    pattern = re.escape(parts[0])
    for mark, rest in zip(parts[1::2], parts[2::2], strict=True):
        pattern += (f"({NUMBER.pattern})" if mark else "(.*?)") + re.escape(rest)
    return re.compile(pattern, re.DOTALL)


def wording_locales() -> tuple[str, ...]:
    """The languages that recuento speaks, sorted."""
    return tuple(sorted(["en", *(path.name.split(".")[1] for path in FOLDER.glob("wording.*.yml"))]))


@cache
def load_wording(locale: str) -> Wording:
    """The words of a language. Raises UsageError for one without a catalogue, or with a bad one."""
    if locale == "en":
        return ENGLISH
    if locale not in wording_locales():
        raise UsageError(f"recuento does not speak {locale!r} (it speaks: {', '.join(wording_locales())})")
    path = FOLDER / f"wording.{locale}.yml"
    try:
        return Wording(decode_yaml(path.read_bytes(), Catalogue))
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise UsageError(f"{path.name}: {error}") from error
