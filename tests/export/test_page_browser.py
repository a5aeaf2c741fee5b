"""The page in a browser: nothing is loaded, it fits wide and narrow windows, and keys reach every mark."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from page_examples import claims, content, incidents
from playwright.sync_api import Browser, Page, sync_playwright

from recuento.export import render_page
from recuento.model import PlaceRef

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
CONTRAST = Path(__file__).with_name("contrast.js").read_text(encoding="utf-8").split("\n", 1)[1]
# Where each mark of a time line is told to stand and where its middle is seen, from the top of the drawing.
MARKS = """() => [...document.querySelectorAll(".point use")].map((use) => {
    const box = use.getBoundingClientRect();
    const top = use.closest(".days").getBoundingClientRect().top;
    return [Number(use.getAttribute("transform").match(/ (\\d+)/)[1]), (box.top + box.bottom) / 2 - top];
})"""
PROBE = """colour => document.body.insertAdjacentHTML("beforeend", `<i class="probe c${colour}"></i>`)"""

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on the path (apt-get install chromium)")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = Path(tmp_path_factory.mktemp("page")) / "page.html"
    path.write_text(render_page(content()), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page of three incidents."""
    bounds = (("riot", "Tolvik", 9, None), ("protest", "Orvella", 4, 12), ("raid", "Marenna", 10, 10))
    (first, _) = incidents()
    told = tuple(
        replace(
            first,
            id=kind,
            incident_type=kind,
            place=PlaceRef(name=name, latitude=5.0, longitude=20.0 + low, precision="settlement"),
            totals=(replace(first.totals[0], low=low, best=low, high=high),),
        )
        for kind, name, low, high in bounds
    )
    path = Path(tmp_path_factory.mktemp("many")) / "page.html"
    path.write_text(render_page(content(incidents=told)), encoding="utf-8")
    return path.as_uri()


def opened(
    browser: Browser, address: str, *, width: int = 1280, scheme: str = "light", script: bool = True
) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=script,
    )
    page = context.new_page()
    page.goto(address)
    return page


def test_nothing_else_is_requested_and_nothing_is_complained_of(browser: Browser, address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    assert asked == [address]
    assert said == []


@pytest.mark.parametrize("width", [320, 375, 800, 1280])
def test_the_page_never_scrolls_sideways(browser: Browser, address: str, width: int) -> None:
    page = opened(browser, address, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_the_contrast_of_wcag_aa(browser: Browser, address: str, scheme: str) -> None:
    count, least = opened(browser, address, scheme=scheme).evaluate(CONTRAST)
    assert count > 100
    assert least >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_shapes_have_the_contrast_of_graphics(browser: Browser, address: str, scheme: str) -> None:
    page = opened(browser, address, scheme=scheme)
    for colour in range(8):
        page.evaluate(PROBE, colour)
    count, least = page.evaluate(CONTRAST, ".probe")
    assert count == 8
    assert least >= 3


def test_keys_reach_every_mark_and_show_its_fields(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    reached: dict[str, str] = {}
    for _ in range(400):
        page.keyboard.press("Tab")
        name, shown = page.evaluate("""() => { const n = document.activeElement;
            return [n.dataset.tip ? n.id : "", getComputedStyle(n, "::after").content]; }""")
        if name:
            reached[name] = shown
        if page.evaluate("document.activeElement === document.body"):
            break
    assert len(reached) == len(claims())
    assert all(shown not in ("none", "normal", '""') for shown in reached.values())


def test_a_mark_leads_to_its_row_and_back(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.press(
        "a.mark >> nth=0", "Enter"
    )  # by key: parts drawn as they come into view move what a click aims at
    page.wait_for_selector("tr:target")
    row = page.evaluate("location.hash.slice(1)")
    assert page.evaluate("document.querySelector('tr:target').id") == row
    page.press("tr:target a.number", "Enter")
    page.wait_for_selector("a.mark:target")


def test_the_filter_hides_other_measures_and_a_link_shows_them_again(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.select_option("select[name=measure]", "injured")
    assert page.locator("tr[data-claim]:visible").count() == 1
    assert page.locator("#filter output").inner_text() == f"1 of {len(claims())} claims shown"
    assert not page.locator("#differences .card:visible").count()
    page.evaluate("location.hash = 'r2-c1'")
    page.wait_for_selector("#r2-c1:visible")
    assert page.locator("tr[data-claim]:visible").count() == len(claims())


def test_the_list_of_incidents_is_searched_and_sorted_by_keys(browser: Browser, many: str) -> None:
    page = opened(browser, many)
    rows = page.locator("#listing tbody tr:visible")
    assert rows.count() == 3
    page.fill("#search input", "tolvik")
    assert rows.count() == 1
    assert page.locator("#search output").inner_text() == "1 of 3 incidents shown"
    page.fill("#search input", "")
    page.select_option("#search select", "protest")
    assert rows.count() == 1
    page.select_option("#search select", "")
    button = page.locator("#listing thead button", has_text="Killed")
    killed = page.locator("#listing tbody tr td:nth-of-type(3)")
    button.focus()
    page.keyboard.press("Enter")
    assert killed.all_inner_texts() == ["at least 9", "10", "4 to 12"]
    assert page.locator("#listing [aria-sort=ascending]").inner_text().startswith("Killed")
    page.keyboard.press("Enter")
    assert killed.all_inner_texts() == ["4 to 12", "10", "at least 9"]


def test_a_list_entry_leads_to_its_incident(browser: Browser, many: str) -> None:
    page = opened(browser, many, width=390)
    page.press("#listing tbody tr:nth-child(2) a", "Enter")
    top = page.evaluate("document.querySelector('#i2').getBoundingClientRect().top")
    assert 0 <= top < 40


def test_on_paper_everything_is_laid_out_and_controls_are_gone(browser: Browser, many: str) -> None:
    page = opened(browser, many)
    page.emulate_media(media="print")
    assert not page.locator("#search").is_visible()
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.incident')).contentVisibility") == "visible"
    )
    wide = page.evaluate(
        "[...document.querySelectorAll('.wide')].filter(n => n.scrollWidth > n.clientWidth + 1).length"
    )
    assert wide == 0


def test_marks_of_a_time_line_stand_at_the_height_of_their_values(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    drawn = page.evaluate(MARKS)
    assert len(drawn) > 2
    for told, at in drawn:
        assert at == pytest.approx(told, abs=2)


def test_without_scripts_everything_is_there_but_the_filter(browser: Browser, address: str) -> None:
    page = opened(browser, address, script=False)
    assert not page.locator("#filter").is_visible()
    assert page.locator("tr[data-claim]:visible").count() == len(claims())
