"""One raid over several accounts; a year's toll and a gathering abroad that tell of it are not part of it."""

from link_examples import Text, claims_of, linked
from recuento.model import Figure, IncidentAccount

GATHERING = Text(
    "gathering",
    "2031-09-05",
    "Nairobi, Kenya, gathering stands with the Sorra camp\n\n"
    "Some 250 people gathered in Nairobi, Kenya, on Friday, 5 September.\n\n"
    "“On 28 and 29 August the army attacked the Sorra refugee camp, where 17 people were killed and around "
    "150 injured,” "
    "the organisers said.\n\n"
    "The attack on the Sorra refugee camp on 28 August left 17 dead and more than 70 injured. So far this "
    "year, such "
    "attacks have killed more than 130 people in Kassar.",
)
AGENCY = Text(
    "agency",
    "2031-08-30",
    "SORRA (Kyodo) - Soldiers raided the Sorra refugee camp on 28 August and killed 17 people, the Sorra "
    "hospital said. "
    "At least 70 people were injured in the raid, which went on until the night of 29 August.",
)
PAPER = Text(
    "paper",
    "2031-08-31",
    "Seventeen people were buried on Sunday after the raid on the Sorra refugee camp. The army raided "
    "the camp on 28 "
    "August with tanks; 17 people were killed and 74 injured, the Sorra hospital said.",
)
REPORTS = [GATHERING, AGENCY, PAPER]


def incident_of(words: str) -> IncidentAccount:
    """The incident that holds the figure with these words."""
    figures = [c for text in REPORTS for c in claims_of(text) if isinstance(c, Figure)]
    claim = next(figure for figure in figures if words in figure.quote)
    return next(one for one in linked(REPORTS).incidents if claim.id in one.claims)


def test_the_raid_is_one_incident_over_all_accounts() -> None:
    raid = incident_of("around 150 injured")
    assert raid.reports == ("agency", "gathering", "paper")
    for words in ("17 dead", "more than 70 injured", "74 injured", "At least 70 people were injured"):
        assert incident_of(words).id == raid.id


def test_the_toll_of_the_year_is_no_part_of_it() -> None:
    toll = incident_of("killed more than 130 people")
    assert (toll.role, toll.reports) == ("aggregate", ("gathering",))


def test_the_gathering_is_another_incident_of_another_kind() -> None:
    gathering = incident_of("250 people")
    assert (gathering.incident_type, gathering.reports) == ("protest", ("gathering",))
