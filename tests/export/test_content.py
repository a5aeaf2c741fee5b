"""Filling the page's records from the tally's and the series' own, which have fields of the same names."""

from datetime import date

import msgspec
import pytest
from page_examples import claims, content, reports

from recuento.export import difference_of, incident_of, match_of, render_page
from recuento.export.messages import load_messages
from recuento.series.records import FigureMatch, Match
from recuento.tally import differences, tally, totals
from tally_examples import gather


def test_the_tally_fills_a_page() -> None:
    incidents = []
    for account in gather(reports(), claims()):
        rows = tally(account, claims(), reports=reports())
        incidents.append(incident_of(account, rows=rows, totals=totals(rows)))
    found = [
        difference_of(each) for each in differences(claims(), reports(), accounts=gather(reports(), claims()))
    ]
    assert incidents
    assert any(incident.rows for incident in incidents)
    assert render_page(content(incidents=tuple(incidents), differences=tuple(found)))


def test_a_match_is_taken_as_it_is() -> None:
    figure = FigureMatch(
        claim="g-seven", number="Seven", measure="killed", group=None, column="dead", value=7, outcome="exact"
    )
    match = Match(
        report="later.txt",
        series="tolls",
        source="a ministry",
        date=date(2024, 5, 15),
        figures=(figure,),
        exact=1,
        compatible=0,
        missed=0,
    )
    assert match_of(match).figures[0].value == 7


def test_a_record_without_the_fields_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        difference_of(claims()[0])


def test_the_head_counts_the_incidents_that_are_listed() -> None:
    whole = content()
    listed = [each for each in whole.incidents if each.role != "aggregate" and each.rows]
    assert len(listed) < len(whole.incidents)
    assert load_messages("en").count("incidents", len(listed)) in render_page(whole)
