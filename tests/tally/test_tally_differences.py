from hypothesis import given
from hypothesis import strategies as st

from recuento.model import Claim, Figure, Report
from recuento.tally import Difference, differences
from tally_examples import QUALIFIERS, TOWN, figure, gather, incident, place, report

RAID = incident("i1", "raid", when="2021-06-03", place=TOWN)
HURT = {"measure": "injured"}
TOLL = {"scope": "cumulative", "place": TOWN}


def found(*figures: Figure, **options: bool) -> tuple[Difference, ...]:
    reports = [report(), report("two", published="2021-06-05")]
    return compared([RAID, *figures], reports, **options)


def compared(claims: list[Claim], reports: list[Report], **options: bool) -> tuple[Difference, ...]:
    return differences(claims, reports, accounts=gather(reports, claims), **options)


def relation(*figures: Figure) -> tuple[str, str] | None:
    differing = found(*figures)
    assert len(differing) <= 1
    return (differing[0].relation, differing[0].kind) if differing else None


def test_a_bound_does_not_contradict_a_number_inside_it() -> None:
    left = figure("a", 400, qualifier="about", by="Organisers", quote="about 400 hurt", **HURT)
    right = figure("b", 150, None, start=90, qualifier="more_than", quote="more than 150 hurt", **HURT)
    difference = found(left, right)[0]
    assert (difference.relation, difference.state) == ("bound_compatible", "open")
    assert (difference.left_speaker, difference.right_speaker) == ("Organisers", "the writer")
    assert (difference.left_quote, difference.right_quote) == ("about 400 hurt", "more than 150 hurt")
    assert difference.right_span == (90, 108)


def test_a_bound_that_a_number_breaks_differs() -> None:
    assert relation(figure("a", 90), figure("b", 150, None, start=90, qualifier="at_least")) == (
        "differs",
        "number",
    )


def test_the_same_number_is_listed_only_on_request() -> None:
    pair = figure("a", 7), figure("b", 7, start=90, by="Mayor")
    assert found(*pair) == ()
    assert [one.relation for one in found(*pair, include_agreeing=True)] == ["agrees"]


def test_approximations_of_one_number_agree() -> None:
    near = figure("a", 300, qualifier="about"), figure("b", 315, start=90, by="Mayor")
    far = figure("a", 300, qualifier="about"), figure("b", 450, start=90, by="Mayor")
    assert relation(*near) is None
    assert relation(*far) == ("differs", "number")


def test_words_for_different_states_are_different_definitions() -> None:
    fields = {"measure": "missing", "place": TOWN}
    left = figure("a", 60, by="Rescuers", scope="stock", quote="60 people buried", **fields)
    right = figure(
        "b", 400, start=40, scope="cumulative", qualifier="about", quote="about 400 missing", **fields
    )
    difference = found(left, right)[0]
    assert (difference.relation, difference.explanation) == ("different_definition", "different_definition")
    assert "possibly a part" in difference.reason


def test_words_for_one_state_are_not() -> None:
    left = figure("a", 60, by="Rescuers", measure="missing", quote="60 people disappeared")
    right = figure("b", 41, start=90, measure="missing", quote="41 missing")
    assert relation(left, right) == ("contradicts", "number")


def test_exact_numbers_of_one_time_contradict() -> None:
    assert relation(figure("a", 7, by="Mayor"), figure("b", 9, start=90)) == ("contradicts", "number")


def test_only_asserted_exact_numbers_contradict() -> None:
    other = figure("b", 9, start=90)
    assert relation(figure("a", 7, by="Mayor", modality="alleged"), other) == ("differs", "number")
    assert relation(figure("a", 7, by="Mayor", qualifier="about"), other) == ("differs", "number")


def test_one_source_with_two_numbers_differs() -> None:
    assert relation(figure("a", 7), figure("b", 9, start=90)) == ("differs", "number")


def test_single_victims_and_counts_of_some_are_not_compared() -> None:
    whole = figure("a", 7, by="Mayor")
    assert found(whole, figure("b", 1, start=90, explicit=False, quote="a driver was killed")) == ()
    for quote in ("2 others were killed", "2 of the visitors were killed", "another 2 were killed"):
        assert found(whole, figure("b", 2, start=90, quote=quote)) == ()
    assert len(found(whole, figure("b", 2, start=90, quote="2 were killed"))) == 1


def test_a_denial_differs_in_status() -> None:
    denied = figure("a", 7, by="Mayor", modality="denied")
    assert relation(denied, figure("b", 7, start=90)) == ("differs", "status")


def test_what_is_feared_is_not_compared() -> None:
    assert found(figure("a", 900, by="Mayor", modality="feared"), figure("b", 7, start=90)) == ()


def test_vague_words_made_exact_by_another_source_refine() -> None:
    vague = figure("a", 24, 99, qualifier="vague")
    assert relation(vague, figure("b", 37, start=90, by="Town hospital")) == ("refines", "number")
    assert relation(vague, figure("b", 37, start=90)) is None


def test_a_rounded_number_refines() -> None:
    assert relation(figure("a", 3000), figure("b", 3012, start=90, by="Mayor")) == ("refines", "number")
    assert relation(figure("a", 3000), figure("b", 3812, start=90, by="Mayor")) == ("contradicts", "number")


def test_a_group_may_be_a_part_unless_it_is_larger_than_the_whole() -> None:
    whole = figure("a", 40)
    children = {"facets": {"age": "child"}, "start": 90, "by": "Town hospital"}
    assert found(whole, figure("b", 11, **children)) == ()
    assert relation(whole, figure("b", 60, **children)) == ("differs", "group")


def test_different_groups_are_not_compared() -> None:
    left = figure("a", 40, facets={"status": "civilian"})
    assert found(left, figure("b", 7, start=90, by="Mayor", facets={"status": "combatant_state"})) == ()
    assert found(figure("a", 40, group="miners"), figure("b", 7, start=90, by="Mayor", group="drivers")) == ()


def test_the_name_of_a_people_is_no_group_within_the_whole() -> None:
    pair = figure("a", 40, group="Xanthians"), figure("b", 52, start=90, by="Mayor", group="people")
    assert relation(*pair) == ("contradicts", "number")


def test_parts_and_wholes_are_not_compared() -> None:
    assert found(figure("a", 40), figure("b", 7, start=90, by="Mayor", subset_of="a")) == ()


def test_parts_of_one_whole_are_not_compared() -> None:
    siblings = figure("b", 7, start=90, by="Mayor", subset_of="a"), figure("c", 9, start=180, subset_of="a")
    assert found(figure("a", 40), *siblings) == ()


def test_a_toll_without_a_place_is_of_the_other_in_its_report_only() -> None:
    placed, bare = figure("a", 120, **TOLL), figure("b", 155, start=90, by="Mayor", scope="cumulative")
    assert relation(placed, bare) == ("contradicts", "number")
    assert found(figure("a", 120, scope="cumulative"), bare) == ()
    assert found(placed, figure("b", 155, report="two", scope="cumulative")) == ()


def test_one_speaker_in_one_passage_counts_different_things() -> None:
    claims: list[Claim] = [RAID, figure("a", 7), figure("b", 9, start=40)]
    assert compared(claims, [report(text="x" * 200)]) == ()
    assert len(compared(claims, [report()])) == 1


def test_a_toll_that_grew_is_later() -> None:
    early = figure("a", 120, when="2021-06-10", **TOLL)
    assert relation(early, figure("b", 155, start=90, when="2021-06-20", **TOLL)) == ("later", "number")
    assert relation(early, figure("b", 101, start=90, when="2021-06-20", **TOLL)) == ("differs", "number")


def test_tolls_over_different_periods_are_different_definitions() -> None:
    year = figure("a", 120, when="2021", **TOLL)
    since = figure("b", 155, start=90, when="2021-06-01/2021-11-20", **TOLL)
    assert relation(year, since) == ("different_definition", "date")
    assert found(year, figure("b", 155, start=90, when="2023-06", **TOLL)) == ()


def test_tolls_of_other_places_and_incidents_are_not_compared() -> None:
    toll = figure("a", 120, **TOLL)
    elsewhere = figure("b", 155, start=90, scope="cumulative", place=place("Dorado", country="XB"))
    assert found(toll, elsewhere) == ()
    assert found(toll, figure("b", 7, start=90, when="2021-06-03", place=TOWN)) == ()


def test_a_later_report_of_one_incident_is_an_update() -> None:
    again = incident("i2", "raid", report="two", when="2021-06-03", place=TOWN)
    claims: list[Claim] = [RAID, again, figure("a", 7), figure("b", 9, report="two")]
    day = [report(published="2021-06-04"), report("two", published="2021-06-05")]
    same_day = [report(published="2021-06-05"), report("two", published="2021-06-05")]
    undated = [report(), report("two")]
    assert [one.relation for one in compared(claims, day)] == ["later"]
    assert [one.relation for one in compared(claims, same_day)] == ["contradicts"]
    assert [one.relation for one in compared(claims, undated)] == ["differs"]


@st.composite
def drawn(draw: st.DrawFn, identifier: str, start: int) -> Figure:
    low = draw(st.integers(0, 400))
    qualifier = draw(st.sampled_from(QUALIFIERS))
    high: int | None = low
    if qualifier in ("at_least", "more_than"):
        high = None
    if qualifier in ("between", "vague"):
        high = draw(st.integers(low, 800))
    fields = {
        "by": draw(st.sampled_from([None, "Mayor", "Organisers"])),
        "scope": draw(st.sampled_from(["incident", "cumulative", "stock"])),
        "modality": draw(st.sampled_from(["asserted", "alleged", "denied"])),
    }
    bottom = None if qualifier in ("up_to", "fewer_than") else low
    return figure(identifier, bottom, high, start=start, qualifier=qualifier, place=TOWN, **fields)


several = st.integers(2, 6).flatmap(lambda n: st.tuples(*(drawn(f"f{k}", 40 * k) for k in range(n))))


@given(several)
def test_no_contradiction_between_a_bound_and_a_figure_inside_it(held: tuple[Figure, ...]) -> None:
    by_id = {one.id: one for one in held}
    for difference in found(*held, include_agreeing=True):
        if difference.relation == "contradicts":
            left, right = by_id[difference.left], by_id[difference.right]
            assert left.qualifier == right.qualifier == "exactly"
            assert left.low != right.low


@given(several.flatmap(lambda held: st.tuples(st.just(held), st.permutations(held))))
def test_the_order_of_claims_changes_nothing(held: tuple[tuple[Figure, ...], list[Figure]]) -> None:
    assert found(*held[0]) == found(*held[1])


@given(several)
def test_exchanging_the_speakers_changes_only_the_speakers(held: tuple[Figure, ...]) -> None:
    names = {"Mayor": "Organisers", "Organisers": "Mayor"}
    exchanged = [
        figure(
            one.id,
            one.low,
            one.high,
            start=one.start,
            qualifier=one.qualifier,
            place=TOWN,
            scope=one.scope,
            modality=one.modality,
            by=names[one.attributed_to.name] if one.attributed_to else None,
        )
        for one in held
    ]
    before, after = found(*held), found(*exchanged)
    assert [(one.left, one.right, one.relation) for one in before] == [
        (o.left, o.right, o.relation) for o in after
    ]
