"""One sentence, analysed: what every rule asks about verbs, subjects, objects and lists."""

from collections.abc import Sequence

from recuento.extract.figures.grammar import Grammar, grammar
from recuento.extract.figures.lexicon import Lexicon, lexicon
from recuento.extract.figures.mentions import HarmMention, find_mentions
from recuento.extract.figures.phrases import Chunker, Phrase, Sheet
from recuento.language import Pack

BRACKETS = {")": "(", "]": "["}
COMPLEMENTS = 3  # prepositional phrases that may stand between two conjuncts
LONGEST_ASIDE = 25  # tokens
LONGEST_SUBJECT = 40  # tokens between a subject and its verb; beyond it the guess is worse than none


class Analysis:
    """A sentence with its phrases and harm mentions; the shared questions of the rules."""

    def __init__(self, sheet: Sheet, pack: Pack, *, headline: bool = False) -> None:
        self.headline = headline
        self.lexicon: Lexicon = lexicon(pack)
        self.mentions: list[HarmMention] = find_mentions(sheet.lowers, sheet.tags, self.lexicon)
        self.sheet = sheet = sheet._replace(verbal=_verbal(self.mentions))
        self.tokens, self.lowers, self.tags = sheet.tokens, sheet.lowers, sheet.tags
        self.grammar: Grammar = grammar(pack)
        self.words = self.grammar.words
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
        """The first token of the verb group that ends before token `at` (auxiliaries, adverbs, hearsay verbs)."""
        start = at
        while start > 0 and (self.lower(start - 1) in self.grammar.group or self.tag(start - 1) in ("AUX", "ADV")):
            if self.lower(start - 1) in self.words.hearsay - self.words.have and self.phrase_at.get(start - 1) is not None:
                break
            start -= 1
        return start

    def negated(self, mention: HarmMention) -> bool:
        """Whether the verb group of a harm says that it did not happen ("the two men were not hurt")."""
        start = self.group_start(self._joined_verb(mention.first))
        return any(self.lowers[k] in self.words.negators or self.lowers[k].endswith(self.words.negative_ending) for k in range(start, mention.first))

    def has_be(self, start: int, end: int) -> bool:
        """Whether a form of "be" stands in the tokens."""
        return any(self.lowers[k] in self.words.be for k in range(start, end))

    def phrase_starting(self, at: int) -> int | None:
        """The phrase that starts at a token, after adverbs that are in no phrase."""
        while self.tag(at) == "ADV" and at not in self.phrase_at and self.lower(at) not in self.words.subordinators:
            at += 1
        number = self.phrase_at.get(at)
        return number if number is not None and self.phrases[number].first == at else None

    def phrase_ending(self, at: int) -> int | None:
        """The phrase that ends right before a token, adverbs between passed over."""
        while at > 0 and self.tag(at - 1) == "ADV" and at - 1 not in self.phrase_at:
            at -= 1
        number = self.phrase_at.get(at - 1)
        return number if number is not None and self.phrases[number].last == at else None

    def is_time_or_none(self, at: int) -> bool:
        """Whether the token belongs to a time expression."""
        return at in self.sheet.timed

    def governed(self, number: int) -> bool:
        """Whether a preposition stands before a phrase, so that it is no subject."""
        before = self.phrases[number].first - 1
        lower = self.lower(before)
        if lower in self.words.of and self.lower(before - 1) in self.words.totals:
            return False  # "a total of 12 people were killed"
        if self.tag(before) == "CCONJ" and self.phrases[number].quantity is None:
            joined = self.phrase_ending(before)
            return joined is not None and self.governed(joined)  # "fighting between the army and the rebels killed 12"
        if lower in self.words.subordinators:
            return self.tag(before) == "ADP" and lower in self.words.prepositions and not self.is_subject(number)
        return lower in self.words.prepositions

    def subject(self, verb: int) -> int | None:
        """The phrase that is the subject of the verb group ending at token `verb` (its start is searched), or None."""
        loose = self.lower(verb).endswith(self.words.gerund_ending)
        at = self._before_aside(self.group_start(self._joined_verb(verb)))
        limit = max(0, at - LONGEST_SUBJECT)
        while at > limit:
            before = self.lower(at - 1)
            number = self.phrase_at.get(at - 1)
            if before in self.words.relatives and self.tag(at - 2) != "ADP":
                return self._antecedent(at - 1)
            if number is not None:
                phrase = self.phrases[number]
                example = self.example_list(number)
                if example is not None or self.governed(number) or at - 1 in self.sheet.timed:
                    at = example if example is not None else phrase.first - 1
                    continue
                past = self._past_name_or_relative(phrase, loose=loose)
                if past is not None:
                    at = past
                    continue
                return self._counted_before(number) if phrase.pronoun else number
            passed = self._pass_left(at)
            if passed is None:
                return None
            at = passed
        return None

    def _joined_verb(self, verb: int) -> int:
        """The first of the participles that "and" joins to a verb: "were hurt and taken away" shares a subject."""
        earlier = self.mention_at.get(verb - 2) if self.tag(verb - 1) == "CCONJ" else None
        if earlier is not None and earlier.last == verb - 1 and earlier.of("transitive", "weapon", "intransitive"):
            return self._joined_verb(earlier.first)
        return verb

    def is_passive(self, verb: int) -> bool:
        """Whether a form of "be" stands in the verb group of a participle, or of the one it is joined to."""
        first = self._joined_verb(verb)
        return self.has_be(self.group_start(first), first)

    def _before_aside(self, at: int) -> int:
        """The token before a remark between two commas that ends before the verb group at `at`, else `at`."""
        if self.lower(at - 1) != ",":
            return at
        opens = next((k for k in range(at - 2, max(0, at - LONGEST_ASIDE), -1) if self.lower(k) == ","), None)
        if opens is None or self.phrase_ending(opens) is None:
            return at - 1
        inside = self.phrase_starting(opens + 1)
        counted = inside is not None and self.phrases[inside].quantity is not None and self.phrases[inside].noun is not None
        return at - 1 if counted else opens

    def example_list(self, number: int) -> int | None:
        """Where a phrase stands in a list of examples ("including journalists and a crew"), the token before it."""
        at = self.phrases[number].first
        while True:
            found = self.grammar.parts_open.ending(self.lowers, at)
            if found:
                return found[0]
            joined = at
            while joined > 0 and (self.lower(joined - 1) == "," or self.tag(joined - 1) == "CCONJ"):
                joined -= 1
            earlier = self.phrase_ending(joined) if joined < at else None
            if earlier is None:
                return None
            at = self.phrases[earlier].first

    def _past_name_or_relative(self, phrase: Phrase, *, loose: bool) -> int | None:
        """Past a name that only names the subject ("a man surnamed Roe"), or the object within its relative clause."""
        before = phrase.first - 1
        if self.lower(before) in self.words.naming and self.phrase_ending(before) is not None:
            return before
        if self.tag(before) != "VERB":
            return None
        start = self.group_start(before)
        beside = self.phrase_ending(before) is not None and start == before
        if beside and self.lower(before).endswith(self.words.gerund_ending):
            return before  # "a soldier guarding the station was hurt": the soldier
        if loose:
            return start  # "drones struck a depot, killing a guard": the drones
        who = self.lower(start - 1) in self.words.relatives and self.tag(start - 1) == "PRON"
        return start - 1 if who and self.phrase_ending(start - 1) is not None else None

    def _counted_before(self, number: int) -> int:
        """A number right before a pronoun is the subject, and the pronoun a slip of the text ("12 heroic he were")."""
        before = self.phrase_at.get(self.phrases[number].first - 1)
        if before is not None and self.phrases[before].quantity and self.phrases[before].noun is None:
            return before
        return number

    def _pass_left(self, at: int) -> int | None:
        """The token before which to go on looking for a subject, or None at a boundary."""
        before, tag = self.lower(at - 1), self.tag(at - 1)
        if before in BRACKETS:
            return next((k for k in range(at - 2, -1, -1) if self.lower(k) == BRACKETS[before]), None)
        if tag == "CCONJ" or before in self.words.coordinators:
            return self._shared_subject(at - 1)
        if before in self.words.subordinators and tag != "ADP":
            return None
        if tag == "VERB" or before in self.words.be | self.words.have:
            return self._pass_clause(at - 1)
        if before in (";", ":", "--", "—", "–"):
            return None
        return at - 1

    def _shared_subject(self, at: int) -> int | None:
        """Where a verb is joined to an earlier verb by "and", the token before that earlier verb's group."""
        for k in range(at - 1, max(-1, at - 25), -1):
            if self.tag(k) == "VERB" or self.lower(k) in self.words.be:
                return self.group_start(k)
            if self.lower(k) in (";", ":") or self.lower(k) in self.words.subordinators - self.words.relatives:
                return None
        return None

    def _pass_clause(self, at: int) -> int | None:
        """Past a relative clause or participle that stands between a subject and its verb, or None."""
        gerund = self.lower(at).endswith("ing")
        if gerund or (self.tag(at) == "VERB" and self.phrase_ending(at) is not None and not self.has_be(self.group_start(at), at)):
            number = self.phrase_ending(at)
            if number is not None:
                return self.phrases[number].last
        for k in range(at, max(-1, at - 25), -1):
            if self.lower(k) in self.words.relatives | self.words.relative_places:
                number = self.phrase_ending(k - 1 if self.lower(k - 1) == "," else k)
                return self.phrases[number].last if number is not None else None
        return None

    def _antecedent(self, at: int) -> int | None:
        """The phrase that a relative pronoun at token `at` refers to."""
        end = at - 1 if self.lower(at - 1) == "," else at
        while end > 0 and self.tag(end - 1) == "ADP":
            end -= 1
        number = self.phrase_ending(end)
        while number is not None and self.governed(number):
            outer = self.phrase_ending(self.phrases[number].first - 1)
            if outer is None or self.phrases[number].quantity or not self.phrases[outer].quantity:
                return number
            number = outer
        return number

    def _past_complements(self, at: int) -> int:
        """The token after the prepositional phrases at `at` ("the mayor of the town in the north, and ...")."""
        for _ in range(COMPLEMENTS):
            number = self.phrase_starting(at + 1) if self.lower(at) in self.words.complement_prepositions else None
            if number is None or self.phrases[number].quantity:
                return at
            at = self.phrases[number].last
        return at

    def conjuncts_right(self, number: int) -> list[int]:
        """The phrase and those joined to it rightwards by commas and "and", while no verb follows them."""
        found = [number]
        while True:
            at = self._past_complements(self.phrases[found[-1]].last)
            joined = self._join_at(at)
            following = self.phrase_starting(joined) if joined else None
            if following is None or self.is_subject(following) or self._has_own_harm(following):
                return found
            found.append(following)

    def conjuncts_left(self, number: int) -> list[int]:
        """The phrase and those joined to it leftwards, as parts of one subject."""
        found = [number]
        while True:
            first = self.phrases[found[0]].first
            at = first
            while at > 0 and (self.lower(at - 1) == "," or self.tag(at - 1) == "CCONJ"):
                at -= 1
            earlier = self.phrase_ending(at) if at < first else None
            if earlier is None or self._is_object(earlier) or self._has_own_harm(earlier):
                return found
            if not self._countable(earlier):
                return found
            found.insert(0, earlier)

    def _join_at(self, at: int) -> int | None:
        """The token after list marks at `at`, or None where there are none."""
        start = at
        while True:
            mark = self.grammar.list_marks.at(self.lowers, at)
            if not mark:
                return at if at > start else None
            at = mark[0]

    def _countable(self, number: int) -> bool:
        phrase = self.phrases[number]
        return phrase.quantity is not None or phrase.proper or (phrase.noun is not None and phrase.noun.kind == "person")

    def is_subject(self, number: int) -> bool:
        """Whether a finite verb follows the phrase."""
        at = self.phrases[number].last
        while self.tag(at) == "ADV":
            at += 1
        if self.lower(at) in self.words.be | self.words.have | self.words.modals - self.words.range_to:
            return True
        return self.tag(at) == "VERB" and not self.lower(at).endswith("ing") and at not in self.mention_at

    def _is_object(self, number: int) -> bool:
        """Whether a verb stands right before the phrase."""
        before = self.phrases[number].first - 1
        return (self.tag(before) == "VERB" and before in self.mention_at) or self.governed(number)

    def _has_own_harm(self, number: int) -> bool:
        """Whether the phrase holds or is followed by harm words of its own."""
        phrase, weak = self.phrases[number], self.lexicon.harms.victims_weak
        at = phrase.last
        while self.tag(at) == "ADV" or self.lower(at) in self.grammar.verbal:
            at += 1
        inside = any(
            sense.part in ("state", "noun", "transitive") or (sense.part == "victim" and sense.entry not in weak)
            for k in range(phrase.first, phrase.last)
            if k in self.mention_at
            for sense in self.mention_at[k].senses
        )
        follows = self.mention_at.get(at)
        return inside or (follows is not None and bool(follows.of("state", "transitive", "intransitive", "weapon")))


def _verbal(mentions: Sequence[HarmMention]) -> frozenset[int]:
    """The tokens of harm verbs of several words."""
    return frozenset(
        k
        for m in mentions
        if m.last - m.first > 1 and m.of("transitive", "intransitive", "weapon") and not m.of("noun", "victim")
        for k in range(m.first, m.last)
    )
