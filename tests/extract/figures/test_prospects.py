"""Which sentences are analysed at all, told by their words."""

import pytest

from recuento.extract.figures.grammar import grammar
from recuento.extract.figures.lexicon import lexicon
from recuento.extract.figures.phrases import Sheet
from recuento.extract.figures.prospects import is_promising
from recuento.extract.figures.quantities import find_quantities
from recuento.extract.tokens import tokenize
from recuento.language import load_pack
from recuento.vocabulary import load_profile

ENGLISH = load_pack("en")


def promising(text: str, *, headline: bool = False, placed: frozenset[int] = frozenset()) -> bool:
    tokens = tokenize(text)
    quantities = find_quantities(tokens, ENGLISH, load_profile("press"))
    sheet = Sheet(tokens, [token.lower for token in tokens], (), quantities, frozenset(), placed)
    return is_promising(sheet, lexicon(ENGLISH), grammar(ENGLISH), headline=headline)


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed two clerks.",
        "Deaths: 12",
        "Later Rivas was killed.",
        "Rivas died.",
        "A clerk was killed.",
        "After the raid an agronomist was killed.",
        "The school was destroyed.",
    ],
)
def test_a_harm_with_a_number_or_a_victim(text: str) -> None:
    assert promising(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two clerks spoke.",  # no harm
        "After being killed they were praised.",  # nobody named or described
        "The clerks were killed.",  # several, of whom no number is told
        "In the raid nobody spoke.",
    ],
)
def test_a_sentence_without_either(text: str) -> None:
    assert not promising(text)


def test_headlines_leave_articles_out() -> None:
    assert promising("clerk killed in raid", headline=True)
    assert not promising("clerk killed in raid")


def test_a_place_is_no_victim() -> None:
    assert promising("In Karvik they were killed.")
    assert not promising("In Karvik they were killed.", placed=frozenset({1}))
