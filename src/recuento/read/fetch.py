"""Fetching one address that the caller gave: the only network that recuento ever uses."""

import time
from http.client import HTTPException
from typing import Any, NamedTuple
from urllib import request

from recuento import __version__

CHUNK = 65_536


class Fetched(NamedTuple):
    """What came back.

    The bytes (at most the cap and one more), media type and declared encoding; or why nothing did.
    """

    content: bytes = b""
    media_type: str | None = None
    charset: str | None = None
    failure: str | None = None


def fetch(address: str, *, timeout: float, max_bytes: int) -> Fetched:
    """The bytes at an http or https address, within `timeout` seconds in all and up to `max_bytes` + 1 bytes.

    Follows redirections to http and https only.
    """
    deadline = time.monotonic() + timeout
    try:
        asked = request.Request(address, headers={"User-Agent": f"recuento/{__version__}"})
        with _opener().open(asked, timeout=timeout) as response:
            kind = response.headers.get_content_type() if "Content-Type" in response.headers else None
            content = _body(response, deadline, max_bytes)
            return Fetched(content, kind, response.headers.get_content_charset())
    except (OSError, HTTPException, ValueError) as error:
        return Fetched(failure=str(error) or type(error).__name__)


def _opener() -> request.OpenerDirector:
    # Built by hand: the ready-made opener also opens file: and ftp: addresses.
    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler,
        request.UnknownHandler,
        request.HTTPHandler,
        request.HTTPSHandler,
        request.HTTPDefaultErrorHandler,
        request.HTTPRedirectHandler,
        request.HTTPErrorProcessor,
    ):
        opener.add_handler(handler())
    return opener


def _body(response: Any, deadline: float, max_bytes: int) -> bytes:
    chunks, size = [], 0
    while size <= max_bytes and (chunk := response.read1(min(CHUNK, max_bytes + 1 - size) or 1)):
        chunks.append(chunk)
        size += len(chunk)
        if time.monotonic() > deadline:
            raise TimeoutError("the server took too long")
    return b"".join(chunks)
