"""What there is to tell of an index: which it is, how much it holds, when it was built and from what."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec

from recuento.gazetteer.base import digest_of
from recuento.gazetteer.gazetteer import INDEX, Gazetteer


class IndexInfo(msgspec.Struct, frozen=True, kw_only=True):
    """An index as `recuento gazetteer info` tells it.

    `which` is bundled or imported; `places` and `names` are how many can be found and by how many names;
    `built` is when the file was written (ISO 8601, UTC); `made_from` tells each file with its lines and
    what of them was kept (empty for the package's own); `newest` is the last day on which a place of the
    dumps was changed; `scripts` is latin or all; `alone` whether the package's own towns were left out;
    `current` is false where the package's own index has changed since the import, so that importing again
    is worth it.
    """

    which: str
    path: str
    places: int
    names: int
    built: str
    made_from: tuple[str, ...]
    newest: str | None
    scripts: str
    alone: bool
    current: bool


def index_info(path: Path) -> IndexInfo:
    """What there is to tell of the index at `path`. Raises GazetteerError as `Gazetteer` does."""
    index = Gazetteer(path)
    made = index.tail.made
    return IndexInfo(
        which="imported" if made.bundled else "bundled",
        path=str(path),
        places=len(index),
        names=made.names,
        built=datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds"),
        made_from=tuple(
            f"{file.name} ({file.lines} lines, {file.kept} kept, {file.wrong} wrong, sha256 {file.sha256})"
            for file in made.files
        ),
        newest=made.newest,
        scripts=made.scripts,
        alone=made.alone,
        current=made.bundled is None or made.bundled == digest_of(INDEX),
    )
