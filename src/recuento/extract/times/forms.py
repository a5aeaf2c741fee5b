"""Forms: the pack's little templates of token classes, as regular expressions over class characters.

A sentence becomes a string with one character a token; the character stands for the set of classes of that
token. A form such as `{weekday}? {day} of? {month} ,? {year}` becomes a regular expression over such strings.

    {month}   a token of that class, or a part of the pack, kept as a slot (`{day2}` is a second `day`)
    of        that very word
    ( | )? *  grouping, alternatives, optional, repeated
    [in|{unit}] at either end   the neighbour must be one of these; `[!...]`: must not be (it may be missing)
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from recuento.model import UsageError

PIECE = re.compile(r"\{(\w+)\}|([()|?*])|(\[!?)|(\])|([^\s(){}|\[\]?*]+)")
LITERAL = "="  # the class of exactly one word is named by this mark and the word
FIRST_CHARACTER = 0xE000
UNKNOWN = "\uf8ff"


class Alphabet:
    """One private character for each set of token classes."""

    def __init__(self) -> None:
        self._characters: dict[frozenset[str], str] = {frozenset(): UNKNOWN}

    def character(self, classes: frozenset[str]) -> str:
        """The character of a set of classes; a new one where the set is new."""
        return self._characters.setdefault(classes, chr(FIRST_CHARACTER + len(self._characters)))

    def having(self, name: str) -> str:
        """All characters whose set holds the class, in order."""
        return "".join(char for classes, char in self._characters.items() if name in classes)


class Form(NamedTuple):
    """A compiled form: its expression with named slots, and the characters it may begin with."""

    expression: re.Pattern[str]
    begins: frozenset[str]


class Compiled(NamedTuple):
    """A piece of a form while it is compiled: source, the characters it may begin with, whether it may be
    empty, and whether all that it matches holds a trigger."""

    source: str
    begins: frozenset[str]
    empty: bool
    sure: bool = False


def literals(template: str) -> Iterator[str]:
    """The words that a template names as they stand."""
    return (found[4] for found in PIECE.findall(template) if found[4])


class FormCompiler:
    """Compiles templates against an alphabet and the pack's parts. Call `form` for each."""

    def __init__(self, alphabet: Alphabet, parts: Mapping[str, str], triggers: frozenset[str]) -> None:
        self.alphabet = alphabet
        self.triggers = triggers
        self.parts = parts
        self.pieces: list[re.Match[str]] = []
        self.capturing = True
        self.slots = 0

    def form(self, template: str) -> Form:
        """The form of a template. Raises UsageError where it names an unknown class or can match nothing."""
        compiled = self._whole(template, capturing=True)
        if compiled.empty:
            raise UsageError(
                f"dates: the form {template!r} matches nothing at all; make one part of it required"
            )
        if not compiled.sure:
            raise UsageError(
                f"dates: the form {template!r} can match without a trigger; add one of its words to those"
            )
        return Form(re.compile(compiled.source), compiled.begins)

    def _whole(self, template: str, *, capturing: bool) -> Compiled:
        outer = self.pieces, self.capturing
        self.pieces, self.capturing = list(PIECE.finditer(template)), capturing
        compiled = self._alternatives()
        if self.pieces:
            raise UsageError(f"dates: the form {template!r} has a bracket too many")
        self.pieces, self.capturing = outer
        return compiled

    def _alternatives(self) -> Compiled:
        choices = [self._sequence()]
        while self._next("|"):
            choices.append(self._sequence())
        source = "|".join(choice.source for choice in choices)
        begins = frozenset().union(*(choice.begins for choice in choices))
        empty, sure = any(choice.empty for choice in choices), all(choice.sure for choice in choices)
        return Compiled(f"(?:{source})", begins, empty, sure)

    def _sequence(self) -> Compiled:
        source, begins, empty, sure = "", frozenset[str](), True, False
        while self.pieces and self.pieces[0].group() not in {"|", ")", "]"}:
            item = self._item(at_start=not source)
            source += item.source
            if empty:
                begins |= item.begins
            empty, sure = empty and item.empty, sure or item.sure
        return Compiled(source, begins, empty, sure)

    def _item(self, *, at_start: bool) -> Compiled:
        piece = self.pieces.pop(0)
        if piece[3]:
            return self._context(at_start=at_start, negated=piece[3] == "[!")
        if piece[0] == "(":
            item = self._alternatives()
            self._expect(")")
        elif piece[1]:
            item = self._slot(piece[1])
        else:
            item = self._one(LITERAL + piece[0])
        for mark in "?*":
            if self._next(mark):
                item = Compiled(f"(?:{item.source}){mark}", item.begins, True)
        return item

    def _slot(self, slot: str) -> Compiled:
        name = slot.rstrip("0123456789")
        inner = self._whole(self.parts[name], capturing=False) if name in self.parts else self._one(name)
        if not self.capturing:
            return inner
        self.slots += 1  # a slot may stand in several alternatives of a form, a group's name only once
        return inner._replace(source=f"(?P<{slot}_{self.slots}>{inner.source})")

    def _one(self, name: str) -> Compiled:
        characters = self.alphabet.having(name)
        if not characters:
            raise UsageError(f"dates: a form names {name!r}, which is no class, part or list of the pack")
        return Compiled(f"[{characters}]", frozenset(characters), False, self.triggers.issuperset(characters))

    def _context(self, *, at_start: bool, negated: bool) -> Compiled:
        characters = ""
        while not self._next("]"):
            piece = self.pieces.pop(0)
            if piece[0] != "|":
                characters += self.alphabet.having(piece[1] or LITERAL + piece[0])
        if not characters:
            raise UsageError("dates: a bracket at a form's end names nothing that the pack knows")
        look = f"?{'<' if at_start else ''}{'!' if negated else '='}"
        return Compiled(f"({look}[{characters}])", frozenset(), True)

    def _next(self, text: str) -> bool:
        if self.pieces and self.pieces[0].group() == text:
            self.pieces.pop(0)
            return True
        return False

    def _expect(self, text: str) -> None:
        if not self._next(text):
            raise UsageError(f"dates: a form lacks a {text!r}")
