"""The vocabulary as data: code lists with definitions and mappings, and the profiles of vague words."""

from recuento.vocabulary.profiles import Profile, load_profile, profile_names

__all__ = ["Profile", "load_profile", "profile_names"]
