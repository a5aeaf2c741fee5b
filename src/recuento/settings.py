"""Settings: what a person may set by flag or by environment. The only module that reads the environment."""

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

from recuento.vocabulary.profiles import DEFAULT_PROFILE

# Every setting that the environment can give, with its variable; docs/settings.md lists the same.
VARIABLES = {
    "ledger": "RECUENTO_LEDGER",
    "profile": "RECUENTO_PROFILE",
    "locale": "RECUENTO_LOCALE",
    "gazetteer": "RECUENTO_GAZETTEER",
    "debug": "RECUENTO_DEBUG",
}


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What holds for a call: the ledger's address, the profile for vague words, the language of a page.

    `gazetteer` is `auto` (the imported index where there is one, else the package's own), `bundled` (the
    package's own) or the path of an index; `debug` is whether errors are told in full.
    """

    ledger: str = "recuento.db"
    profile: str = DEFAULT_PROFILE
    locale: str = "en"
    gazetteer: str = "auto"
    debug: bool = False


def load_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings that the environment gives, defaults elsewhere. An empty variable is one not given.

    `RECUENTO_DEBUG` is off where it is empty or 0 and on otherwise.
    """
    held = os.environ if environment is None else environment
    given: dict[str, str | bool] = {
        name: held[variable] for name, variable in VARIABLES.items() if held.get(variable)
    }
    if "debug" in given:
        given["debug"] = given["debug"] != "0"
    return msgspec.convert(given, Settings)


def data_folder(environment: Mapping[str, str] | None = None) -> Path:
    """The user's folder for what recuento keeps: that of the XDG Base Directory Specification."""
    held = os.environ if environment is None else environment
    given = Path(held.get("XDG_DATA_HOME", ""))
    return (given if given.is_absolute() else Path.home() / ".local" / "share") / "recuento"
