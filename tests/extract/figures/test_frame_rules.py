"""Each rule of the figures stage: an example that must match and one that must not."""

import pytest
from figures_examples import read, told

MATCHES = [
    ("counted-noun", "The hospital at Ota counted 14 deaths.", [("14", "killed")]),
    ("number-state", "The flood left 14 dead and 31 injured.", [("14", "killed"), ("31", "injured")]),
    ("attributive-state", "Divers sought two missing sailors.", [("two", "missing")]),
    ("harm-of", "The deaths of 14 divers shook Ota.", [("14", "killed")]),
    ("possessive-harm", "Police are looking into Ana Rivas's death.", [("Ana Rivas", "killed")]),
    ("injuries-had", "Three divers received burn injuries.", [("Three", "injured")]),
    ("inverted", "Also killed were two divers.", [("two", "killed")]),
    ("causative", "The flood forced 900 people to flee.", [("900", "displaced")]),
    ("active-object", "The blast killed 14 divers.", [("14", "killed")]),
    ("passive-subject", "Fourteen divers were killed.", [("Fourteen", "killed")]),
    ("announced-after", "They were driven out: 900 people.", [("900", "displaced")]),
    ("phrase-state", "The storm left 14 divers dead.", [("14", "killed")]),
    ("copular-state", "Fourteen divers are still missing.", [("Fourteen", "missing")]),
    ("intransitive-subject", "Fourteen divers died.", [("Fourteen", "killed")]),
    ("in-shelter", "Some 900 people were in 12 relief camps.", [("900", "displaced")]),
    ("label-number", "Deaths: 14", [("14", "killed")]),
    ("table-row", "Houses damaged 204", [("204", "damaged")]),
    ("toll-number", "The death toll rose to 61.", [("61", "killed")]),
    ("part", "The blast killed 14 people, including three nurses.", [("14", "killed"), ("three", "killed")]),
    ("copular-part", "The blast killed 14 people. Nine were women.", [("14", "killed"), ("Nine", "killed")]),
    (
        "gapped-place",
        "Ten people died in the north, nine in the south and four in the hills.",
        [("Ten", "killed"), ("nine", "killed"), ("four", "killed")],
    ),
]
NOTHING = [
    ("counted-noun", "The court heard 14 murder cases."),
    ("number-state", "The wall is 14 m long and dead straight."),
    ("attributive-state", "Two dead batteries were replaced."),
    ("harm-of", "The killing of 40 sheep was blamed on dogs."),
    ("possessive-harm", "The year's death rate fell."),
    ("injuries-had", "Three divers received burn cream."),
    ("inverted", "Lost were two hours."),
    ("causative", "The rain forced 22 players to wait."),
    ("active-object", "The keeper killed 14 minutes."),
    ("passive-subject", "Fourteen goals were scored."),
    ("announced-after", "They were forced to wait: 900 seconds."),
    ("phrase-state", "The hall has 14 doors, dead bolts and a bell."),
    ("copular-state", "Three pages are still missing."),
    ("intransitive-subject", "Fourteen cows died."),
    ("in-shelter", "The council opened 14 relief camps."),
    ("label-number", "Rooms: 14"),
    ("table-row", "Rooms cleaned 14"),
    ("toll-number", "The bell tolled at 14."),
    ("part", "The menu has 14 dishes, including three soups."),
    ("copular-part", "The choir has 14 voices. Nine were altos."),
    ("gapped-place", "It rained ten days in the north, nine in the south."),
    ("negated", "The 14 divers were not hurt."),
    ("few who flee", "Two men fled."),
    ("forces", "About 400 soldiers marched."),
]


@pytest.mark.parametrize(("rule", "text", "expected"), MATCHES, ids=[row[0] for row in MATCHES])
def test_a_rule_finds_its_example(rule: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected
    assert any(rule in figure.rules for figure in read(text))


@pytest.mark.parametrize(("rule", "text"), NOTHING, ids=[row[0] for row in NOTHING])
def test_a_counter_example_yields_nothing(rule: str, text: str) -> None:
    assert told(text) == []
