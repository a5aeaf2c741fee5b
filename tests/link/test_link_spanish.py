"""Reports in Spanish are linked by the words of their own pack."""

from recuento.link.origins import origin_of
from recuento.link.words import ages_in, link_words
from recuento.model import Report


def test_ages_are_read_as_spanish_prints_them() -> None:
    assert ages_in("Un joven de 19 años y Rosa Pinto, 42 años, murieron.", "es") == {19, 42}
    assert ages_in("Murieron 19 personas en 42 casas.", "es") == frozenset()


def test_a_relay_is_read_in_spanish() -> None:
    for words in (
        "Nueve personas murieron en Dessa, según Reuters.",
        "Reuters informó de nueve muertos en Dessa.",
    ):
        origin = origin_of(Report(id="a", text=words, language="es"), {})
        assert origin is not None
        assert (origin.name, origin.kind) == ("reuters", "relayed")


def test_a_mark_is_read_in_spanish() -> None:
    origin = origin_of(Report(id="a", text="DESSA (EFE).- Nueve muertos el domingo.", language="es"), {})
    assert origin is not None
    assert (origin.name, origin.kind) == ("efe", "syndicated")


def test_a_language_without_words_has_none() -> None:
    assert link_words("xx").common == frozenset()
