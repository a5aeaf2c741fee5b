"""The vocabulary as data: code lists with definitions and mappings, and the profiles of vague words."""

from recuento.vocabulary.codes import Code, CodeList, code_list_names, incident_families, load_codes
from recuento.vocabulary.profiles import Profile, load_profile, profile_names

__all__ = [
    "Code",
    "CodeList",
    "Profile",
    "code_list_names",
    "incident_families",
    "load_codes",
    "load_profile",
    "profile_names",
]
