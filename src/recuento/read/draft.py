"""What a reader of one format hands on: the canonical text and what the format's metadata declares."""

from typing import NamedTuple

import msgspec

from recuento.model import Problem


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A text with the metadata that its source declares; nothing here was read from the words of the text."""

    text: str
    title: str | None = None
    published: str | None = None
    place: str | None = None
    author: str | None = None
    outlet: str | None = None
    language: str | None = None
    url: str | None = None


class Reading(NamedTuple):
    """A draft, or None where there is nothing to read, and the problems met on the way."""

    draft: Draft | None
    problems: tuple[Problem, ...] = ()
