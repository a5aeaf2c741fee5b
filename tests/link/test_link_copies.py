"""Copies and relays of one dispatch count once; independent accounts count each."""

from dispatches import expected, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from link_examples import BRIDGE, MARKET, Text, linked, report_of
from recuento.link import group_of_report, independent
from recuento.link.origins import origin_of, outlet_codes

ENOUGH = 33


def right(told: dict[str, str], wanted: dict[str, str]) -> int:
    """How many reports stand with exactly the reports that they should stand with."""
    count = 0
    for name in wanted:
        group = {other for other in wanted if told.get(other, other) == told.get(name, name)}
        count += group == {other for other in wanted if wanted[other] == wanted[name]}
    return count


def test_groups_of_dependent_accounts_are_right() -> None:
    told = group_of_report(linked(texts()).copies)
    assert right(told, expected()) >= ENOUGH


def test_every_group_tells_its_evidence() -> None:
    for group in linked(texts()).copies:
        assert len(group.evidence) >= len(group.reports) - 1
        assert all(one.evidence and {one.left, one.right} <= set(group.reports) for one in group.evidence)


def test_a_relay_names_its_origin() -> None:
    relay = report_of(Text("a", "2031-05-16", "Nine people died in Dessa, Reuters reported on Sunday."))
    origin = origin_of(relay, {})
    assert origin is not None
    assert (origin.name, origin.kind) == ("reuters", "relayed")
    assert origin_of(report_of(Text("a", "2031-05-16", "The reporter walked to Dessa.")), {}) is None


def test_a_mark_is_of_an_agency_alone() -> None:
    marked = report_of(Text("a", "2031-05-16", "DESSA (EFE) - Nine people died on Sunday."))
    origin = origin_of(marked, {})
    assert origin is not None
    assert (origin.name, origin.kind) == ("efe", "syndicated")
    assert origin_of(report_of(Text("a", "2031-05-16", "DESSA (ABC) - Nine people died.")), {}) is None


def test_an_outlet_is_known_by_its_name() -> None:
    own = report_of(Text("a", "2031-05-16", "Nine died.", "The Dessa Courier"))
    assert outlet_codes([own]) == {"dessa courier": "The Dessa Courier"}


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(BRIDGE + MARKET), st.booleans())
def test_an_identical_copy_changes_no_count_of_independent_accounts(text: Text, same_day: bool) -> None:
    all_texts = BRIDGE + MARKET
    copy = Text(f"{text.id}-again", text.published if same_day else "2031-05-20", text.words)
    counts = []
    for given_texts in (all_texts, [*all_texts, copy]):
        made = linked(given_texts)
        groups = group_of_report(made.copies)
        counts.append(
            sorted(independent(one.reports, groups) for one in made.incidents if one.role == "main")
        )
    assert counts[0] == counts[1]
