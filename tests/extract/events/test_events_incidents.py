"""Incidents: each rule with what must match and what must not, the choice of type, one claim an incident."""

import pytest
from events_examples import incidents

TYPES = [
    ("Warplanes attacked the village of Orsa on Monday.", "air_strike"),
    ("An aerial bombardment of Orsa began on Monday.", "air_strike"),
    ("A drone strike on a market in Orsa killed a boy.", "drone_strike"),
    ("Rebels shelled Orsa on Monday.", "shelling"),
    ("The rebels fired rockets; the attack on the village of Orsa lasted an hour.", "shelling"),
    ("A car bombing in Orsa on Monday left two dead.", "bombing"),
    ("A bomb exploded in Orsa on Monday.", "bombing"),
    ("Rebels attacked an army post near Orsa on Monday.", "armed_clash"),
    ("Soldiers clashed with rebels in Orsa on Monday.", "armed_clash"),
    ("Gunmen attacked civilians in Orsa on Monday.", "attack_on_civilians"),
    ("Guerrillas killed four farmers in Orsa on Monday.", "attack_on_civilians"),
    ("The mayor of Orsa was assassinated on Monday.", "assassination"),
    ("Militiamen massacred villagers in Orsa on Monday.", "massacre"),
    ("Troops made a new attack on the Orsa camp on Monday.", "raid"),
    ("The army invaded the town of Orsa on Monday.", "raid"),
    ("Rebels kidnapped two nurses in Orsa on Monday.", "abduction"),
    ("Police arrested nine students in Orsa on Monday.", "arrest"),
    ("Soldiers demolished three houses in Orsa on Monday.", "property_destruction"),
    ("The police evicted forty families in Orsa on Monday.", "forced_displacement"),
    ("Rebels cut off the water supply of Orsa on Monday.", "siege_denial"),
    ("The army prevented ambulances from reaching Orsa.", "siege_denial"),
    ("Nurses marched in Orsa on Monday to demand higher wages.", "protest"),
    ("Miners went on strike in Orsa on Monday.", "strike"),
    ("Police fired tear gas at demonstrators in Orsa on Monday.", "protest_repressed"),
    ("Inmates rioted in Orsa on Monday.", "riot"),
    ("A strong earthquake struck Orsa on Monday.", "disaster"),
    ("A bus overturned near Orsa on Monday.", "accident"),
    ("A man was stabbed in Orsa on Monday.", "crime"),
]

NOTHING = [
    "He had a heart attack in Orsa on Monday.",  # a word of an incident inside another
    "The army did not attack the village of Orsa on Monday.",  # denied
    "Rebels could attack the village of Orsa on Monday.",  # not told as having been
    "The plan to prevent attacks on Orsa was signed on Monday.",
    "There is a risk of a bombing in Orsa on Monday.",
    "The anniversary of the massacre was kept in Orsa on Monday.",  # the occasion of something else
    "Attack helicopters were sold in Orsa on Monday.",  # the noun modifies the next
    "Relatives gathered in Orsa on Monday.",  # no cause of a protest
    "The singer in Orsa was cut off by the host on Monday.",
    "They will hold a general strike in Orsa on Monday.",  # foretold
    "Nine households were displaced in Orsa on Monday.",  # by nobody, so perhaps by water
    "They came to protest in Orsa on Monday.",  # a verb
    "War is terrible, and so are attacks.",  # nothing says that one took place
    "Nothing has been the same since the attack.",  # it only dates something else
]


@pytest.mark.parametrize(("text", "kind"), TYPES)
def test_type_is_chosen_by_the_words(text: str, kind: str) -> None:
    assert [claim.incident_type for claim in incidents(text, "Orsa")] == [kind]


@pytest.mark.parametrize("text", NOTHING)
def test_no_incident(text: str) -> None:
    assert incidents(text, "Orsa") == []


RULES = [
    ("Troops destroyed two houses.", "incident-verb-active", "Troops destroyed two houses"),
    (
        "Two houses were destroyed by troops.",
        "incident-verb-passive",
        "Two houses were destroyed by troops",
    ),
    (
        "Students marched for peace in Orsa.",
        "incident-verb-subject",
        "Students marched for peace in Orsa",
    ),
    (
        "They saw a new raid on the town of Orsa, by soldiers.",
        "incident-noun",
        "a new raid on the town of Orsa",
    ),
]


@pytest.mark.parametrize(("text", "rule", "quote"), RULES)
def test_rule_and_span(text: str, rule: str, quote: str) -> None:
    (claim,) = incidents(text, "Orsa")
    assert claim.rules[0] == rule
    assert claim.quote == quote == text[claim.start : claim.end]


def test_span_ends_where_the_next_clause_begins() -> None:
    (claim,) = incidents("They destroyed bridges, shops and the old school, where the children ate.")
    assert claim.quote == "They destroyed bridges, shops and the old school"


def test_subject_is_a_list() -> None:
    (claim,) = incidents(
        "Nurses, drivers and teachers in solidarity with the miners gathered in Orsa.", "Orsa"
    )
    assert claim.quote.startswith("Nurses, drivers")


def test_when_and_where() -> None:
    (claim,) = incidents("Rebels attacked a market in Orsa on 3 March 2021.", "Orsa")
    assert (claim.when, claim.place and claim.place.name) == ("2021-03-03", "Orsa")


def test_interval_of_two_days() -> None:
    (claim,) = incidents("On 3 and 4 March, soldiers made new attacks on the Orsa camp.", "Orsa")
    assert claim.when == "2021-03-03/2021-03-04"


def test_place_is_not_the_doer() -> None:
    (claim,) = incidents(
        "All power lines of the town were cut off by Brava after the talks in Orsa.", "Orsa", "Brava"
    )
    assert claim.place is not None
    assert claim.place.name == "Orsa"
    assert claim.actor is not None
    assert claim.actor.name == "Brava"


def test_place_of_the_passage() -> None:
    text = "Thousands live in Orsa. The supply of gas and power was cut off."
    assert [claim.place and claim.place.name for claim in incidents(text, "Orsa")] == ["Orsa"]


def test_place_and_day_of_the_opening() -> None:
    text = "A choir sang on 9 March 2021 in Orsa.\n\nWorkers in solidarity with the nurses gathered there."
    (claim,) = incidents(text, "Orsa")
    assert (claim.when, claim.place and claim.place.name) == ("2021-03-09", "Orsa")


def test_pronoun_takes_the_doer_before_it() -> None:
    text = "The rebel forces invaded the town of Orsa on Monday. They destroyed two schools."
    claims = incidents(text, "Orsa")
    assert [claim.actor and claim.actor.name for claim in claims] == ["rebel forces", "rebel forces"]


def test_pronoun_without_a_doer_before_it_names_nobody() -> None:
    (claim,) = incidents("They destroyed two schools.")
    assert claim.actor is None


def test_organiser_is_named() -> None:
    (claim,) = incidents("A protest organised by the Dock Union began in Orsa on Monday.", "Orsa")
    assert claim.organiser is not None
    assert (claim.organiser.name, claim.organiser.kind) == ("the Dock Union", "organiser")


def test_organiser_is_who_signs() -> None:
    text = "Workers marched for peace in Orsa.\n\nFrom Harbour Action we thank all."
    (claim,) = incidents(text, "Orsa")
    assert claim.organiser is not None
    assert claim.organiser.name == "Harbour Action"


def test_denied_and_alleged_incidents_keep_their_modality() -> None:
    (claim,) = incidents("The army denied that soldiers demolished three houses in Orsa.", "Orsa")
    assert claim.modality == "denied"


def test_told_once() -> None:
    text = (
        "Rebels attacked a market in Orsa on Monday.\n\nThe attack on the market in Orsa left two dead. "
        "Rebels attacked the market in Orsa."
    )
    assert len(incidents(text, "Orsa")) == 1


def test_other_day_is_another_incident() -> None:
    text = (
        "Rebels attacked a market in Orsa on 3 March 2021. Rebels attacked a market in Orsa on 5 March 2021."
    )
    assert [claim.when for claim in incidents(text, "Orsa")] == ["2021-03-03", "2021-03-05"]


def test_other_place_is_another_incident() -> None:
    text = "Rebels attacked a market in Orsa. Rebels attacked a market in Brava."
    assert [claim.place and claim.place.name for claim in incidents(text, "Orsa", "Brava")] == [
        "Orsa",
        "Brava",
    ]


def test_crime_is_told_by_its_main_mention_only() -> None:
    text = "A man was stabbed in Orsa on Monday. A woman was robbed in Brava on Friday."
    assert len(incidents(text, "Orsa", "Brava")) == 1


def test_a_hazard_destroys_no_property() -> None:
    assert [
        claim.incident_type for claim in incidents("Floods destroyed two houses in Orsa on Monday.", "Orsa")
    ] == ["disaster"]


def test_even_handed() -> None:
    def shape(one: str, other: str) -> list[tuple[object, ...]]:
        text = f"{one} troops attacked the {other} town of Orsa. {other} rebels destroyed two schools."
        found = incidents(text, "Orsa")
        return [
            (c.incident_type, c.rules, c.confidence, c.quote.replace(one, "A").replace(other, "B"))
            for c in found
        ]

    assert len(shape("Norlandic", "Sudlandic")) == 2
    assert shape("Norlandic", "Sudlandic") == shape("Sudlandic", "Norlandic")


def test_same_report_same_ids() -> None:
    text = "Rebels attacked a market in Orsa on Monday."
    assert incidents(text, "Orsa") == incidents(text, "Orsa")


def test_capitals_and_wrapped_lines() -> None:
    (claim,) = incidents("GUERRILLAS KIDNAPPED TWO\nNURSES IN ORSA ON MONDAY.", "ORSA")
    assert claim.incident_type == "abduction"


def test_letters_that_grow_in_lower_case_keep_offsets() -> None:
    text = "İİİ saw it. Troops destroyed two houses."
    (claim,) = incidents(text)
    assert claim.quote == text[claim.start : claim.end] == "Troops destroyed two houses"
