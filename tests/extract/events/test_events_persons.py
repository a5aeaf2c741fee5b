"""Persons: victims and detainees that the report names, and nobody else."""

import pytest
from events_examples import persons

from recuento.model import Figure

FOUND = [
    ("The dead man was identified as Tomas Orel.", ["Tomas Orel"], "victim", "person-identified"),
    ("Tomas Orel, 32, was killed in the square.", ["Tomas Orel"], "victim", "person-harmed"),
    ("Dr. Ana Prez was arrested at noon.", ["Ana Prez"], "detainee", "person-harmed"),
    ("Ana Prez was kidnapped at noon.", ["Ana Prez"], "abductee", "person-harmed"),
    ("Ana Prez went missing at noon.", ["Ana Prez"], "missing", "person-harmed"),
    (
        "The prisoners are held in the dark. So went the case of Ana Prez, and Tomas Orel and Ion Dale.",
        ["Ana Prez", "Tomas Orel", "Ion Dale"],
        "detainee",
        "person-named-case",
    ),
]

NOTHING = [
    "Ana Prez, the mayor, said nine were killed.",  # who speaks is not told of
    "The suspect was identified as Tomas Orel.",  # an accused person is no victim
    "So went the case of Ana Prez, who sang.",  # nothing tells of a harm
    "The Orsa Police Department was killed off by cuts.",
    "A farmer was killed at noon.",  # no name
]


@pytest.mark.parametrize(("text", "names", "role", "rule"), FOUND)
def test_named(text: str, names: list[str], role: str, rule: str) -> None:
    found = persons(text)
    assert [claim.name for claim in found] == names
    assert {(claim.role, claim.rules) for claim in found} == {(role, (rule,))}


@pytest.mark.parametrize("text", NOTHING)
def test_nobody(text: str) -> None:
    assert persons(text) == []


def implied(text: str, number: str, measure: str) -> Figure:
    """A figure that is only implied by a name."""
    start = text.index(number)
    return Figure(
        id="f",
        report="made-up",
        start=start,
        end=start + len(number),
        number=number,
        explicit=False,
        quote=text,
        quote_start=0,
        quote_end=len(text),
        measure=measure,
        low=1,
        high=1,
        qualifier="exactly",
        unit="person",
    )


def test_a_name_that_implies_a_figure() -> None:
    text = "They mourn Ana Prez, a nurse who lost her life."
    (claim,) = persons(text, [implied(text, "Ana Prez", "killed")])
    assert (claim.name, claim.role, claim.rules) == ("Ana Prez", "victim", ("person-of-figure",))


def test_a_figure_without_a_name_is_nobody() -> None:
    text = "They mourn a nurse who lost her life."
    assert persons(text, [implied(text, "a nurse", "killed")]) == []


def test_each_name_once() -> None:
    assert len(persons("Ana Maria Prez was killed. Ana Prez was shot at noon.")) == 1
