"""The template language of the packs, and a pack of another word order that needs no code."""

from pathlib import Path

import pytest

from recuento.extract.sentences import sentences
from recuento.extract.times import find_times
from recuento.extract.times.lexicon import Lexicon
from recuento.language import Pack
from recuento.model import UsageError

HEADER = "{name: Trial, decimal: '.', grouping: [',']}"
SENTENCES = "{always: [], before_number: [], maybe: [], openers: []}"
SPANISH_ORDER = """
classes:
  month: {enero: 1, julio: 7, septiembre: 9}
  weekday: {lunes: 1, martes: 2}
  dateunit: {semana: W, año: Y}
  units: {días: D, semanas: W}
  cardinal: {tres: 3}
  near: {pasado: -1, pasada: -1, próximo: 1}
lists: {}
parts:
  day: "{daynumber}"
  year: "{fullyear}"
  count: "{cardinal} | {small}"
trigger_classes: [month, weekday, dateunit, units]
day_order: first
rules:
  - {name: full-date, reads: date, forms: ["el? {day} de {month} de {year}"]}
  - {name: month-day, reads: date, forms: ["el? {near}? {day} de {month}"]}
  - {name: weekday-alone, reads: date, forms: ["el {weekday} {near}?"]}
  - {name: day-pair, reads: pair, forms: ["del {day} al {day2} de {month} de {year}"]}
  - {name: ago, reads: shift, forms: ["hace {count} {units}"]}
  - {name: unit-near, reads: period, forms: ["la {dateunit} {near}", "el {dateunit} {near}"]}
"""
MINIMAL = """
classes: {month: {may: 5}}
lists: {}
parts: {year: "{fullyear}"}
trigger_classes: [month]
rules:
  - {name: trial, reads: date, forms: ["%s"]}
"""


def pack_of(folder: Path, dates: str) -> Pack:
    for name, content in (("pack", HEADER), ("sentences", SENTENCES), ("dates", dates)):
        (folder / f"{name}.yml").write_text(content, encoding="utf-8")
    return Pack("xx", folder)


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("el 3 de julio de 2023", ["2023-07-03"]),
        ("el pasado 9 de enero", ["2014-01-09"]),
        ("el martes", ["2014-06-17"]),
        ("el lunes próximo", ["2014-06-23"]),
        ("hace tres días", ["2014-06-15"]),
        ("la semana pasada", ["2014-W24"]),
        ("del 7 al 11 de septiembre de 2013", ["2013-09-07", "2013-09-11"]),
        ("25/7/2023", []),
    ],
)
def test_another_word_order_is_data(tmp_path: Path, text: str, timex: list[str]) -> None:
    pack = pack_of(tmp_path, SPANISH_ORDER)
    found = find_times(text, sentences(text, pack), pack, reference="2014-06-18")
    assert [one.timex for one in found] == timex


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ("{mont}", "no class, part or list"),
        ("({month}", "lacks"),
        ("{month})", "bracket too many"),
        ("{month}?", "nothing at all"),
        ("the day", "without a trigger"),
    ],
)
def test_a_wrong_form_is_named(tmp_path: Path, form: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        Lexicon(pack_of(tmp_path, MINIMAL % form))


def test_an_unknown_reading_is_named(tmp_path: Path) -> None:
    dates = MINIMAL.replace("reads: date", "reads: tea-leaves") % "{month} {year}"
    with pytest.raises(UsageError, match="tea-leaves"):
        find_times("may 2013", [], pack_of(tmp_path, dates), reference=None)


@pytest.mark.parametrize(
    ("form", "text", "words"),
    [
        ("[in] {month} {year}", "in may 2013", ["may 2013"]),
        ("[in] {month} {year}", "of may 2013", []),
        ("{month} {year} [!people]", "may 2013 people", []),
        ("{month} {year} [!people]", "may 2013", ["may 2013"]),
        ("{month} (of the?)? {year}", "may of the 2013", ["may of the 2013"]),
    ],
)
def test_what_a_form_matches(tmp_path: Path, form: str, text: str, words: list[str]) -> None:
    pack = pack_of(tmp_path, MINIMAL % form)
    assert [one.text for one in find_times(text, sentences(text, pack), pack, reference=None)] == words
