"""How the claims of a report hang together: restatements to their first statement, parts to their whole."""

from collections.abc import Mapping, Sequence

from recuento.model import Claim, Figure

NOT_COUNTED = ("denied", "feared", "projected", "threatened", "retracted")
RUNNING = ("cumulative", "stock")


def figures_of(claims: Sequence[Claim]) -> dict[str, Figure]:
    """The figures among claims, by id, in the order of their reports and places in the text."""
    figures = [claim for claim in claims if isinstance(claim, Figure)]
    return {figure.id: figure for figure in sorted(figures, key=text_order)}


def text_order(claim: Claim) -> tuple[str, int, int, str]:
    """A key that orders claims by report and place in the text, whatever order they come in."""
    return claim.report, claim.start, claim.end, claim.id


def first_statement(figure: Figure, figures: Mapping[str, Figure]) -> Figure:
    """The figure that states the same fact first, by `same_as`; itself where it restates nothing known."""
    seen = {figure.id}
    while figure.same_as is not None and figure.same_as in figures and figure.same_as not in seen:
        figure = figures[figure.same_as]
        seen.add(figure.id)
    return figure


def whole_of(figure: Figure, figures: Mapping[str, Figure]) -> Figure | None:
    """The figure that this one is a part or remainder of, in its first statement; else None."""
    target = figure.subset_of or figure.remainder_of
    return first_statement(figures[target], figures) if target is not None and target in figures else None


def is_part(figure: Figure) -> bool:
    """Whether the report tells the figure as a part or the remainder of another."""
    return figure.subset_of is not None or figure.remainder_of is not None


def wholes_above(figure: Figure, figures: Mapping[str, Figure]) -> frozenset[str]:
    """The ids of every whole above a figure, the nearest and theirs; safe against circles."""
    above: set[str] = set()
    whole = whole_of(first_statement(figure, figures), figures)
    while whole is not None and whole.id not in above and whole.id != figure.id:
        above.add(whole.id)
        whole = whole_of(whole, figures)
    return frozenset(above)
