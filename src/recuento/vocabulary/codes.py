"""The code lists: every word that recuento records with, defined, versioned, and mapped to what its
users exchange.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec
import yaml

from recuento.language.pack import decode_yaml
from recuento.model import UsageError

CODES = Path(__file__).parent / "codes"
NO_CODE = ("other", "unknown")  # in every list


class Code(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One code: a definition of one line, and what it is called elsewhere (null: nothing there corresponds).

    `family` is for incident types: types of one family may name one incident.
    """

    definition: str
    hxl: str | None = None
    acled: str | None = None
    ucdp: str | None = None
    plover: str | None = None
    family: str | None = None


class CodeList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A list of codes in the order in which they are shown; the version rises with every change of
    meaning.
    """

    version: int
    codes: dict[str, Code]

    def told(self) -> tuple[str, ...]:
        """The codes that say something: all but `other` and `unknown`."""
        return tuple(code for code in self.codes if code not in NO_CODE)


def code_list_names() -> tuple[str, ...]:
    """The names of the lists, sorted."""
    return tuple(sorted(path.stem for path in CODES.glob("*.yml")))


@cache
def load_codes(name: str) -> CodeList:
    """A list by its name. Raises UsageError for an unknown name, or where the file does not fit."""
    if name not in code_list_names():
        raise UsageError(f"no code list {name!r} (there are: {', '.join(code_list_names())})")
    path = CODES / f"{name}.yml"
    try:
        return decode_yaml(path.read_bytes(), CodeList)
    except (OSError, yaml.YAMLError, msgspec.ValidationError) as error:
        raise UsageError(f"code list {path.name}: {error}") from error


@cache
def incident_families() -> Mapping[str, str]:
    """The family of each incident type that has one."""
    return {name: code.family for name, code in load_codes("incident_types").codes.items() if code.family}
