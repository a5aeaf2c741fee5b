"""Settings: what a person may set by flag or by environment. The only module that reads the environment."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

import msgspec

from recuento.model import UsageError
from recuento.vocabulary.profiles import DEFAULT_PROFILE

# Every setting that the environment can give, with its variable; docs/settings.md lists the same.
VARIABLES = {
    "ledger": "RECUENTO_LEDGER",
    "profile": "RECUENTO_PROFILE",
    "locale": "RECUENTO_LOCALE",
    "gazetteer": "RECUENTO_GAZETTEER",
    "debug": "RECUENTO_DEBUG",
}
LOCALES = ("en", "es")  # the languages of recuento's own words; the first where none is named
SYSTEM_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # in the order of POSIX: the first that is set decides


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What holds for a call: the ledger's address, the profile for vague words, the language of own words.

    `locale`, one of LOCALES, is the language of what recuento itself says.
    `gazetteer` is `auto` (the imported index where there is one, else the package's own), `bundled` (the
    package's own) or the path of an index; `debug` is whether errors are told in full.
    """

    ledger: str = "recuento.db"
    profile: str = DEFAULT_PROFILE
    locale: str = LOCALES[0]
    gazetteer: str = "auto"
    debug: bool = False


def load_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings that the environment gives, defaults elsewhere. An empty variable is one not given.

    `RECUENTO_DEBUG` is off where it is empty or 0 and on otherwise. The locale is that of `RECUENTO_LOCALE`,
    else that of the system where recuento speaks it. Raises UsageError for another `RECUENTO_LOCALE`.
    """
    held = os.environ if environment is None else environment
    given: dict[str, str | bool] = {
        name: held[variable] for name, variable in VARIABLES.items() if held.get(variable)
    }
    given["debug"] = wants_debug(held)
    if given.setdefault("locale", system_locale(held)) not in LOCALES:
        told = f"RECUENTO_LOCALE is {given['locale']!r}; the words are written in: {', '.join(LOCALES)}"
        raise UsageError(told)
    return msgspec.convert(given, Settings)


def wants_debug(environment: Mapping[str, str] | None = None) -> bool:
    """Whether errors are to be told in full; read also where the other settings are what is wrong."""
    held = os.environ if environment is None else environment
    return held.get(VARIABLES["debug"], "") not in ("", "0")


def system_locale(environment: Mapping[str, str]) -> str:
    """The language of the system's messages where recuento speaks it, else the first of LOCALES.

    "es_MX.UTF-8" is es; "C", "POSIX" and languages without a catalogue are the first.
    """
    named = next((environment[name] for name in SYSTEM_LOCALE if environment.get(name)), "")
    language = re.split(r"[_.@-]", named, maxsplit=1)[0].lower()
    return language if language in LOCALES else LOCALES[0]


def data_folder(environment: Mapping[str, str] | None = None) -> Path:
    """The user's folder for what recuento keeps: that of the XDG Base Directory Specification."""
    held = os.environ if environment is None else environment
    given = Path(held.get("XDG_DATA_HOME", ""))
    return (given if given.is_absolute() else Path.home() / ".local" / "share") / "recuento"
