from hypothesis import given
from hypothesis import strategies as st

from recuento.model import Claim, Figure, IncidentAccount
from recuento.tally import METHODS, Reckoning, TallyRow, Total, incident_lines, tally, totals
from tally_examples import QUALIFIERS, TOWN, figure, gather, incident, report

RAID = incident("i1", "raid", when="2021-06-03", place=TOWN)


def rows_of(*figures: Figure, outlet: str | None = None) -> tuple[TallyRow, ...]:
    claims: list[Claim] = [RAID, *figures]
    account = gather([report()], claims)[0]
    return tally(account, claims, reports=[report(outlet=outlet)])


def total_of(*figures: Figure) -> Total:
    return totals(rows_of(*figures))[0]


def test_a_row_holds_a_source_with_its_exact_words() -> None:
    rows = rows_of(figure("a", 7, by="Town hospital", quote="7 people were killed"), figure("b", 9, start=60))
    assert [(row.source, row.low, row.high) for row in rows] == [
        ("Town hospital", 7, 7),
        ("the writer", 9, 9),
    ]
    assert rows[0].figures[0].quote == "7 people were killed"


def test_the_outlet_speaks_where_nobody_is_named() -> None:
    assert rows_of(figure("a", 7), outlet="The Courier")[0].source == "The Courier"


def test_parts_stand_under_their_whole_and_are_not_added() -> None:
    rows = rows_of(figure("a", 7), figure("b", 3, start=20, subset_of="a", facets={"age": "child"}))
    assert len(rows) == 1
    assert rows[0].high == 7
    assert [part.claim for part in rows[0].figures[0].parts] == ["b"]


def test_parts_in_a_circle_are_still_listed() -> None:
    rows = rows_of(figure("a", 7, subset_of="b"), figure("b", 7, start=20, subset_of="a"))
    assert {one.claim for row in rows for one in row.figures} == {"a", "b"}


def test_a_restatement_counts_once() -> None:
    rows = rows_of(figure("a", 7), figure("b", 7, start=80, same_as="a"))
    assert [(one.claim, one.restated) for one in rows[0].figures] == [("a", ("b",))]


def test_what_is_denied_or_feared_is_listed_and_not_counted() -> None:
    for modality in ("denied", "feared", "threatened", "retracted"):
        row = rows_of(figure("a", 7), figure("b", 500, start=80, modality=modality))[0]
        assert (row.low, row.high) == (7, 7)
        assert [one.counted for one in row.figures] == [True, False]


def test_an_open_bound_leaves_its_row_open() -> None:
    row = rows_of(
        figure("a", 100, None, qualifier="more_than"), figure("b", 300, start=80, qualifier="about")
    )[0]
    assert (row.low, row.high) == (100, None)


def test_unlike_things_are_never_pooled() -> None:
    claims = [
        figure("a", 7),
        figure("b", 12, measure="casualties", start=10),
        figure("c", 40, unit="household", measure="displaced", start=20),
        figure("d", 90, measure="displaced", start=30),
        figure("e", 3, measure="destroyed", unit="house", start=40),
        figure("f", 2, measure="destroyed", unit="vehicle", start=50),
    ]
    made = totals(rows_of(*claims))
    assert {(total.measure, total.unit, total.low, total.high) for total in made} == {
        ("killed", "person", 7, 7),
        ("casualties", "person", 12, 12),
        ("displaced", "household", 40, 40),
        ("displaced", "person", 90, 90),
        ("destroyed", "house", 3, 3),
        ("destroyed", "vehicle", 2, 2),
    }


def test_a_bound_that_holds_a_stated_number_leaves_the_total_closed() -> None:
    total = total_of(
        figure("a", 100, None, qualifier="more_than"),
        figure("b", 300, start=80, qualifier="about", by="Town hospital"),
    )
    assert (total.low, total.best, total.high) == (100, 300, 300)
    assert total_of(figure("a", 100, None, qualifier="more_than")).high is None
    broken = total_of(figure("a", 100, None, qualifier="more_than"), figure("b", 60, start=80, by="Mayor"))
    assert (broken.low, broken.high) == (60, None)


def test_a_total_counts_everybody_before_groups_and_single_victims() -> None:
    total = total_of(
        figure("a", 5),
        figure("b", 2, start=20, facets={"age": "child"}),
        figure("c", 1, start=40, explicit=False, facets={"sex": "female", "age": "adult"}),
    )
    assert (total.low, total.best, total.high, total.method) == (5, 5, 5, "stated_whole")


def test_a_group_larger_than_the_whole_widens_the_range() -> None:
    assert total_of(figure("a", 3), figure("b", 12, start=20, facets={"role": "student"})).high == 12


def test_single_victims_make_a_range_where_no_total_is_told() -> None:
    total = total_of(
        figure("a", 2, facets={"sex": "male", "age": "adult"}), figure("b", 1, start=20, explicit=False)
    )
    assert (total.low, total.best, total.high, total.method) == (2, 3, 3, "victims_told")


def test_two_peoples_are_two_groups_and_one_is_everybody() -> None:
    two = total_of(figure("a", 30, group="Xanthians"), figure("b", 20, start=20, group="Yorvians"))
    assert (two.low, two.high, two.method) == (30, 50, "victims_told")
    one = total_of(figure("a", 30, group="Xanthians"), figure("b", 28, start=20, by="Mayor"))
    assert (one.low, one.high, one.method) == (28, 30, "stated_whole")


def test_the_best_value_is_the_most_specific_exact_one() -> None:
    total = total_of(
        figure("a", 30, qualifier="about"),
        figure("b", 27, start=20, by="Town hospital"),
        figure("c", 20, 99, start=60, qualifier="vague"),
    )
    assert total.best == 27


def test_incident_lines_have_the_fields_of_the_contract() -> None:
    claims = [RAID, figure("a", 7), figure("b", 3, start=20, measure="destroyed", unit="house")]
    line = incident_lines(gather([report()], claims), claims, Reckoning([report()]))[0]
    named = ["id", "incident_type", "when", "place", "reports", "claims", "tally", "differences"]
    assert list(line) == [*named, "independent", "role", "part_of", "accounts"]
    assert line["tally"] == {
        "destroyed:house": {"low": 3, "best": 3, "high": 3, "sources": ["the writer"]},
        "killed": {"low": 7, "best": 7, "high": 7, "sources": ["the writer"]},
    }


@st.composite
def figures(draw: st.DrawFn, identifier: str) -> Figure:
    low = draw(st.integers(0, 500))
    high = draw(st.none() | st.integers(low, 900))
    fields = {
        "measure": draw(st.sampled_from(["killed", "injured", "casualties"])),
        "by": draw(st.sampled_from([None, "Town hospital", "Mayor"])),
        "modality": draw(st.sampled_from(["asserted", "denied", "feared"])),
        "facets": draw(st.sampled_from([{}, {"age": "child"}])),
        "explicit": draw(st.booleans()),
    }
    return figure(identifier, low, high, qualifier=draw(st.sampled_from(QUALIFIERS)), **fields)


several = st.integers(1, 6).flatmap(lambda n: st.tuples(*(figures(f"f{k}") for k in range(n))))


@given(several)
def test_a_row_is_as_wide_as_its_counted_figures(drawn: tuple[Figure, ...]) -> None:
    for row in rows_of(*drawn):
        for one in row.figures:
            if one.counted:
                assert row.high is None or (one.high is not None and one.high <= row.high)
                assert row.low is None or (one.low is not None and one.low >= row.low)


@given(several)
def test_a_total_has_its_best_inside_its_range(drawn: tuple[Figure, ...]) -> None:
    for total in totals(rows_of(*drawn)):
        if total.best is not None:
            assert total.low is None or total.low <= total.best
            assert total.high is None or total.best <= total.high


@given(several.flatmap(lambda drawn: st.tuples(st.just(drawn), st.permutations(drawn))))
def test_the_order_of_claims_changes_no_row(drawn: tuple[tuple[Figure, ...], list[Figure]]) -> None:
    assert rows_of(*drawn[0]) == rows_of(*drawn[1])


def said(*figures: Figure, method: str = "latest") -> Total:
    """The total of figures of two reports, the second published later."""
    reports = [report(published="2021-06-04"), report("two", published="2021-06-06")]
    claims: list[Claim] = [RAID, *figures]
    held = IncidentAccount(
        id="a",
        role="main",
        incident_type="raid",
        when=None,
        place=None,
        reports=("one", "two"),
        claims=tuple(claim.id for claim in claims),
    )
    return totals(tally(held, claims, reports=reports), method=method)[0]


def test_methods_choose_the_best_value_and_leave_the_range() -> None:
    figures = (
        figure("a", 7, by="Mayor"),
        figure("b", 7, start=40, by="Town hospital"),
        figure("c", 9, report="two", by="Relief office"),
    )
    best = {method: said(*figures, method=method).best for method in METHODS}
    assert best == {"latest": 9, "majority": 7, "conservative": 7, "ucdp": 7}
    assert {
        (said(*figures, method=method).low, said(*figures, method=method).high) for method in METHODS
    } == {(7, 9)}


def test_who_was_hit_and_died_is_not_injured() -> None:
    hit = figure("a", 1, measure="injured", explicit=False, group="girl", quote="a girl was shot", number="a")
    dead = figure("b", 1, start=40, explicit=False, group="girl", quote="the girl died", number="the girl")
    hurt = figure("c", 1, start=80, measure="injured", explicit=False, group="boy", quote="a boy was wounded")
    made = {total.measure: (total.low, total.high) for total in totals(rows_of(hit, dead))}
    assert made == {"killed": (1, 1), "injured": (None, None)}
    assert {t.measure: t.high for t in totals(rows_of(hit, dead, hurt))} == {"killed": 1, "injured": 1}


def test_of_those_shot_the_dead_are_taken_away() -> None:
    shot = figure("a", 5, measure="injured", quote="five people were shot", number="five")
    dead = figure("b", 2, start=40)
    hurt = figure("c", 3, start=80, measure="injured", quote="three were wounded", number="three")
    assert {t.measure: (t.low, t.high) for t in totals(rows_of(shot, dead))}["injured"] == (3, 5)
    assert {t.measure: (t.low, t.high) for t in totals(rows_of(shot, dead, hurt))}["injured"] == (3, 3)
    assert totals(rows_of(shot))[0].high == 5


def test_a_word_that_another_source_makes_narrower_widens_nothing() -> None:
    several = figure("a", 3, 9, qualifier="vague", quote="several people were killed", number="several")
    total = total_of(several, figure("b", 5, start=60, by="Mayor"))
    assert (total.low, total.high) == (5, 5)


def test_no_one_else_is_no_zero() -> None:
    total = total_of(figure("a", 4), figure("b", 0, start=60, by="Mayor", quote="no one else was killed"))
    assert (total.low, total.high) == (4, 4)


def test_some_of_the_wounded_make_no_range_beside_a_whole() -> None:
    whole = figure("a", 11)
    died = figure("b", 3, start=60, number="three", quote="three of the wounded died", group="the wounded")
    assert [total_of(whole, died).low, total_of(whole, died).high] == [11, 11]
    assert (total_of(died).low, total_of(died).high) == (3, 3)  # all that is told
    more = figure("c", 2, start=90, by="Mayor")
    assert (total_of(more, died).low, total_of(more, died).high) == (2, 3)  # more than every whole


def test_some_of_a_group_that_is_not_told_as_harmed_count_all_who_were() -> None:
    whole = figure("a", 11)
    for quote, group in (("three of the people died", "the people"), ("the three wounded died", "wounded")):
        said = figure("b", 3, start=60, by="Mayor", number="three", quote=quote, group=group)
        assert (total_of(whole, said).low, total_of(whole, said).high) == (3, 11)
