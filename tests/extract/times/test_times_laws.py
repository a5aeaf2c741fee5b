"""Laws that hold for any text: nothing fails, every mention cuts its words, and every EDTF is valid."""

from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from recuento.extract.sentences import sentences
from recuento.extract.times import find_times
from recuento.extract.times.lexicon import DateWords
from recuento.language import load_pack

PACK = load_pack("en")
SECTION = PACK.section("dates", DateWords)
TENS = (
    {"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"}
    | {"ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
    | {f"{stem}teen" for stem in ("thir", "four", "fif", "six", "seven", "eigh", "nine")}
    | {"eleven", "twelve"}
)
VOCABULARY = sorted({word for entries in SECTION.classes.values() for word in entries})
WORDS = [
    *VOCABULARY,
    "the",
    "a",
    "of",
    "in",
    "on",
    "at",
    "to",
    "and",
    "between",
    "from",
    "half",
    "ago",
    "-",
    ",",
    ".",
]
NUMBERS = [
    "0",
    "00",
    "3",
    "31",
    "32",
    "89",
    "366",
    "1620",
    "1998",
    "2023",
    "9999",
    "3rd",
    "99th",
    "1990s",
    "30s",
]
ODD = [
    "1/2",
    "1/0",
    "25/7/2023",
    "99/99/9999",
    "0000-00-00",
    "2023-07-11",
    "11:30",
    "99:99",
    "1,200",
    "2.5",
    "1.2.3",
]

texts = st.lists(st.sampled_from(WORDS + NUMBERS + ODD), max_size=12).map(" ".join)
references = st.sampled_from(
    [None, "2014-06-18", "2014-06", "2014", "2012-02-29", "1989-12-31T10:00", "garbage"]
)


@settings(max_examples=400, deadline=None)
@given(texts | st.text(max_size=60), references, st.booleans())
def test_reading_is_total_and_sound(text: str, reference: str | None, upper: bool) -> None:
    text = text.upper() if upper else text
    for one in find_times(text, sentences(text, PACK), PACK, reference=reference):
        assert text[one.start : one.end] == one.text
        assert one.type in {"DATE", "TIME", "DURATION", "SET"}
        assert one.timex
        assert (one.edtf is None) == (one.precision is None)
        if one.edtf is not None:
            parse_edtf(one.edtf)


@settings(max_examples=100, deadline=None)
@given(texts)
def test_a_text_without_a_date_resolves_only_what_is_written(text: str) -> None:
    """Nothing is a date without a number in it: digits, or a year or century in words ("nineteen sixty")."""
    for one in find_times(text, sentences(text, PACK), PACK, reference=None):
        if one.edtf is not None:
            words = one.text.lower().split()
            century = words[-1].startswith("centur") and words[-2].endswith(("th", "st", "nd", "rd", "first"))
            assert any(map(str.isdigit, text)) or TENS.intersection(words) or century
