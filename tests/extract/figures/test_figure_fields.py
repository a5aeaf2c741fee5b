"""Fields of a figure: parts, restatements, modality, scope, as-of dates, actors, groups."""

import pytest
from figures_examples import one, read, told

SCOPES = [
    ("scope-default", "The blast killed 14 people.", "incident"),
    ("scope-cumulative", "So far, 14 people have been killed.", "cumulative"),
    ("scope-state", "Fourteen divers are still missing.", "stock"),
    ("scope-stock-noun", "There are 4900 prisoners in the jail.", "stock"),
    ("scope-lasting-event", "The war has killed 12,000 people.", "cumulative"),
    ("scope-label", "Deaths: 14", "cumulative"),
    ("scope-toll", "The death toll rose to 61.", "cumulative"),
    ("scope-toll-of-event", "The death toll in the blast was 12.", "incident"),
]
MODALITIES = [
    ("asserted", "The blast killed 14 people."),
    ("denied", "The army denied that it killed 14 people."),
    ("feared", "Fourteen people may have been killed."),
    ("threatened", "The group threatened to kill 14 people."),
    ("alleged", "The guards allegedly killed 14 people."),
]


@pytest.mark.parametrize(("rule", "text", "scope"), SCOPES, ids=[row[0] for row in SCOPES])
def test_a_scope_and_its_rule(rule: str, text: str, scope: str) -> None:
    figure = one(text)
    assert (figure.scope, rule in figure.rules) == (scope, True)


@pytest.mark.parametrize(("modality", "text"), MODALITIES, ids=[row[0] for row in MODALITIES])
def test_a_modality(modality: str, text: str) -> None:
    assert one(text).modality == modality


def test_what_would_have_happened_is_no_figure() -> None:
    assert told("Fourteen people would have died.") == []


def test_a_part_points_to_its_whole() -> None:
    whole, part = read("The blast killed 14 people, including three nurses.")
    assert (whole.subset_of, part.subset_of) == (None, whole.id)
    assert part.facets["role"] == "healthcare"


def test_a_larger_number_is_no_part() -> None:
    assert all(f.subset_of is None for f in read("The blast killed 14 people, including 30 nurses."))


def test_the_same_fact_told_again_points_to_the_first() -> None:
    first, again = read(
        "A blast at the port killed 14 people on Monday. The 14 people killed were buried today."
    )
    assert again.same_as == first.id
    assert "restated" in again.rules


def test_a_small_number_is_no_restatement_on_its_own() -> None:
    figures = read("A fire killed two people on 3 May. A flood killed two people on 9 May.")
    assert [figure.same_as for figure in figures] == [None, None]


def test_a_running_toll_without_a_day_is_as_of_the_report() -> None:
    figure = one("The toll now stands at 61 dead.")
    assert (figure.when, "as-of-publication" in figure.rules) == ("2024-05-14", True)
    assert one("The toll now stands at 61 dead.", published=None).when is None


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Rebels killed 14 people.", "Rebels"),
        ("Fourteen people were killed by soldiers.", "soldiers"),
        ("The blast killed 14 people.", None),
        ("A police raid killed 14 people.", "police"),
        ("An altercation left 14 people dead.", None),
        ("This time killed 14 people.", None),
        ("A man from the nightclub killed 14 people.", "A man"),
    ],
)
def test_the_actor_is_who_did_it_and_no_event(text: str, actor: str | None) -> None:
    found = one(text).actor
    assert (found.name if found else None) == actor


def test_group_facets_and_unit() -> None:
    figure = one("The blast killed 14 local children.")
    assert (figure.group, figure.unit) == ("local children", "person")
    assert figure.facets == {"age": "child", "status": "unknown"}
    assert one("The storm destroyed 40 houses.").facets == {}


def test_units_of_a_number_alone_are_those_before_it() -> None:
    assert [f.unit for f in read("The storm destroyed 40 houses and damaged 60.")] == ["house", "house"]


def test_a_share_of_a_told_whole_has_its_base() -> None:
    figure = one("Half of the 900 villagers were displaced.")
    assert figure.base is not None
    assert (figure.base.number, figure.low, figure.unit) == ("900", 450, "person")


def test_an_implied_victim_is_told_once() -> None:
    figures = read("A fisherman was killed at the pier. The fisherman was killed at dawn.")
    assert [(f.number, f.explicit, f.low) for f in figures] == [("A fisherman", False, 1)]


def test_two_named_victims_are_two() -> None:
    assert told("Ana Rivas and Juan Soto were killed.") == [("Ana Rivas", "killed"), ("Juan Soto", "killed")]


def test_a_time_well_before_the_report_s_own_makes_a_figure_background() -> None:
    now, before = read("A flood killed 14 people on Sunday. A flood in June 2004 killed 40 people.")
    assert (now.scope, now.when) == ("incident", "2024-05-12")
    assert (before.scope, "scope-old-time" in before.rules) == ("background", True)


def test_a_running_figure_of_a_place_is_part_of_that_of_its_country() -> None:
    total, part = read("So far 34 people have died in Peru. In Lima, 12 people have died so far.")
    assert (part.subset_of, "breakdown" in part.rules) == (total.id, True)


def test_a_figure_of_another_country_is_no_part() -> None:
    figures = read("So far 34 people have died in Peru. In Quito, 12 people have died so far.")
    assert [figure.subset_of for figure in figures] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        "Rosa Diaz, 34, ran the shop that was damaged.",
        "Two-year-old toys were destroyed.",
        "The court seized $14,000.",
        "Route 14 was closed when he died.",
    ],
)
def test_ages_money_and_references_are_no_counts(text: str) -> None:
    assert [f for f in read(text) if f.explicit] == []
