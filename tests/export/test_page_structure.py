"""The page as a document: ids, links, tables, marks and the words around them."""

import re
from itertools import pairwise

import pytest
from page_examples import claims, content, reports
from page_parser import Node, parse

from recuento.export import PageContent, PageError, render_page
from recuento.model import Figure


@pytest.fixture(scope="module")
def page() -> Node:
    return parse(render_page(content()))


def by_id(page: Node, name: str) -> Node:
    (found,) = page.find(id=name)
    return found


def test_the_same_content_gives_the_same_page() -> None:
    assert render_page(content()) == render_page(content())


def test_a_page_in_spanish_says_so_and_has_the_same_parts(page: Node) -> None:
    spanish = parse(render_page(content(), locale="es"))
    (root,) = spanish.find("html")
    assert (root.attributes["lang"], root.attributes["dir"]) == ("es", "ltr")
    tags, others = ([node.tag for node in each.walk()] for each in (page, spanish))
    assert tags == others
    words, english = (each.find("main")[0].text() for each in (spanish, page))
    for told in ("Hechos y sus recuentos", "al menos 4", "14 de mayo de 2024", "muertos"):
        assert told in words
    for told in ("Incidents and their tallies", "at least 4", "14 May 2024"):
        assert told in english
        assert told not in words


def test_every_id_is_unique(page: Node) -> None:
    ids = [node.attributes["id"] for node in page.walk() if "id" in node.attributes]
    assert len(ids) == len(set(ids))


def test_every_link_and_every_named_id_resolves(page: Node) -> None:
    ids = {node.attributes["id"] for node in page.walk() if "id" in node.attributes}
    for node in page.walk():
        target = node.attributes.get("href", "")
        assert not target.startswith("#") or target[1:] in ids, target
        for name in ("aria-labelledby", "aria-describedby"):
            for each in node.attributes.get(name, "").split():
                assert each in ids, each


def test_every_claim_has_one_row_and_one_mark_that_link_to_each_other(page: Node) -> None:
    rows = {row.attributes["data-claim"]: row for row in page.find("tr") if "data-claim" in row.attributes}
    assert set(rows) == {claim.id for claim in claims()}
    for row in rows.values():
        (number,) = row.find("a", class_="number")
        mark = by_id(page, number.attributes["href"][1:])
        assert mark.attributes["href"] == "#" + row.attributes["id"]


def test_a_mark_carries_the_words_and_the_fields(page: Node) -> None:
    rows = {row.attributes["data-claim"]: row for row in page.find("tr") if "data-claim" in row.attributes}
    (number,) = rows["f-four"].find("a", class_="number")
    mark = by_id(page, number.attributes["href"][1:])
    assert mark.text(without="sup") == "four"
    fields = mark.attributes["data-tip"].split("\n")
    assert fields == [
        "killed: at least 4",
        "ministry (health authority), as told by Coastline Wire",
        "Marenna",
        "14 May 2024",
    ]


def test_the_text_without_numbers_of_claims_is_the_report(page: Node) -> None:
    shown = page.find("div", class_="text")
    for report, node in zip(reports(), shown, strict=True):
        paragraphs = [paragraph.text(without="sup").strip() for paragraph in node.find("p")]
        assert paragraphs == re.split(r"\n\s*\n\s*", report.text.strip())


def test_no_link_stands_in_a_link(page: Node) -> None:
    assert not [node for node in page.find("a") if node.inside("a")]


def test_the_page_has_its_landmarks_and_headings_in_order(page: Node) -> None:
    for tag in ("main", "nav", "h1", "title", "header"):
        assert len([node for node in page.find(tag) if not node.inside("svg")]) == 1, tag
    levels = [int(node.tag[1]) for node in page.walk() if re.fullmatch("h[1-6]", node.tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_scoped_headers(page: Node) -> None:
    tables = page.find("table")
    assert tables
    for table in tables:
        assert table.find("caption")[0].text().strip()
        assert all(cell.attributes["scope"] in ("col", "row") for cell in table.find("th"))
        columns = len(table.find("th", scope="col"))
        for row in table.find("tbody")[0].find("tr"):
            assert len(row.find("td")) + len(row.find("th")) == columns


def test_language_and_direction_are_the_reports(page: Node) -> None:
    assert page.find("html")[0].attributes["lang"] == "en"
    texts = [node.attributes for node in page.find("div", class_="text")]
    assert [(text["lang"], text["dir"]) for text in texts] == [("en", "ltr"), ("en", "ltr"), ("he", "rtl")]
    unknown = content(
        reports=(*reports()[:2], reports()[2].__class__(id="turned.txt", text=reports()[2].text))
    )
    (*_, last) = parse(render_page(unknown)).find("div", class_="text")
    assert last.attributes["dir"] == "auto"
    assert "lang" not in last.attributes


def test_the_head_says_what_the_page_is(page: Node) -> None:
    head = " ".join(page.find("header")[0].text().split())
    assert "Every figure on this page is a claim of the source named beside it." in head
    assert "3 reports, 14 claims, 1 incident, 2 differences, 1 contradiction, 1 problem." in head
    assert "Made 1 June 2024. recuento 0.1.0." in head
    assert '"press"' in head
    assert "Made" not in parse(render_page(content(made=None))).find("header")[0].text()


def test_contradictions_come_first_and_say_who(page: Node) -> None:
    cards = by_id(page, "differences").find("li", class_="card")
    assert [" ".join(card.find("h4")[0].text().split()) for card in cards] == [
        "killed: 12 / 5",
        "killed: at least 4 / 7",
    ]
    told = " ".join(cards[1].text().split())
    assert "ministry" in told
    assert "proposed explanation: later update" in told


def test_a_part_stands_under_its_whole(page: Node) -> None:
    rows = by_id(page, "i1").find("tbody")[0].find("tr")
    told = [" ".join(row.find("th")[0].text().split()) for row in rows]
    assert told == ["killed", "of which killed: children", "injured"]
    assert rows[1].attributes["class"] == "depth1"
    figures = by_id(page, "i1").find("figure")[0].find("li")
    assert "of which" in figures[1].text()


def test_figures_not_counted_and_vague_ones_say_so(page: Node) -> None:
    told = " ".join(by_id(page, "i1").text().split())
    assert "7 feared, not counted" in told
    assert "24 to 99 vague word" in told


def test_only_plots_of_two_figures_or_more_are_drawn(page: Node) -> None:
    plots = by_id(page, "i1").find("figure", class_="plot")
    assert [plot.find("figcaption")[0].text() for plot in plots] == ["killed: figures by source"]
    lines = by_id(page, "i1").find("figure")[0].find("li")
    assert len(lines) == 5
    assert lines[0].find("path", class_="arrow")
    assert not lines[1].find("path", class_="arrow")


def test_sources_differ_in_shape_as_well_as_colour(page: Node) -> None:
    lines = by_id(page, "i1").find("figure")[0].find("li")
    shapes = {}
    for line in lines:
        key = line.find("svg", class_="key")[0]
        shapes[line.attributes["data-source"]] = (
            key.attributes["class"],
            key.find("use")[0].attributes["href"],
        )
    assert len({shape for _, shape in shapes.values()}) == len({kind for kind, _ in shapes.values()}) == 3


def test_every_drawing_that_tells_something_has_a_title_and_a_description(page: Node) -> None:
    told = [node for node in page.find("svg") if node.attributes.get("role") == "img"]
    assert told
    for node in told:
        title, described = node.attributes["aria-labelledby"].split()
        assert by_id(page, title).tag == "title"
        assert by_id(page, described).text().strip()
    assert all(
        node.attributes.get("aria-hidden") == "true"
        for node in page.find("svg")
        if node not in told and not any(node.inside(tag) for tag in ("svg", "g"))
    )


def test_nothing_is_loaded_from_anywhere(page: Node) -> None:
    assert not [
        node for node in page.walk() if "src" in node.attributes or node.tag in ("link", "iframe", "img")
    ]
    outside = [
        node.attributes["href"] for node in page.find("a") if not node.attributes["href"].startswith("#")
    ]
    assert outside == ["https://wire.example/1"]
    style = page.find("style")[0].text()
    assert "url(" not in style
    assert "@import" not in style
    (policy,) = [node for node in page.find("meta") if "http-equiv" in node.attributes]
    assert policy.attributes["content"].startswith("default-src 'none';")


def test_an_empty_page_says_that_nothing_was_found() -> None:
    empty = parse(render_page(PageContent(title="Nothing", version="0.1.0", profile="press")))
    assert "No incident was found" in empty.text()
    assert "No two comparable figures differ." in empty.text()


def test_a_span_that_does_not_cut_its_words_is_refused() -> None:
    first, later, turned = reports()
    shifted = first.__class__(id=first.id, text=" " + first.text)
    with pytest.raises(PageError, match="does not cut its words"):
        render_page(content(reports=(shifted, later, turned)))


def test_what_is_named_but_not_given_is_refused() -> None:
    with pytest.raises(PageError, match="not among the reports"):
        render_page(content(reports=reports()[1:]))
    with pytest.raises(PageError, match="not among the claims"):
        render_page(content(claims=claims()[1:]))
    with pytest.raises(PageError, match="given twice"):
        render_page(content(claims=(*claims(), claims()[0])))
    with pytest.raises(PageError, match="one name"):
        render_page(content(reports=(*reports(), reports()[0])))


def test_a_related_claim_is_linked_and_a_withheld_one_is_not(page: Node) -> None:
    rows = {row.attributes["data-claim"]: row for row in page.find("tr") if "data-claim" in row.attributes}
    links = [link.text() for link in rows["f-two"].find("a")]
    assert any(link.startswith("part of no.") for link in links)
    alone = tuple(claim for claim in claims() if claim.id == "f-two" and isinstance(claim, Figure))
    bare = render_page(content(claims=alone, incidents=(), differences=(), matches=(), tolls=()))
    assert "part of no." not in bare
