"""A series file (CSV) as a `Series`, with every trouble in it told and nothing filled in."""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from recuento.model import Problem, UsageError
from recuento.series.check import order_problems
from recuento.series.numbers import read_count
from recuento.series.problems import problem
from recuento.series.records import Column, Day, Series
from recuento.series.spec import SeriesSpec
from recuento.series.words import facets_named, qualifier_named

Row = tuple[int, dict[str, str]]
DELIMITERS = (",", ";", "\t", "|")


def load_series(path: Path, spec: SeriesSpec) -> tuple[Series, tuple[Problem, ...]]:
    """The series of a CSV file, in order of date, and the problems of the file.

    Read are UTF-8 and UTF-16 (with or without a byte order mark; else Windows-1252, which is told), and
    commas, semicolons, tabs or bars between cells. Raises UsageError where the file can't be opened or lacks
    a column that the spec names.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(f"series {path}: {error.strerror or error}; check the path") from error
    problems: list[Problem] = []
    rows = list(_rows(path, _decoded(content, path, problems), spec, problems))
    kept = [row for row in rows if not any(row[1].get(column) == value for column, value in spec.skip)]
    if len(kept) < len(rows):
        told = ", ".join(f"{column}={value}" for column, value in spec.skip)
        problems.append(problem("series-skipped", str(path), f"{len(rows) - len(kept)} rows ({told})"))
    days = [day for row in kept if (day := _day(row, spec, str(path), problems)) is not None]
    problems += order_problems(days, tuple(spec.mapping), str(path))
    columns = tuple(
        Column(name=name, measure=measure, group=group, facets=facets_named(group) if group else {})
        for name, (measure, group) in spec.mapping.items()
    )
    series = Series(
        name=spec.name,
        place=spec.place,
        source=spec.source,
        columns=columns,
        days=tuple(sorted(days, key=lambda day: (day.date, day.line))),
        skipped=len(rows) - len(kept),
    )
    return series, tuple(problems)


def _decoded(content: bytes, path: Path, problems: list[Problem]) -> str:
    utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return content.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        problems.append(problem("series-encoding", str(path), f"byte {error.start} is not {error.encoding}"))
    return content.decode("cp1252", errors="replace")


def _rows(path: Path, text: str, spec: SeriesSpec, problems: list[Problem]) -> Iterator[Row]:
    """The rows by column name, each with its line; blank rows are passed over, damaged ones told."""
    first = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header: list[str] | None = None
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            problems.append(problem("series-damaged-csv", str(path), f"line {reader.line_num}: {error}"))
            cells = None
        if cells is None:
            break
        if header is None:
            header = [cell.strip() for cell in cells]
            _check_columns(path, header, spec)
        elif len(cells) != len(header) and any(cells):
            told = f"line {reader.line_num}: {len(cells)} cells for {len(header)} columns"
            problems.append(problem("series-ragged-row", str(path), told))
        elif any(cell.strip() for cell in cells):
            yield reader.line_num, dict(zip(header, (cell.strip() for cell in cells), strict=True))
    if header is None:
        raise UsageError(f"series {path}: line 1: there is no header; give a CSV file with named columns")


def _check_columns(path: Path, header: Sequence[str], spec: SeriesSpec) -> None:
    wanted = [spec.date_column, *spec.mapping, *(column for column, _ in spec.skip)]
    wanted += [spec.qualifier] if spec.qualifier else []
    missing = sorted({column for column in wanted if column not in header})
    if missing:
        there = ", ".join(header)
        raise UsageError(
            f"series {path}: line 1: no column {', '.join(missing)} (there are: {there}); name one of these"
        )
    twice = sorted({column for column in wanted if header.count(column) > 1})
    if twice:
        raise UsageError(f"series {path}: line 1: the column {', '.join(twice)} stands twice; rename one")


def _day(row: Row, spec: SeriesSpec, source: str, problems: list[Problem]) -> Day | None:
    line, cells = row
    day = _date(cells[spec.date_column])
    if day is None:
        told = f"line {line}: {cells[spec.date_column]!r} in {spec.date_column}"
        problems.append(problem("series-bad-date", source, told))
        return None
    values: dict[str, int | None] = {}
    for column in spec.mapping:
        values[column] = read_count(cells[column], spec.decimal)
        if values[column] is None and cells[column]:
            problems.append(
                problem("series-bad-number", source, f"line {line}: {cells[column]!r} in {column}")
            )
    return Day(date=day, line=line, values=values, qualifier=_qualifier(row, spec, source, problems))


def _date(cell: str) -> date | None:
    """A day in ISO 8601, the time of day left out; None for anything else."""
    try:
        return date.fromisoformat(cell.split("T")[0].split(" ")[0])
    except ValueError:
        return None


def _qualifier(row: Row, spec: SeriesSpec, source: str, problems: list[Problem]) -> str:
    line, cells = row
    told = cells[spec.qualifier] if spec.qualifier else ""
    if not told:
        return "exactly"
    known = qualifier_named(told)
    if known is None:
        problems.append(problem("series-bad-qualifier", source, f"line {line}: {told!r} in {spec.qualifier}"))
        return "about"
    return known
