"""The scorer, the comparison of runs and the reliability table, on small records worked out by hand."""

from typing import Any

import pytest
from agree import agree
from compare import compare
from reliability import bins, error, judged, trade
from score import agreement, errors, pair_up, rates, same_date, same_name, score

Row = dict[str, Any]


def gold(**fields: Any) -> Row:
    row = {
        "report": "r",
        "id": "g1",
        "start": 10,
        "end": 12,
        "number": "12",
        "quote": "killed 12",
        "explicit": True,
    }
    row |= {
        "measure": "killed",
        "low": 12,
        "high": 12,
        "qualifier": "exactly",
        "unit": "person",
        "group": None,
    }
    row |= {"modality": "asserted", "scope": "incident", "attributed_to": None, "date": None, "place": None}
    return row | {"actor": None, "subset_of": None, "same_as": None} | fields


def claim(**fields: Any) -> Row:
    row = {k: v for k, v in gold().items() if k != "date"} | {"id": "c1", "type": "figure", "when": None}
    return row | {"confidence": 0.9, "rules": ["active-object"]} | fields


def test_a_right_claim_scores_one() -> None:
    measured = score([gold()], [claim()])
    assert measured["explicit.f1"] == measured["field.place"] == measured["record.f1"] == pytest.approx(1)


@pytest.mark.parametrize("wrong", [{"low": 13, "high": 13}, {"explicit": False}])
def test_a_wrong_value_is_found_but_not_right(wrong: Row) -> None:
    measured = score([gold()], [claim(**wrong)])
    assert measured["explicit.precision"] == measured["explicit.recall"] == 0
    assert measured["field.qualifier"] == 1


@pytest.mark.parametrize("other", [{"measure": "injured"}, {"report": "s"}, {"start": 12, "end": 14}])
def test_another_measure_report_or_span_finds_nothing(other: Row) -> None:
    paired = pair_up([gold()], [claim(**other)])
    assert (len(paired.found), len(paired.missed)) == (0, 1)


def test_a_vague_figure_needs_only_to_be_found() -> None:
    assert score([gold(qualifier="vague", low=24, high=99)], [claim(low=12, high=50)])["field.value"] == 1


def test_a_restatement_may_be_missed() -> None:
    again = gold(id="g2", start=40, end=42, same_as="g1")
    assert score([gold(), again], [claim()])["explicit.recall"] == 1


def test_the_claim_with_the_right_value_is_taken_first() -> None:
    whole, part = claim(id="c1", start=0, end=30, low=7, high=7), claim(id="c2")
    assert pair_up([gold()], [whole, part]).found[0][1]["id"] == "c2"


def test_a_spurious_implied_claim_counts_as_implied() -> None:
    measured = score([gold()], [claim(), claim(id="c2", start=50, end=55, number="a man", explicit=False)])
    assert measured["explicit.precision"] == 1
    assert measured["implied.precision"] == 0


def test_a_part_must_point_to_its_own_whole() -> None:
    partner = {"g2": "c2"}
    part = gold(subset_of="g2")
    assert agreement(part, claim(subset_of="c2"), partner)["subset_of"]
    assert not agreement(part, claim(subset_of="c3"), partner)["subset_of"]
    assert not agreement(part, claim(), partner)["subset_of"]
    assert not agreement(gold(), claim(subset_of="c2"), partner)["subset_of"]


@pytest.mark.parametrize(
    ("wanted", "said", "same"),
    [
        ("2024-05-14", "2024-05-14", True),
        ("2024-05", "2024-05-03", True),
        ("2024-05-14", "2024-05", False),
        ("2024-02-20/2024-03-06", "2024-02-20/2024-03-06", True),
        ("2024-05-14", None, False),
        (None, None, True),
        (None, "2024", False),
    ],
)
def test_dates(wanted: str | None, said: str | None, same: bool) -> None:
    assert same_date(wanted, said) is same


@pytest.mark.parametrize(
    ("wanted", "said", "same"),
    [
        ("the Dayton police", "Dayton police", True),
        ("police", "Dayton police", True),
        ("the army", "the rebels", False),
        (None, None, True),
        (None, "police", False),
    ],
)
def test_names(wanted: str | None, said: str | None, same: bool) -> None:
    assert same_name(wanted, said) is same


def test_rates() -> None:
    assert rates(6, 8, 12) == pytest.approx((0.75, 0.5, 0.6))


def test_errors_name_what_is_missed_spurious_and_wrong() -> None:
    missing = gold(id="g2", start=30, end=32)
    lines = errors(pair_up([gold(place="Lima"), missing], [claim(), claim(id="c2", start=60, end=62)]), 5)
    assert [line.split()[0] for line in lines] == ["missed", "spurious", "place"]


def test_compare_tells_gains_losses_and_changes() -> None:
    old = [claim(), claim(id="c2", start=30, end=32)]
    new = [claim(id="d1", modality="denied"), claim(id="d2", start=50, end=52)]
    lines, counts = compare(old, new)
    assert counts == {"gained": 1, "lost": 1, "changed.modality": 1}
    assert lines[0] == "r"
    assert sorted(line.strip()[0] for line in lines[1:]) == ["+", "-", "~"]


def test_compare_follows_links_by_their_words() -> None:
    old = [claim(), claim(id="c2", start=30, end=32, subset_of="c1")]
    new = [claim(id="d1"), claim(id="d2", start=30, end=32, subset_of="d1")]
    assert compare(old, new)[1] == {}


def test_reliability() -> None:
    judgements = judged([gold()], [claim(confidence=0.95), claim(id="c2", start=50, end=52, confidence=0.55)])
    assert judgements == [(0.95, True), (0.55, False)]
    assert [(edge, said, right) for edge, said, _, right in bins(judgements)] == [
        (0.5, 1, 0.0),
        (0.9, 1, 1.0),
    ]
    assert error(judgements) == pytest.approx(0.3)
    assert trade(judgements, 2)[0] == (0.0, 0.5, 0.5)
    assert trade(judgements, 2)[-2] == (0.96, 0.0, 0.0)


def test_two_annotations_agree_or_not() -> None:
    first = [gold(date="2024-05-14"), gold(id="g2", start=30, end=32, explicit=False)]
    second = [gold(id="h1", date="2024-05-13"), gold(id="h3", start=60, end=62)]
    measured = agree(first, second)
    assert measured["explicit.f1"] == pytest.approx(2 / 3)
    assert measured["implied.f1"] == 0
    assert (measured["field.value"], measured["field.date"]) == (1, 0)
    assert min(agree(first, first).values()) == pytest.approx(1)
