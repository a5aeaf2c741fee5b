"""The steps of reading a sentence, as a tree."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recuento.cli.explained import Explained
from recuento.cli.output import View
from recuento.cli.speech import tell
from recuento.cli.words import plain

if TYPE_CHECKING:
    from rich.console import RenderableType


def _line(each: Explained) -> dict[str, object]:
    return {"sentence": each.sentence, **dict(each.steps)}


def _rows(each: Explained) -> Iterator[dict[str, object]]:
    for step, found in each.steps:
        for words in found:
            yield {"sentence": each.sentence, "step": step, "found": words}


def _trees(all_explained: Iterator[Explained]) -> "Iterator[RenderableType]":
    from rich.text import Text  # noqa: PLC0415 - Rich costs 50 ms at start-up, and only a table needs it
    from rich.tree import Tree  # noqa: PLC0415 - as above

    for each in all_explained:
        tree = Tree(Text(plain(each.sentence), style="bold"))
        for step, found in each.steps:
            branch = tree.add(Text(step if found else tell(f"{step}: none")))
            for words in found:
                branch.add(Text(plain(words)))
        yield tree


EXPLAINED: View[Explained] = View(
    lines=lambda each: (_line(each),), columns=("sentence", "step", "found"), rows=_rows, table=_trees
)
