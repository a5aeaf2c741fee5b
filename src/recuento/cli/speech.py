"""The language of the command line's own words: the one chosen by the flag, else that of the settings."""

from recuento.model import UsageError
from recuento.settings import LOCALES, load_settings
from recuento.wording import Wording, load_wording


class Locale:
    """The language asked for: set once, by the flag."""

    chosen: str | None = None


def locale() -> str:
    """The language to speak. Where the environment names one that there is none of, the first."""
    try:
        return Locale.chosen or load_settings().locale
    except UsageError:  # told by the command that asks for the settings
        return LOCALES[0]


def wording() -> Wording:
    """The words of that language."""
    return load_wording(locale())


def tell(words: str) -> str:
    """Words that are said in English, as a person here reads them."""
    return wording().tell(words)
