"""Settings from an environment."""

import pytest

from recuento.export import page_locales
from recuento.model import UsageError
from recuento.settings import LOCALES, VARIABLES, Settings, load_settings


def test_nothing_given_is_the_defaults() -> None:
    assert load_settings({}) == Settings()
    assert load_settings(dict.fromkeys(VARIABLES.values(), "")) == Settings()


def test_every_setting_has_a_variable() -> None:
    assert tuple(VARIABLES) == Settings.__struct_fields__
    given = {
        "RECUENTO_LEDGER": "a.db",
        "RECUENTO_PROFILE": "acled",
        "RECUENTO_LOCALE": "es",
        "RECUENTO_DEBUG": "1",
    }
    assert load_settings(given) == Settings(ledger="a.db", profile="acled", locale="es", debug=True)


@pytest.mark.parametrize(("value", "debug"), [("", False), ("0", False), ("1", True), ("yes", True)])
def test_debugging(value: str, debug: bool) -> None:
    assert load_settings({"RECUENTO_DEBUG": value}).debug is debug


@pytest.mark.parametrize(
    ("environment", "locale"),
    [
        ({"LANG": "es_MX.UTF-8"}, "es"),
        ({"LANG": "es"}, "es"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "es_ES@euro", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "es_PE.UTF-8"}, "es"),
        ({"LANG": "es_ES.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "es_ES.UTF-8", "LC_ALL": ""}, "es"),
        ({"LANG": "es_ES.UTF-8", "RECUENTO_LOCALE": "en"}, "en"),
        ({"LANG": "estonian"}, "en"),
    ],
)
def test_the_locale_is_that_of_the_system_unless_it_is_set(environment: dict[str, str], locale: str) -> None:
    assert load_settings(environment).locale == locale


def test_a_locale_that_is_set_and_not_spoken_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="en, es"):
        load_settings({"RECUENTO_LOCALE": "fr"})


def test_the_locales_are_those_of_the_page() -> None:
    assert page_locales() == LOCALES
