from hypothesis import given
from hypothesis import strategies as st

from recuento.model import Claim, content_id
from tally_examples import TOWN, figure, gather, incident, place, report

RAID = incident("i1", "raid", when="2021-06-03/2021-06-04", place=TOWN)
MARCH = incident("i2", "protest", when="2021-06-11", place=place("Brisa", country="XB"), start=400)
CLAIMS: tuple[Claim, ...] = (
    RAID,
    MARCH,
    figure("killed", 7, start=10, when="2021-06-03"),
    figure("hurt", 30, start=20, measure="injured", place=place("Aldora relief camp")),
    figure("marching", 900, start=390, measure="participants"),
    figure("before", 4, start=200, scope="background", when="2019", place=TOWN),
    figure("toll", 120, start=210, scope="cumulative", when="2021-06-10", place=TOWN),
    figure("held", 55, start=220, scope="stock", measure="detained", when="2021-06-10", place=TOWN),
)


def test_figures_stand_with_the_incident_they_fit() -> None:
    accounts = {account.role: account for account in gather([report()], CLAIMS)}
    assert set(accounts["main"].claims) == {"i1", "killed", "hurt"}
    assert set(accounts["other"].claims) == {"i2", "marching"}
    assert set(accounts["background"].claims) == {"before"}
    assert set(accounts["aggregate"].claims) == {"toll", "held"}
    assert accounts["aggregate"].incident_type == "aggregate_statement"
    assert accounts["main"].when == "2021-06-03"


def test_the_main_incident_of_a_report_comes_first() -> None:
    assert [account.role for account in gather([report()], CLAIMS)] == [
        "main",
        "other",
        "background",
        "aggregate",
    ]


def test_the_finest_place_stands_for_an_incident() -> None:
    wide = place("Belmar", latitude=10.6, longitude=20.6, country="XA", precision="adm1")
    for places in ((TOWN, wide), (wide, TOWN)):
        claims = [incident("i1", place=places[0]), incident("i2", start=50, place=places[1])]
        assert [account.place for account in gather([report()], claims)] == [TOWN]


def test_ids_follow_from_the_claims() -> None:
    for account in gather([report()], CLAIMS):
        assert account.id == content_id("incident", "one", account.claims[0])


@given(st.permutations(CLAIMS))
def test_the_order_of_claims_changes_nothing(claims: list[Claim]) -> None:
    assert gather([report()], claims) == gather([report()], CLAIMS)


def test_a_figure_of_another_day_makes_an_incident_of_its_own() -> None:
    accounts = gather([report()], [RAID, figure("other", 3, when="2021-07-20", place=TOWN)])
    assert sorted(account.claims for account in accounts) == [("i1",), ("other",)]


def test_a_part_stands_with_its_whole() -> None:
    whole = figure("whole", 9, when="2021-06-11", place=MARCH.place, start=410)
    part = figure("part", 2, subset_of="whole", start=15)
    accounts = gather([report()], [RAID, MARCH, whole, part])
    assert any({"whole", "part"} <= set(account.claims) for account in accounts)


def test_figures_of_one_list_are_of_one_incident() -> None:
    dead = figure("a", 12, when="2021-06-03", place=TOWN, quote="12 dead", start=100)
    hurt = figure("b", 90, when="2021-06-11", measure="injured", place=TOWN, quote="90 hurt", start=109)
    apart = figure("b", 90, when="2021-06-11", measure="injured", place=TOWN, quote="90 hurt", start=150)
    accounts = gather([report()], [dead, hurt])
    assert [(account.when, account.claims) for account in accounts] == [("2021-06-03", ("a", "b"))]
    assert len(gather([report()], [dead, apart])) == 2


def test_tolls_of_two_dates_are_two_statements() -> None:
    claims = [
        figure("june", 10, scope="cumulative", when="2021-06-10", place=TOWN),
        figure("july", 12, scope="cumulative", when="2021-07-10", place=TOWN),
    ]
    assert len(gather([report()], claims)) == 2


def test_clear_accounts_of_two_reports_are_one() -> None:
    again = incident("i3", "armed_clash", report="two", when="2021-06-04", place=TOWN)
    accounts = gather([report(), report("two")], [RAID, again])
    assert [account.reports for account in accounts] == [("one", "two")]


def test_unclear_accounts_of_two_reports_stay_apart() -> None:
    for other in (
        incident("i3", "raid", report="two", when="2021-06-06", place=TOWN),
        incident("i3", "raid", report="two", when="2021-06", place=TOWN),
        incident("i3", "raid", report="two", when="2021-06-03"),
        incident("i3", "protest", report="two", when="2021-06-03", place=TOWN),
        incident("i3", "raid", report="two", when="2021-06-03", place=MARCH.place),
    ):
        assert len(gather([report(), report("two")], [RAID, other])) == 2


def test_places_of_a_total_are_incidents_of_their_own() -> None:
    region = place("Belmar", latitude=10.2, longitude=20.2, country="XA", precision="adm1")
    east = place("Estra", latitude=10.6, longitude=20.6, country="XA", precision="settlement")
    whole = figure("whole", 9, when="2021-06-03", place=region)
    parts = [
        figure("town", 6, start=20, when="2021-06-03", place=TOWN, subset_of="whole"),
        figure("east", 3, start=40, when="2021-06-03", place=east, subset_of="whole"),
    ]
    accounts = {account.claims: account for account in gather([report()], [whole, *parts])}
    assert {account.part_of for account in accounts.values() if account.claims != ("whole",)} == {
        accounts["whole",].id
    }
    assert len(gather([report()], [whole, parts[0]])) == 1
