"""The road as a whole: readings, the ledger, incidents under filters."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from recuento import __version__, pipeline
from recuento.examples import example_paths
from recuento.ledger import ClaimFilter, Ledger, open_ledger
from recuento.model import Claim, Figure, Report
from recuento.pipeline import (
    ReadPlan,
    extract_claims,
    gather_ledger,
    page_content,
    read_claims,
    read_reports,
    told_differences,
    told_incidents,
    told_rows,
    version_of,
)
from recuento.read import ReadOptions

PLAN = ReadPlan(profile="press")
EXAMPLES = [str(path) for path in example_paths()]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with open_ledger(str(tmp_path / "recuento.db")) as opened:
        yield opened


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger of the example reports, only read."""
    with open_ledger(str(tmp_path_factory.mktemp("full") / "recuento.db")) as opened:
        assert [reading for reading in read_claims(EXAMPLES, PLAN, opened) if reading.problems] == []
        yield opened


def test_what_is_kept_is_what_was_read(full: Ledger) -> None:
    fresh = {reading.report.id: reading.claims for reading in read_claims(EXAMPLES, PLAN) if reading.report}
    kept: dict[str, list[Claim]] = {name: [] for name in fresh}
    for stored in full.claims():
        kept[stored.claim.report].append(stored.claim)
    assert {name: tuple(claims) for name, claims in kept.items()} == fresh
    assert full.verify().whole


def test_the_order_of_sources_changes_no_claim() -> None:
    forwards = {r.report.id: r.claims for r in read_claims(EXAMPLES, PLAN) if r.report}
    backwards = {r.report.id: r.claims for r in read_claims(EXAMPLES[::-1], PLAN) if r.report}
    assert forwards == backwards


def test_a_report_in_a_language_without_a_pack_has_no_claims() -> None:
    assert extract_claims(Report(id="a", text="Zehn Menschen starben.", language="xx"), "press") == ()
    assert extract_claims(Report(id="a", text="Ten people were killed.", language=None), "press") == ()


def test_the_version_tells_program_profile_and_pack() -> None:
    press = version_of("press", "en")
    assert press.startswith(f"{__version__}+press.")
    assert len({press, version_of("acled", "en"), version_of("press", "xx")}) == 3


def test_problems_go_with_their_report_and_others_come_alone(tmp_path: Path) -> None:
    lines = [
        "no json",
        json.dumps({"id": "a", "text": "Text one.", "published": "soon", "language": "en"}),
        json.dumps({"id": "b", "text": "Text two.", "language": "en"}),
        "no json",
    ]
    path = tmp_path / "items.jsonl"
    path.write_text("\n".join(lines))
    found = [
        (report.id if report else None, [problem.slug for problem in problems])
        for report, problems in read_reports([str(path)], ReadOptions())
    ]
    assert found == [(None, ["bad-json"]), ("a", ["bad-date"]), ("b", []), (None, ["bad-json"])]


def test_a_changed_source_of_one_name_is_another_report(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Four people were killed in Orvella on 3 March 2024.\n")
    list(read_claims([str(path)], PLAN, ledger))
    path.write_text("Five people were killed in Orvella on 3 March 2024.\n")
    (reading,) = read_claims([str(path)], PLAN, ledger)
    assert [claim.low for claim in reading.claims if isinstance(claim, Figure)] == [5]
    (again,) = read_claims([str(path)], PLAN, ledger)
    assert again.claims == reading.claims
    held = gather_ledger(ledger, ClaimFilter())
    assert [claim.low for claim in held.claims if isinstance(claim, Figure)] == [5]


def test_what_the_ledger_holds_is_not_extracted(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    first = [reading.claims for reading in read_claims(EXAMPLES, PLAN, ledger)]
    monkeypatch.setattr(pipeline, "extract", None)
    assert [reading.claims for reading in read_claims(EXAMPLES, PLAN, ledger)] == first
    with pytest.raises(TypeError):
        list(read_claims(EXAMPLES, replace(PLAN, again=True), ledger))


@pytest.mark.parametrize(
    "wanted", [ClaimFilter(measure="killed"), ClaimFilter(place="Tolvik"), ClaimFilter(until="2024-05")]
)
def test_a_filter_changes_no_incident(full: Ledger, wanted: ClaimFilter) -> None:
    everything, some = gather_ledger(full, ClaimFilter()), gather_ledger(full, wanted)
    incidents = list(told_incidents(everything))
    taken = list(told_incidents(some))
    assert 0 < len(taken) < len(incidents)
    assert all(line in incidents for line in taken)
    rows = {row for _, held in told_rows(everything) for row in map(repr, held)}
    assert {row for _, held in told_rows(some) for row in map(repr, held)} <= rows
    assert set(told_differences(some, agreeing=True)) <= set(told_differences(everything, agreeing=True))


def test_the_page_hangs_together_under_any_filter(full: Ledger) -> None:
    whole = page_content(gather_ledger(full, ClaimFilter()), [], title="All")
    part = page_content(gather_ledger(full, ClaimFilter(report="invented-6a-radio-flood")), [], title="Some")
    assert whole.profile == part.profile == "press"
    assert {report.id for report in whole.reports} > {report.id for report in part.reports}
    assert {claim.report for claim in part.claims} <= {report.id for report in part.reports}
    assert part.incidents
