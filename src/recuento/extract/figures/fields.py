"""The fields of a figure that its sentence decides: modality, from the pack's lists."""

from functools import cache

import msgspec

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.candidates import Candidate
from recuento.language import Pack
from recuento.language.wordtable import WordTable


class ModalityWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `modality.yml`."""

    near: dict[str, tuple[str, ...]]
    near_reach: int
    plain_after: tuple[str, ...]
    subjunctive_only_base: frozenset[str]


class FieldTables:
    """Modality words of a pack, ready to be looked up."""

    def __init__(self, pack: Pack) -> None:
        self.modality = pack.section("modality", ModalityWords)
        self.near = WordTable.of_lists(self.modality.near)


@cache
def field_tables(pack: Pack) -> FieldTables:
    """The field tables of a pack, compiled once."""
    return FieldTables(pack)


def modality_of(a: Analysis, candidate: Candidate, tables: FieldTables) -> tuple[str, str | None]:
    """(modality, rule) by the words before the harm word and before the number."""
    for anchor in (candidate.harm_first, candidate.first):
        start = a.group_start(anchor) if anchor == candidate.harm_first else anchor
        for at in range(max(0, start - tables.modality.near_reach), min(anchor + 1, len(a.lowers))):
            found = tables.near.at(a.lowers, at)
            if not found or found[0] > max(candidate.harm_last, candidate.last):
                continue
            clear = all(a.lower(k) not in (",", ";", ".") for k in range(found[0], anchor))
            if clear:
                return found[1], f"modality-{found[1]}"
    return "asserted", None
