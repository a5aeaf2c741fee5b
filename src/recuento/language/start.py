"""Starting a pack: the files of an existing one without its words, and its examples as what is to be done.

The new pack loads and reads nothing. Its corpus holds the rules of the model with their texts, to be told
again in the new language: the tests fail for each until the pack has the words for it.
"""

import re
from pathlib import Path
from typing import Any

import yaml

from recuento.language.pack import PACKS, load_pack, pack_languages
from recuento.model import UsageError

CODE = re.compile(r"[a-z]{2,3}")
PATTERN = re.compile(r"\\|\(\?")  # a scalar with these is a regular expression
NOTHING = "(?!)"
CORPUS = ("rules", "values", "lexicon")
FORMS = ("inflect",)  # tables of rows
WIDTH = 118


def start_pack(code: str, name: str, *, model: str = "en", packs: Path = PACKS) -> tuple[Path, ...]:
    """Write a draft pack for a language, after a model's; gives the files written.

    Raises UsageError where the code is none or the pack exists.
    """
    if not CODE.fullmatch(code):
        raise UsageError(f"{code!r} is no code of a language (ISO 639: two or three small letters)")
    folder = packs / code
    if code in pack_languages() or folder.exists():
        raise UsageError(f"there is a pack for {code!r} already: {folder}")
    source = load_pack(model).folder
    (folder / "corpus").mkdir(parents=True)
    header = {"name": name, "decimal": ",", "grouping": [".", " "], "direction": "ltr", "status": "draft"}
    written = [_write(folder / "pack.yml", header)]
    for path in sorted(source.glob("*.yml")):
        if path.name != "pack.yml":
            content = yaml.load(path.read_bytes(), yaml.CBaseLoader)
            written.append(_write(folder / path.name, _without_words(content)))
    for part in CORPUS:
        path = folder / "corpus" / f"{part}.yml"
        path.write_bytes((source / "corpus" / path.name).read_bytes())
        written.append(path)
    return tuple(written)


def _write(path: Path, content: object) -> Path:
    path.write_text(
        yaml.dump(content, allow_unicode=True, sort_keys=False, width=WIDTH, default_flow_style=None),
        encoding="utf-8",
    )
    return path


def _emptied(key: str, value: Any) -> Any:
    """What a new pack has under a key: a table from words to worths, or rules of form, is emptied whole."""
    table = isinstance(value, dict) and not any(isinstance(held, dict) for held in value.values())
    words = table and (key in FORMS or all(isinstance(held, str) for held in value.values()))
    return {} if words else _without_words(value)


def _without_words(content: Any) -> Any:
    """A part of a section with its lists and tables of words emptied: names of settings and numbers stay."""
    if isinstance(content, dict):
        return {key: _emptied(key, value) for key, value in content.items()}
    if isinstance(content, list):
        return []
    return NOTHING if PATTERN.search(content) else content
