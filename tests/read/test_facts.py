"""Facts read from the words of a text: each rule finds what it should and leaves alone what it should not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recuento.read.facts import read_facts, title_of

BODY = "Twelve people were hurt when a bus left the road near the market.\n\nThe police gave no cause."

FOUND = {
    "agency": ("BUFFALO, N.Y. (AP) -- " + BODY, {"place": "BUFFALO, N.Y.", "outlet": "AP"}),
    "mixed-case": (
        "Exampleton, Ohio (Reuters) - " + BODY,
        {"place": "Exampleton, Ohio", "outlet": "Reuters"},
    ),
    "old-wire": (
        "   QUITO, 21 OCT 88 -- [TEXT] " + BODY.upper(),
        {"place": "QUITO", "published": "1988-10-21"},
    ),
    "old-wire-broken": (
        "   CARACAS (VENEZUELA), 27 SEP 91 (EXAMPLE RADIO CHANNEL 9)\n-- [TEXT] " + BODY.upper(),
        {"place": "CARACAS (VENEZUELA)", "published": "1991-09-27", "outlet": "EXAMPLE RADIO CHANNEL 9"},
    ),
    "no-date": (
        "BOGOTA, NO DATE (EXAMPLE RADIO) -- " + BODY.upper(),
        {"place": "BOGOTA", "outlet": "EXAMPLE RADIO"},
    ),
    "no-city": (
        "NO CITY (BOLIVIA), 14 NOV 87 (EFE) -- " + BODY.upper(),
        {"place": "BOLIVIA", "published": "1987-11-14", "outlet": "EFE"},
    ),
    "no-place": (
        "CLANDESTINE, 30 JUN 86 (RADIO EXAMPLE) -- " + BODY.upper(),
        {"published": "1986-06-30", "outlet": "RADIO EXAMPLE"},
    ),
    "no-year": ("Quito, 23 may (EFE).- " + BODY, {"place": "Quito", "outlet": "EFE"}),
    "line-end": ("Quito, 23 may (EFE).\n" + BODY, {"place": "Quito", "outlet": "EFE"}),
    "bracket": (
        "[Example Agency] NAIROBI, March 7 - " + BODY,
        {"place": "NAIROBI", "outlet": "Example Agency"},
    ),
    "date-in-brackets": (
        "DAYTON, Ohio (Jan. 2, 2016) — " + BODY,
        {"place": "DAYTON, Ohio", "published": "2016-01-02"},
    ),
    "glued": (
        "Bus leaves road | Example 9DAYTON, Ohio (WXYZ) — " + BODY,
        {"place": "DAYTON, Ohio", "outlet": "WXYZ"},
    ),
    "lone-place": ("PRAGUE—" + BODY, {"place": "PRAGUE"}),
    "containing": ("TRIPOLI (Lebanon) - " + BODY, {"place": "TRIPOLI (Lebanon)"}),
    "stop": ("LIMA. -- " + BODY, {"place": "LIMA"}),
    "end": (BODY + "\n4 May 2021, Quito, Ecuador.", {"published": "2021-05-04", "place": "Quito, Ecuador"}),
    "end-turned": (BODY + "\n\nQuito, Tuesday, 4 May 2021", {"published": "2021-05-04", "place": "Quito"}),
    "end-flat": (
        f"{BODY * 3} They shall not be forgotten! 4 May 2021, Quito, Ecuador.",
        {"published": "2021-05-04", "place": "Quito, Ecuador"},
    ),
    "end-date": (BODY + "\n\n3 March 2014.", {"published": "2014-03-03"}),
    "branch": (
        "Heading\n\nBy Ana Lopez. Metal worker. NLR-Chile\n\n" + BODY,
        {"author": "Ana Lopez", "outlet": "NLR-Chile"},
    ),
    "capitals": (
        "By ANA LOPEZ, Daily Example\n\n" + BODY,
        {"author": "ANA LOPEZ", "outlet": "Daily Example"},
    ),
    "trade": (
        "By Ana de la Cruz, Associated Press Writer\n\n" + BODY,
        {"author": "Ana de la Cruz", "outlet": "Associated Press"},
    ),
    "several": (
        "By Ana Lopez, Eva Sol and Jo B. Roe | Example News\n\n" + BODY,
        {"author": "Ana Lopez, Eva Sol and Jo B. Roe", "outlet": "Example News"},
    ),
    "for": (
        "By Ana Lopez for Example Weekly\n\n" + BODY,
        {"author": "Ana Lopez", "outlet": "Example Weekly"},
    ),
    "below": (
        "By Ana Lopez\nExample Herald\nMarch 3, 2014\n\n" + BODY,
        {"author": "Ana Lopez", "outlet": "Example Herald", "published": "2014-03-03"},
    ),
    "outlet-alone": ("By Associated Press\n\n" + BODY, {"outlet": "Associated Press"}),
    "posted": (
        "Man held - Example 9 Posted: Friday, August 9, 2019 6:20 AM CDT\n\n" + BODY,
        {"published": "2019-08-09"},
    ),
    "posted-by": ("Posted by Eva Sol on 05 Jan 2016\n\n" + BODY, {"published": "2016-01-05"}),
    "top-line": (
        "Heading\n\n4 May 2021 | Quito, Ecuador\n\n" + BODY,
        {"published": "2021-05-04", "place": "Quito, Ecuador"},
    ),
    "posted-late": (BODY + "\n\nPublished 9:24 PM EDT Jun 28, 2018", {"published": "2018-06-28"}),
    "posted-first": ("Updated: March 5, 2014\nPosted: March 3, 2014\n\n" + BODY, {"published": "2014-03-03"}),
    "updated": ("Updated: Nov 3, 2012 - 4:05 PM\n\n" + BODY, {"published": "2012-11-03"}),
    "story-is-from": ("This story is from May 26, 2008\n\n" + BODY, {"published": "2008-05-26"}),
}
LEFT_ALONE = [
    "BUS CRASH - Two people died in a crash when a bus left the road.",
    "UPDATE - " + BODY,
    "THE ARMY -- SAID TODAY THAT TWELVE PEOPLE WERE HURT WHEN A BUS LEFT THE ROAD.",
    "By contrast, twelve people were hurt in June 2014.\n\n" + BODY,
    "By Tuesday Morning, twelve people were hurt.\n\n" + BODY,
    "The report was published 3 May 2014 and says otherwise. " + BODY,
    BODY + "\n\nThe march was held on 4 May 2021 in Quito, Ecuador.",
    "TWELVE PEOPLE WERE HURT IN A RAID\nBY THE EXAMPLE NEWS GUARDS.\n" + BODY.upper(),
    "A photograph of the bus on the road. (WXYZ)\n\n" + BODY,
]


@pytest.mark.parametrize("name", FOUND)
def test_facts_found(name: str) -> None:
    text, wanted = FOUND[name]
    facts = read_facts(text, "en")
    assert facts.values == wanted
    assert set(facts.spans) == set(wanted)


@pytest.mark.parametrize("name", FOUND)
def test_spans_cut_their_words(name: str) -> None:
    text, _ = FOUND[name]
    facts = read_facts(text, "en")
    for field, (start, end) in facts.spans.items():
        words = text[start:end]
        assert words == words.strip()
        assert words
        if field != "published":
            assert " ".join(words.split()) == facts.values[field]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_facts_left_alone(text: str) -> None:
    assert read_facts(text, "en").values == {}


def test_published_span_is_the_date_alone() -> None:
    text = BODY + "\nTuesday, 4 May 2021, Quito, Ecuador."
    facts = read_facts(text, "en")
    assert text[slice(*facts.spans["published"])] == "4 May 2021"
    assert text[slice(*facts.spans["place"])] == "Quito, Ecuador"


def test_year_known_from_elsewhere_completes_a_dateline() -> None:
    assert read_facts("NAIROBI, March 7 (AFP) - " + BODY, "en", year=2014).values["published"] == "2014-03-07"


def test_place_after_a_declared_title() -> None:
    text = "Bus leaves the road NAIROBI — " + BODY
    assert read_facts(text, "en", title="Bus leaves the road").values == {"place": "NAIROBI"}


def test_language_without_words_gives_no_facts() -> None:
    assert read_facts("LIMA (AP) -- " + BODY, "xx").values == {}


def test_titles() -> None:
    assert title_of("Bus leaves road!\n\nTwelve were hurt.") == "Bus leaves road!"
    assert title_of("# Bus leaves road\n\nTwelve were hurt.") == "Bus leaves road"
    assert title_of("A bus left the road.\n\nTwelve were hurt.") is None
    assert title_of("Bus leaves road\nTwelve were hurt.") is None
    assert title_of("Bus leaves road") is None
    assert title_of("By Ana Lopez\n\nTwelve were hurt.", [(3, 12)]) is None


PIECES = st.sampled_from(
    [
        "By ",
        "Ana Lopez",
        "LIMA",
        ", ",
        "(AP)",
        " -- ",
        "\n",
        "\n\n",
        "21 OCT 88",
        "March 7, 2014",
        "Posted: ",
        "[X Agency] ",
        "Quito",
        "Ecuador.",
        "é",
        "“a b”",
        " ",
        ".",
        "(",
        "]",
        "31/12/2014",
        "no date",
        "for ",
        "Example News",
        "12",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=200))
def test_any_text_gives_spans_that_cut_its_words(text: str) -> None:
    facts = read_facts(text, "en")
    for field, (start, end) in facts.spans.items():
        assert 0 <= start < end <= len(text)
        if field != "published":
            assert " ".join(text[start:end].split()) == facts.values[field]
