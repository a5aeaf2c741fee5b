"""Loading packs: what is found, and what is said where a file does not fit."""

from pathlib import Path

import msgspec
import pytest

from recuento.language import Pack, load_pack, pack_languages
from recuento.language.wordtable import WordTable
from recuento.model import UsageError

HEADER = 'name: Test\ndecimal: "."\ngrouping: [","]\n'


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    yes: tuple[str, ...]
    reach: int


def pack_with(folder: Path, content: str) -> Pack:
    (folder / "pack.yml").write_text(HEADER, encoding="utf-8")
    (folder / "words.yml").write_text(content, encoding="utf-8")
    return Pack("xx", folder)


def test_plain_words_stay_words_and_numbers_become_numbers(tmp_path: Path) -> None:
    assert pack_with(tmp_path, "yes: [no, on, 12]\nreach: 4\n").section("words", Words) == Words(
        yes=("no", "on", "12"), reach=4
    )


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("yes: [a]\n", "reach"),
        ("yes: [a]\nreach: far\n", "reach"),
        ("yes: [a]\nreach: 4\nmore: 1\n", "more"),
        ("yes: [a\n", "words.yml"),
    ],
)
def test_a_file_that_does_not_fit_is_named_with_the_entry(tmp_path: Path, content: str, told: str) -> None:
    with pytest.raises(UsageError, match=rf"language pack xx: words\.yml.*(?s:.*){told}|{told}"):
        pack_with(tmp_path, content).section("words", Words)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "pack.yml").write_text(HEADER, encoding="utf-8")
    with pytest.raises(UsageError, match=r"language pack xx: words\.yml"):
        Pack("xx", tmp_path).section("words", Words)


def test_an_unknown_language_is_named_with_those_there_are() -> None:
    assert "en" in pack_languages()
    with pytest.raises(UsageError, match=r"'zz'.*en"):
        load_pack("zz")


def test_a_table_finds_the_longest_phrase_from_either_end() -> None:
    table = WordTable([("at", 1), ("at least", 2), ("least", 3)])
    words = ["at", "least", "one"]
    assert table.at(words, 0) == (2, 2)
    assert table.at(words, 2) is None
    assert table.at(words, 3) is None
    assert table.ending(words, 2) == (0, 2)
    assert table.ending(words, 0) is None
    assert table.first_words() == {"at", "least"}
