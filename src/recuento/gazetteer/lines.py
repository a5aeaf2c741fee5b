"""The lines of a GeoNames file, plain or out of its archive, read with memory that does not grow."""

import hashlib
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from recuento.gazetteer.gazetteer import GazetteerError
from recuento.gazetteer.layout import SourceFile
from recuento.model import Problem, RecuentoError, UsageError

CHUNK = 2**20  # bytes read at a time
LONGEST = 2**20  # bytes of a line: names take at most 10,000 letters in a dump
TRIED = 1000  # lines after which a file without a good one is given up
SHOWN = 20  # wrong lines of a file that are told; the rest are counted
FILES = {
    "dump": "a dump of GeoNames",
    "names": "a file of alternate names of GeoNames",
    "admin1": "the file admin1CodesASCII of GeoNames",
    "admin2": "the file admin2Codes of GeoNames",
}
NOT_DATA = ("readme.txt", "iso-languagecodes.txt")  # what else lies in the archives of GeoNames

SLUGS = {
    "gazetteer-line": "A line of a GeoNames file can't be read: it has another number of columns, or a "
    "number that is none. It is left out and the rest goes on. Where there are many, fetch the file again.",
}


class LineError(RecuentoError):
    """A line is none of this kind of file; the message says why. Raised and caught while a file is read."""


class GeoNamesFile:
    """A file of GeoNames while it is read: counts what is good and wrong, and tells how far it is."""

    def __init__(self, path: Path, role: str, columns: tuple[int, ...]) -> None:
        """`columns` is how many a line may have."""
        self.path, self.role, self.columns = path, role, columns
        self.problems: list[Problem] = []
        self.read = self.kept = self.wrong = self._good = self._bytes = 0
        self._digest = hashlib.sha256()
        self._name, self.size = _member(path)

    def rows(self, take: Callable[[list[bytes]], bool], on_bytes: Callable[[int], None]) -> None:
        """Give each line's cells to `take`, which says whether it kept the line or raises `LineError`.

        `on_bytes` is told of the bytes read. Raises GazetteerError where no line is of this kind of file.
        """
        for line in self._lines(on_bytes):
            self.read += 1
            if not line:
                continue
            try:
                kept = self._taken(line.split(b"\t"), take)
            except (LineError, UnicodeDecodeError) as error:
                self._note(error)
            else:
                self.kept += kept
                self._good += 1
        if not self._good:
            self._refuse()

    def _taken(self, cells: list[bytes], take: Callable[[list[bytes]], bool]) -> bool:
        if len(cells) not in self.columns:
            wanted = " or ".join(map(str, self.columns))
            raise LineError(f"{len(cells)} columns where {FILES[self.role]} has {wanted}")
        return take(cells)

    def _note(self, error: Exception) -> None:
        self.wrong += 1
        if self.wrong <= SHOWN:
            why = str(error) if isinstance(error, LineError) else "it is not UTF-8"
            message = f"line {self.read}: {why}"
            self.problems.append(Problem(slug="gazetteer-line", source=str(self.path), message=message))
        if self.wrong == TRIED and not self._good:
            self._refuse()

    def _refuse(self) -> None:
        first = self.problems[0].message if self.problems else "it is empty"
        raise GazetteerError(f"{self.path} is not {FILES[self.role]}: {first}")

    def _lines(self, on_bytes: Callable[[int], None]) -> Iterator[bytes]:
        rest = b""
        for chunk in self._chunks():
            self._digest.update(chunk)
            self._bytes += len(chunk)
            on_bytes(len(chunk))
            *lines, rest = (rest + chunk).split(b"\n")
            for line in lines:
                yield line.removesuffix(b"\r")
            if len(rest) > LONGEST:
                raise GazetteerError(f"{self.path} is no file of GeoNames: line {self.read + 1} does not end")
        if rest:
            yield rest

    def _chunks(self) -> Iterator[bytes]:
        with ExitStack() as stack:
            file = _opened(self.path, self._name, stack)
            while chunk := self._chunk(file):
                yield chunk

    def _chunk(self, file: IO[bytes]) -> bytes:
        try:
            return file.read(CHUNK)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
            raise GazetteerError(f"{self.path} is damaged: fetch it again ({error})") from error

    def facts(self) -> SourceFile:
        """What was read, for the index to tell: the name within an archive, so that it does not matter."""
        return SourceFile(
            name=self._name,
            role=self.role,
            size=self._bytes,
            sha256=self._digest.hexdigest(),
            lines=self.read,
            kept=self.kept,
            wrong=self.wrong,
        )


def _member(path: Path) -> tuple[str, int]:
    """The name of the text and its bytes: of the file, or of the one in the archive that holds the data."""
    if not path.is_file():
        raise UsageError(f"there is no file {path}")
    if not zipfile.is_zipfile(path):
        if path.suffix.lower() == ".zip":
            raise GazetteerError(f"{path} is no zip archive, or a damaged one: fetch it again")
        return path.name, path.stat().st_size
    with zipfile.ZipFile(path) as archive:
        texts = {info.filename: info.file_size for info in archive.infolist()}
    data = [name for name in texts if name.endswith(".txt") and name.lower() not in NOT_DATA]
    same = f"{path.stem}.txt"
    name = same if same in texts else data[0] if len(data) == 1 else None
    if name is None:
        raise GazetteerError(f"{path} holds no {same}, but {', '.join(sorted(texts)[:5]) or 'nothing'}")
    return name, texts[name]


def _opened(path: Path, name: str, stack: ExitStack) -> IO[bytes]:
    if not zipfile.is_zipfile(path):
        return stack.enter_context(path.open("rb"))
    archive = stack.enter_context(zipfile.ZipFile(path))
    try:
        return stack.enter_context(archive.open(name))
    except (RuntimeError, NotImplementedError) as error:
        raise GazetteerError(f"{path} can't be unpacked: {error}") from error
