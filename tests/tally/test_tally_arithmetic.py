from hypothesis import given
from hypothesis import strategies as st

from recuento.tally import SLUGS, arithmetic, running_tolls
from tally_examples import TOWN, figure, place, report

TOLL = {"scope": "cumulative", "place": TOWN}


def slugs(*figures: object) -> list[str]:
    return [finding.slug for finding in arithmetic(figures, reports=[report(published="2021-06-05")])]  # type: ignore[arg-type]


def test_a_part_is_at_most_its_whole() -> None:
    whole = figure("a", 10)
    assert slugs(whole, figure("b", 11, subset_of="a")) == ["part-exceeds-whole"]
    assert slugs(whole, figure("b", 10, subset_of="a")) == []
    assert slugs(figure("a", 10, None, qualifier="at_least"), figure("b", 11, subset_of="a")) == []


def test_parts_that_exclude_each_other_add_up_to_at_most_their_whole() -> None:
    def parts(low: int, facet: str, values: tuple[str, str]) -> list[str]:
        held = [figure(v, low, start=k, subset_of="a", facets={facet: v}) for k, v in enumerate(values)]
        return slugs(figure("a", 10, start=90), *held)

    assert parts(6, "age", ("child", "adult")) == ["parts-exceed-whole"]
    assert parts(5, "age", ("child", "adult")) == []
    assert parts(6, "role", ("teacher", "protester")) == []


def test_parts_that_may_overlap_may_add_up_to_more() -> None:
    children = figure("b", 6, start=5, subset_of="a", facets={"age": "child"})
    women = figure("c", 6, start=9, subset_of="a", facets={"sex": "female"})
    assert slugs(figure("a", 10), children, women) == []


def test_a_part_counts_what_its_whole_counts() -> None:
    assert slugs(figure("a", 10), figure("b", 3, subset_of="a", measure="injured")) == [
        "part-of-another-measure"
    ]
    assert slugs(figure("a", 10, measure="casualties"), figure("b", 3, subset_of="a")) == []


def test_a_running_toll_does_not_fall() -> None:
    june = figure("a", 120, when="2021-06-10", **TOLL)
    assert slugs(june, figure("b", 110, start=9, when="2021-06-20", **TOLL)) == ["toll-falls"]
    assert slugs(june, figure("b", 130, start=9, when="2021-06-20", **TOLL)) == []
    assert slugs(june, figure("b", 110, start=9, when="2021-06-20", by="Mayor", **TOLL)) == []
    assert slugs(june, figure("b", 110, start=9, when="2021-06-20", scope="stock", place=TOWN)) == []


@given(st.integers(0, 50), st.lists(st.integers(0, 50), max_size=5))
def test_no_part_exceeds_its_whole_without_a_finding(whole: int, parts: list[int]) -> None:
    ages = ("child", "adult", "elderly", "infant", "youth")
    held = [figure(f"p{k}", n, start=k, subset_of="w", facets={"age": ages[k]}) for k, n in enumerate(parts)]
    told = set(slugs(figure("w", whole, start=90), *held))
    assert ("part-exceeds-whole" in told) == any(part > whole for part in parts)
    assert ("parts-exceed-whole" in told) == (len(parts) > 1 and sum(parts) > whole)
    assert told <= set(SLUGS)


REGION = place("Belmar", latitude=10.2, longitude=20.2, country="XA", precision="adm1")
EAST = place("Estra", latitude=10.6, longitude=20.6, country="XA", precision="settlement")


def test_places_add_up_to_at_most_their_total() -> None:
    day = {"when": "2021-06-03"}
    total, town = figure("a", 10, place=REGION, **day), figure("b", 6, start=20, place=TOWN, **day)
    assert slugs(total, town, figure("c", 5, start=40, place=EAST, **day)) == ["places-exceed-total"]
    assert slugs(total, town, figure("c", 4, start=40, place=EAST, **day)) == []
    assert slugs(total, town, figure("c", 5, start=40, place=EAST, when="2021-06-04")) == []


def test_days_add_up_to_at_most_what_the_toll_grew() -> None:
    june = figure("a", 120, when="2021-06-10", **TOLL)
    later = figure("b", 125, start=20, when="2021-06-12", **TOLL)
    days = [figure(f"d{n}", 4, start=40 + n, when=f"2021-06-{n}", place=TOWN) for n in (11, 12)]
    assert slugs(june, later, *days) == ["days-exceed-toll"]
    assert slugs(june, later, days[0]) == []
    assert slugs(june, later, figure("e", 9, start=60, when="2021-06-10", place=TOWN)) == []


def test_running_tolls_are_series_by_source() -> None:
    claims = [
        figure("b", 130, start=20, when="2021-06-20", **TOLL),
        figure("a", 120, when="2021-06-10", **TOLL),
        figure("c", 118, start=40, when="2021-06-10", by="Mayor", **TOLL),
        figure("d", 9, start=60, when="2021-06-10", place=TOWN),
        figure("e", 55, start=80, scope="stock", when="2021-06-10", place=TOWN),
    ]
    made = running_tolls(claims, [])
    assert {(one.source, one.scope): [point.claim for point in one.points] for one in made} == {
        ("Mayor", "cumulative"): ["c"],
        ("the writer", "cumulative"): ["a", "b"],
        ("the writer", "stock"): ["e"],
    }
