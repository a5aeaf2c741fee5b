"""One spelling for many: the form under which names are kept and looked up."""

import re
import unicodedata
from functools import lru_cache

DROPPED = str.maketrans("-_/,.", "     ", "'’‘`ʻʼʿʾ\"“”")
KEPT = 20_000  # words whose form is remembered: some 4 MB when full
SPACES = re.compile(r"\s+")
LETTERS = str.maketrans(
    {
        "ø": "o",
        "Ø": "o",
        "ł": "l",
        "Ł": "l",
        "đ": "d",
        "Đ": "d",
        "ı": "i",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
    }
)


@lru_cache(KEPT)
def normalise(name: str) -> str:
    """The name in lower case, without accents, apostrophes and full stops; a hyphen is a space.

    "Shuja'iyya", "Ponta-Porã" and "St. Louis" become "shujaiyya", "ponta pora" and "st louis".
    """
    plain = name.translate(DROPPED)
    if plain.isascii():
        return SPACES.sub(" ", plain).strip().lower()
    bare = unicodedata.normalize("NFKD", plain.translate(LETTERS))
    kept = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return SPACES.sub(" ", kept).strip().casefold()
