"""Judgements above the machine's proposals, and undoing them."""

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from link_examples import BRIDGE, MARKET, accounts_of, judged, linked, reports_of
from recuento.link import find_incident


def test_accounts_of_one_incident_are_one() -> None:
    assert linked(BRIDGE).incidents[0].reports == ("bridge-0", "bridge-1", "bridge-2")
    assert [one.reports for one in linked(BRIDGE[:2] + MARKET).incidents] == [
        ("bridge-0", "bridge-1"),
        ("market-0", "market-1"),
    ]


def test_a_person_keeps_apart_what_the_machine_joins() -> None:
    left, right = accounts_of(BRIDGE)[:2]
    apart = linked(BRIDGE, judged(left, right, "negative")).incidents
    assert all(not {"bridge-0", "bridge-1"} <= set(one.reports) for one in apart)


def test_a_person_joins_what_the_machine_keeps_apart() -> None:
    bridge, market = accounts_of(BRIDGE)[0], accounts_of(MARKET)[0]
    joined = linked(BRIDGE + MARKET, judged(bridge, market, "positive")).incidents
    assert any({"bridge-0", "market-0"} <= set(one.reports) for one in joined)


def test_what_is_left_open_joins_nobody_by_itself() -> None:
    left, right = accounts_of(BRIDGE[:2])
    assert len(linked(BRIDGE[:2], judged(left, right, "unsure")).incidents) == 2


def test_judging_then_undoing_restores_everything() -> None:
    before = linked(BRIDGE + MARKET)
    left, right = accounts_of(BRIDGE)[0], accounts_of(MARKET)[0]
    for verdict in ("positive", "negative", "unsure"):
        undone = judged(left, right, verdict) + judged(right, left, "withdrawn")
        assert linked(BRIDGE + MARKET, undone).incidents == before.incidents


def test_an_id_tells_where_its_account_went() -> None:
    apart = linked(BRIDGE + MARKET).incidents
    sides = [(one, two) for one in accounts_of(BRIDGE) for two in accounts_of(MARKET)]
    told = [each for one, two in sides for each in judged(one, two, "positive")]
    joined = linked(BRIDGE + MARKET, told).incidents
    for old in apart:
        found = find_incident(joined, old.id)
        assert found is not None
        assert set(old.reports) <= set(found.reports)


def test_judgements_that_clash_are_told() -> None:
    one, two, three = accounts_of(BRIDGE)
    told = judged(one, two, "positive") + judged(two, three, "positive") + judged(one, three, "negative")
    assert [trouble.slug for trouble in linked(BRIDGE, told).troubles] == ["judgements-clash"]


def test_a_judgement_of_a_lost_claim_rests() -> None:
    lost = [replace(one, left="0" * 16) for one in judged(*accounts_of(BRIDGE)[:2], "negative")]
    resting = linked(BRIDGE, lost)
    assert [trouble.slug for trouble in resting.troubles] == ["judgement-without-account"]
    assert resting.incidents == linked(BRIDGE).incidents


def test_a_link_tells_its_weight_and_reasons() -> None:
    links = linked(BRIDGE[:2]).links
    assert [link.state for link in links] == ["proposed"]
    told = {reason.comparison: reason.words for reason in links[0].reasons}
    assert "orlan" in told["names"]
    assert "age 34" in told["ages_shared"]


def test_a_judged_link_names_who_judged() -> None:
    left, right = accounts_of(BRIDGE)[:2]
    links = linked(BRIDGE, judged(left, right, "negative")).links
    assert [(link.state, link.judged_by) for link in links if link.judged_by] == [("rejected", "Ana")]


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(len(BRIDGE + MARKET))))
def test_the_order_of_arrival_changes_nothing(order: list[int]) -> None:
    texts = BRIDGE + MARKET
    assert linked([texts[n] for n in order]).incidents == linked(texts).incidents


def test_reports_are_of_their_texts() -> None:
    assert [report.id for report in reports_of(MARKET)] == ["market-0", "market-1"]
