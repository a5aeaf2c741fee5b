"""`recuento languages`: the language packs."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from recuento.cli.exits import DONE
from recuento.cli.options import FormatChoice, command, new_app
from recuento.cli.output import View, show
from recuento.cli.views.flat import columns_of, flat
from recuento.cli.views.tables import make_table
from recuento.language import holdings, load_pack, pack_languages

if TYPE_CHECKING:
    from rich.console import RenderableType

app = new_app()


class Language(msgspec.Struct, frozen=True, kw_only=True):
    """A language pack as `recuento languages` lists it."""

    language: str
    name: str
    status: str
    direction: str
    entries: int
    regions: int
    examples: int
    explicit_f1: float | None
    implied_f1: float | None


def _tables(packs: Iterator[Language]) -> "Iterator[RenderableType]":
    header = columns_of(Language)
    yield make_table(header, [tuple(map(str, flat(pack).values())) for pack in packs])


LANGUAGES: View[Language] = View(
    lines=lambda pack: (pack,), columns=columns_of(Language), rows=lambda pack: (flat(pack),), table=_tables
)


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """The options of `recuento languages`."""

    format: FormatChoice = None


@command(app, Options)
def languages(options: Options) -> int:
    """List the languages that can be read, each with what its pack holds and how well it reads."""
    show(map(_language, pack_languages()), LANGUAGES, options.format)
    return DONE


def _language(code: str) -> Language:
    pack = load_pack(code)
    header, held = pack.header, holdings(pack)
    return Language(
        language=code, name=header.name, status=header.status, direction=header.direction,
        entries=held.entries, regions=held.regions, examples=held.examples,
        explicit_f1=header.measured.get("explicit_f1"), implied_f1=header.measured.get("implied_f1"),
    )  # fmt: skip
