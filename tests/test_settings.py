"""Settings from an environment."""

import pytest

from recuento.settings import VARIABLES, Settings, load_settings


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
