"""The corpus of time expressions: phrase and what must come of it, and phrases that hold no time."""

import pytest
from edtf import parse_edtf

from recuento.extract.sentences import sentences
from recuento.extract.times import find_times, full_date, outermost
from recuento.extract.times.lexicon import DateWords
from recuento.extract.times.readings import NOTHING
from recuento.language import load_pack
from recuento.model import TimeMention

WEDNESDAY = "2014-06-18"


def times(text: str, reference: str | None = WEDNESDAY) -> tuple[TimeMention, ...]:
    pack = load_pack("en")
    return find_times(text, sentences(text, pack), pack, reference=reference)


# rule, text, words of the mention, type, timex, edtf
EXAMPLES = [
    ("full-date", "It began on 11 July 2023.", "11 July 2023", "DATE", "2023-07-11", "2023-07-11"),
    ("full-date", "On July 11, 2023, two were hurt.", "July 11, 2023", "DATE", "2023-07-11", "2023-07-11"),
    ("full-date", "SEEN ON 30 DEC 89.", "30 DEC 89", "DATE", "1989-12-30", "1989-12-30"),
    ("iso-date", "Dated 2023-07-11.", "2023-07-11", "DATE", "2023-07-11", "2023-07-11"),
    ("iso-date", "Dated 25/7/2023.", "25/7/2023", "DATE", "2023-07-25", "2023-07-25"),
    ("iso-date", "Dated 5/7/2023.", "5/7/2023", "DATE", "2023", "2023"),
    ("month-day", "A clash on 3 June killed two.", "3 June", "DATE", "2014-06-03", "2014-06-03"),
    ("month-day", "The Oct. 23 clash killed two.", "Oct. 23", "DATE", "2013-10-23", "2013-10-23"),
    ("month-day", "It will end on 7 Aug, then.", "7 Aug", "DATE", "2014-08-07", "2014-08-07"),
    ("month-day", "Sunday, 21 December", "Sunday, 21 December", "DATE", "2014-12-21", "2014-12-21"),
    ("month-day", "On 27 february a bridge fell.", "27 february", "DATE", "2014-02-27", "2014-02-27"),
    ("month-year", "It fell in late July 2013.", "late July 2013", "DATE", "2013-07", "2013-07"),
    ("month-year", "the January 1998 flood", "January 1998", "DATE", "1998-01", "1998-01"),
    ("month-of-year-near", "Until May this year", "May this year", "DATE", "2014-05", "2014-05"),
    ("month-near", "It fell last October.", "last October", "DATE", "2013-10", "2013-10"),
    ("month-alone", "since late November", "late November", "DATE", "2013-11", "2013-11"),
    ("month-alone", "It rained in May.", "May", "DATE", "2014-05", "2014-05"),
    ("weekday-alone", "Two were hurt on Friday.", "Friday", "DATE", "2014-06-13", "2014-06-13"),
    ("weekday-alone", "Two were hurt on Wednesday.", "Wednesday", "DATE", "2014-06-18", "2014-06-18"),
    ("weekday-alone", "They will vote on Friday.", "Friday", "DATE", "2014-06-20", "2014-06-20"),
    ("weekday-near", "It fell last Sunday.", "last Sunday", "DATE", "2014-06-15", "2014-06-15"),
    ("weekday-coming", "this coming Friday", "this coming Friday", "DATE", "2014-06-20", "2014-06-20"),
    ("weekday-past", "this past Friday", "this past Friday", "DATE", "2014-06-13", "2014-06-13"),
    ("year-after-word", "It fell in 2004.", "2004", "DATE", "2004", "2004"),
    ("year-after-word", "the 1620 treaty", "1620", "DATE", "1620", "1620"),
    ("year-alone", "Reports show 1998 was worse.", "1998", "DATE", "1998", "1998"),
    ("year-in-words", "in nineteen ninety-four", "nineteen ninety-four", "DATE", "1994", "1994"),
    ("week-of", "the week of June 2", "the week of June 2", "DATE", "2014-W23", "2014-06-02/2014-06-08"),
    ("holiday", "on Christmas Day", "Christmas Day", "DATE", "2013-12-25", "2013-12-25"),
    ("holiday", "since last Thanksgiving", "last Thanksgiving", "DATE", "2013-11-28", "2013-11-28"),
    ("new-year-eve", "on New Year's Eve", "New Year's Eve", "DATE", "2013-12-31", "2013-12-31"),
    ("new-year-day", "on New Year's Day", "New Year's Day", "DATE", "2014-01-01", "2014-01-01"),
    ("christmas-eve", "on Christmas Eve", "Christmas Eve", "DATE", "2013-12-24", "2013-12-24"),
    ("the-nth", "They met on the 25th, and left.", "the 25th", "DATE", "2014-06-25", "2014-06-25"),
    ("unit-near", "It fell last week.", "last week", "DATE", "2014-W24", "2014-06-09/2014-06-15"),
    ("unit-near", "It fell last month.", "last month", "DATE", "2014-05", "2014-05"),
    ("unit-near", "the end of last year", "the end of last year", "DATE", "2013", "2013"),
    ("the-unit", "by year-end", "year-end", "DATE", "2014", "2014"),
    ("weekend", "over the weekend", "the weekend", "DATE", "2014-W24-WE", "2014-06-14/2014-06-15"),
    ("season", "last summer", "last summer", "DATE", "2013-SU", "2013-22"),
    ("season", "the winter of 1998", "the winter of 1998", "DATE", "1998-WI", "1998-24"),
    ("day-word", "It fell yesterday.", "yesterday", "DATE", "2014-06-17", "2014-06-17"),
    (
        "day-before-yesterday",
        "the day before yesterday",
        "the day before yesterday",
        "DATE",
        "2014-06-16",
        "2014-06-16",
    ),
    (
        "day-after-tomorrow",
        "the day after tomorrow",
        "the day after tomorrow",
        "DATE",
        "2014-06-20",
        "2014-06-20",
    ),
    ("ago", "three weeks ago", "three weeks ago", "DATE", "2014-W22", "2014-05-26/2014-06-01"),
    ("ago", "ten days ago", "ten days ago", "DATE", "2014-06-08", "2014-06-08"),
    ("ago", "several years ago", "several years ago", "DATE", "PAST_REF", None),
    ("a-unit-ago", "a month ago", "a month ago", "DATE", "2014-05", "2014-05"),
    ("units-ago", "It began weeks ago.", "weeks ago", "DATE", "PAST_REF", None),
    ("year-ago", "the year-ago loss", "the year-ago", "DATE", "2013", "2013"),
    ("quarter", "in the first quarter", "the first quarter", "DATE", "2014-Q1", "2014-01/2014-03"),
    ("quarter", "the 2009 fourth quarter", "the 2009 fourth quarter", "DATE", "2009-Q4", "2009-10/2009-12"),
    ("half", "the first half of 2013", "the first half of 2013", "DATE", "2013-H1", "2013-01/2013-06"),
    ("latest-quarter", "in the latest quarter", "the latest quarter", "DATE", "2014-Q1", "2014-01/2014-03"),
    (
        "year-ago-quarter",
        "the year-ago quarter",
        "the year-ago quarter",
        "DATE",
        "2013-Q1",
        "2013-01/2013-03",
    ),
    ("decade", "in the 1990s", "the 1990s", "DATE", "199", "199X"),
    ("decade", "in the early nineties", "the early nineties", "DATE", "199", "199X"),
    ("century", "the 20th century", "the 20th century", "DATE", "19", "19XX"),
    ("daypart", "early Saturday morning", "early Saturday morning", "TIME", "2014-06-14TMO", "2014-06-14"),
    (
        "daypart",
        "on the night of Tuesday, 17 June",
        "the night of Tuesday, 17 June",
        "TIME",
        "2014-06-17TNI",
        "2014-06-17",
    ),
    ("daypart", "It fell last night.", "last night", "TIME", "2014-06-17TNI", "2014-06-17"),
    ("tonight", "They meet tonight.", "tonight", "TIME", "2014-06-18TNI", "2014-06-18"),
    ("overnight", "Shells fell overnight.", "overnight", "TIME", "2014-06-17TNI", "2014-06-17"),
    ("clock", "at 11:30 p.m. on Friday", "11:30 p.m. on Friday", "TIME", "2014-06-13T23:30", "2014-06-13"),
    ("clock", "APPEARED AT 1620. THEN", "1620", "TIME", "2014-06-18T16:20", "2014-06-18"),
    ("noon", "at noon Tuesday", "noon Tuesday", "TIME", "2014-06-17T12:00", "2014-06-17"),
    ("duration", "for up to 180 days", "180 days", "DURATION", "P180D", None),
    ("duration", "a two-hour siege", "two-hour", "DURATION", "PT2H", None),
    ("duration", "for 2 1/2 years", "2 1/2 years", "DURATION", "P2Y6M", None),
    ("duration", "for two decades", "two decades", "DURATION", "P20Y", None),
    ("unit-and-a-half", "a minute and a half", "a minute and a half", "DURATION", "PT1M30S", None),
    ("half-a-unit", "half an hour", "half an hour", "DURATION", "PT30M", None),
    ("a-unit", "within a week", "a week", "DURATION", "P1W", None),
    ("several-units", "for several months", "several months", "DURATION", "PXM", None),
    (
        "duration-near",
        "in the last three weeks",
        "the last three weeks",
        "DURATION",
        "P3W",
        "2014-05-28/2014-06-18",
    ),
    ("duration-near", "the past 24 hours", "the past 24 hours", "DURATION", "PT24H", "2014-06-17/2014-06-18"),
    ("nine-months", "the first nine months", "the first nine months", "DURATION", "P9M", None),
    ("every-unit", "They march every year.", "every year", "SET", "P1Y", None),
    ("every-unit", "They march each Thursday.", "each Thursday", "SET", "XXXX-WXX-4", None),
    ("weekdays", "They march on Thursdays.", "on Thursdays", "SET", "XXXX-WXX-4", None),
    ("often", "They march weekly.", "weekly", "SET", "P1W", None),
    ("side", "They are now in town.", "now", "DATE", "PRESENT_REF", None),
    ("present", "These days it rains.", "These days", "DATE", "PRESENT_REF", None),
    ("past", "the recent flood", "recent", "DATE", "PAST_REF", None),
    ("earlier", "It fell two days later.", "two days later", "DATE", "2014-06-20", "2014-06-20"),
    ("a-unit-earlier", "It fell a day earlier.", "a day earlier", "DATE", "2014-06-17", "2014-06-17"),
    ("same-unit", "on the same day", "the same day", "DATE", "2014-06-18", "2014-06-18"),
    ("other-unit", "the previous day", "the previous day", "DATE", "2014-06-17", "2014-06-17"),
    ("next-morning", "the next morning", "the next morning", "TIME", "2014-06-18TMO", "2014-06-18"),
    ("future", "in the near future", "the near future", "DATE", "FUTURE_REF", None),
]


@pytest.mark.parametrize(("rule", "text", "words", "kind", "timex", "edtf"), EXAMPLES)
def test_each_phrase_has_its_value(
    rule: str, text: str, words: str, kind: str, timex: str, edtf: str | None
) -> None:
    found = times(text)
    assert [(one.rule, one.text, one.type, one.timex, one.edtf) for one in found] == [
        (rule, words, kind, timex, edtf)
    ]
    assert text[found[0].start : found[0].end] == found[0].text
    if edtf is not None:
        parse_edtf(edtf)


@pytest.mark.parametrize(
    "text",
    [
        "1,200 people marched.",
        "A 15-year-old boy, aged 34, was 52 years old.",
        "the 4900 block of Elm Street",
        "They paid $1998 for it.",
        "about 2000 people marched",
        "Call 555 1234 567.",
        "Room 1998 was empty.",
        "They may march to the second house.",
        "The sun rose and they sat down.",
        "Resolution 1973 was passed.",
        "A spring in the watch broke.",
        "It weighed 45 pounds, 3.5 percent more.",
        "in his 30s",
        "They read the Sunday Times.",
    ],
)
def test_what_is_no_time_yields_nothing(text: str) -> None:
    assert times(text) == ()


def test_every_rule_of_the_pack_has_an_example() -> None:
    rules = {rule.name for rule in load_pack("en").section("dates", DateWords).rules if rule.reads != NOTHING}
    assert rules - {rule for rule, *_ in EXAMPLES} == {"day-pair"}  # whose examples are the intervals


@pytest.mark.parametrize(
    ("text", "span", "edtf", "ends"),
    [
        ("on 8 and 9 May 2021", "8 and 9 May 2021", "2021-05-08/2021-05-09", ["2021-05-08", "2021-05-09"]),
        (
            "28 Oct to 2 Nov 2013",
            "28 Oct to 2 Nov 2013",
            "2013-10-28/2013-11-02",
            ["2013-10-28", "2013-11-02"],
        ),
        ("from 1986 to 2005", "1986 to 2005", "1986/2005", ["1986", "2005"]),
        ("between 1986 and 1990", "1986 and 1990", "1986/1990", ["1986", "1990"]),
        (
            "from December to January 2014",
            "December to January 2014",
            "2013-12/2014-01",
            ["2013-12", "2014-01"],
        ),
        ("July 11-12, 2023", "July 11-12, 2023", "2023-07-11/2023-07-12", ["2023-07-11", "2023-07-12"]),
    ],
)
def test_an_interval_stands_beside_its_ends(text: str, span: str, edtf: str, ends: list[str]) -> None:
    found = times(text)
    whole = [one for one in found if one.rule == "interval"]
    assert [(one.text, one.edtf, one.type) for one in whole] == [(span, edtf, "DURATION")]
    assert [one.timex for one in found if one.type == "DATE"] == ends
    assert outermost(found) == tuple(whole)


def test_two_days_apart_are_no_interval() -> None:
    assert [one.edtf for one in times("on 9 and 12 June")] == ["2014-06-09", "2014-06-12"]


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("yesterday", "XXXX-XX-XX"),
        ("on Friday", "XXXX-WXX-5"),
        ("on 11 July", "XXXX-07-11"),
        ("in October", "XXXX-10"),
        ("last week", "XXXX-WXX"),
        ("last year", "XXXX"),
        ("last night", "XXXX-XX-XXTNI"),
        ("last summer", "XXXX-SU"),
        ("three days ago", "XXXX-XX-XX"),
    ],
)
def test_an_undated_report_leaves_them_unresolved(text: str, timex: str) -> None:
    (one,) = times(text, None)
    assert (one.timex, one.edtf, one.precision) == (timex, None, None)


def test_a_month_as_reference_resolves_what_it_can() -> None:
    found = times("On 11 July, yesterday, last month", "2014-08")
    assert [one.timex for one in found] == ["2014-07-11", "XXXX-XX-XX", "2014-07"]


def test_a_year_earlier_beside_a_quarter_is_that_quarter() -> None:
    found = times("Sales rose in the first quarter. They were low a year earlier.")
    assert [one.timex for one in found] == ["2014-Q1", "2013-Q1"]


def test_the_next_day_counts_from_the_day_told() -> None:
    found = times("It began on 3 May 2012. The following day two died. The following year it ended.")
    assert [one.timex for one in found] == ["2012-05-03", "2012-05-04", "2013"]


def test_only_restricts_to_sentences_touched() -> None:
    text = "It began in 2012. It ended in 2013."
    pack = load_pack("en")
    found = find_times(text, sentences(text, pack), pack, reference=None, only=[(20, 22)])
    assert [one.timex for one in found] == ["2013"]


def test_upper_case_is_read_alike() -> None:
    text = "Two died on 3 May 2012, three weeks ago and last Friday night."
    assert [one.timex for one in times(text)] == [one.timex for one in times(text.upper())]


def test_the_first_full_date_can_serve_an_undated_report() -> None:
    assert full_date(times("In 2012, on 3 May 2012, it began", None)) == "2012-05-03"
    assert full_date(times("in 2012", None)) is None
