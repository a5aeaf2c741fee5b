"""A sentence as words with spans, and how far its phrases reach: subjects, clauses, noun phrases.

The bounds are found by closed classes of words and by signs alone: no parse, so that it costs microseconds.
"""

from bisect import bisect_left

from recuento.extract.events.words import Lexicon
from recuento.extract.tokens import tokenize
from recuento.gazetteer import open_gazetteer

STOPS = frozenset(';:()[]"“”«»?!–—…|.') | {"--", "``", "''", "...", "‘"}
QUOTES = frozenset('"“”«»') | {"``", "''"}
REACH = 32  # words: a clause or a subject is followed no further
LIST_GAP = 6  # words between two commas of a list, or between its last comma and its conjunction
NEAR = 4  # words before a noun in which its determiner is looked for


class Clause:
    """The words of one sentence, in lower case and as written, with the walks over them.

    `small` is the text in lower case, letter for letter as long.
    """

    __slots__ = ("_upper", "closed", "ends", "lex", "lower", "size", "starts", "written")

    def __init__(self, text: str, small: str, span: tuple[int, int], lex: Lexicon) -> None:
        found = tokenize(text, *span)
        self._upper: bool | None = None
        self.lex = lex
        self.closed = lex.closed
        self.starts = [token.start for token in found]
        self.ends = [token.end for token in found]
        self.written = [text[token.start : token.end] for token in found]
        self.lower = [small[token.start : token.end] for token in found]
        self.size = len(found)

    @property
    def upper(self) -> bool:
        """Whether the sentence is written in capitals, so that they mark no names."""
        if self._upper is None:
            words = [word for word in self.written if word[0].isalpha()]
            self._upper = sum(map(str.isupper, words)) > len(words) / 2
        return self._upper

    def at(self, offset: int) -> int:
        """The number of the first word that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def word(self, k: int) -> str:
        """A word in lower case; the empty string beyond the ends."""
        return self.lower[k] if 0 <= k < self.size else ""

    def capital(self, k: int) -> bool:
        """Whether a word has a capital that marks it: first, or after a hyphen ("al-Noor")."""
        if not 0 <= k < self.size or self.upper:
            return False
        word = self.written[k]
        return word[0].isupper() or ("-" in word and any(map(str.isupper, word)))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The span in the text of the words from `first` up to, not with, `last`."""
        return self.starts[first], self.ends[last - 1]

    def past(self, k: int) -> bool:
        """Whether a word looks like a verb of the past: by its ending, or as one that the pack lists."""
        word = self.word(k)
        if k and self.capital(k):
            return False
        return word in self.closed.past_verbs or (len(word) > 4 and word.endswith(self.closed.past_endings))

    def group_start(self, verb: int) -> int:
        """The first word of a verb's group: its auxiliaries, adverbs and negations taken in."""
        k = verb
        while self.word(k - 1) in self.lex.skipped:
            k -= 1
        return k

    def subject(self, end: int) -> tuple[int, int] | None:
        """The words of the subject that ends before word `end`; of a relative clause, what it belongs to."""
        if self.word(end - 1) in self.closed.relatives:
            end -= 1
            if self.word(end - 1) == ",":
                end -= 1
            return (self.noun_start(end - 1), end) if end > 0 else None
        if self.word(end - 1) == ")" and "(" in self.lower[:end]:
            end = max(k for k in range(end) if self.lower[k] == "(")
        first = end
        while first > 0 and end - first < REACH and not self._opens_subject(first, end):
            first -= 1
        return self.trimmed(first, end)

    def trimmed(self, first: int, end: int) -> tuple[int, int] | None:
        """The words of a subject without the signs, conjunctions and "of" that it opens with."""
        dropped = self.closed.conjunctions | self.closed.owners
        while first < end and (self.lower[first] in dropped or not self.lower[first][0].isalnum()):
            first += 1
        return (first, end) if first < end else None

    def _opens_subject(self, first: int, end: int) -> bool:
        """Whether no word before word `first` belongs to the subject that ends at `end`."""
        word = self.word(first - 1)
        if self.word(first) in self.closed.pronouns and first < end:
            return True
        if word == ",":
            return not self._lists(first, end)
        if word in self.closed.conjunctions:
            return self._told(first - 1) and not self._in_name(first - 1, end)
        return word in STOPS or word in self.closed.openers or self.helps(first - 1)

    def _in_name(self, conjunction: int, end: int) -> bool:
        """Whether a conjunction stands inside the name of a body that ends before word `end`."""
        bodies = self.lex.sets["bodies"] | self.lex.sets["armies"]
        named = self.capital(conjunction - 1) and all(map(self.capital, range(conjunction + 1, end)))
        apart = self.word(conjunction - 1) in bodies
        return named and not apart and end > conjunction + 2 and self.word(end - 1) in bodies

    def helps(self, k: int) -> bool:
        """Whether a word is an auxiliary; "'s" is one after a pronoun only ("it's"), else a possessive."""
        word = self.word(k)
        if word.startswith("'") and self.word(k - 1) not in self.closed.pronouns:
            return False
        return word in self.lex.auxiliaries

    def _lists(self, first: int, end: int) -> bool:
        """Whether a comma before `first` is one of a list whose conjunction stands between it and `end`."""
        near = self.lower[first : min(end, first + 2 * LIST_GAP)]
        if not any(word in self.closed.conjunctions for word in near):
            return False
        back = self.lower[max(0, first - 1 - LIST_GAP) : first - 1]
        clean = not any(word in self.lex.auxiliaries or word in self.closed.openers for word in back)
        return clean and (first - 1 <= LIST_GAP or "," in back)

    def _told(self, k: int) -> bool:
        """Whether the words before word `k`, back to a stop, hold a verb: a clause of its own follows."""
        for j in range(k - 1, max(-1, k - REACH), -1):
            if self.lower[j] in STOPS:
                return False
            if self.helps(j) or (self.past(j) and self.word(j + 1) not in self.closed.actor_links):
                return True
        return False

    def back_to_stop(self, end: int) -> tuple[int, int]:
        """The words before word `end`, back to a sign that stops: a subject with all that qualifies it."""
        first = end
        while first > 0 and end - first < REACH and self.lower[first - 1] not in STOPS:
            first -= 1
        return first, end

    def clause_end(self, k: int) -> int:
        """The word up to which the clause goes on from word `k`."""
        last = min(self.size, k + REACH)
        at = k
        while at < last and not self._closes(at):
            at += 1
        return at

    def _closes(self, k: int) -> bool:
        word = self.lower[k]
        if word in STOPS or word in self.closed.openers:
            return True
        if word == ",":
            return not self._goes_on(k)
        if word in self.closed.conjunctions:
            after = self.word(k + 1)
            return after in self.closed.pronouns or after in self.closed.openers or self._verb_follows(k + 1)
        return False

    def _verb_follows(self, k: int) -> bool:
        """Whether a verb group begins within the noun phrase's reach after a conjunction."""
        for j in range(k, min(self.size, k + NEAR)):
            if self.lower[j] in STOPS or self.lower[j] == ",":
                return False
            if self.helps(j) or (self.past(j) and self.word(j - 1) not in self.closed.determiners):
                return True
        return False

    def _goes_on(self, comma: int) -> bool:
        """Whether a list goes on after a comma: its conjunction follows soon, with no verb before it."""
        for j in range(comma + 1, min(self.size, comma + 1 + LIST_GAP)):
            word = self.lower[j]
            if word in self.closed.conjunctions:
                return j > comma + 1 and not self._closes(j)
            if (
                word in STOPS
                or word in self.lex.auxiliaries
                or word in self.closed.openers
                or word in self.closed.pronouns
            ):
                return False
            if self.past(j) or word.endswith(self.closed.gerund_endings):
                return False
            if word == "," and j == comma + 1:
                return False
        return False

    def noun_start(self, k: int) -> int:
        """The first word of the noun phrase whose noun is word `k`."""
        for back in range(1, NEAR + 1):
            word = self.word(k - back)
            if word in self.closed.determiners or word == "'s":
                return self._owner(k - back) if word == "'s" else self._determined(k - back, k)
            if not word or word in STOPS or word == "," or word in self.closed.noun_openers:
                break
            if word in self.lex.auxiliaries or word in self.closed.links or word in self.closed.pronouns:
                break
        first = k
        while self.word(first - 1) in self.closed.adjectives or (first - 1 > 0 and self.capital(first - 1)):
            first -= 1
        return first

    def _determined(self, first: int, noun: int) -> int:
        """The first word of a noun phrase after its determiner, which "that" is none of after an opener."""
        stray = self.word(first) in self.closed.relatives and self.word(first - 1) in self.closed.openers
        return first + 1 if stray and first + 1 < noun + 1 else first

    def _owner(self, k: int) -> int:
        first = max(0, k - 1)
        while first > 0 and self.capital(first) and self.capital(first - 1):
            first -= 1
        return first - 1 if self.word(first - 1) in self.closed.determiners else first

    def noun_end(self, k: int) -> int:
        """The word up to which the noun phrase goes on from word `k`: its links and what they lead to."""
        k = self.described(k)
        at, last = k, min(self.size, k + REACH)
        if self.word(at) not in self.closed.links:
            return at
        while at < last:
            word = self.lower[at]
            if self.helps(at) or word in self.closed.relatives or self._closes(at):
                break
            if self.past(at) and not self._adjective(at):
                break
            at += 1
        while at > k and self._dangles(at - 1):
            at -= 1
        return at

    def described(self, k: int) -> int:
        """`k` moved over adjectives behind a noun, where they stand so: those listed, words for a people."""
        if not self.closed.adjectives_after:
            return k
        people = open_gazetteer().demonym
        while self.word(k) in self.closed.adjectives_after or (self.word(k) and people(self.word(k))):
            k += 1
        return k

    def _dangles(self, k: int) -> bool:
        word = self.lower[k]
        return word == "," or word in self.closed.links or word in self.lex.skipped

    def _adjective(self, k: int) -> bool:
        before = self.word(k - 1)
        closed = self.closed
        return (
            before in closed.links
            or before in closed.determiners
            or before in closed.adjectives
            or before == "'s"
        )
