"""The word-class tagger: tags that the rules rest on, each manner of writing, and the training script."""

import gzip
import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pycrfsuite
import pytest

from recuento.extract.tagger import WEIGHTS, sentence_features, sentence_shapes, tag, tag_sentences
from recuento.extract.tokens import tokenize
from recuento.language import Pack, load_pack
from recuento.model import UsageError

ROOT = Path(__file__).parents[2]
ENGLISH = load_pack("en")


def tagged(sentence: str) -> list[tuple[str, str]]:
    tokens = tokenize(sentence)
    return list(zip([token.text for token in tokens], tag(tokens, ENGLISH), strict=True))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "At least 12 people were killed in the market.",
            "people/NOUN were/AUX killed/VERB in/ADP market/NOUN",
        ),
        ("Militants wounded six vendors in Karvik.", "wounded/VERB six/NUM vendors/NOUN Karvik/PROPN"),
        ("The wounded were taken to hospital.", "wounded/ADJ were/AUX taken/VERB hospital/NOUN"),
        ("The flood left 8,005 dead and thousands homeless.", "left/VERB 8,005/NUM dead/ADJ homeless/ADJ"),
        ("Masked men shot dead a clerk outside her home.", "shot/VERB dead/ADJ clerk/NOUN her/PRON"),
        ("His wounds were deep.", "wounds/NOUN were/AUX deep/ADJ"),
        ("The raid killed two cooks.", "raid/NOUN killed/VERB two/NUM cooks/NOUN"),
        ("Troops raid the camp.", "raid/VERB camp/NOUN"),
        ("An off-duty officer didn't survive.", "off-duty/ADJ officer/NOUN didn't/AUX survive/VERB"),
        ("Four miners are still missing.", "miners/NOUN are/AUX still/ADV missing/ADJ"),
        (
            "A shell exploded, killing 9 and injuring many others.",
            "killing/VERB 9/NUM injuring/VERB others/NOUN",
        ),
    ],
)
def test_words_that_matter(sentence: str, expected: str) -> None:
    found = tagged(sentence)
    for pair in expected.split():
        word, _, wanted = pair.rpartition("/")
        assert (word, wanted) in found


@pytest.mark.parametrize("manner", [str.upper, str.lower, str.title])
def test_capitals_make_no_difference_to_plain_words(manner: Callable[[str], str]) -> None:
    sentence = "two peasants were killed and five soldiers wounded during an attack with grenades"
    expected = "NUM NOUN AUX VERB CCONJ NUM NOUN VERB ADP DET NOUN ADP NOUN"
    assert " ".join(found for _, found in tagged(manner(sentence))) == expected


def test_a_tag_for_each_token() -> None:
    assert tag([], ENGLISH) == []
    odd = tokenize("½ — … '' A-b-c 3rd \ud800 ١٢ " + "x" * 500)
    assert len(tag(odd, ENGLISH)) == len(odd)


def test_the_tags_are_those_of_the_library_that_trains() -> None:
    oracle = pycrfsuite.Tagger()
    oracle.open(str(ENGLISH.folder / WEIGHTS))
    plain = "Militants of Vand wounded 6 off-duty vendors, said Ana Sol (mayor) | near | Karvik's old port."
    written = [plain, plain.upper(), plain.lower(), plain.title(), "½ — … A-b-c 3rd \ud800 ١٢", "|", "Run!"]
    sentences = [tokenize(words) for words in written]
    assert tag_sentences(sentences, ENGLISH) == [oracle.tag(sentence_features(own)) for own in sentences]
    assert [tag(own, ENGLISH) for own in sentences] == tag_sentences(sentences, ENGLISH)


def test_capitals_are_judged_by_the_sentence() -> None:
    assert sentence_shapes(tokenize("The army of Vand said NATO left.")) == [
        b"Xx", b"x", b"x", b"Xx", b"x", b"X", b"x", b".",
    ]  # fmt: skip
    for uniform in ("THE ARMY LEFT 3.", "the army left 3.", "Northern Army Leaves City in Ruins 3."):
        assert set(sentence_shapes(tokenize(uniform))) == {b"?", b"1", b"."}
    assert b"?" not in sentence_shapes(tokenize("Karvik burns."))


def test_numbers_look_alike() -> None:
    few, many = (sentence_features(tokenize(f"saw {number} men")) for number in ("12", "8,005"))
    assert few == many
    assert sentence_features(tokenize("saw 3rd men")) != few


def test_a_pack_without_weights_is_named(tmp_path: Path) -> None:
    (tmp_path / "pack.yml").write_text('{name: None, decimal: ".", grouping: []}')
    with pytest.raises(UsageError, match=r"tagger\.crfsuite"):
        tag(tokenize("a word"), Pack("xx", tmp_path))


@pytest.fixture(scope="module")
def training() -> ModuleType:
    spec = importlib.util.spec_from_file_location("train_tagger", ROOT / "training" / "train_tagger.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# form, tag, head, relation of invented sentences
DIDNT = "They PRON 4 nsubj|did AUX 4 aux|n't PART 4 advmod|count VERB 0 root|1-2 NUM 4 obj"
LITTLE_KNOWN = "a DET 5 det|little ADV 4 advmod|- PUNCT 4 punct|known VERB 5 amod|poet NOUN 0 root"
DASH = "Rain NOUN 0 root|- PUNCT 4 punct|we PRON 4 nsubj|left VERB 1 parataxis"
DANDO = "dando VERB 0 root|le PRON 1 iobj|de ADP 5 case|el DET 5 det|pan NOUN 1 obl"


def treebank(path: Path, sentences: list[str]) -> Path:
    words = [[word.split() for word in sentence.split("|")] for sentence in sentences]
    lines = ["".join(f"{w}\t{w}\t{t}\t{h}\t{r}\n" for w, t, h, r in sentence) for sentence in words]
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    return path


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("en", DIDNT, "They/PRON didn't/AUX count/VERB 1/NUM -/PUNCT 2/NUM"),
        ("en", LITTLE_KNOWN, "a/DET little-known/ADJ poet/NOUN"),
        ("en", DASH, "Rain/NOUN -/PUNCT we/PRON left/VERB"),
        ("es", DANDO, "dándole/VERB del/ADP pan/NOUN"),
    ],
)
def test_treebank_words_become_our_tokens(
    training: ModuleType, tmp_path: Path, language: str, sentence: str, expected: str
) -> None:
    rows = training.read_rows(treebank(tmp_path / "bank.gz", [sentence]))
    ((tokens, tags),) = training.examples(rows, training.JOINS[language])
    assert " ".join(f"{token.text}/{found}" for token, found in zip(tokens, tags, strict=True)) == expected


def test_training_is_repeatable_and_learns(
    training: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bank = treebank(tmp_path / "bank.gz", [DIDNT, LITTLE_KNOWN, DASH] * 5)
    own = tmp_path / "own.txt"
    own.write_text("# remark\nWe/PRON rest/VERB ./PUNCT\n")
    outputs = [tmp_path / "first.crfsuite", tmp_path / "second.crfsuite"]
    for output in outputs:
        files = ["--train", bank, "--test", bank, "--own", own, "--output", output]
        assert training.main([str(part) for part in files]) == 0
    assert outputs[0].read_bytes() == outputs[1].read_bytes()
    assert "bank.gz: upper case: 100.00%" in capsys.readouterr().out


def test_own_sentences_must_be_tokens(training: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_text("half-done/ADJ soldiers'/NOUN\n")
    with pytest.raises(ValueError, match="soldiers'"):
        list(training.tagged_examples(path))
