"""What `dates.yml` of a language pack says, compiled once into token classes and forms."""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import product
from typing import Literal, NamedTuple

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from recuento.extract.times.forms import LITERAL, UNKNOWN, Alphabet, Form, FormCompiler, literals
from recuento.language import Pack

KNOWN_WORDS = 20_000  # distinct words whose class is remembered: some 4 MB when full
GROUP = re.compile(r"\(\?P<\w+>")
NUMBER = "number"  # the group of a token that no other group took
LEADING_DIGITS = re.compile(r"\d+")


class DateRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule of the pack: its name, the reading that resolves it, the forms it finds, settings of the
    reading."""

    name: str
    reads: str
    forms: tuple[str, ...]
    settings: dict[str, str] = {}


class DateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `dates.yml` of a pack. README.md of this folder says what each entry does."""

    classes: dict[str, dict[str, str]]
    lists: dict[str, tuple[str, ...]]
    parts: dict[str, str]
    rules: tuple[DateRule, ...]
    trigger_classes: tuple[str, ...]
    trigger_words: frozenset[str] = frozenset()
    ambiguous: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    ordinal_marks: tuple[str, ...] = ()
    decade_marks: tuple[str, ...] = ()
    future_cues: frozenset[str] = frozenset()
    future_beside: frozenset[str] = frozenset()  # that look ahead right before a date only ("by Friday")
    past_cues: frozenset[str] = frozenset()
    past_endings: tuple[str, ...] = ()
    future_endings: tuple[str, ...] = ()
    compared: frozenset[str] = frozenset()
    cue_reach: int = 8
    day_order: Literal["first", "second", "unsure"] = "unsure"
    range_links: frozenset[str] = frozenset()
    pair_links: frozenset[str] = frozenset()
    pair_openers: frozenset[str] = frozenset()


class FormOf(NamedTuple):
    """A form with the rule it belongs to."""

    rule: DateRule
    form: Form


class Starts:
    """All forms that may begin with one character, and one expression that says if any matches."""

    def __init__(self, forms: tuple[FormOf, ...]) -> None:
        self.forms = forms

    @cached_property
    def any(self) -> re.Pattern[str]:
        """Compiled when first needed, since a text uses few and all of them cost 90 ms."""
        sources = (re.sub(r"\?P<\w+>", "?:", found.form.expression.pattern) for found in self.forms)
        return re.compile("|".join(sources))


def number_classes(text: str, kind: str) -> frozenset[str]:
    """The classes of a token that begins with a digit; `kind` is the token's group (special, nth, decade,
    number)."""
    if kind == "special":
        marks = {"-": "iso", "/": "slashed", ":": "clock", ",": "grouped", ".": "dotted"}
        return frozenset({next(name for mark, name in marks.items() if mark in text)})
    digits = LEADING_DIGITS.match(text)
    value, long = (int(digits.group()[:9]), digits.end()) if digits else (0, 0)
    if kind == "decade":
        if long == 2:
            return frozenset({"shortdecade"})
        return frozenset({"decade"} if long == 4 and 1000 <= value < 2100 else set[str]())
    if kind == "nth":
        return frozenset({"nth"} | ({"daynumber"} if 1 <= value <= 31 else set[str]()))
    tests = {
        "number": True,
        "daynumber": 1 <= value <= 31 and long < 3,
        "hour": value <= 24 and long < 3,
        "shortyear": long == 2,
        "small": value < 400,
        "fullyear": long == 4 and 1000 <= value < 2100,
        "modern": long == 4 and 1900 <= value < 2100,
        "hhmm": long == 4 and value < 2400 and value % 100 < 60,
    }
    return frozenset(name for name, holds in tests.items() if holds)


def number_samples() -> Iterable[tuple[str, str]]:
    """Tokens that between them have every set of classes that a number can have, so that all are known
    beforehand."""
    yield from ((text, "special") for text in ("2000-01-01", "1/2", "1:30", "1.5", "1,000"))
    edges = (
        0,
        1,
        12,
        13,
        24,
        25,
        31,
        32,
        99,
        399,
        400,
        999,
        1000,
        1060,
        1899,
        1900,
        1960,
        2060,
        2100,
        2160,
        2400,
    )
    for value, long, kind in product(edges, (1, 2, 3, 4, 5), ("number", "nth", "decade")):
        yield f"{value:0{long}}", kind


class Lexicon:
    """The compiled pack: the character of every known word and the forms by the character they may begin
    with."""

    def __init__(self, pack: Pack) -> None:
        self.words = pack.section("dates", DateWords)
        self.decimal = pack.header.decimal
        self.alphabet = Alphabet()
        self.values = self._values()
        self.capital, self.lower = self._characters()
        self.read = lru_cache(KNOWN_WORDS)(self._read)
        for text, kind in number_samples():
            self.number_character(text, kind)
        self.triggers = frozenset("0123456789").union(
            self.words.trigger_words, *(self.values[name] for name in self.words.trigger_classes)
        )
        # Where letters are matched the longest, a whole word is never hidden by a part of it.
        self.automaton = AhoCorasick(sorted(self.triggers), matchkind=MatchKind.LeftmostLongest)
        self.starts = self._starts()
        self.start = re.compile(f"[{''.join(self.starts)}]" if self.starts else "(?!)")
        self.token = self._token()
        self.written = re.compile(GROUP.sub("(?:", self.token.pattern))

    def value(self, name: str, word: str) -> str:
        """What the pack says that a word means as one of that class."""
        return self.values[name][word]

    def trigger_places(self, text: str) -> list[int]:
        """Where the words and digits stand without which no form matches, in order."""
        lower = text.lower()
        if len(lower) != len(text):
            lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
        size = len(lower)
        return [
            start
            for _, start, end in self.automaton.find_matches_as_indexes(lower)
            if "0" <= lower[start] <= "9"
            or not ((start and lower[start - 1].isalpha()) or (end < size and lower[end].isalpha()))
        ]

    def number_character(self, text: str, kind: str) -> str:
        """The character of a token that begins with a digit; `kind` is the group of `token` that matched."""
        return self.alphabet.character(number_classes(text, kind))

    def _read(self, written: str) -> tuple[str, str, bool]:
        """`read(written)`: a token in lower case, its character, and whether a capital opens it."""
        lower = written.lower().replace("’", "'")
        if not written[0].isdecimal():
            known = self.lower if written[0].islower() else self.capital
            return lower, known.get(lower, UNKNOWN), written[0].isupper()
        found = self.token.match(written)
        return lower, self.number_character(lower, (found and found.lastgroup) or NUMBER), False

    def _token(self) -> re.Pattern[str]:
        def after(marks: tuple[str, ...]) -> str:
            both = sorted({form for mark in marks for form in (mark, mark.upper())})
            return rf"\d+(?:{'|'.join(map(re.escape, both)) or '(?!)'})(?![^\W_])"

        return re.compile(
            r"(?P<word>[^\W\d_]{2,}|(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])\.?|[^\W\d_])"
            r"|(?P<special>\d{4}-\d\d-\d\d(?!\d)|\d+:\d\d(?::\d\d)?|\d+(?:/\d+)+|\d+(?:[.,]\d+)+)"
            rf"|(?P<nth>{after(self.words.ordinal_marks)})|(?P<decade>{after(self.words.decade_marks)})"
            r"|(?P<number>\d+)|(?P<sign>[^\w\s])"
        )

    def _values(self) -> dict[str, dict[str, str]]:
        values = {name: dict(entries) for name, entries in self.words.classes.items()}
        for name, entries in self.words.lists.items():
            values.setdefault(name, {}).update({word: word for word in entries})
        return values

    def _templates(self) -> Iterable[str]:
        return (*self.words.parts.values(), *(form for rule in self.words.rules for form in rule.forms))

    def _characters(self) -> tuple[dict[str, str], dict[str, str]]:
        found: dict[str, set[str]] = {}
        for name, entries in self.values.items():
            for word in entries:
                found.setdefault(word, set()).add(name)
        for template in self._templates():
            for word in literals(template):
                found.setdefault(word, set()).add(LITERAL + word)
        capital, lower = {}, {}
        for word, classes in found.items():
            unsure = word in self.words.ambiguous
            clear = {f"clear{name}" for name in classes if not unsure and LITERAL not in name}
            named = {f"named{name}" for name in classes if LITERAL not in name}
            capital[word] = self.alphabet.character(frozenset(classes | clear | named))
            lower[word] = self.alphabet.character(frozenset(classes | clear | (set() if unsure else named)))
        return capital, lower

    def _starts(self) -> dict[str, Starts]:
        numbers = {self.number_character(text, kind) for text, kind in number_samples()}
        triggers = {
            char
            for known in (self.capital, self.lower)
            for word, char in known.items()
            if word in self.triggers
        }
        compiler = FormCompiler(self.alphabet, self.words.parts, frozenset(numbers | triggers))
        forms = [
            FormOf(rule, compiler.form(template)) for rule in self.words.rules for template in rule.forms
        ]
        starts: dict[str, Starts] = {}
        made: dict[tuple[int, ...], Starts] = {}
        for character in sorted({char for found in forms for char in found.form.begins}):
            here = tuple(found for found in forms if character in found.form.begins)
            key = tuple(map(id, here))  # the words of one class begin the same forms
            starts[character] = made.setdefault(key, Starts(here))
        return starts
