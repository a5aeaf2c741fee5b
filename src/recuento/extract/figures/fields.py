"""The fields of a figure that its sentence decides: modality, from the pack's lists."""

from collections.abc import Mapping
from functools import cache

import msgspec

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.candidate import Candidate
from recuento.language import Pack
from recuento.language.wordtable import WordTable


class ModalityWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `modality.yml`."""

    near: dict[str, tuple[str, ...]]
    near_reach: int
    group: frozenset[str]
    unreal: tuple[str, ...]
    clause: dict[str, tuple[str, ...]]
    behind: dict[str, tuple[str, ...]] = {}
    prospective_endings: tuple[str, ...] = ()


class FieldTables:
    """Modality words of a pack, ready to be looked up."""

    def __init__(self, pack: Pack) -> None:
        self.modality = pack.section("modality", ModalityWords)
        self.near = _modalities(pack, self.modality.near)
        self.clause = _modalities(pack, self.modality.clause)
        self.behind = _modalities(pack, self.modality.behind)
        self.unreal = WordTable((phrase, True) for phrase in self.modality.unreal)


def _modalities(pack: Pack, lists: Mapping[str, tuple[str, ...]]) -> WordTable[str]:
    """The words of each modality, in every form."""
    return WordTable(
        (form, modality)
        for modality, phrases in lists.items()
        for phrase in phrases
        for form in pack.forms(phrase)
    )


@cache
def field_tables(pack: Pack) -> FieldTables:
    """The field tables of a pack, compiled once."""
    return FieldTables(pack)


def is_unreal(a: Analysis, candidate: Candidate, tables: FieldTables) -> bool:
    """Whether the harm is told as what did not happen ("30 men would have died")."""
    start = a.group_start(candidate.harm_first)
    return any(tables.unreal.at(a.lowers, k) for k in range(start, candidate.harm_first))


def _reach_left(a: Analysis, start: int, reach: int) -> int:
    """The token `reach` words to the left, a phrase without a number counting as one word."""
    at = start
    while at > 0 and reach > 0:
        number = a.phrase_at.get(at - 1)
        whole = number is not None and a.phrases[number].quantity is None
        at = a.phrases[number].first if whole and number is not None else at - 1
        reach -= 1
    return at


def _governs(a: Analysis, end: int, anchor: int) -> bool:
    """Whether words that end before token `end` can bear on the harm at `anchor`: no clause opens between."""
    opens = a.words.relatives | a.words.subordinators
    finite = (k for k in range(end, anchor) if a.tag(k) == "AUX" and a.lower(k) not in a.words.have)
    return next(finite, None) is None and not any(a.lower(k) in opens for k in range(end, anchor))


def _is_prospective(a: Analysis, candidate: Candidate, tables: FieldTables) -> bool:
    """Whether the form of the harm's verb tells what may come ("desplazaría a un millón")."""
    endings, at = tables.modality.prospective_endings, candidate.harm_first
    return bool(endings) and a.tag(at) == "VERB" and a.lower(at).endswith(endings)


def modality_of(a: Analysis, candidate: Candidate, tables: FieldTables) -> tuple[str, str | None]:
    """(modality, rule) by the words before the harm word and before the number."""
    for anchor in (candidate.harm_first, candidate.first):
        group = a.group_start(anchor)
        start = group if anchor == candidate.harm_first else anchor
        for at in range(_reach_left(a, start, tables.modality.near_reach), min(anchor + 1, len(a.lowers))):
            found = tables.near.at(a.lowers, at)
            if not found or found[0] > max(candidate.harm_last, candidate.last) or at in a.sheet.timed:
                continue
            if at < group and not _governs(a, found[0], anchor):
                continue
            modal = a.lower(at) in tables.modality.group
            if modal and not (anchor == candidate.harm_first and at >= group and a.tag(at) == "AUX"):
                continue  # "in May after dozens were killed"; "it will be recalled that seven died"
            if all(a.lower(k) not in (",", ";", ".") for k in range(found[0], anchor)):
                return found[1], f"modality-{found[1]}"
    behind = tables.behind.at(a.lowers, candidate.harm_last)
    if behind:
        return behind[1], f"modality-{behind[1]}"
    if _is_prospective(a, candidate, tables):
        return "feared", "modality-feared"
    if candidate.kind != "zero" and a.negated_at(candidate.harm_first):
        return "denied", "modality-negated"
    for at in range(candidate.first):
        told = tables.clause.at(a.lowers, at)
        if told:
            return told[1], f"modality-{told[1]}"
    return "asserted", None
