"""Ids that follow from content: the same content always has the same id."""

import hashlib

import msgspec

_encoder = msgspec.json.Encoder(order="sorted")


def content_id(*parts: object) -> str:
    """Sixteen hexadecimal digits of the SHA-256 of the parts, encoded as canonical JSON.

    Raises TypeError if a part can't be encoded as JSON.
    """
    return hashlib.sha256(_encoder.encode(parts)).hexdigest()[:16]
