"""Accounts side by side, and the list of incidents."""

import msgspec
import pytest
from page_examples import claims, content, incidents, row, shown
from page_parser import Node, parse

from recuento.export import PageIncident, PageTotal, render_page
from recuento.export.accounts import ORDER, SIGNS
from recuento.export.differences import MOST_CARDS
from recuento.export.messages import load_messages
from recuento.model import Figure

HELD = {claim.id: claim for claim in claims() if isinstance(claim, Figure)}


def words(node: Node) -> str:
    return " ".join(node.text().split())


def table(*rows: object, **fields: object) -> Node:
    one = msgspec.structs.replace(incidents()[0], rows=rows, totals=())
    page = parse(
        render_page(content(incidents=(one,), matches=(), tolls=(), **{"differences": (), **fields}))
    )
    (found,) = page.find("table", class_="accounts")
    return found


def test_a_column_a_source_with_exact_words_date_and_link() -> None:
    found = table(
        row("ministry", "official_health", shown(HELD["f-four"])),
        row("Ada Brune", "organiser", shown(HELD["f-twelve"])),
    )
    heads = [words(head) for head in found.find("th", scope="col")]
    assert heads == ["Counted", "ministry health authority", "Ada Brune organiser"]
    (cells,) = [each.find("td") for each in found.find("tbody")[0].find("tr")]
    assert "At least four people were killed" in words(cells[0])
    assert "report of 14 May 2024" in words(cells[0])
    (link,) = cells[0].find("a", class_="quote")
    assert link.attributes["href"].startswith("#r1-m")


def test_equal_figures_agree_and_a_lone_one_says_so() -> None:
    eleven = msgspec.structs.replace(shown(HELD["f-twelve"]), claim="h-five", report="turned.txt")
    found = table(
        row("ministry", "official_health", shown(HELD["f-twelve"])),
        row("another", "unknown", eleven),
        row("the writer", "media", shown(HELD["f-dozens"]), measure="injured"),
    )
    killed, injured = found.find("tbody")[0].find("tr")
    assert [words(p) for p in killed.find("p")] == ["= agrees with another", "= agrees with ministry"]
    assert [words(p) for p in injured.find("p")] == ["· only this source"]


def test_single_victims_told_without_a_number_need_not_be_the_same() -> None:
    one = msgspec.structs.replace(shown(HELD["f-twelve"]), low=1, high=1, explicit=False)
    other = msgspec.structs.replace(one, claim="h-five", report="turned.txt")
    found = table(row("ministry", "official_health", one), row("another", "unknown", other))
    assert {words(p) for p in found.find("p")} == {"· not compared with the others"}


def test_a_copy_is_no_second_account() -> None:
    one = msgspec.structs.replace(shown(HELD["f-twelve"]), origin="dispatch.txt")
    copy = msgspec.structs.replace(one, claim="h-five", report="turned.txt")
    found = table(row("ministry", "official_health", one), row("another", "unknown", copy))
    assert words(found.find("p")[0]) == "≡ copies or relays the same account as another"
    speaker = msgspec.structs.replace(copy, report="dispatch.txt", claim="f-four")
    found = table(row("ministry", "official_health", one), row("another", "unknown", speaker))
    assert words(found.find("p")[0]) == "= agrees with another"


def test_a_contradiction_names_the_other_and_leads_to_its_card() -> None:
    pair = next(each for each in content().differences if each.relation == "contradicts")
    found = table(
        row("Ada Brune", "organiser", shown(HELD["f-twelve"])),
        row("another", "unknown", shown(HELD["h-five"])),
        differences=(pair,),
    )
    told = found.find("p", class_="contradicts")
    assert [words(p) for p in told] == ["✕ contradicts another", "✕ contradicts Ada Brune"]
    assert {p.find("a")[0].attributes["href"] for p in told} == {"#d0-0"}


def test_every_relation_has_words_and_those_that_matter_have_signs_of_their_own() -> None:
    stands = load_messages("en").stands
    assert set(ORDER) == set(stands) == set(SIGNS)
    telling = [SIGNS[relation] for relation in ORDER if relation not in ("alone", "not_compared")]
    assert len(set(telling)) == len(telling)


def test_groups_have_rows_of_their_own_behind_everybody() -> None:
    group = msgspec.structs.replace(
        row("union", "organiser", shown(HELD["f-twelve"])), named=("miners",), group="miners"
    )
    people = msgspec.structs.replace(
        row("another", "unknown", shown(HELD["h-five"])), named=("veranians",), people=True, group="Veranians"
    )
    found = table(group, people, row("ministry", "official_health", shown(HELD["f-four"])))
    heads = [words(each.find("th")[0]) for each in found.find("tbody")[0].find("tr")]
    assert heads == ["killed", "killed: miners"]


def test_a_part_stands_behind_its_whole_and_before_other_groups() -> None:
    whole = row("ministry", "official_health", shown(HELD["f-four"], parts=(shown(HELD["f-two"]),)))
    group = msgspec.structs.replace(
        row("union", "organiser", shown(HELD["f-twelve"])), named=("miners",), group="miners"
    )
    heads = [words(each.find("th")[0]) for each in table(group, whole).find("tbody")[0].find("tr")]
    assert heads == ["killed", "of which killed: children", "killed: miners"]


def incident(n: int, low: int | None, high: int | None) -> PageIncident:
    total = PageTotal(
        measure="killed", unit="person", low=low, best=low, high=high, sources=("a",), method="stated_whole"
    )
    return msgspec.structs.replace(incidents()[0], id=f"n{n}", totals=(total,))


@pytest.mark.parametrize(
    ("low", "high", "told", "key"),
    [(4, 12, "4 to 12", "12"), (30, None, "at least 30", "30"), (None, 9, "up to 9", "9")],
)
def test_the_list_has_a_row_an_incident_with_ranges_that_sort(
    low: int | None, high: int | None, told: str, key: str
) -> None:
    page = parse(
        render_page(content(incidents=(incident(1, low, high),), differences=(), matches=(), tolls=()))
    )
    (listed,) = page.find("table", id="listing")
    (entry,) = listed.find("tbody")[0].find("tr")
    assert entry.find("a")[0].attributes["href"] == "#i1"
    cells = entry.find("td")
    assert words(cells[2]) == told
    assert cells[2].attributes.get("data-key", told) == key


def test_the_list_counts_open_differences() -> None:
    page = parse(render_page(content()))
    (listed,) = page.find("table", id="listing")
    (entry,) = listed.find("tbody")[0].find("tr")
    assert [words(cell) for cell in entry.find("td")[-3:]] == ["4", "2", "1"]


def test_a_crowd_of_differences_is_counted_in_full_and_shown_in_part() -> None:
    pair = content().differences[0]
    many = tuple(msgspec.structs.replace(pair, id=str(n)) for n in range(MOST_CARDS + 1))
    page = parse(render_page(content(differences=many)))
    (section,) = page.find("section", id="differences")
    assert len(section.find("li", class_="card")) == MOST_CARDS
    told = words(section.find("div", class_="relation")[0])
    assert told.startswith("Later figure 301 differences")
    assert "The first 300 of 301 stand here" in told
