"""From nouns to rows and back: columns for the filters, canonical JSON for the whole, and the digests that
seal them.
"""

import hashlib
import unicodedata
from collections.abc import Mapping
from typing import Any

import msgspec

from recuento.ledger.days import day_bounds
from recuento.model import Claim, Demand, Figure, Incident, PlaceRef, Problem, Report, Statement

Row = dict[str, Any]

_encoder = msgspec.json.Encoder(order="sorted")
_claims: msgspec.json.Decoder[Claim] = msgspec.json.Decoder(Claim)
_facts: msgspec.json.Decoder[dict[str, tuple[int, int]]] = msgspec.json.Decoder(dict[str, tuple[int, int]])

METADATA = ("title", "published", "place", "author", "outlet", "language", "url", "sha256")


def canonical(value: object) -> str:
    """The one JSON text of a value: keys sorted, no spaces."""
    return _encoder.encode(value).decode()


def digest(content: bytes | str) -> str:
    """The SHA-256 of some content in lower-case hexadecimal digits; text counts as UTF-8."""
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


def row_digest(row: Mapping[str, Any]) -> str:
    """The digest of a row: of its columns that hold something, so that a column added later changes no old
    digest.

    `content` is left out, for the row's `sha256` stands for it.
    """
    return digest(
        canonical({name: value for name, value in row.items() if value is not None and name != "content"})
    )


def fold(words: str) -> str:
    """Words as they are searched: without case, accents or runs of white space."""
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c)
    )
    return " ".join(plain.casefold().split())  # NFKD makes capitals of some signs ("㎴" is "pV")


def claim_row(claim: Claim) -> Row:
    """The columns of a claim, but for its reading and position."""
    place = claim.place if isinstance(claim, Figure | Incident) else None
    claimant = _claimant(claim)
    actor = claim.actor if isinstance(claim, Figure | Incident) else None
    row: Row = {
        "id": claim.id,
        "type": _type(claim),
        "span_start": claim.start,
        "span_end": claim.end,
        "quote": claim.quote,
        "claimant": claimant,
        "claimant_key": fold(claimant) if claimant else None,
        "actor": actor.name if actor else None,
        "confidence": float(claim.confidence),
        "record": canonical(claim),
    }
    row |= _figure_columns(claim) | _incident_columns(claim) | _place_columns(place)
    searched = (claim.quote, row["group_words"], row["place"], claimant, row["actor"])
    return row | {"words_key": fold(" ".join(words for words in searched if words))}


def _figure_columns(claim: Claim) -> Row:
    figure = claim if isinstance(claim, Figure) else None
    names = ("number", "explicit", "measure", "unit", "qualifier", "scope")
    row: Row = {name: getattr(figure, name, None) for name in names}
    row["group_words"] = figure.group if figure else None
    for bound in ("low", "high"):
        value = getattr(figure, bound, None)
        row[bound] = None if value is None else float(value)
    return row


def _incident_columns(claim: Claim) -> Row:
    when = claim.when if isinstance(claim, Figure | Incident) else None
    first, last = day_bounds(when) or (None, None)
    return {
        "incident_type": claim.incident_type if isinstance(claim, Incident) else None,
        "modality": claim.modality if isinstance(claim, Figure | Incident) else None,
        "when_edtf": when,
        "first_day": first,
        "last_day": last,
    }


def _place_columns(place: PlaceRef | None) -> Row:
    if place is None:
        return dict.fromkeys(("place", "place_key", "geonames", "country", "latitude", "longitude"))
    return {
        "place": place.name,
        "place_key": fold(place.name),
        "geonames": place.geonames,
        "country": place.country,
        "latitude": None if place.latitude is None else float(place.latitude),
        "longitude": None if place.longitude is None else float(place.longitude),
    }


def _claimant(claim: Claim) -> str | None:
    match claim:
        case Figure():
            who = claim.attributed_to
        case Statement() | Demand():
            who = claim.speaker
        case _:
            who = None
    return who.name if who else None


def _type(claim: Claim) -> str:
    return str(type(claim).__struct_config__.tag)


def read_claim(record: str) -> Claim:
    """The claim that a `record` holds. Raises msgspec.MsgspecError where it holds none."""
    return _claims.decode(record)


def problem_row(problem: Problem) -> Row:
    """The columns of a problem, but for its reading and position."""
    return {
        "slug": problem.slug,
        "source": problem.source,
        "message": problem.message,
        "span_start": problem.start,
        "span_end": problem.end,
    }


def reading_input(report: Report, text_sha256: str) -> Row:
    """The columns of a reading that say what was read: the text's digest and the report's metadata."""
    facts = canonical(report.facts)
    named = {name: getattr(report, name) for name in METADATA}
    return named | {
        "text": text_sha256,
        "facts": facts,
        "outlet_key": fold(report.outlet) if report.outlet else None,
        "input": digest(canonical([text_sha256, facts, named])),
    }


def read_facts(facts: str) -> dict[str, tuple[int, int]]:
    """The facts that a reading's column holds. Raises msgspec.MsgspecError where it holds none."""
    return _facts.decode(facts)


def wrong_cut(claim: Claim, text: str) -> str | None:
    """What of a claim's words its spans do not cut from the text, or None where all is well.

    `text[start:end]` is the number of a figure and the quotation of everything else; a figure's quotation has
    its own span.
    """
    words = claim.number if isinstance(claim, Figure) else claim.quote
    if claim.start < 0 or text[claim.start : claim.end] != words:
        return f"text[{claim.start}:{claim.end}] is {text[claim.start : claim.end]!r}, not {words!r}"
    if not isinstance(claim, Figure):
        return None
    if claim.quote_start < 0 or text[claim.quote_start : claim.quote_end] != claim.quote:
        return f"text[{claim.quote_start}:{claim.quote_end}] is not the quotation {claim.quote!r}"
    return None
