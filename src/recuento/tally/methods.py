"""The named methods that choose a best value among what sources say; the range is always that of all."""

from collections.abc import Callable, Sequence

from recuento.tally.statements import Statement, Value

Method = Callable[[Sequence[Statement]], Value]
DEFAULT_METHOD = "latest"


def latest(statements: Sequence[Statement]) -> Value:
    """The last word: of the report published last; of equals the source nearest to the harm, then the exact.

    A report without a date counts as earliest. Of equals in all this, what most sources say, then the larger.
    """
    often = _often(statements)
    return max(
        statements,
        key=lambda one: (one.published or "", one.exact, -one.nearness, often[one.value], one.value or 0),
    ).value


def majority(statements: Sequence[Statement]) -> Value:
    """What most sources say, exact values first; of equals the larger."""
    exact = [one for one in statements if one.exact] or statements
    often = _often(exact)
    return max(often, key=lambda value: (often[value], value or 0))


def conservative(statements: Sequence[Statement]) -> Value:
    """The least that any source says."""
    return min((one.value for one in statements if one.value is not None), default=None)


def ucdp(statements: Sequence[Statement]) -> Value:
    """What the nearest kind of source says most often; of equals the lower (in the manner of UCDP GED).

    Source: Sundberg and Melander (2013), Introducing the UCDP Georeferenced Event Dataset: where sources
    conflict, the most reliable one is followed, and a lower estimate is preferred to a higher one.
    """
    nearest = min(one.nearness for one in statements)
    near = [one for one in statements if one.nearness == nearest]
    often = _often(near)
    return max(often, key=lambda value: (often[value], -(value or 0)))


METHODS: dict[str, Method] = {
    "latest": latest,
    "majority": majority,
    "conservative": conservative,
    "ucdp": ucdp,
}


def _often(statements: Sequence[Statement]) -> dict[Value, int]:
    """How many independent sources say each value."""
    said: dict[Value, set[str]] = {}
    for one in statements:
        said.setdefault(one.value, set()).add(one.origin)
    return {value: len(sources) for value, sources in said.items()}
