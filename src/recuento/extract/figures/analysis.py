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

ASIDE = 14  # tokens of a remark that tells a source
ELIDED = 10  # tokens from a participle back to the "be" it shares
OBJECT_REACH = 12  # tokens between a verb and the mark of its object
OBJECT_STOPS = (",", ";", ".", ":", "(")
COMPLEMENTS = 4  # phrases that may stand between a verb and the subject that follows it


class Analysis:
    """A sentence with its phrases and harm mentions; the shared questions of the rules."""

    def __init__(self, sheet: Sheet, pack: Pack, *, headline: bool = False) -> None:
        self.headline = headline
        self.lexicon: Lexicon = lexicon(pack)
        self.grammar: Grammar = grammar(pack)
        sheet = sheet._replace(tags=mended(sheet.tokens, sheet.tags, self.lexicon, self.grammar))
        clitics = self.grammar.words.clitics
        self.mentions: list[HarmMention] = find_mentions(sheet.lowers, sheet.tags, self.lexicon, clitics)
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
        while at > 0 and (
            self.lower(at - 1) in self.grammar.group
            or self.tag(at - 1) in ("AUX", "ADV")
            or (self.tag(at - 1) == "PRON" and self.lower(at - 1) in self.words.clitics)
            or (self.lower(at - 1) in self.words.group_links and self.lower(at - 2) in self.grammar.group)
        ):
            if self.lower(at - 1) in hearsay and at - 1 in self.phrase_at:
                break
            at -= 1
        return at

    def negated_at(self, verb: int) -> bool:
        """Whether the verb group before a harm says that it did not happen ("the two men were not hurt")."""
        group = range(self.group_start(self.joined_verb(verb)), verb)
        endings = self.words.negative_endings
        return any(self.lowers[k] in self.words.negators or self.lowers[k].endswith(endings) for k in group)

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

    def past_aside_left(self, end: int) -> int:
        """The token where an age or a source told aside begins, which ends before token `end` (", de 69
        años", ", según la policía,"), else `end`.
        """
        groups, at = self.lexicon.groups, end
        if self.lower(end - 1) == ",":
            opens = next((k for k in range(end - 2, max(0, end - ASIDE), -1) if self.lower(k) == ","), None)
            if opens is not None and self.lower(opens + 1) in self.words.aside_openers:
                return opens
        while at > 0 and (self.lower(at - 1) == "," or self.lower(at - 1) in groups.age_markers):
            at -= 1
        if at > 2 and self.lower(at - 1).isdigit() and self.lower(at - 2) in groups.age_openers:
            return at - 3 if self.lower(at - 3) == "," else end
        return end

    def past_age_right(self, at: int) -> int:
        """The token after an age told aside that begins at token `at` (", de 69 años,"), else `at`."""
        groups, end = self.lexicon.groups, at + 2
        opened = self.lower(at) == "," and self.lower(at + 1) in groups.age_openers
        if not opened or not self.lower(end).isdigit():
            return at
        end += 1
        while self.lower(end) in groups.age_markers:
            end += 1
        return end

    def governed(self, number: int) -> bool:
        """Whether a preposition stands before a phrase, so that it is no subject."""
        mark = self.grammar.list_marks.ending(self.lowers, self.phrases[number].first)
        if mark and self.words.subjects_follow and mark[0] < self.phrases[number].first - 1:
            return False  # "además de dos franceses"
        while self.tag(self.phrases[number].first - 1) == "CCONJ" and self.phrases[number].quantity is None:
            joined = self.phrase_ending(self.past_aside_left(self.phrases[number].first - 1))
            if joined is None or self._is_other_kind(number, joined):
                return False
            number = joined  # "clashes between the guards and the miners killed 12"
        before = self.phrases[number].first - 1
        lower = self.lower(before)
        if lower in self.words.of and self.lower(before - 1) in self.words.totals:
            return False  # "a total of 12 people were killed"
        if lower in self.words.subordinators and (self.tag(before) != "ADP" or self.is_subject(number)):
            return False
        return lower in self.words.prepositions

    def _is_other_kind(self, number: int, joined: int) -> bool:
        """Whether "and" before a person starts a clause, since what stands before it is no person: "murió en
        el acto y su acompañante ..." (where subjects may follow their verb).
        """
        one, other = self.phrases[number], self.phrases[joined]
        person = one.noun is not None and one.noun.kind == "person"
        named = other.proper and other.first not in self.sheet.placed
        alike = named or (other.noun is not None and other.noun.kind == "person")
        return self.words.subjects_follow and person and not alike

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
        mention = self.mention_at.get(verb)
        if mention is not None and self.be_before(start, mention.last):
            return True
        if self._joined_passive(first):
            return True
        have = max((k for k in range(start, first) if self.lowers[k] in self.words.have), default=start)
        return self.has_be(have, first)  # "is alleged to have killed" is active

    def _joined_passive(self, first: int) -> bool:
        """Whether "and" joins a participle to the passive of another verb: "fue agredida y estrangulada"."""
        endings, at = self.words.participle_endings, first - 2
        if not endings or self.tag(first - 1) != "CCONJ":
            return False
        while self.tag(at) == "ADV":
            at -= 1
        passive = self.tag(at) == "VERB" and self.lower(at).endswith(endings)
        if passive:
            return self.has_be(self.group_start(at), at)
        if self.following_subject(first + 1) is None:
            return False
        for k in range(at, max(-1, at - ELIDED), -1):  # "fueron allanadas 12 casas y detenidas dos personas"
            if self.lower(k) in self.words.be:
                return True
            if self.lower(k) in OBJECT_STOPS or (
                self.tag(k) == "VERB" and not self.lower(k).endswith(endings)
            ):
                return False
        return False

    def be_before(self, at: int, last: int) -> bool:
        """Whether a form of "be" stands before the complements that end before the state `at:last`, where
        subjects may follow: "está en este hospital herido el bombero".
        """
        if not self.words.subjects_follow or self.following_subject(last) is None:
            return False
        number = self.phrase_ending(at)
        while number is not None and self.phrases[number].quantity is None:
            first = self.phrases[number].first
            if self.lower(first - 1) not in self.words.prepositions:
                return False
            at = first - 1
            number = self.phrase_ending(at)
            if self.lower(at - 1) in self.words.be:
                return True
        return False

    def is_subject(self, number: int) -> bool:
        """Whether a finite verb follows the phrase."""
        at = self.phrases[number].last
        while self.tag(at) == "ADV":
            at += 1
        if self.lower(at) in self.grammar.finite:
            return True
        bare = (*self.words.gerund_endings, *self.words.participle_endings)
        return self.tag(at) == "VERB" and not self.lower(at).endswith(bare) and at not in self.mention_at

    def following_subject(self, at: int) -> int | None:
        """The phrase from token `at` that is the subject of the verb before it, where subjects may follow
        their verb: "murieron 18 personas", "fueron detenidos en Rada tres hombres".

        It can be wrong where what follows is the start of another clause.
        """
        if not self.words.subjects_follow:
            return None
        if self.lower(at - 1) in self.words.prepositions and at in self.phrase_at:
            at = self.phrases[self.phrase_at[at]].last  # "atrapados bajo los escombros"
        state = self.mention_at.get(at)
        if state is not None and state.first == at and state.of("state", "transitive"):
            at = state.last  # "perecieron ahogados tres hermanos"
        at = self.after_complements(at)
        number = self.counted_starting(at)
        if number is None or self.phrases[number].pronoun:
            return None
        phrase = self.phrases[number]
        told = phrase.quantity is not None or phrase.determiner or phrase.proper
        return number if told and not self.is_subject(number) else None

    def object_starting(self, at: int) -> int | None:
        """The phrase that is the object of a verb ending at `at`: right there, or after a mark of persons
        as objects ("detuvo en Rada a cinco personas").
        """
        first = self.counted_starting(at)
        if first is not None and self.phrases[first].quantity is not None:
            return first
        for k in range(at, min(len(self.lowers), at + OBJECT_REACH)):
            if self.lower(k) in self.words.object_marks:
                number = self.counted_starting(k + 1)
                if number is not None and self._may_be_object(number):
                    return number
            if k in self.mention_at or self.lower(k) in OBJECT_STOPS or self.tag(k) in ("CCONJ", "SCONJ"):
                break
        return first

    def _may_be_object(self, number: int) -> bool:
        phrase = self.phrases[number]
        person = phrase.noun is not None and phrase.noun.kind == "person"
        one = person and phrase.noun is not None and not phrase.noun.plural  # "asesinan a fiscal"
        return phrase.quantity is not None or phrase.proper or one or (person and bool(phrase.determiner))

    def after_complements(self, at: int) -> int:
        """The token after adverbs, times and prepositional phrases without a number that stand at `at`."""
        end = at
        for _ in range(COMPLEMENTS):
            while end in self.sheet.timed or (self.tag(end) == "ADV" and end not in self.phrase_at):
                end += 1
            if self.lower(end) not in self.words.prepositions:
                break
            number = self.phrase_at.get(end + 1)
            if number is None and end + 1 in self.sheet.timed:
                end += 1
                continue
            if number is None or self.phrases[number].quantity is not None:
                break
            end = self.phrases[number].last
        return end


def _verbal(mentions: Sequence[HarmMention]) -> frozenset[int]:
    """The tokens of harm verbs of several words."""
    return frozenset(
        k
        for m in mentions
        if m.last - m.first > 1 and m.of(*VERBS) and not m.of("noun", "victim")
        for k in range(m.first, m.last)
    )
