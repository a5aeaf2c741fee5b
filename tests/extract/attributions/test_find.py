"""What holds for every text: spans cut their words, passages can be chosen, odd input does no harm."""

from hypothesis import given, settings
from hypothesis import strategies as st

from recuento.extract.attributions import cue_modality, find_attributions
from recuento.extract.sentences import sentences
from recuento.language import load_pack

PACK = load_pack("en")
PIECES = [
    "The mayor said",
    " that ",
    "12 people died",
    ", ",
    "“",
    "”",
    "\n\n",
    ". ",
    "he added",
    "according to",
    " the clinic",
    "(OCHA, 3 May 2015)",
    "[RAO] ",
    "İ",
    "’s",
    "IT WAS REPORTED THAT",
    "citing",
    "Police:",
    " — Ana Ruiz",
    "was quoted by",
    "their",
    "by one estimate",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_spans_cut_their_words_in_any_text(text: str) -> None:
    for found in find_attributions(text, sentences(text, PACK), PACK):
        assert 0 <= found.start < found.end <= len(text)
        assert found.cue in text
        if found.source_start is not None:
            assert text[found.source_start : found.source_end].strip()
            assert found.name


def test_only_the_passages_asked_for_are_treated() -> None:
    text = "Police said 9 died.\n\nThe road is shut.\n\nThe mayor said 5 fled.\n\nDoctors said 3 lived."
    every = find_attributions(text, sentences(text, PACK), PACK)
    some = find_attributions(text, sentences(text, PACK), PACK, only={2})
    assert [found.name for found in every] == ["Police", "mayor", "Doctors"]
    assert [found.name for found in some] == ["mayor"]


def test_attitudes_can_be_left_out() -> None:
    text = "The mayor wants 9 shelters. Police said 4 burned."
    spans = sentences(text, PACK)
    assert [a.rule for a in find_attributions(text, spans, PACK)] == ["attitude", "speaker-verb-content"]
    assert [a.name for a in find_attributions(text, spans, PACK, attitudes=False)] == ["Police"]


def test_an_empty_text_says_nothing() -> None:
    assert find_attributions("", [], PACK) == ()


def test_cues_have_their_modality() -> None:
    cues = {
        "said": "asserted",
        "has strongly denied": "denied",
        "claims": "alleged",
        "warned": "feared",
        "threatened": "threatened",
        "admitted": "conceded",
        "according to": "asserted",
        "debunked": "denied",
        "rejects": "denied",
        "conceded": "conceded",
        "acknowledged": "conceded",
        "claimed responsibility": "conceded",
        "alleged": "alleged",
        "wants": None,
        "did not say": None,
        "sang": None,
    }
    assert {cue: cue_modality(cue, PACK) for cue in cues} == cues
