"""Differences between comparable figures: who says what, in which words, and how the two stand."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recuento.cli.output import View
from recuento.cli.speech import tell, wording
from recuento.cli.views.flat import columns_of, flat
from recuento.cli.views.tables import make_table
from recuento.cli.words import cut
from recuento.tally import Difference

if TYPE_CHECKING:
    from rich.console import RenderableType

RELATIONS = (
    "agrees",
    "refines",
    "bound_compatible",
    "later",
    "different_definition",
    "differs",
    "contradicts",
)
HEADER = ("relation", "measure", "one says", "the other says", "why")


def _tables(found: Iterator[Difference]) -> "Iterator[RenderableType]":
    yield make_table(HEADER, (_cells(each) for each in found))


def _cells(each: Difference) -> tuple[str, ...]:
    relation = each.relation if each.kind == "number" else f"{each.relation} ({each.kind})"
    return (
        relation,
        each.measure,
        _side(each.left_speaker, each.left_quote, each.left),
        _side(each.right_speaker, each.right_quote, each.right),
        cut(tell(each.reason), 120),
    )


def _side(speaker: str, quote: str, claim: str) -> str:
    return f"{cut(wording().voice(speaker), 40)}: “{cut(quote, 80)}” [{claim[:8]}]"


DIFFERENCES: View[Difference] = View(
    lines=lambda each: (each,),
    columns=columns_of(Difference),
    rows=lambda each: (flat(each),),
    table=_tables,
)
