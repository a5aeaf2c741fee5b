"""What people decided of accounts: kept in the order in which they decided."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Engine, insert, select

from recuento.ledger import schema
from recuento.ledger.add import UNSTORABLE, RefusedError
from recuento.ledger.chain import Chain
from recuento.ledger.rows import Row
from recuento.ledger.store import reading, writing
from recuento.model import VERDICTS, Judgement, content_id

FIELDS = ("verdict", "author", "reason", "judged", "weight")


def add_judgements(engine: Engine, judgements: Sequence[Judgement]) -> int:
    """How many rows were written: all in one transaction, each once.

    Raises RefusedError where a verdict is none, nobody or no reason is named, the claims are one, or a
    character can't be stored.
    """
    for judgement in judgements:
        _check(judgement)
    table = schema.judgement
    written = 0
    with writing(engine) as connection:
        chain = Chain(connection)
        for judgement in judgements:
            row = _row(judgement)
            if connection.execute(select(table.c.seq).where(table.c.id == row["id"])).first():
                continue
            row["seq"] = chain.next_seq
            connection.execute(insert(table), row)
            chain.seal("judgement", row)
            written += 1
        if written:
            chain.write(connection)
    return written


def list_judgements(engine: Engine) -> Iterator[Judgement]:
    """Every judgement in the order in which they were made."""
    table = schema.judgement.c
    with reading(engine) as connection:
        for row in connection.execute(select(schema.judgement).order_by(table.seq)):
            held = {name: getattr(row, name) for name in FIELDS}
            yield Judgement(left=row.left_claim, right=row.right_claim, **held)


def _row(judgement: Judgement) -> Row:
    row: Row = {name: getattr(judgement, name) for name in FIELDS}
    row |= {"left_claim": judgement.left, "right_claim": judgement.right}
    return {"id": content_id(row), **row}


def _check(judgement: Judgement) -> None:
    if judgement.verdict not in VERDICTS:
        raise RefusedError(f"judgement {judgement.verdict!r}: none of {', '.join(VERDICTS)}")
    if judgement.left == judgement.right:
        raise RefusedError(f"judgement of {judgement.left}: both sides are one claim")
    for name in ("author", "reason", "judged", "left", "right"):
        words = getattr(judgement, name)
        if not words.strip():
            raise RefusedError(f"judgement of {judgement.left} and {judgement.right}: no {name} is given")
        if UNSTORABLE.search(words):
            raise RefusedError(f"judgement of {judgement.left}: its {name} holds what can't be stored")
