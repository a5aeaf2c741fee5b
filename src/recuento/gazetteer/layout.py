"""The layout of the compiled index, shared by the one who writes it and the one who reads it.

A head, then six parts: sorted 64-bit hashes of names; where the list of each starts; the lists of record
numbers; the records, of fixed size; the names to show and the codes of second-order divisions, each after
its length, the first of them empty; and a MessagePack tail (codes, countries, demonyms, abbreviations, what
the index was made from). Integers are little-endian and every part starts at a
multiple of eight, so that all can be read where it lies.
"""

import hashlib
import struct

import msgspec

MAGIC = b"RCNTGAZ4"
HEAD = struct.Struct(
    "<8s7Q"
)  # magic, number of hashes, then the offsets: hashes, starts, lists, records, names, tail
RECORD = struct.Struct(
    "<IiiIIIHHHBB"
)  # id, lat, lon, population, name offset, admin2 offset, country, admin1, radius, kind, precision
DEGREE = 100_000  # coordinates are kept as whole hundred-thousandths of a degree: about one metre
NOWHERE = 2**31 - 1  # in place of a coordinate that is not known
OPENS = 2**31  # set in the start of a list where some longer name begins with these words

LESSER = 128  # added to the kind of a first-order division that is little known abroad
KINDS = ("country", "region", "adm1", "adm2", "city")


class SourceFile(msgspec.Struct, frozen=True):
    """A file that an index was made from.

    `role` is dump, names, admin1 or admin2; `size` is in bytes and `sha256` is of the content, both as it is
    outside an archive; `lines` is how many there were, `kept` how many became places or names, `wrong` how
    many could not be read.
    """

    name: str
    role: str
    size: int
    sha256: str
    lines: int
    kept: int
    wrong: int


class Made(msgspec.Struct, frozen=True):
    """What an index was made from: nothing but the package's own sources where `files` is empty.

    `names` is the number of names that can be looked up; `newest` the last day on which a place of the dumps
    was changed (YYYY-MM-DD); `scripts` is latin or all; `alone` whether the towns of the package's own index
    were left out; `bundled` the SHA-256 of that index.
    """

    names: int = 0
    files: tuple[SourceFile, ...] = ()
    newest: str | None = None
    scripts: str = "latin"
    alone: bool = False
    bundled: str | None = None


class Tail(msgspec.Struct, frozen=True):
    """What is small enough to be read whole."""

    countries: tuple[str, ...]
    divisions: tuple[str, ...]
    country_records: dict[str, int]
    demonyms: dict[str, str]
    forms: dict[str, int]
    made: Made = Made()


def name_hash(normalised: str) -> int:
    """The 64-bit hash of a normalised name (BLAKE2b): the same on every machine."""
    return int.from_bytes(hashlib.blake2b(normalised.encode(), digest_size=8).digest(), "little")
