"""Noun phrases of a sentence, with the quantity they hold and what their head names.

A phrase is a run of determiners, adjectives, participles before a noun, nouns, names and possessives. A
quantity opens one or stands in it; "hundreds of people" and "two of the five men" are one phrase each
(`partitive`).
"""

from collections.abc import Sequence
from typing import NamedTuple

from recuento.extract.figures.grammar import Grammar
from recuento.extract.figures.lexicon import Lexicon, NounSense
from recuento.extract.figures.quantity import Quantity
from recuento.extract.tokens import Token

NOMINAL = {"NOUN", "PROPN", "ADJ", "NUM"}
HEADS = {"NOUN", "PROPN", "ADJ", "PRON", "VERB"}
DEEPEST = 20  # phrases within phrases ("two of the five of ..."); a text with more is no prose
MODIFIER = {"ADJ", "VERB", "ADV"}


class Phrase(NamedTuple):
    """A noun phrase over tokens `first:last`; `head` is its last noun's token, -1 where only a number
    stands.
    """

    first: int
    last: int
    head: int
    quantity: Quantity | None
    noun: NounSense | None
    determiner: str
    proper: bool
    pronoun: bool
    partitive: bool


class Sheet(NamedTuple):
    """A sentence laid out for the rules.

    `timed` are the tokens that belong to times, `placed` those of names of places; `verbal` those of harm
    verbs of several words, which are in no phrase ("shot dead"); `number` is the sentence's in its report.
    """

    tokens: Sequence[Token]
    lowers: Sequence[str]
    tags: Sequence[str]
    quantities: Sequence[Quantity]
    timed: frozenset[int]
    placed: frozenset[int] = frozenset()
    verbal: frozenset[int] = frozenset()
    number: int = 0


class Chunker:
    """Cuts one sentence into noun phrases."""

    def __init__(self, sheet: Sheet, lexicon: Lexicon, grammar: Grammar) -> None:
        self.sheet = sheet
        self.lexicon = lexicon
        self.grammar = grammar
        self.depth = 0
        self.opening = {quantity.begin: quantity for quantity in sheet.quantities}
        self.inside = {k for quantity in sheet.quantities for k in range(quantity.begin, quantity.stop)}

    def phrases(self) -> list[Phrase]:
        """The noun phrases, left to right."""
        found, at = [], 0
        while at < len(self.sheet.tokens):
            phrase = self._phrase_at(at)
            if phrase:
                found.append(phrase)
            at = phrase.last if phrase else at + 1
        return found

    def _phrase_at(self, at: int) -> Phrase | None:
        tag = self.sheet.tags[at]
        if at in self.sheet.timed or at in self.sheet.verbal:
            return None
        if at in self.opening:
            return self._quantified(at, at, "")
        groups, lower = self.lexicon.groups, self.sheet.lowers[at]
        owner = lower in groups.kin_owners
        if tag == "PRON" and lower in self.grammar.words.clitics:
            return None
        if tag in ("PRON", "DET") and lower in self.grammar.words.standing and not self._opens_phrase(at + 1):
            return Phrase(at, at + 1, -1, None, None, lower, False, False, False)
        if tag == "PRON" or lower in self.lexicon.pronouns:
            followed = owner and at + 1 < len(self.sheet.tags) and self._extends(at + 1, bare=True)
            if not followed:
                return Phrase(at, at + 1, at, None, None, "", False, True, False)
        elif not (tag in NOMINAL or tag == "DET" or owner):
            return None
        determiner = "" if tag in NOMINAL else lower
        if not determiner and at > 0:
            determiner = self.grammar.contracted.get(self.sheet.lowers[at - 1], "")
            if determiner:
                return self._plain(at, at, determiner)
        start = at
        at += 1 if determiner else 0
        if at in self.opening and determiner:
            return self._quantified(start, at, determiner)
        return self._plain(start, at, determiner)

    def _opens_phrase(self, at: int) -> bool:
        """Whether a noun or a number that belongs to a determiner stands at token `at`."""
        return at in self.opening or (at < len(self.sheet.tags) and self.sheet.tags[at] in NOMINAL)

    def _plain(self, start: int, at: int, determiner: str) -> Phrase | None:
        end = self._run(at, bool(determiner))
        if determiner and end == at and self.sheet.tags[at : at + 1] == ["VERB"] and at + 1 in self.opening:
            return self._quantified(start, at + 1, determiner)  # "a staggering 10,000 people"
        nouns = range(at, end) if self.grammar.words.adjectives_follow else range(end - 1, end)
        if (
            end in self.opening
            and end > at
            and all(self.sheet.tags[k] not in ("NOUN", "PROPN") for k in nouns)
        ):
            return self._quantified(start, end, determiner)
        return self._made((start, max(end, start + 1)), at, None, determiner)

    def _quantified(self, start: int, at: int, determiner: str) -> Phrase:
        """A phrase with a quantity: the words counted stand after it, or after "of"."""
        quantity = self.opening[at]
        end = quantity.stop
        bare_zero = quantity.kind == "zero" and self.sheet.tags[quantity.first] == "DET"
        of = end + 1 < len(self.sheet.tokens) and self.sheet.lowers[end] in self.grammar.words.of
        self.depth += 1
        inner = self._phrase_at(end + 1) if of and not bare_zero and self.depth < DEEPEST else None
        self.depth -= 1
        if inner:
            return self._made((start, inner.last), end + 1, quantity, determiner, partitive=True)
        return self._made((start, self._run(end, True)), end, quantity, determiner)

    def _made(
        self,
        span: tuple[int, int],
        body: int,
        quantity: Quantity | None,
        determiner: str,
        *,
        partitive: bool = False,
    ) -> Phrase:
        """The phrase over a span of tokens, whose nominal words begin at token `body`."""
        start, end = span
        head = self._head(body, end)
        found = self.lexicon.nouns.ending(self.sheet.lowers, head + 1) if head >= 0 else None
        noun = found[1] if found and found[0] >= start else None
        if head >= 0 and self.grammar.words.adjectives_follow:
            longer = self.lexicon.nouns.at(self.sheet.lowers, head)
            if longer and longer[0] > head + 1:  # "grupos familiares", "menores de edad"
                noun, end = longer[1], max(end, longer[0])
        if head >= 0 and noun is None and self.sheet.lowers[head] in self.lexicon.groups.not_heads:
            head, noun = self._listed(head + 1, end) or (head, None)
        proper = quantity is None and head >= 0 and self.sheet.tags[head] == "PROPN" and noun is None
        return Phrase(start, end, head, quantity, noun, determiner, proper, False, partitive)

    def _listed(self, body: int, end: int) -> tuple[int, NounSense] | None:
        """The first noun of the lists in a phrase, after a word that only seemed its head: a tagger may take
        "presunto homicida" for noun and adjective.
        """
        for k in range(body, end):
            found = self.lexicon.nouns.ending(self.sheet.lowers, k + 1)
            if found and found[0] >= body and k not in self.inside and self.sheet.tags[k] in NOMINAL:
                return k, found[1]
        return None

    def _head(self, body: int, end: int) -> int:
        """The last noun of the words `body:end`, else their last word that may stand for one; -1 where there
        is none.
        """
        tags = self.sheet.tags
        heads = [k for k in range(body, end) if tags[k] in HEADS and k not in self.inside]
        nouns = [k for k in heads if tags[k] in ("NOUN", "PROPN", "PRON")]
        head = nouns[-1] if nouns else heads[-1] if heads else -1
        while 0 <= head < end - 1 and tags[head + 1] in ("NOUN", "PROPN"):
            head += 1
        return head

    def _run(self, at: int, opened: bool) -> int:
        """The end of the run of nominal words from `at`."""
        seen_noun = False
        while at < len(self.sheet.tokens):
            if at in self.sheet.timed or at in self.opening or at in self.sheet.verbal:
                break
            supplied = self._supplied(at) if opened else None
            if supplied is not None:
                at = supplied
                continue
            if not self._extends(at, bare=False, seen_noun=seen_noun, opened=opened):
                break
            after = seen_noun and self.grammar.words.adjectives_follow
            seen_noun = after or self.sheet.tags[at] in ("NOUN", "PROPN")
            at += 1
        return at

    def _supplied(self, at: int) -> int | None:
        """The end of a short remark in square brackets, as transcripts have ("no [further] casualties"), or
        None.
        """
        if self.sheet.lowers[at] == "(":
            return self._abbreviated(at)
        if self.sheet.lowers[at] != "[":
            return None
        close = next(
            (k for k in range(at + 1, min(at + 4, len(self.sheet.lowers))) if self.sheet.lowers[k] == "]"),
            None,
        )
        return close + 1 if close is not None and close + 1 < len(self.sheet.lowers) else None

    def _abbreviated(self, at: int) -> int | None:
        """The end of a short form in brackets inside a name that goes on ("the Liberation Front (LF)
        guerrillas").
        """
        tokens, tags = self.sheet.tokens, self.sheet.tags
        if at + 3 >= len(tokens) or not tokens[at + 1].text.isupper() or tokens[at + 2].text != ")":
            return None
        return at + 3 if tags[at - 1] in ("NOUN", "PROPN") and tags[at + 3] in ("NOUN", "PROPN") else None

    def _extends(self, at: int, *, bare: bool, seen_noun: bool = False, opened: bool = True) -> bool:
        """Whether token `at` goes on with a phrase."""
        if at >= len(self.sheet.tokens):
            return False
        tag, lower = self.sheet.tags[at], self.sheet.lowers[at]
        following = self.sheet.tags[at + 1] if at + 1 < len(self.sheet.tags) else ""
        if lower in self.grammar.words.possessive:
            return seen_noun and (following in NOMINAL or at + 1 in self.opening)
        if lower == ".":  # "Dr. Ana Silva", "A. R. Silva"
            before = self.sheet.tokens[at - 1].text
            initial = len(before) == 1 and before.isupper()
            named = following == "PROPN" or (initial and self.sheet.lowers[at - 2] == "." and bool(following))
            return (initial or before.lower() in self.lexicon.groups.names_before) and named
        if lower == "-":
            if at + 1 < len(self.sheet.tokens) and self._broken(at):
                return following in NOMINAL - {"NUM"}
            return at + 1 < len(self.sheet.tokens) and following in NOMINAL | {"VERB"} and self._glued(at)
        if tag in ("NOUN", "PROPN", "NUM"):
            return True
        if tag == "CCONJ":
            return seen_noun and opened and self._in_name(at)
        if seen_noun:
            if tag != "ADJ" or self._is_state(at) or lower in self.grammar.words.relatives:
                return False
            return self.grammar.words.adjectives_follow or following in ("NOUN", "PROPN")
        if tag == "ADJ":
            return True
        if tag == "ADV":
            return not bare and opened and following in ("ADJ", "VERB", "NOUN") and self._ends_in_noun(at)
        return tag == "VERB" and opened and lower not in self.grammar.helping and self._ends_in_noun(at)

    def _ends_in_noun(self, at: int) -> bool:
        """Whether a noun closes the run of adverbs, participles and adjectives from `at`, which then stand
        before it.
        """
        while (
            at < len(self.sheet.tags)
            and self.sheet.tags[at] in MODIFIER
            and at not in self.inside
            and self.sheet.lowers[at] not in self.grammar.words.subordinators
        ):
            at += 1
        return (
            at < len(self.sheet.tags)
            and self.sheet.tags[at] in ("NOUN", "PROPN")
            and at not in self.sheet.timed
            and at not in self.inside
        )

    def _is_state(self, at: int) -> bool:
        found = self.lexicon.senses.at(self.sheet.lowers, at)
        return found is not None and any(sense.part == "state" for sense in found[1])

    def _in_name(self, at: int) -> bool:
        """Whether "and" stands inside the name of a body ("the Peace and Justice Movement")."""
        tokens, bodies = self.sheet.tokens, self.grammar.words.bodies
        last = at + 1
        while last < len(tokens) and tokens[last].text[0].isupper() and self.sheet.tags[last] in NOMINAL:
            last += 1
        capital = tokens[at - 1].text[0].isupper() and not tokens[at].text.isupper()
        apart = self.sheet.lowers[at - 1] in bodies  # "the Army and Rebel Forces" are two
        return capital and not apart and last > at + 2 and self.sheet.lowers[last - 1] in bodies

    def _broken(self, at: int) -> bool:
        """Whether a hyphen ends a word that a line's end has broken ("MARXIST- LENINIST")."""
        tokens = self.sheet.tokens
        before = (
            at > 0 and tokens[at].start == tokens[at - 1].end and self.sheet.tags[at - 1] in NOMINAL - {"NUM"}
        )
        return before and tokens[at + 1].start > tokens[at].end

    def _glued(self, at: int) -> bool:
        tokens = self.sheet.tokens
        return (
            0 < at < len(tokens) - 1
            and tokens[at].start == tokens[at - 1].end
            and tokens[at + 1].start == tokens[at].end
        )
