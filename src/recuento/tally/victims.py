"""Single victims who are told as hit and as dead: the dead are not injured as well."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from recuento.model import Figure, Report
from recuento.relations.figures import NOT_COUNTED
from recuento.tally.groups import facet_key
from recuento.tally.sources import language_of
from recuento.tally.words import states_named, tally_words

NUMBER = re.compile(r"\d{1,3}")
HIT = "hit"  # the state, among those of the pack, of which the dead may be
CAPITAL = re.compile(r"[^\W\d_][^\W_]*(?:['’-][^\W_]+)*")


class Person(NamedTuple):
    """What is told of one victim: names, numbers (an age), and stated facets; empty where nothing is told."""

    names: frozenset[str]
    numbers: frozenset[int]
    facets: Mapping[str, str]

    def may_be(self, other: "Person") -> bool:
        """Whether nothing told of the two keeps them apart."""
        if any(other.facets.get(key, value) != value for key, value in self.facets.items()):
            return False
        for mine, theirs in ((self.names, other.names), (self.numbers, other.numbers)):
            if mine and theirs and mine.isdisjoint(theirs):
                return False
        return True


ANYBODY = Person(frozenset(), frozenset(), {})


def person_of(figure: Figure) -> Person:
    """What a figure of one person tells of them, from the words of the group."""
    words = figure.group or ""
    names = {word.casefold() for word in CAPITAL.findall(words) if word[0].isupper()}
    facets = {key: value for key, value in facet_key(figure) if key in ("age", "sex")}
    return Person(frozenset(names), frozenset(map(int, NUMBER.findall(words))), facets)


def distinct(persons: Sequence[Person]) -> int:
    """How many people the persons told are at least, each put with the first whom it may be."""
    groups: list[list[Person]] = []
    for person in sorted(persons, key=lambda one: (sorted(one.names), sorted(one.numbers), str(one.facets))):
        group = next((group for group in groups if all(person.may_be(one) for one in group)), None)
        if group is None:
            groups.append([person])
        else:
            group.append(person)
    return len(groups)


def told_dead(figures: Iterable[Figure], reports: Mapping[str, Report]) -> frozenset[str]:
    """The ids of figures of one person hit who may be one of those told as killed in the same incident.

    "A girl of 13 was shot" tells no injury beside "the girl was dead". A figure is such only where it counts
    one person without saying so ("a girl"), its words tell no more than that they were hit, and what is told
    of age, sex and name fits somebody killed. Can be wrong where two people of whom little is told were hit
    and one of them lived: then the injured are told as fewer.
    """
    held = list(figures)
    killed = [one for one in held if one.measure == "killed" and one.modality not in NOT_COUNTED]
    dead = [person_of(figure) if is_one_victim(figure) else ANYBODY for figure in killed if figure.high != 0]
    hit = [figure for figure in held if is_one_victim(figure) and tells_hit(figure, reports)]
    return frozenset(figure.id for figure in hit if any(person_of(figure).may_be(one) for one in dead))


def is_one_victim(figure: Figure) -> bool:
    """Whether a figure counts one person without saying so ("a girl was shot")."""
    return not figure.explicit and figure.low == figure.high == 1 and figure.unit == "person"


def tells_hit(figure: Figure, reports: Mapping[str, Report]) -> bool:
    """Whether an injured figure tells only that people were hit ("shot"): the dead may be among them."""
    if figure.measure != "injured":
        return False
    words = tally_words(language_of(reports.get(figure.report)))
    return states_named(figure.quote, "injured", words) == {HIT}
