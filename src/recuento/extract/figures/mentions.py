"""Where harm words stand in a sentence, and in which senses."""

from collections.abc import Sequence
from typing import NamedTuple

from recuento.extract.figures.grammar import Grammar
from recuento.extract.figures.lexicon import Lexicon, Sense
from recuento.extract.tokens import Token

VERBS = ("transitive", "intransitive", "weapon")
FINITE = ("base", "third", "active")


class HarmMention(NamedTuple):
    """Harm words over tokens `first:last`, with every sense the words may have."""

    first: int
    last: int
    senses: tuple[Sense, ...]

    def of(self, *parts: str) -> tuple[Sense, ...]:
        """The senses of these parts."""
        return tuple(sense for sense in self.senses if sense.part in parts)


def with_initials(tags: Sequence[str], tokens: Sequence[Token]) -> list[str]:
    """The word classes, with letters that stand for a name as names: "R. V. L. was hurt"."""
    found = list(tags)
    for at in range(len(tokens)):
        after = _is_initial(tokens, at) and (_is_initial(tokens, at + 2) or _is_initial(tokens, at - 2))
        last = (
            at > 1 and _is_initial(tokens, at - 2) and len(tokens[at].text) == 1 and tokens[at].text.isupper()
        )
        if after or last:
            found[at] = "PROPN"
    return found


def _is_initial(tokens: Sequence[Token], at: int) -> bool:
    if not 0 <= at < len(tokens) - 1:
        return False
    return len(tokens[at].text) == 1 and tokens[at].text.isupper() and tokens[at + 1].text == "."


def with_verbs(tags: Sequence[str], lowers: Sequence[str], lexicon: Lexicon, grammar: Grammar) -> list[str]:
    """The word classes, with harm verbs as verbs whatever the tagger said: their finite forms, and
    participles after a helping verb ("resultaron heridas").

    Only for a pack that tells which forms are nouns as well (`homographs`): there the rest are certain.
    """
    found, helping, adverbs = list(tags), grammar.verbal, grammar.words.adverb_endings
    certain = lexicon.harms.homographs
    if certain is None:
        return found
    for at, lower in enumerate(lowers):
        before = at - 1
        while before >= 0 and tags[before] == "ADV":
            before -= 1
        if found[at] in ("NOUN", "ADJ") and adverbs and lower.endswith(adverbs):
            found[at] = "ADV"
        verb = lower in helping and found[at] in ("NOUN", "PROPN", "ADJ")
        if verb and (at == 0 or tags[at - 1] not in ("DET", "ADJ", "ADP", "NUM")):
            found[at] = "VERB"
        helped = before >= 0 and lowers[before] in helping and _has_form(lower, lexicon, "participle")
        if found[at] == "AUX" and lower not in helping:
            found[at] = "PROPN" if at == 0 else "VERB"  # the helping verbs are all listed
        if found[at] in ("DET", "ADP", "PRON") and lexicon.nouns.at([lower], 0):
            found[at] = "NOUN"
        if helped or (lower not in certain and _is_finite(lower, lexicon)):
            found[at] = "VERB"
    return found


def _has_form(lower: str, lexicon: Lexicon, form: str) -> bool:
    """Whether a word may be this form of a harm verb."""
    found = lexicon.senses.at([lower], 0) if lower in lexicon.trigger_words else None
    return found is not None and any(s.form == form for s in found[1])


def _is_finite(lower: str, lexicon: Lexicon) -> bool:
    """Whether a word has no sense but those of a finite verb."""
    found = lexicon.senses.at([lower], 0) if lower in lexicon.trigger_words else None
    return found is not None and all(s.part in VERBS and s.form in FINITE for s in found[1])


def find_mentions(
    lowers: Sequence[str], tags: Sequence[str], lexicon: Lexicon, clitics: frozenset[str] = frozenset()
) -> list[HarmMention]:
    """The harm mentions of a sentence, left to right, the longest phrase at each place."""
    found, free, triggers = [], 0, lexicon.trigger_words
    for at in [k for k, lower in enumerate(lowers) if lower in triggers]:
        hit = lexicon.senses.at(lowers, at) if at >= free else None
        if hit:
            to = at > 0 and lowers[at - 1] in lexicon.harms.infinitive
            several = hit[0] > at + 1
            certain = lexicon.harms.homographs is not None
            senses = tuple(s for s in hit[1] if several or _may_be(tags[at], s, to=to, certain=certain))
            if lexicon.harms.with_clitic and not _has_clitic(lowers, at, clitics):
                senses = tuple(s for s in senses if s.entry not in lexicon.harms.with_clitic)
            if senses:
                found.append(HarmMention(at, hit[0], senses))
            free = hit[0]
    return found


def _has_clitic(lowers: Sequence[str], at: int, clitics: frozenset[str]) -> bool:
    """Whether a pronoun stands before a verb, or before its helping verb ("se han llevado")."""
    return any(lower in clitics for lower in lowers[max(0, at - 2) : at])


def _may_be(tag: str, sense: Sense, *, to: bool, certain: bool) -> bool:
    """Whether a single word of this class can have this sense: a noun is no finite verb ("in March", "two
    protests"), but for its base after "to", which taggers mistake ("planned to murder 30").
    """
    if to and sense.form == "base":
        return True
    if tag in ("ADP", "ADV", "DET", "PRON", "CCONJ", "SCONJ"):
        return sense.part not in ("transitive", "intransitive", "weapon")
    if tag == "PROPN" and sense.part == "causative":
        return False  # "the Defence Forces" compel nobody
    if tag in ("NOUN", "PROPN"):
        return not (
            sense.part in ("transitive", "intransitive", "weapon")
            and sense.form in ("base", "third", "active")
        )
    if tag == "VERB":
        return not (sense.part == "noun" and (certain or sense.form == "singular"))
    return True
