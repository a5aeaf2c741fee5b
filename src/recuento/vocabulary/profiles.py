"""Profiles: the only way from vague words to bounds."""

from functools import cache
from pathlib import Path

import msgspec

from recuento.language.pack import decode_yaml
from recuento.model import UsageError

PROFILES = Path(__file__).parent / "profiles.yml"
DEFAULT_PROFILE = "press"


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Bounds (low, high) of vague words, in the language-neutral order of the packs' own words."""

    version: int
    bounds: dict[str, tuple[int, int]]


@cache
def _profiles() -> dict[str, Profile]:
    return decode_yaml(PROFILES.read_bytes(), dict[str, Profile])


def profile_names() -> tuple[str, ...]:
    """The names of the profiles, sorted."""
    return tuple(sorted(_profiles()))


def load_profile(name: str = DEFAULT_PROFILE) -> Profile:
    """A profile by its name. Raises UsageError for an unknown one, naming those there are."""
    if name not in _profiles():
        raise UsageError(f"no profile {name!r} for vague words (there are: {', '.join(profile_names())})")
    return _profiles()[name]
