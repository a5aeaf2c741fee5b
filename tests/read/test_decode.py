"""Bytes to canonical text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recuento.read.decode import canonical, decode


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_plain_utf8_is_unchanged(text: str) -> None:
    decoded = decode(text.removeprefix("\ufeff").encode(), "a.txt")
    assert decoded == (text.removeprefix("\ufeff").removeprefix("\ufeff"), None)


@given(st.text(alphabet="a\r\n\ufeffé"))
def test_canonical_text_stays_as_it_is(text: str) -> None:
    once = canonical(text.lstrip("\ufeff"))
    assert canonical(once) == once
    assert "\r" not in once


def test_line_ends_and_mark() -> None:
    assert decode("\ufeffa\r\nb\rc\n\n d ".encode(), "a.txt").text == "a\nb\nc\n\n d "


@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig"])
def test_marked_encodings(codec: str) -> None:
    assert decode("São Exemplo".encode(codec), "a.txt") == ("São Exemplo", None)


def test_wrong_encoding_is_read_with_a_problem() -> None:
    decoded = decode("São Exemplo".encode("cp1252"), "a.txt")
    assert decoded.text == "São Exemplo"
    assert decoded.problem is not None
    assert decoded.problem.slug == "wrong-encoding"
    assert "a.txt" in decoded.problem.message
    assert "cp1252" in decoded.problem.message


def test_declared_encoding_is_believed_only_where_it_holds() -> None:
    assert decode("日本".encode("shift_jis"), "a", "Shift_JIS") == ("日本", None)
    wrong = decode("日本".encode(), "a", "ascii")
    assert wrong.text is not None
    untrue = decode("é\x81".encode(), "a", "euc-jp")
    assert untrue.text == "é\x81"
    assert untrue.problem is not None


@pytest.mark.parametrize("label", ["no-such-codec", "base64", "hex", "", "utf-8\0"])
def test_strange_labels_do_no_harm(label: str) -> None:
    assert decode(b"plain", "a", label).text == "plain"


@pytest.mark.parametrize("content", [b"PK\x03\x04\x00\x00", bytes(range(256)), b"a\0b"])
def test_binary(content: bytes) -> None:
    decoded = decode(content, "a.txt")
    assert decoded.text is None
    assert decoded.problem is not None
    assert decoded.problem.slug == "binary"


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "latin-1", "utf-16", "gb18030"]))
def test_no_bytes_raise(content: bytes, declared: str | None) -> None:
    text, trouble = decode(content, "a", declared)
    assert text is not None or trouble is not None
