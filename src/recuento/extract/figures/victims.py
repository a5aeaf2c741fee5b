"""Implied victims of a report told once: a person already counted is not counted again.

`told-before`: the same words again ("a 10-year-old boy ... the 10-year-old boy"), a definite noun that an earlier victim
of the same harm was called by, or a name that shares a word with an earlier victim's name.
"""

from collections.abc import Sequence

from recuento.extract.figures.build import Draft
from recuento.extract.figures.candidates import ONE, Candidate


def once_told(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without implied victims that were told before; the links of parts are renumbered."""
    kept: list[int] = []
    seen: dict[str, set[tuple[str, ...]]] = {}
    for number, draft in enumerate(drafts):
        if draft.candidate.explicit:
            kept.append(number)
            continue
        words = _words(draft)
        told = seen.setdefault(draft.candidate.measure, set())
        if not _is_told(draft, words, told):
            kept.append(number)
        told.add(words)
    place = {old: new for new, old in enumerate(kept)}
    return [
        drafts[old]._replace(whole=place.get(whole) if (whole := drafts[old].whole) is not None else None)
        for old in kept
    ]


def _words(draft: Draft) -> tuple[str, ...]:
    """The lower-cased words of the victim, without the determiner and possessive marks."""
    candidate, a = draft.candidate, draft.analysis
    words = [a.lowers[k] for k in range(candidate.first, candidate.last) if a.lowers[k] not in a.words.possessive]
    return tuple(words[1:] if _has_determiner(draft.candidate) and len(words) > 1 else words)


def _has_determiner(candidate: Candidate) -> bool:
    return candidate.phrase is not None and bool(candidate.phrase.determiner)


def _is_told(draft: Draft, words: tuple[str, ...], told: set[tuple[str, ...]]) -> bool:
    if words in told:
        return True
    phrase = draft.candidate.phrase
    definite = phrase is not None and phrase.determiner not in draft.analysis.words.new_determiners
    if draft.candidate.noun == ONE and _is_proper(draft):
        return any(set(words) & set(earlier) for earlier in told)
    return definite and any(words[-1] == earlier[-1] for earlier in told if earlier)


def _is_proper(draft: Draft) -> bool:
    return all(draft.analysis.tags[k] in ("PROPN", "PUNCT") for k in range(draft.candidate.first, draft.candidate.last))
