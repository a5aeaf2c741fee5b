"""What the columns of a series file mean: given on the command line or in a small YAML or TOML file."""

import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import yaml

from recuento.language.pack import decode_yaml
from recuento.model import UsageError
from recuento.vocabulary import load_codes

MEASURES = load_codes("measures").told()
Mapping = dict[str, tuple[str, str | None]]


class SeriesSpec(msgspec.Struct, frozen=True, kw_only=True):
    """How to read one series file.

    `source` is who publishes the figures; `mapping` gives the measure and the group (null: everybody) of a
    column; `skip` holds (column, value) pairs of rows to leave out; `qualifier` is a column that says how
    exact a row is; `decimal` is the decimal mark of the file, so that the other marks may group digits.
    """

    name: str
    source: str
    mapping: Mapping
    place: str | None = None
    date_column: str = "date"
    skip: tuple[tuple[str, str], ...] = ()
    qualifier: str | None = None
    decimal: str = "."


class SpecFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A spec as written in a file: columns as `column: measure` or `column: measure:group`."""

    name: str
    source: str
    columns: dict[str, str]
    place: str | None = None
    date_column: str = "date"
    skip: tuple[str, ...] = ()
    qualifier: str | None = None
    decimal: str = "."


def parse_mapping(entries: Sequence[str]) -> Mapping:
    """The meaning of columns from entries such as `dead=killed` or `dead_children=killed:children`.

    Raises UsageError for an entry of another form, an unknown measure, or a column that is given twice.
    """
    mapping: Mapping = {}
    for entry in entries:
        column, equals, meaning = entry.partition("=")
        column = column.strip()
        if not equals or not column or not meaning.strip():
            raise UsageError(f"column mapping {entry!r}: write COLUMN=MEASURE or COLUMN=MEASURE:GROUP")
        if column in mapping:
            raise UsageError(f"column mapping {entry!r}: {column} is given twice; keep one")
        mapping[column] = _meaning(meaning, entry)
    return mapping


def _meaning(words: str, entry: str) -> tuple[str, str | None]:
    measure, _, group = words.partition(":")
    if measure.strip() not in MEASURES:
        known = ", ".join(MEASURES)
        raise UsageError(f"column mapping {entry!r}: {measure.strip()!r} is no measure (there are: {known})")
    return measure.strip(), group.strip() or None


def parse_skip(entries: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The rows to leave out, from entries such as `status=draft`. Raises UsageError for another form."""
    pairs = []
    for entry in entries:
        column, equals, value = entry.partition("=")
        if not equals or not column.strip():
            raise UsageError(f"rows to skip {entry!r}: write COLUMN=VALUE")
        pairs.append((column.strip(), value.strip()))
    return tuple(pairs)


def load_spec(path: Path) -> SeriesSpec:
    """The spec in a YAML or TOML file (by its ending). Raises UsageError naming the file and the fault."""
    decode: Callable[[bytes], SpecFile] = _from_toml if path.suffix == ".toml" else _from_yaml
    try:
        written = decode(path.read_bytes())
    except (
        OSError,
        yaml.YAMLError,
        tomllib.TOMLDecodeError,
        msgspec.ValidationError,
        UnicodeDecodeError,
    ) as error:
        raise UsageError(f"series mapping {path}: {error}") from error
    return SeriesSpec(
        name=written.name,
        source=written.source,
        mapping=parse_mapping([f"{column}={meaning}" for column, meaning in written.columns.items()]),
        place=written.place,
        date_column=written.date_column,
        skip=parse_skip(written.skip),
        qualifier=written.qualifier,
        decimal=written.decimal,
    )


def _from_yaml(content: bytes) -> SpecFile:
    return decode_yaml(content, SpecFile)


def _from_toml(content: bytes) -> SpecFile:
    return msgspec.convert(tomllib.loads(content.decode("utf-8")), type=SpecFile)
