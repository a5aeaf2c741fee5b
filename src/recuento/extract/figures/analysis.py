"""One sentence, analysed: its phrases and harm mentions, and what every rule asks about verb groups and
phrases.
"""

from collections.abc import Sequence

from recuento.extract.figures.grammar import Grammar, grammar
from recuento.extract.figures.lexicon import Lexicon, lexicon
from recuento.extract.figures.mentions import HarmMention, find_mentions
from recuento.extract.figures.numberwords import number_tables
from recuento.extract.figures.phrases import Chunker, Phrase, Sheet
from recuento.extract.figures.wordclasses import VERBS, mended
from recuento.language import Pack


class Analysis:
    """A sentence with its phrases and harm mentions; the shared questions of the rules."""

    def __init__(self, sheet: Sheet, pack: Pack, *, headline: bool = False) -> None:
        self.headline = headline
        self.lexicon: Lexicon = lexicon(pack)
        self.grammar: Grammar = grammar(pack)
        sheet = sheet._replace(tags=mended(sheet.tokens, sheet.tags, self.lexicon, self.grammar))
        self.mentions: list[HarmMention] = find_mentions(sheet.lowers, sheet.tags, self.lexicon)
        self.sheet = sheet = sheet._replace(verbal=_verbal(self.mentions))
        self.tokens, self.lowers, self.tags = sheet.tokens, sheet.lowers, sheet.tags
        self.has_small = any(token.text.islower() for token in sheet.tokens)
        self.has_capitals = any(token.text[0].isupper() for token in sheet.tokens[1:])
        self.words = self.grammar.words
        self.vague_needs_noun = number_tables(pack).words.vague_needs_noun
        self.phrases: list[Phrase] = Chunker(sheet, self.lexicon, self.grammar).phrases()
        self.phrase_at: dict[int, int] = {
            k: number for number, phrase in enumerate(self.phrases) for k in range(phrase.first, phrase.last)
        }
        self.mention_at: dict[int, HarmMention] = {
            k: mention for mention in self.mentions for k in range(mention.first, mention.last)
        }

    def lower(self, at: int) -> str:
        """The lower-cased token, empty outside the sentence."""
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

    def tag(self, at: int) -> str:
        """The word class of a token, empty outside the sentence."""
        return self.tags[at] if 0 <= at < len(self.tags) else ""

    def group_start(self, at: int) -> int:
        """The first token of the verb group that ends before token `at` (auxiliaries, adverbs, hearsay
        verbs).
        """
        hearsay = self.grammar.hearsay
        while at > 0 and (self.lower(at - 1) in self.grammar.group or self.tag(at - 1) in ("AUX", "ADV")):
            if self.lower(at - 1) in hearsay and at - 1 in self.phrase_at:
                break
            at -= 1
        return at

    def negated_at(self, verb: int) -> bool:
        """Whether the verb group before a harm says that it did not happen ("the two men were not hurt")."""
        group = range(self.group_start(self.joined_verb(verb)), verb)
        ending = self.words.negative_ending
        return any(self.lowers[k] in self.words.negators or self.lowers[k].endswith(ending) for k in group)

    def has_be(self, start: int, end: int) -> bool:
        """Whether a form of "be" stands in the tokens."""
        return any(self.lowers[k] in self.words.be for k in range(start, end))

    def phrase_starting(self, at: int) -> int | None:
        """The phrase that starts at a token, after adverbs that are in no phrase."""
        while (
            self.tag(at) == "ADV"
            and at not in self.phrase_at
            and self.lower(at) not in self.words.subordinators
        ):
            at += 1
        number = self.phrase_at.get(at)
        return number if number is not None and self.phrases[number].first == at else None

    def counted_starting(self, at: int) -> int | None:
        """The phrase that starts at a token, past a word of totals: of "a total of 57 people" the people."""
        number = self.phrase_starting(at)
        if number is None:
            return None
        phrase = self.phrases[number]
        total = phrase.head >= 0 and self.lowers[phrase.head] in self.words.totals
        inner = (
            self.phrase_starting(phrase.last + 1)
            if total and self.lower(phrase.last) in self.words.of
            else None
        )
        return inner if inner is not None and self.phrases[inner].quantity is not None else number

    def phrase_ending(self, at: int) -> int | None:
        """The phrase that ends right before a token, adverbs between passed over."""
        while at > 0 and self.tag(at - 1) == "ADV" and at - 1 not in self.phrase_at:
            at -= 1
        number = self.phrase_at.get(at - 1)
        return number if number is not None and self.phrases[number].last == at else None

    def governed(self, number: int) -> bool:
        """Whether a preposition stands before a phrase, so that it is no subject."""
        while self.tag(self.phrases[number].first - 1) == "CCONJ" and self.phrases[number].quantity is None:
            joined = self.phrase_ending(self.phrases[number].first - 1)
            if joined is None:
                return False
            number = joined  # "fighting between the army and the rebels killed 12"
        before = self.phrases[number].first - 1
        lower = self.lower(before)
        if lower in self.words.of and self.lower(before - 1) in self.words.totals:
            return False  # "a total of 12 people were killed"
        if lower in self.words.subordinators and (self.tag(before) != "ADP" or self.is_subject(number)):
            return False
        return lower in self.words.prepositions

    def joined_verb(self, verb: int) -> int:
        """The first of the participles that "and" joins to a verb: "were hurt and taken away" shares a
        subject.
        """
        while self.tag(verb - 1) == "CCONJ":
            earlier = self.mention_at.get(verb - 2)
            if earlier is None or earlier.last != verb - 1 or not earlier.of(*VERBS):
                break
            verb = earlier.first
        return verb

    def is_passive(self, verb: int) -> bool:
        """Whether a form of "be" stands in the verb group of a participle, or of the one it is joined to."""
        first = self.joined_verb(verb)
        start = self.group_start(first)
        have = max((k for k in range(start, first) if self.lowers[k] in self.words.have), default=start)
        return self.has_be(have, first)  # "is alleged to have killed" is active

    def is_subject(self, number: int) -> bool:
        """Whether a finite verb follows the phrase."""
        at = self.phrases[number].last
        while self.tag(at) == "ADV":
            at += 1
        if self.lower(at) in self.grammar.finite:
            return True
        return (
            self.tag(at) == "VERB"
            and not self.lower(at).endswith(self.words.gerund_ending)
            and at not in self.mention_at
        )


def _verbal(mentions: Sequence[HarmMention]) -> frozenset[int]:
    """The tokens of harm verbs of several words."""
    return frozenset(
        k
        for m in mentions
        if m.last - m.first > 1 and m.of(*VERBS) and not m.of("noun", "victim")
        for k in range(m.first, m.last)
    )
