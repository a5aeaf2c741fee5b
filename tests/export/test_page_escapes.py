"""Reports are hostile input: nothing in them becomes markup, an address or a broken file."""

from typing import Any

import pytest
from page_examples import claims, content, figure, reports, row, shown
from page_parser import parse

from recuento.export import PageContent, PageDifference, PageIncident, render_page
from recuento.model import Claim, Claimant, PlaceRef, Problem, Report, Statement

ATTACK = "</p></script><script>alert(1)</script><img src=x onerror=alert(2)>\"'{{ 7 * 7 }}{n}&lt;"


def hostile() -> PageContent:
    """A page on which every word that is given is an attack."""
    report = Report(
        id=ATTACK,
        text=f"{ATTACK} 9 dead {ATTACK}",
        title=ATTACK,
        author=ATTACK,
        outlet=ATTACK,
        place=ATTACK,
        published=ATTACK,
        language='"><script>',
        url='https://x.example/"><script>',
    )
    died: Any = figure(
        report,
        ATTACK,
        "9",
        f"9 dead {ATTACK}",
        low=9,
        high=9,
        group=ATTACK,
        when=ATTACK,
        qualifier=ATTACK,
        measure=ATTACK,
        unit=ATTACK,
        modality=ATTACK,
        facets={"age": ATTACK},
        rules=(ATTACK,),
        place=PlaceRef(name=ATTACK),
        attributed_to=Claimant(name=ATTACK, kind=ATTACK, chain=(ATTACK,)),
    )
    said: Claim = Statement(
        id="s", report=ATTACK, start=0, end=len(ATTACK), quote=ATTACK, speaker=Claimant(name=ATTACK)
    )
    told = row(ATTACK, ATTACK, shown(died), measure=ATTACK, unit=ATTACK)
    incident = PageIncident(
        id=ATTACK,
        role=ATTACK,
        incident_type=ATTACK,
        when=ATTACK,
        place=PlaceRef(name=ATTACK),
        reports=(ATTACK,),
        claims=(ATTACK,),
        rows=(told,),
    )
    difference = PageDifference(
        id=ATTACK,
        relation=ATTACK,
        kind=ATTACK,
        reason=ATTACK,
        measure=ATTACK,
        left=ATTACK,
        right=ATTACK,
        left_speaker=ATTACK,
        right_speaker=ATTACK,
        state=ATTACK,
    )
    return PageContent(
        title=ATTACK,
        version=ATTACK,
        profile=ATTACK,
        made=ATTACK,
        reports=(report,),
        claims=(died, said),
        incidents=(incident,),
        differences=(difference,),
        problems=(Problem(slug=ATTACK, source=ATTACK, message=ATTACK),),
    )


def test_nothing_given_becomes_markup() -> None:
    page = parse(render_page(hostile()))
    assert len(page.find("script")) == 1
    assert not page.find("img")
    assert not [name for node in page.walk() for name in node.attributes if name.startswith("on")]


def test_the_words_stand_as_they_were_written() -> None:
    page = parse(render_page(hostile()))
    (text,) = page.find("div", class_="text")
    assert text.text(without="sup").strip() == f"{ATTACK} 9 dead {ATTACK}"
    assert page.find("title")[0].text() == ATTACK


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "http://[bad", "//x"]
)
def test_only_web_addresses_are_links(url: str) -> None:
    page = parse(
        render_page(
            content(
                reports=(Report(id="a", text="", url=url),),
                claims=(),
                incidents=(),
                differences=(),
                matches=(),
                tolls=(),
            )
        )
    )
    assert all(link.attributes["href"].startswith("#") for link in page.find("a"))
    assert url in page.text()


def test_what_a_file_cannot_hold_is_replaced() -> None:
    odd = Report(id="odd", text="a\x00b\ud800c\x1bd\tfe", language="en")
    page = render_page(content(reports=(odd,), claims=(), incidents=(), differences=(), matches=(), tolls=()))
    assert "a\ufffdb\ufffdc\ufffdd\tfe" in page
    assert page.encode("utf-8")


def test_ids_are_not_taken_from_what_is_given() -> None:
    page = parse(render_page(hostile()))
    assert all(ATTACK not in node.attributes.get("id", "") for node in page.walk())


def test_braces_in_names_are_not_filled_in() -> None:
    first, later, turned = reports()
    named = Report(id=first.id, text=first.text, title="{incident} {report} {0}", language="en")
    page = render_page(content(reports=(named, later, turned), claims=claims()))
    assert "{incident} {report} {0}" in page
