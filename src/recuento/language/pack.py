"""Finding and loading language packs. A pack is a folder with a `pack.yml`; nothing else registers it."""

from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from recuento.model import UsageError

PACKS = Path(__file__).parent
Section = TypeVar("Section")


def decode_yaml(content: bytes, kind: type[Section]) -> Section:
    """YAML as a typed record. Plain words stay words: `no` and `on` are entries here, not booleans."""
    return msgspec.convert(yaml.load(content, yaml.CBaseLoader), type=kind, strict=False)


class PackHeader(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `pack.yml` says of a language."""

    name: str
    decimal: str
    grouping: tuple[str, ...]
    direction: str = "ltr"
    status: str = "draft"
    agreement: dict[str, tuple[str, ...]] = {}
    contracted: dict[str, tuple[str, str]] = {}
    measured: dict[str, float] = {}


class Pack:
    """One language's data. `section` decodes one of its YAML files into a typed record, once."""

    def __init__(self, language: str, folder: Path) -> None:
        self.language = language
        self.folder = folder
        self._sections: dict[str, Any] = {}
        self.header = self.section("pack", PackHeader)

    def section(self, name: str, kind: type[Section]) -> Section:
        """The file `<name>.yml` of the pack as a `kind` (a msgspec Struct).

        Raises UsageError, naming the file and the entry, where the file does not fit.
        """
        if name not in self._sections:
            path = self.folder / f"{name}.yml"
            try:
                self._sections[name] = decode_yaml(path.read_bytes(), kind)
            except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
                raise UsageError(f"language pack {self.language}: {path.name}: {error}") from error
        found: Section = self._sections[name]
        return found

    def forms(self, phrase: str) -> tuple[str, ...]:
        """A phrase of a list in all its forms: words marked with ~ agree, a last preposition contracts.

        "herido~ de" gives "herido de", "heridos de", "herida de", "heridas de" and each with "del".
        """
        size = len(next(iter(self.header.agreement.values()))) if "~" in phrase else 1
        made = [" ".join(self.agreeing(word, at) for word in phrase.split()) for at in range(size)]
        for joined, (preposition, _) in self.header.contracted.items():
            ending = f" {preposition}"
            made += [f"{form.removesuffix(ending)} {joined}" for form in made if form.endswith(ending)]
        return tuple(dict.fromkeys(made))

    def agreeing(self, word: str, at: int) -> str:
        """A word in one of its forms where it is marked to agree, else as it is."""
        stem, mark, _ = word.partition("~")
        if not mark:
            return word
        ending = max((end for end in self.header.agreement if stem.endswith(end)), key=len)
        return stem.removesuffix(ending) + self.header.agreement[ending][at]


@cache
def pack_languages() -> tuple[str, ...]:
    """The codes of the languages that have a pack, sorted."""
    return tuple(sorted(path.parent.name for path in PACKS.glob("*/pack.yml")))


@cache
def load_pack(language: str) -> Pack:
    """The pack of a language (ISO 639-1 code). Raises UsageError where there is none."""
    if language not in pack_languages():
        known = ", ".join(pack_languages())
        raise UsageError(
            f"no language pack for {language!r} (there are: {known}); give --language or add a pack"
        )
    return Pack(language, PACKS / language)
