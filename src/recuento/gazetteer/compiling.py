"""Places and words for peoples to an index."""

import tempfile
from pathlib import Path

from recuento.gazetteer.layout import Made, Tail
from recuento.gazetteer.place import Place
from recuento.gazetteer.writer import IndexWriter


def compile_index(found: list[Place], demonym_codes: dict[str, str]) -> bytes:
    """The index as bytes: the same places give the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "index"
        write_places(path, found, demonym_codes)
        return path.read_bytes()


def write_places(path: Path, found: list[Place], demonym_codes: dict[str, str]) -> None:
    """Write the index of some places to `path`."""
    with IndexWriter(path) as writer:
        for number, place in enumerate(found):
            writer.add(place)
            for name in place.names:
                writer.name(number, name)
        writer.finish(
            lambda names: Tail(
                countries=tuple(writer.countries.numbers),
                divisions=tuple(writer.divisions.numbers),
                country_records={p.country: n for n, p in enumerate(found) if p.kind == "country"},
                demonyms=demonym_codes,
                forms={form.rstrip("."): n for n, p in reversed(list(enumerate(found))) for form in p.forms},
                made=Made(names=names),
            )
        )
