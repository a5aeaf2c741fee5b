"""Victims named under a count: "including the leader Ana Ruiz", "three nurses: Ana Ruiz, Luz Vega and Eva
Sol".

`named-part`: names after the words that open parts, after a colon that follows a figure, or after
"identified as"; each is one implied victim, a part of that figure. "The victims were identified as" also
tells of a figure some sentences before, if it counts just as many as are named. Wrong where a name after
the colon is of somebody who only stands near.
"""

from collections.abc import Sequence

from recuento.extract.figures.analysis import Analysis
from recuento.extract.figures.candidate import ONE, Candidate
from recuento.extract.figures.grammar import Grammar
from recuento.extract.figures.implied import Victim, name_of
from recuento.extract.figures.lean import measures_named, nearest_whole
from recuento.extract.figures.phrases import Phrase, Sheet

PERSONAL = ("killed", "injured", "missing", "abducted", "detained")


def find_named_parts(
    a: Analysis, own: Sequence[Candidate], before: Sequence[Candidate], far: Sequence[Candidate] = ()
) -> list[tuple[Candidate, Candidate]]:
    """(named victim, the figure it is a part of) pairs of a sentence; `far` are figures some sentences
    before.
    """
    found: list[tuple[Candidate, Candidate]] = []
    if not before and not far and not any(c.explicit for c in own):
        return found
    taken = {c.first for c in own}
    for start, whole in [*_starts(a, own, before), *_identified(a, far)]:
        for first, last in _names(a, start):
            if first not in taken and whole.measure in PERSONAL and whole.unit == "person":
                taken.add(first)
                found.append((_named(a, first, last, whole), whole))
    return found


def _starts(
    a: Analysis, own: Sequence[Candidate], before: Sequence[Candidate]
) -> list[tuple[int, Candidate]]:
    """Where names of victims may begin: the token, and the figure whose victims they are."""
    found = []
    for at in range(1, len(a.lowers)):
        opens = a.grammar.parts_open.ending(a.lowers, at) or a.grammar.identified.ending(a.lowers, at)
        ahead = [c for c in own if c.explicit and _end(c) == at - 1]
        whole = ahead[-1] if a.lower(at - 1) == ":" and ahead else None
        if opens:
            named = measures_named(a, opens[0], at)
            whole = nearest_whole(opens[0], [c for c in own if c.explicit], before, named)
        if whole is not None:
            found.append((at, whole))
    return found


def names_victims(sheet: Sheet, grammar: Grammar) -> bool:
    """Whether words that names of victims follow stand in a sentence, not yet tagged."""
    return any(grammar.identified.at(sheet.lowers, at) for at in range(len(sheet.lowers)))


def _identified(a: Analysis, far: Sequence[Candidate]) -> list[tuple[int, Candidate]]:
    """Where all victims of an earlier figure are named: as many names as it counts."""
    found = []
    for at in range(1, len(a.lowers)):
        if a.grammar.identified.ending(a.lowers, at):
            named = len(_names(a, at))
            whole = next((c for c in reversed(far) if c.low == c.high == named and named > 1), None)
            if whole is not None:
                found.append((at, whole))
    return found


def _end(candidate: Candidate) -> int:
    """The token after a figure's number, words and harm."""
    phrase = candidate.phrase
    return max(candidate.last, candidate.harm_last, phrase.last if phrase is not None else 0)


def _names(a: Analysis, start: int) -> list[tuple[int, int]]:
    """The names of the list that begins at a token: joined by commas, "and" or semicolons, ages between
    passed over.
    """
    found: list[tuple[int, int]] = []
    at = start + (a.lower(start) in a.words.there_is)  # "entre ellos está Ana Ruiz"
    while at < len(a.lowers):
        number = a.phrase_at.get(at)
        phrase = a.phrases[number] if number is not None else None
        name = _one_of_them(a, phrase) if phrase is not None and phrase.quantity is None else None
        if phrase is not None and name is not None:
            found.append((name.first, name.last))
            at = phrase.last
        elif phrase is not None and phrase.quantity is not None and a.words.subjects_follow:
            at = a.after_complements(phrase.last)  # "two Finns and a Frenchwoman"
        elif a.lower(at) in (",", ";") or a.tag(at) == "CCONJ" or (a.lower(at).isdigit() and found):
            at += 1
        else:
            break
    return found


def _one_of_them(a: Analysis, phrase: Phrase) -> Victim | None:
    """Who a phrase in a list of parts tells of: one who is named or, where the pack takes them, described."""
    named = name_of(a, phrase.first, phrase.last)
    noun = phrase.noun
    if named is None and noun is None and not (a.has_small or phrase.determiner or phrase.pronoun):
        return Victim(phrase.first, phrase.last, ONE)  # in capitals word classes tell no names
    told = noun is not None and noun.kind == "person" and not noun.plural and not phrase.pronoun
    if named is not None or not a.words.subjects_follow or noun is None or not told:
        return named
    single = phrase.determiner in a.lexicon.groups.singular_determiners
    return Victim(phrase.first, phrase.last, noun) if single else None


def _named(a: Analysis, first: int, last: int, whole: Candidate) -> Candidate:
    number = a.phrase_at[first]
    return whole._replace(
        sentence=a.sheet.number, first=first, last=last, low=1, high=1, qualifier="exactly",
        unit="person", explicit=False, kind="implied", noun=ONE, phrase=a.phrases[number],
        rule="named-part", harm_first=first, harm_last=last, base=None,
        actor=whole.actor if whole.sentence == a.sheet.number else None,
    )  # fmt: skip
