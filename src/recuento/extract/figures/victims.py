"""Implied victims of a report told once: a person already counted is not counted again.

`told-before`: the same words again; a definite noun that an earlier victim of the same harm was called by; a
name that shares a word with an earlier victim's name; a name after one unnamed victim of that harm, or the
reverse, since reports describe a victim first and name them after ("A man was shot ... Lee Roe, 34, died at
the scene").
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from recuento.extract.figures.candidate import ONE, Candidate
from recuento.extract.figures.draft import Draft

NEAR = 6  # sentences between the description of a victim and the name, at most
PERSONAL = ("killed", "injured", "missing", "abducted", "detained")


@dataclass
class Told:
    """The victims of one harm told so far: their words, and how many are not yet named or not yet
    described.
    """

    words: list[tuple[str, ...]] = field(default_factory=list)
    unnamed: list[int] = field(default_factory=list)
    undescribed: list[int] = field(default_factory=list)

    def take(self, waiting: list[int], sentence: int) -> bool:
        """Take one who waits for a name or a description and was told not many sentences ago."""
        near = [k for k in waiting if sentence - k <= NEAR]
        if near:
            waiting.remove(near[0])
        return bool(near)


def once_told(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without implied victims that were told before; the links of parts are renumbered."""
    kept: list[int] = []
    seen: dict[str, Told] = {}
    for number, draft in enumerate(drafts):
        if draft.candidate.explicit:
            kept.append(number)
            continue
        told = seen.setdefault(draft.candidate.measure, Told())
        died = draft.candidate.measure == "injured" and _is_known(
            draft, _words(draft), seen.get("killed", Told())
        )
        if not _is_told(draft, told, fresh=_beside_kept(drafts, kept, draft)) and not died:
            kept.append(number)
    place = {old: new for new, old in enumerate(kept)}
    return [
        drafts[old]._replace(whole=place.get(whole) if (whole := drafts[old].whole) is not None else None)
        for old in kept
    ]


def _beside_kept(drafts: Sequence[Draft], kept: Sequence[int], draft: Draft) -> bool:
    """Whether another victim of the same frame was just counted: two people joined by "and" are two."""
    harm = (draft.candidate.sentence, draft.candidate.harm_first)
    return any((drafts[k].candidate.sentence, drafts[k].candidate.harm_first) == harm for k in kept[-3:])


def _is_told(draft: Draft, told: Told, *, fresh: bool) -> bool:
    """Whether the victim was told before; what is new of them is noted either way."""
    words, named = _words(draft), _is_proper(draft)
    known = words in told.words if fresh else _is_known(draft, words, told)
    if not known and not fresh and draft.candidate.measure in PERSONAL and draft.candidate.unit == "person":
        if named:
            known = told.take(told.unnamed, draft.candidate.sentence)
        elif not _is_new(draft):
            known = told.take(told.undescribed, draft.candidate.sentence)
    if not known:
        (told.undescribed if named else told.unnamed).append(draft.candidate.sentence)
    told.words.append(words)
    return known


def _is_known(draft: Draft, words: tuple[str, ...], told: Told) -> bool:
    if words in told.words:
        return True
    if _is_proper(draft):
        return any(_same_name(words, earlier) for earlier in told.words)
    return not _is_new(draft) and any(words[-1] == earlier[-1] for earlier in told.words if earlier)


def _same_name(words: tuple[str, ...], earlier: tuple[str, ...]) -> bool:
    """Whether two names may be one person's: one within the other, or the same last word."""
    return set(words) <= set(earlier) or set(earlier) <= set(words) or words[-1:] == earlier[-1:]


def _is_new(draft: Draft) -> bool:
    """Whether the determiner tells of somebody not told of before ("a", "another")."""
    phrase = draft.candidate.phrase
    return phrase is None or phrase.determiner in draft.analysis.words.new_determiners


def _words(draft: Draft) -> tuple[str, ...]:
    """The lower-cased words of the victim, without the determiner, possessive marks and ages."""
    candidate, a = draft.candidate, draft.analysis
    words = [
        a.lowers[k] for k in range(candidate.first, candidate.last) if a.lowers[k] not in a.words.possessive
    ]
    return tuple(words[1:] if _has_determiner(draft.candidate) and len(words) > 1 else words)


def _has_determiner(candidate: Candidate) -> bool:
    return candidate.phrase is not None and bool(candidate.phrase.determiner)


def _is_proper(draft: Draft) -> bool:
    """Whether the victim is told by name."""
    tags = draft.analysis.tags
    return draft.candidate.noun == ONE and all(
        tags[k] in ("PROPN", "PUNCT") for k in range(draft.candidate.first, draft.candidate.last)
    )
