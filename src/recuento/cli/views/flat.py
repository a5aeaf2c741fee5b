"""Records as flat rows: a nested record's fields get its name before theirs (`place_name`)."""

import types
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any, Union

import msgspec


@cache
def columns_of(*kinds: type[msgspec.Struct]) -> tuple[str, ...]:
    """The columns that rows of these records may have: each kind's in order, those of earlier kinds first."""
    found = {"type": None} if any(kind.__struct_config__.tag for kind in kinds) else {}
    for kind in kinds:
        found |= dict.fromkeys(_names(kind, ""))
    return tuple(found)


def _names(kind: type[msgspec.Struct], prefix: str) -> Iterator[str]:
    hints = typing.get_type_hints(kind)
    for field in msgspec.structs.fields(kind):
        inner = _struct_in(hints[field.name])
        if inner is None:
            yield prefix + field.name
        else:
            yield from _names(inner, f"{prefix}{field.name}_")


def _struct_in(hint: Any) -> type[msgspec.Struct] | None:
    """The record that a field holds, if it holds one or none."""
    options = typing.get_args(hint) if typing.get_origin(hint) in (Union, types.UnionType) else (hint,)
    return next((o for o in options if isinstance(o, type) and issubclass(o, msgspec.Struct)), None)


def flat(record: msgspec.Struct) -> dict[str, object]:
    """A record as one row; what is not known is left out."""
    tag = record.__struct_config__.tag
    row: dict[str, object] = {"type": tag} if tag else {}
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if isinstance(value, msgspec.Struct):
            row |= {f"{name}_{inner}": held for inner, held in flat(value).items()}
        elif value is not None:
            row[name] = value
    return row
