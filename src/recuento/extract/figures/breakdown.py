"""Per-place figures under a total: "34 people have died ... In the north, 12 people died. Another nine died
in the port".

`breakdown`: a figure of a place inside the place of an earlier, larger, running figure of the same measure is
a part of it. It can be wrong where the later figure is of another event; a figure of other scope, or told as
older, is left alone.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from recuento.model import Figure, PlaceRef

WIDTH = {"country": 3, "larger": 4, "adm1": 2, "adm2": 1, "adm3": 1}
COVERING = ("cumulative", "stock")


def link_breakdowns(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures with the total of each per-place figure as its whole."""
    linked: list[Figure] = []
    for figure in figures:
        if figure.subset_of is not None:
            linked.append(_raised(figure, linked))
            continue
        whole = _total_of(figure, linked) if figure.explicit else None
        linked.append(
            replace(figure, subset_of=whole.id, rules=(*figure.rules, "breakdown")) if whole else figure
        )
    return tuple(linked)


def _raised(figure: Figure, earlier: Sequence[Figure]) -> Figure:
    """A part of another place's part is a part of their total: "five of the deaths were in the hills"."""
    whole = next((other for other in earlier if other.id == figure.subset_of), None)
    if whole is None or whole.subset_of is None or not {"breakdown", "gapped-place"} & set(whole.rules):
        return figure
    apart = figure.place is not None and whole.place is not None and figure.place.name != whole.place.name
    return replace(figure, subset_of=whole.subset_of) if apart else figure


def _total_of(figure: Figure, earlier: Sequence[Figure]) -> Figure | None:
    for other in reversed(earlier):
        if not _comparable(figure, other) or other.subset_of is not None or other.same_as is not None:
            continue
        if _inside(figure.place, other.place):
            return other
    return None


def _comparable(figure: Figure, other: Figure) -> bool:
    """Whether the other figure could be the total: same measure, unit and scope, running, and not smaller."""
    if (figure.measure, figure.unit, figure.scope) != (other.measure, other.unit, other.scope):
        return False
    if not other.explicit or other.scope not in COVERING or figure.when != other.when:
        return False
    if "vague" in (figure.qualifier, other.qualifier):
        return False
    worth = figure.low if figure.low is not None else figure.high
    most = other.high if other.high is not None else other.low
    return worth is not None and most is not None and worth < most


def _inside(inner: PlaceRef | None, outer: PlaceRef | None) -> bool:
    """Whether a place is a smaller one in the same country as a wider one (by precision; settlements are in
    none).
    """
    if (
        inner is None
        or outer is None
        or inner.name == outer.name
        or inner.country != outer.country
        or inner.country is None
    ):
        return False
    return WIDTH.get(inner.precision or "", 0) < WIDTH.get(outer.precision or "", 0)
