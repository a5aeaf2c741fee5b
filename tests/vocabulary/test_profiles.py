"""Profiles: bounds of vague words."""

import pytest

from recuento.extract.figures.numberwords import NumberWords
from recuento.language import load_pack
from recuento.model import UsageError
from recuento.vocabulary import load_profile, profile_names


def test_the_profiles_there_are() -> None:
    assert profile_names() == ("acled", "airwars", "ccc", "press")


@pytest.mark.parametrize("name", profile_names())
def test_bounds_are_in_order_and_cover_every_vague_word_of_the_pack(name: str) -> None:
    profile = load_profile(name)
    assert all(0 < low <= high for low, high in profile.bounds.values())
    assert set(load_pack("en").section("numbers", NumberWords).vague) == set(profile.bounds)


def test_the_default_is_press() -> None:
    assert load_profile().bounds["dozens"] == (24, 99)


def test_an_unknown_profile_is_named_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"'rumour'.*press"):
        load_profile("rumour")
