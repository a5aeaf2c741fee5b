"""The contract of a ledger: one body, run on every store."""

import msgspec
import pytest
from ledger_examples import make_claims, make_figure, make_report, make_source

from recuento.ledger import ClaimFilter, Ledger, RefusedError, Series, SeriesRow, open_ledger
from recuento.model import Claim, LedgerError, Problem, UsageError

TROUBLE = Problem(slug="doubtful-date", source="river.txt", message="the year is not stated", start=0, end=2)


def rows_of(ledger: Ledger) -> dict[str, int]:
    return ledger.counts()


def test_what_was_added_comes_back(ledger: Ledger) -> None:
    report = make_report()
    claims = make_claims(report)
    added = ledger.add(report, claims, [TROUBLE], version="0.1.0")
    assert (added.new_report, added.new_claims, added.superseded) == (True, 5, 0)
    assert [stored.claim for stored in ledger.claims()] == claims
    stored = ledger.report("river.txt")
    assert stored.report == msgspec.structs.replace(report, source=None)
    assert (stored.claims, stored.problems, stored.version) == (5, 1, "0.1.0")
    assert ledger.source(report.sha256) == report.source
    assert ledger.verify().whole


def test_the_same_report_again_adds_nothing_and_keeps_the_first_capture(ledger: Ledger) -> None:
    first = make_report(captured="2024-01-01T00:00:00Z")
    ledger.add(first, make_claims(first), [TROUBLE], version="0.1.0")
    before = rows_of(ledger)
    again = make_report(captured="2025-05-05T00:00:00Z")
    assert ledger.has_reading(again, "0.1.0")
    added = ledger.add(again, make_claims(again), [TROUBLE], version="0.1.0")
    assert (added.new_report, added.new_claims, added.superseded) == (False, 0, 0)
    assert rows_of(ledger) == before
    assert ledger.report("river.txt").captured == "2024-01-01T00:00:00Z"


def test_a_newer_version_supersedes_and_keeps_the_old(ledger: Ledger) -> None:
    report = make_report()
    old, new = make_claims(report), make_claims(report, measure="killed")[:2]
    ledger.add(report, old, version="0.9.0")
    assert not ledger.has_reading(report, "0.10.0")
    added = ledger.add(report, new, version="0.10.0")
    assert (added.new_report, added.new_claims, added.superseded) == (False, 2, 5)
    assert [stored.claim for stored in ledger.claims()] == new
    everything = list(ledger.claims(ClaimFilter(superseded=True)))
    assert [stored.claim for stored in everything] == old + new
    assert [stored.current for stored in everything] == [False] * 5 + [True] * 2
    assert ledger.counts()["current_claims"] == 2
    assert ledger.verify().whole


def test_an_older_program_does_not_supersede_a_newer_one(ledger: Ledger) -> None:
    report = make_report()
    ledger.add(report, make_claims(report), version="0.10.0")
    before = rows_of(ledger)
    assert ledger.has_reading(report, "0.9.0")
    assert ledger.add(report, [], version="0.9.0").new_claims == 0
    assert rows_of(ledger) == before


def test_other_metadata_or_other_claims_of_one_version_are_a_new_reading(ledger: Ledger) -> None:
    report = make_report()
    ledger.add(report, make_claims(report), version="0.1.0")
    dated = msgspec.structs.replace(report, published="2023-07-05")
    assert not ledger.has_reading(dated, "0.1.0")
    assert ledger.add(dated, make_claims(report), version="0.1.0").superseded == 5
    assert ledger.report("river.txt").report.published == "2023-07-05"
    assert ledger.add(dated, [], version="0.1.0").superseded == 5
    assert list(ledger.claims()) == []


def test_two_sources_of_one_id_stay_two_reports(ledger: Ledger) -> None:
    for number in (12, 13):
        report = make_report(number=number)
        ledger.add(report, [make_figure(report)], version="0.1.0")
    assert [stored.report.text.split()[2] for stored in ledger.reports()] == ["12", "13"]
    assert ledger.report("river.txt").report.text.split()[2] == "13"
    assert len({stored.key for stored in ledger.reports()}) == 2


def test_a_report_made_in_memory_needs_no_source(ledger: Ledger) -> None:
    report = msgspec.structs.replace(make_report(), source=None, sha256="")
    ledger.add(report, make_claims(report), version="0.1.0")
    assert rows_of(ledger)["source"] == 0
    assert ledger.report("river.txt").source is None
    assert ledger.verify().whole


@pytest.mark.parametrize(
    ("wanted", "types"),
    [
        (ClaimFilter(type="incident"), ["incident"]),
        (ClaimFilter(report="river.txt"), ["figure", "statement", "incident", "demand", "person"]),
        (ClaimFilter(report="river"), []),
        (ClaimFilter(measure="injured", unit="person", scope="incident"), ["figure"]),
        (ClaimFilter(measure="killed"), []),
        (ClaimFilter(incident_type="protest"), ["incident"]),
        (ClaimFilter(modality="asserted"), ["figure", "incident"]),
        (ClaimFilter(place="rio"), ["figure"]),
        (ClaimFilter(place="R%o"), []),
        (ClaimFilter(geonames=123), ["figure"]),
        (ClaimFilter(country="AR"), ["incident"]),
        (ClaimFilter(source="UNION"), ["demand"]),
        (ClaimFilter(outlet="del rio"), ["figure", "statement", "incident", "demand", "person"]),
        (ClaimFilter(outlet="otra"), []),
        (ClaimFilter(text="río claro"), ["figure"]),
        (ClaimFilter(min_confidence=0.6), ["figure", "person"]),
        (ClaimFilter(since="2023-07-03", until="2023-07-03"), ["figure", "incident"]),
        (ClaimFilter(until="2023-06"), ["incident"]),
        (ClaimFilter(since="2023-08"), []),
        (ClaimFilter(explicit_only=True, type="figure"), ["figure"]),
    ],
)
def test_filters(ledger: Ledger, wanted: ClaimFilter, types: list[str]) -> None:
    report = make_report()
    ledger.add(report, make_claims(report), version="0.1.0")
    assert [stored.claim.__struct_config__.tag for stored in ledger.claims(wanted)] == types


def test_explicit_only_leaves_out_what_is_implied(ledger: Ledger) -> None:
    report = make_report()
    implied = msgspec.structs.replace(make_figure(report), explicit=False)
    ledger.add(report, [implied], version="0.1.0")
    assert list(ledger.claims(ClaimFilter(explicit_only=True))) == []


def test_a_filter_with_no_date_is_wrong_use(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="last week"):
        list(ledger.claims(ClaimFilter(since="last week")))


def test_one_claim_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    report = make_report()
    claims = make_claims(report)
    ledger.add(report, claims, version="0.1.0")
    assert ledger.claim(claims[2].id[:8]).claim == claims[2]
    assert ledger.claim(claims[2].id).claim == claims[2]
    with pytest.raises(UsageError, match="no claim"):
        ledger.claim("0" * 16)
    with pytest.raises(UsageError, match="four or more"):
        ledger.claim("%")


def test_a_beginning_that_fits_two_claims_names_both(ledger: Ledger) -> None:
    report = make_report()
    twins: list[Claim] = [msgspec.structs.replace(make_figure(report), id=f"abcd{n:012}") for n in range(2)]
    ledger.add(report, twins, version="0.1.0")
    with pytest.raises(UsageError, match=r"abcd000000000000, abcd000000000001"):
        ledger.claim("abcd")


def test_history_tells_of_each_reading(ledger: Ledger) -> None:
    report = make_report()
    claim, successor = make_figure(report), make_figure(report, measure="killed")
    ledger.add(report, [claim], version="0.1.0")
    ledger.add(report, [claim], version="0.2.0")
    ledger.add(report, [successor], version="0.3.0")
    told = [(event.kind, event.version, event.claims) for event in ledger.history(claim.id)]
    assert told == [
        ("captured", None, ()),
        ("entered", None, ()),
        ("claimed", "0.1.0", (claim.id,)),
        ("restated", "0.2.0", (claim.id,)),
        ("superseded", "0.3.0", (successor.id,)),
    ]
    assert [event.kind for event in ledger.history(successor.id)] == ["captured", "entered", "claimed"]


def test_unfit_reports_are_refused_and_leave_nothing(ledger: Ledger) -> None:
    report = make_report()
    figure = make_figure(report)
    replace = msgspec.structs.replace
    unfit = [
        (report, [replace(figure, start=figure.start + 1)], "text"),
        (report, [replace(figure, quote_end=5)], "quotation"),
        (report, [figure, figure], "twice"),
        (report, [replace(figure, report="other")], "foreign"),
        (replace(report, text=report.text + "\x00"), [], r"U\+0000"),
        (replace(report, title="\ud800"), [], r"U\+D800"),
        (replace(report, source=replace(make_source(b"one"), content=b"two")), [], "SHA-256"),
    ]
    for bad, claims, why in unfit:
        with pytest.raises(RefusedError, match=why):
            ledger.add(bad, claims, version="0.1.0")
    assert set(rows_of(ledger).values()) == {0}


def test_series_keep_each_capture(ledger: Ledger) -> None:
    days = [SeriesRow(date="2023-07-03", values={"killed": 3, "injured": None})]
    later = [*days, SeriesRow(date="2023-07-04", values={"killed": 4.5}, skipped="no report that day")]
    for content, rows in ((b"a", days), (b"b", later), (b"a", days)):
        series = Series(
            name="river", claimant="Civil Relief Office", source=make_source(content), place="Río Claro"
        )
        ledger.add_series(msgspec.structs.replace(series, mapping={"killed": "killed"}), rows)
    assert [(kept.name, kept.rows) for kept in ledger.series()] == [("river", 2)]
    captures = list(ledger.series(superseded=True))
    assert [(kept.rows, kept.current, kept.mapping) for kept in captures] == [
        (1, False, {"killed": "killed"}),
        (2, True, {"killed": "killed"}),
    ]
    assert list(ledger.series_rows("river")) == later
    assert list(ledger.series_rows(captures[0].id)) == days
    with pytest.raises(UsageError, match="no series"):
        list(ledger.series_rows("lake"))
    assert ledger.verify().whole


def test_a_series_whose_bytes_lack_their_digest_is_refused(ledger: Ledger) -> None:
    source = msgspec.structs.replace(make_source(b"one"), content=b"two")
    with pytest.raises(RefusedError, match="SHA-256"):
        ledger.add_series(Series(name="river", claimant="x", source=source), [])


def test_what_is_not_there_is_wrong_use(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="no report"):
        ledger.report("lake.txt")
    with pytest.raises(UsageError, match="no source"):
        ledger.source("0" * 64)


def test_a_ledger_opens_again(address: str) -> None:
    report = make_report()
    with open_ledger(address) as ledger:
        ledger.add(report, make_claims(report), version="0.1.0")
    with open_ledger(address, create=False) as ledger:
        assert len(list(ledger.claims())) == 5
        assert ledger.address in address or "postgres" in ledger.address


def test_without_leave_to_create_there_must_be_one(address: str) -> None:
    with pytest.raises(LedgerError, match="there is none"):
        open_ledger(address, create=False)


def test_listing_goes_on_while_another_connection_writes(ledger: Ledger) -> None:
    first, second = make_report("one.txt"), make_report("two.txt", number=13)
    ledger.add(first, make_claims(first), version="0.1.0")
    listing = ledger.claims()
    next(listing)
    ledger.add(second, make_claims(second), version="0.1.0")
    assert len(list(listing)) == 4
    assert len(list(ledger.claims())) == 10
