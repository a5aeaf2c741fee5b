"""The walk along the chain that finds the first broken link, and every other."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Column, Connection, Table, func, select, text
from sqlalchemy.exc import SQLAlchemyError

from recuento.ledger import schema
from recuento.ledger.chain import START, Head, link_hash
from recuento.ledger.rows import digest, read_claim, row_digest, wrong_cut

AT_ONCE = 64  # links read together: about twenty reports with their sources
DAMAGE = (SQLAlchemyError, ValueError, TypeError, OverflowError)  # what drivers raise where bytes are no row

SLUGS: dict[str, str] = {
    "broken-chain": "a link of the chain is missing, was changed, or does not name the link before it",
    "changed-claim": "a claim is not as it was written",
    "changed-row": "a report, reading, problem or series, or a note of a source, is not as it was written",
    "changed-source": "the bytes of a frozen source do not have their SHA-256",
    "changed-text": "the canonical text of a reading is gone or does not have its SHA-256",
    "damaged-store": "the store itself can't be read in a place",
    "missing-row": "a row that the chain seals is not there",
    "unsealed-row": "a row is there that the chain does not seal: it was put in by other means",
    "wrong-words": "a claim's span does not cut its words from the canonical text",
}

Mapped = Mapping[Any, Any]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is not as it was written.

    `slug` is one of SLUGS; `subject` the claim, source, report, reading, series or link concerned; `link` the
    number of the link that seals it (0 where none does); `message` how it differs.
    """

    slug: str
    subject: str
    link: int
    message: str


class Stretch(NamedTuple):
    """Some links in a row with all that they seal. Each key ends with the number of the link."""

    links: dict[int, Mapped]
    rows: dict[tuple[str, int], Mapped]
    sealed: dict[tuple[str, int], list[Mapped]]
    texts: dict[str, str]


class Check:
    """One walk along the chain, gathering what is found."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.findings: list[Finding] = []
        self.head = Head(0, START)
        self.counts = dict.fromkeys((*schema.LINKED, "claim"), 0)
        self._accepted = {
            START
        }  # the hashes that the next link may name; empty where nothing is known of them

    def run(self) -> Iterator[tuple[int, int]]:
        """Walk along the chain, then look for what no link seals, then let the store look at itself.

        Gives, as it goes, the links done and the links in all.
        """
        last = max(
            self._ask(lambda: self.connection.execute(select(func.max(schema.chain.c.seq))).scalars()) or [0]
        )
        for first in range(1, (last or 0) + 1, AT_ONCE):
            self._walk(first, min(first + AT_ONCE, last + 1))
            yield min(first + AT_ONCE - 1, last), last
        self._find_unsealed()
        if self.connection.dialect.name == "sqlite":
            ask = text("PRAGMA integrity_check(20)")
            for said in self._ask(lambda: self.connection.execute(ask).scalars()):
                if said != "ok":
                    self._found("damaged-store", "the store", 0, str(said).strip())

    def _found(self, slug: str, subject: str, link: int, message: str) -> None:
        self.findings.append(Finding(slug=slug, subject=subject, link=link, message=message))

    def _ask(self, query: Callable[[], Any]) -> list[Any]:
        try:
            return list(query())
        except DAMAGE as error:
            self._found("damaged-store", "the store", 0, _said(error))
            return []

    def _walk(self, first: int, end: int) -> None:
        """Check the links from `first` until before `end`; halve what can't be read, until one link is to
        blame.
        """
        try:
            stretch = load(self.connection, first, end)
        except DAMAGE as error:
            if end - first == 1:
                message = f"it or what it seals can't be read: {_said(error)}"
                self._found("damaged-store", f"link {first}", first, message)
                self._accepted = set()
                return
            middle = (first + end) // 2
            self._walk(first, middle)
            self._walk(middle, end)
            return
        for seq in range(first, end):
            link = stretch.links.get(seq)
            if link is None:
                self._found("broken-chain", f"link {seq}", seq, "the link is missing")
                self._accepted = set()
            elif self._check_link(link):
                self._check_row(link, stretch)

    def _check_link(self, link: Mapped) -> bool:
        """Whether a link is of a kind that this program knows, having looked at the link itself."""
        seq, fresh = link["seq"], digest_or_none(link_hash, link)
        subject = f"link {seq}"
        if self._accepted and link["previous"] not in self._accepted:
            self._found("broken-chain", subject, seq, f"it does not name the hash of link {seq - 1}")
        elif fresh != link["hash"]:
            self._found("broken-chain", subject, seq, f"its hash is not that of what it says ({fresh})")
        # One flipped digit of a hash must not put the blame on the next link too.
        self._accepted = {each for each in (fresh, link["hash"]) if each}
        self.head = Head(seq, link["hash"])
        return link["kind"] in schema.LINKED

    def _check_row(self, link: Mapped, stretch: Stretch) -> None:
        kind, seq = link["kind"], link["seq"]
        name = f"{kind} {link['subject']}"
        row = stretch.rows.get((kind, seq))
        if row is None:
            self._found("missing-row", name, seq, "what the link seals is not there")
            return
        self.counts[kind] += 1
        intact = digest_or_none(row_digest, row) == link["digest"]
        if kind == "source" and digest_or_none(digest, row["content"]) != row["sha256"]:
            self._found("changed-source", name, seq, f"the bytes of {row['name']!r} do not have that SHA-256")
        elif not intact:
            self._found("changed-row", name, seq, "the row does not have the digest that the link seals")
        if intact and kind in schema.SEALED:
            self._check_sealed(
                name, row, [stretch.sealed.get((t.name, seq), []) for t in schema.SEALED[kind]]
            )
        if kind == "reading":
            self._check_words(row, stretch)

    def _check_sealed(self, name: str, row: Mapped, held: Sequence[list[Mapped]]) -> None:
        """Each row that a reading or a series seals, against its digest by position: the first table's, the
        second's.
        """
        digests = row["digests"].split("\n") if row["digests"] else []
        first = row["claims"] if "claims" in row else len(digests)
        for rows, sealed in zip(held, (digests[:first], digests[first:]), strict=False):
            there = {each["position"]: each for each in rows}
            for position, expected in enumerate(sealed):
                each = there.pop(position, None)
                if each is None:
                    self._found(
                        "missing-row", f"row {position} of {name}", row["seq"], "it is sealed but not there"
                    )
                elif digest_or_none(row_digest, each) != expected:
                    slug = "changed-claim" if "record" in each else "changed-row"
                    self._found(
                        slug, subject_of(each, name), row["seq"], f"its digest is not the one {name} seals"
                    )
            for each in there.values():
                self._found("unsealed-row", subject_of(each, name), row["seq"], f"{name} does not seal it")

    def _check_words(self, row: Mapped, stretch: Stretch) -> None:
        """The canonical text against its digest, and every claim's words against the text."""
        seq, words = row["seq"], stretch.texts.get(row["text"])
        claims = stretch.sealed.get(("claim", seq), [])
        self.counts["claim"] += len(claims)
        if words is None or digest_or_none(digest, words) != row["text"]:
            how = "is not there" if words is None else f"does not have the SHA-256 {row['text']}"
            self._found("changed-text", f"text of reading {row['id']}", seq, f"the canonical text {how}")
        for each in claims if words is not None else ():
            try:
                claim = read_claim(each["record"])
            except (msgspec.MsgspecError, *DAMAGE) as error:
                self._found("wrong-words", f"claim {each['id']}", seq, f"its record is no claim: {error}")
                continue
            if wrong := wrong_cut(claim, words or ""):
                self._found("wrong-words", f"claim {each['id']}", seq, wrong)

    def _find_unsealed(self) -> None:
        """Rows that no link of their kind seals, or that no sealed row owns: they did not come by this
        program.
        """
        chain = schema.chain.c
        for kind, table in schema.LINKED.items():
            seals = (chain.seq == table.c.seq) & (chain.kind == kind)
            joined = table.outerjoin(schema.chain, seals)
            self._find_orphans(table.c.seq, joined, chain.seq, f"{kind} in row {{}}")
            for part in schema.SEALED.get(kind, ()):
                joined = part.outerjoin(table, table.c.seq == part.c[kind])
                self._find_orphans(part.c[kind], joined, table.c.seq, f"{part.name} of {kind} in row {{}}")

    def _find_orphans(self, column: Column[Any], joined: Any, owner: Column[Any], subject: str) -> None:
        query = select(column).select_from(joined).where(owner.is_(None)).distinct().order_by(column)
        for seq in self._ask(lambda: self.connection.execute(query).scalars()):
            self._found("unsealed-row", subject.format(seq), 0, "no link of the chain seals it")


def load(connection: Connection, first: int, end: int) -> Stretch:
    """The links from `first` until before `end` with all that they seal. Raises one of DAMAGE where bytes are
    bad.
    """

    def between(table: Table, column: Column[Any]) -> list[Mapped]:
        query = select(table).where(column >= first, column < end)
        return [row._mapping for row in connection.execute(query)]

    links = {row["seq"]: row for row in between(schema.chain, schema.chain.c.seq)}
    rows = {
        (kind, row["seq"]): row
        for kind, table in schema.LINKED.items()
        for row in between(table, table.c.seq)
    }
    sealed: dict[tuple[str, int], list[Mapped]] = {}
    for kind, tables in schema.SEALED.items():
        for table in tables:
            for row in sorted(between(table, table.c[kind]), key=lambda row: int(row["position"])):
                sealed.setdefault((table.name, row[kind]), []).append(row)
    wanted = {row["text"] for (kind, _), row in rows.items() if kind == "reading"}
    stored = schema.canonical_text.c
    texts = connection.execute(select(stored.sha256, stored.text).where(stored.sha256.in_(wanted)))
    return Stretch(links, rows, sealed, {row.sha256: row.text for row in texts})


def subject_of(row: Mapped, owner: str) -> str:
    """What to call a row that another row seals."""
    return f"claim {row['id']}" if "record" in row else f"row {row['position']} of {owner}"


def digest_or_none(work: Callable[[Any], str], of: Any) -> str | None:
    """A digest; None for what can't be encoded any more, such as text whose bytes are no UTF-8."""
    try:
        return work(of)
    except (ValueError, TypeError, AttributeError):
        return None


def _said(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error).strip().splitlines()[0]
