"""Documentation held to the code: what is there is told, and what is told is there."""

import re
import runpy
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from recuento.cli.commands.languages import LANGUAGES
from recuento.cli.layers import FIELDS
from recuento.cli.output import View
from recuento.cli.views.claims import CLAIMS, report_line
from recuento.cli.views.differences import DIFFERENCES
from recuento.cli.views.explained import EXPLAINED
from recuento.cli.views.incidents import INCIDENTS
from recuento.cli.views.links import LINKS
from recuento.cli.views.series import MATCHES, SERIES, TOLLS
from recuento.cli.views.tally import TALLY
from recuento.cli.views.verification import VERIFICATION
from recuento.export import page_locales
from recuento.model import Actor, Base, Claim, Claimant, IncidentAccount, PlaceRef, Report
from recuento.settings import VARIABLES, Settings
from recuento.tally import Difference, incident_line
from recuento.vocabulary import profile_names

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
HEADING = re.compile(r"^## (.+)$", re.M)
ROW = re.compile(r"^\| `([^`]+)` \|", re.M)

make_docs: dict[str, Any] = runpy.run_path(str(DOCS / "make_docs.py"))


def sections(page: str) -> dict[str, str]:
    """The sections of a page by heading."""
    parts = HEADING.split((DOCS / page).read_text())
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def rows(section: str) -> tuple[str, ...]:
    """The first cells of a section's table."""
    return tuple(ROW.findall(section))


@pytest.mark.parametrize("name", sorted(make_docs["PAGES"]))
def test_a_page_made_from_the_code_is_up_to_date(name: str) -> None:
    assert (DOCS / name).read_text() == make_docs["PAGES"][name](), "run `make docs`"


def test_every_slug_of_every_stage_is_a_message() -> None:
    """A stage that gets problems of its own must be listed by the maker of the page."""
    listed = {id(slugs) for _, slugs in make_docs["STAGES"].values()}
    source = ROOT / "src" / "recuento"
    modules = [path for path in source.rglob("*.py") if re.search(r"^SLUGS\b.*= \{", path.read_text(), re.M)]
    assert len(modules) == len(listed)


RECORDS = {claim.__struct_config__.tag: claim for claim in get_args(Claim)}
RECORDS |= {"place": PlaceRef, "claimant": Claimant, "actor": Actor, "base": Base, "difference": Difference}


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_every_field_of_every_record_is_told_in_its_order(name: str) -> None:
    kind: type[msgspec.Struct] = RECORDS[name]
    tag = ("type",) if kind.__struct_config__.tag else ()
    assert rows(sections("data-model.md")[name]) == (*tag, *kind.__struct_fields__)


def test_the_fields_of_a_report_line_are_told() -> None:
    assert rows(sections("data-model.md")["report"]) == tuple(report_line(Report(id="a", text="")))


def test_the_fields_of_an_incident_line_are_told() -> None:
    account = IncidentAccount(
        id="a", role="main", incident_type="raid", when=None, place=None, reports=(), claims=()
    )
    told = rows(sections("data-model.md")["Incidents gathered from claims"])
    assert told == tuple(incident_line(account, [], []))


def test_the_fields_of_the_layers_are_told() -> None:
    told = re.findall(r"^\| (\w+) \| `(\w+)` \|", sections("data-model.md")["Layers"], re.M)
    assert told == [(str(layer), name) for layer, names in FIELDS.items() for name in names]


VIEWS: dict[str, View[Any]] = {
    "incidents": INCIDENTS,
    "links": LINKS,
    "tally": TALLY,
    "series": SERIES,
    "matches": MATCHES,
    "tolls": TOLLS,
    "verify": VERIFICATION,
    "languages": LANGUAGES,
    "explain": EXPLAINED,
}


@pytest.mark.parametrize("name", sorted(VIEWS))
def test_the_columns_are_told_in_their_order(name: str) -> None:
    assert rows(sections("columns.md")[name]) == VIEWS[name].columns


@pytest.mark.parametrize(("name", "view"), [("claims", CLAIMS), ("differences", DIFFERENCES)])
def test_the_columns_that_follow_from_records_are_listed(name: str, view: View[Any]) -> None:
    listed = sections("columns.md")[name].split("```")[1]
    assert tuple(re.split(r",\s+", listed.strip())) == view.columns


def test_every_setting_is_told_with_its_default() -> None:
    table = (DOCS / "settings.md").read_text()
    told = re.findall(r"^\| `(RECUENTO_\w+)` \| `(\w+)` \| (\S+) \|", table, re.M)
    defaults = {"debug": "off"}
    assert told == [
        (variable, name, defaults.get(name, f"`{getattr(Settings(), name)}`"))
        for name, variable in VARIABLES.items()
    ]


def test_every_profile_is_told() -> None:
    assert sorted(rows(sections("settings.md")["Profiles"])) == list(profile_names())


def test_the_default_language_of_pages_is_there() -> None:
    assert Settings().locale in page_locales()


PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text())
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_named_is_one(page: Path) -> None:
    named = re.findall(r"(?:`|^    (?:\$ )?|^\$ )recuento ([a-z]+)", page.read_text(), re.M)
    assert set(named) <= set(make_docs["COMMANDS"])


def test_every_command_of_the_tour_still_runs(tmp_path: Path) -> None:
    """What they print is renewed by `make docs`, so that a better rule does not break the page."""
    blocks = make_docs["CONSOLE"].findall((ROOT / "README.md").read_text())
    commands = [command for block in blocks for command in make_docs["commands_in"](block)]
    assert len(commands) > 8
    for command in commands:
        assert make_docs["play"](command, tmp_path) or "> claims.jsonl" in command
