"""The kind of a source, by its words."""

import re
from functools import lru_cache

from recuento.extract.attributions.words import Key, Lexicon

WORD = re.compile(r"(?:[^\W_]\.){2,}|[^\W_]+(?:[-'’][^\W_]+)*")


def kind_of(name: str | None, lex: Lexicon) -> str:
    """The kind (VOCABULARY: attribution) of the source that a name's words show; unknown where none does."""
    return _kind(name.lower().replace("’", "'"), lex.key) if name else "unknown"


@lru_cache(maxsize=4096)
def _kind(name: str, key: Key) -> str:
    tokens = tuple(WORD.findall(name))
    best: tuple[int, str] | None = None
    for number, token in enumerate(tokens):
        for form in (token, token.removesuffix("'s")):
            for rank, phrase, kind in key.kinds.get(form, ()):
                fits = phrase[1:] == tokens[number + 1 : number + len(phrase)]
                if fits and (best is None or rank < best[0]):
                    best = (rank, kind)
    return best[1] if best else "unknown"
