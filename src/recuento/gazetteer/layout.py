"""The layout of the compiled index, shared by the one who writes it and the one who reads it.

A head, then six parts: sorted 64-bit hashes of names; where the list of each starts; the lists of record
numbers; the records, of fixed size; the names to show, each after its length; and a MessagePack tail
(codes, countries, demonyms, abbreviations). Integers are little-endian and every part starts at a
multiple of eight, so that all can be read where it lies.
"""

import hashlib
import struct

import msgspec

MAGIC = b"RCNTGAZ3"
HEAD = struct.Struct(
    "<8s7Q"
)  # magic, number of hashes, then the offsets: hashes, starts, lists, records, names, tail
RECORD = struct.Struct(
    "<IiiIIHHHBB"
)  # id, lat, lon, population, name offset, country, admin1, radius, kind, precision
DEGREE = 100_000  # coordinates are kept as whole hundred-thousandths of a degree: about one metre
NOWHERE = 2**31 - 1  # in place of a coordinate that is not known
OPENS = 2**31  # set in the start of a list where some longer name begins with these words

KINDS = ("country", "region", "adm1", "adm2", "city")
PRECISIONS = (
    "point",
    "landmark",
    "neighbourhood",
    "settlement",
    "near_settlement",
    "adm3",
    "adm2",
    "adm1",
    "larger",
    "country",
    "sea_or_air",
)


class Tail(msgspec.Struct, frozen=True):
    """What is small enough to be read whole."""

    countries: tuple[str, ...]
    divisions: tuple[str, ...]
    country_records: dict[str, int]
    demonyms: dict[str, str]
    forms: dict[str, int]


def name_hash(normalised: str) -> int:
    """The 64-bit hash of a normalised name (BLAKE2b): the same on every machine."""
    return int.from_bytes(hashlib.blake2b(normalised.encode(), digest_size=8).digest(), "little")
