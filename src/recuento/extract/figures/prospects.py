"""Whether a sentence can tell a figure at all, told by its words alone, before it is tagged and analysed.

A harm word and a number can; so can a harm word and one victim, who must be named (a capital, in no place or
time) or described (a noun of a person or building in the singular with its determiner). Half of the sentences
with a harm word have neither. Wrong where a name that opens the sentence is also a common word.
"""

from recuento.extract.figures.grammar import Grammar
from recuento.extract.figures.implied import NEVER_IMPLIED
from recuento.extract.figures.lexicon import Lexicon
from recuento.extract.figures.phrases import Sheet


def is_promising(sheet: Sheet, lexicon: Lexicon, grammar: Grammar, *, headline: bool) -> bool:
    """Whether a sheet, not yet tagged, may give a figure that leans on no sentence before it."""
    measures = _measures(sheet, lexicon)
    if sheet.quantities:
        return bool(measures) or _has_label(sheet, lexicon)
    if measures and _may_be_none(sheet, grammar):
        return True
    if measures.issubset(NEVER_IMPLIED):
        return False
    return _has_name(sheet, lexicon, grammar) or _has_described(sheet, lexicon, grammar, headline=headline)


def _may_be_none(sheet: Sheet, grammar: Grammar) -> bool:
    """Whether a harm may be denied without a number, where a language does so ("no hubo muertos")."""
    words = grammar.words
    return bool(words.none_told) and not (words.negators | words.without).isdisjoint(sheet.lowers)


def _measures(sheet: Sheet, lexicon: Lexicon) -> set[str]:
    """What the harm words of a sentence may tell of, whatever their word class."""
    found, lowers, triggers = set[str](), sheet.lowers, lexicon.trigger_words
    for at in [k for k, lower in enumerate(lowers) if lower in triggers]:
        hit = lexicon.senses.at(lowers, at)
        if hit:
            found.update([sense.measure for sense in hit[1]])
    return found


def _has_label(sheet: Sheet, lexicon: Lexicon) -> bool:
    """Whether a label of figures stands in a sentence: "Deaths: 12"."""
    if lexicon.label_words.isdisjoint(sheet.lowers):
        return False
    return any(lexicon.labels.at(sheet.lowers, at) for at in range(len(sheet.lowers)))


def _has_name(sheet: Sheet, lexicon: Lexicon, grammar: Grammar) -> bool:
    """Whether a word may name a person: a capital that no place or time and no first word explains."""
    for at, token in enumerate(sheet.tokens):
        if token.text[0].isupper() and at not in sheet.placed and at not in sheet.timed:
            if at > 0:
                return True
            known = token.lower in grammar.closed or token.lower in lexicon.pronouns
            if not known and lexicon.nouns.at(sheet.lowers, 0) is None:
                return True
    return False


def _has_described(sheet: Sheet, lexicon: Lexicon, grammar: Grammar, *, headline: bool) -> bool:
    """Whether one person or building is described: "a clerk"; headlines leave the article out."""
    lowers, groups = sheet.lowers, lexicon.groups
    contracted = any(lower in grammar.contracted for lower in lowers)
    marked = not grammar.words.object_marks.isdisjoint(lowers)
    if not (headline or contracted or marked) and groups.singular_determiners.isdisjoint(lowers):
        return False
    for at in range(len(lowers)):
        noun = lexicon.nouns.at(lowers, at)
        if noun is not None and noun[1].kind != "not_counted" and not noun[1].plural:
            return True
    return not grammar.words.new_determiners.isdisjoint(lowers) and any(
        lower.endswith(groups.person_endings) for lower in lowers
    )
