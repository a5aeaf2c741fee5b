"""The pieces of a marked text: they are the text, and each claim has one link."""

from hypothesis import given
from hypothesis import strategies as st

from recuento.export.marks import BLANK_LINES, Piece, paragraphs
from recuento.model import Claim, Figure, Statement

TEXTS = st.text(alphabet="ab \n", max_size=40)
SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.booleans()), max_size=8)


def claim(text: str, start: int, end: int, *, number: bool, name: str = "a") -> Claim:
    words = text[start:end]
    if not number:
        return Statement(id=name, report="r", start=start, end=end, quote=words)
    return Figure(
        id=name,
        report="r",
        start=start,
        end=end,
        number=words,
        explicit=True,
        quote=words,
        quote_start=start,
        quote_end=end,
        measure="killed",
        low=1,
        high=1,
        qualifier="exactly",
        unit="person",
    )


def links(made: tuple[tuple[Piece, ...], ...]) -> list[str]:
    found = []
    for paragraph in made:
        for piece in paragraph:
            found += [each.id for each in ((piece.link,) if piece.link else ()) + piece.ends]
    return found


@given(TEXTS, SPANS)
def test_pieces_are_the_text_and_each_claim_has_one_link(
    text: str, spans: list[tuple[int, int, bool]]
) -> None:
    held = [
        claim(text, start, end, number=number, name=str(n))
        for n, (start, end, number) in enumerate(spans)
        if start < end <= len(text)
    ]
    made = paragraphs(text, held)
    shown = ["".join(piece.text for piece in paragraph) for paragraph in made]
    assert "".join(shown) == "".join(BLANK_LINES.split(text))
    assert sorted(links(made)) == sorted(each.id for each in held)


def test_a_number_is_its_own_link_and_what_covers_it_ends_behind() -> None:
    text = "we lost 12 of ours here"
    inner, outer = claim(text, 8, 10, number=True), claim(text, 3, 18, number=False, name="b")
    ((before, lost, twelve, ours, after),) = paragraphs(text, [inner, outer])
    assert (before.covering, after.covering) == ((), ())
    assert lost.kinds == ours.kinds == ("words",)
    assert (twelve.text, twelve.link, twelve.kinds) == ("12", inner, ("figure", "words"))
    assert ours.ends == (outer,)


def test_claims_that_cut_each_other_are_marked_in_three_pieces() -> None:
    text = "abcdef"
    left, right = claim(text, 0, 4, number=False), claim(text, 2, 6, number=False, name="b")
    (pieces,) = paragraphs(text, [left, right])
    assert [piece.text for piece in pieces] == ["ab", "cd", "ef"]
    assert [len(piece.covering) for piece in pieces] == [1, 2, 1]


def test_two_figures_of_one_number_have_a_link_each() -> None:
    text = "a dozen hurt"
    one, two = claim(text, 2, 7, number=True), claim(text, 2, 7, number=True, name="b")
    ((_, dozen, _),) = paragraphs(text, [one, two])
    assert (dozen.link, dozen.ends) == (one, (two,))
