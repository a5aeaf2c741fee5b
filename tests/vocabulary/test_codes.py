"""The code lists: what they hold, and that every code which the program can give is in them."""

import pytest

from recuento.extract.attributions.words import AttributionWords
from recuento.extract.events.words import IncidentWords
from recuento.extract.figures.fields import ModalityWords
from recuento.extract.figures.lexicon import GroupWords, HarmWords, harm_senses
from recuento.extract.figures.numberwords import AmountWords
from recuento.extract.figures.scope import ScopeWords
from recuento.language import Pack, load_pack, pack_languages
from recuento.model import UsageError
from recuento.vocabulary import code_list_names, incident_families, load_codes

PACKS = [load_pack(code) for code in pack_languages() if (load_pack(code).folder / "harms.yml").exists()]
MAPPINGS = ("hxl", "acled", "ucdp", "plover")


@pytest.mark.parametrize("name", code_list_names())
def test_a_list_has_a_version_definitions_and_the_two_codes_of_every_list(name: str) -> None:
    listed = load_codes(name)
    assert listed.version >= 1
    assert {"other", "unknown"} <= set(listed.codes)
    assert all(
        code.definition.endswith(".") and "\n" not in code.definition for code in listed.codes.values()
    )


@pytest.mark.parametrize("name", code_list_names())
def test_a_mapping_is_never_empty(name: str) -> None:
    for code in load_codes(name).codes.values():
        assert all(getattr(code, mapping) != "" for mapping in MAPPINGS)


def test_an_unknown_list_is_named_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"'colours'.*measures"):
        load_codes("colours")


def test_told_leaves_out_what_says_nothing() -> None:
    assert load_codes("scopes").told() == ("incident", "cumulative", "stock", "background")


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.language)
def test_every_code_of_the_harms_and_groups_is_listed(pack: Pack) -> None:
    harms, groups = pack.section("harms", HarmWords), pack.section("groups", GroupWords)
    senses = [sense for _, sense in harm_senses(harms, pack, groups.plurals)]
    assert {sense.measure for sense in senses} <= set(load_codes("measures").told())
    assert set(groups.units) <= set(load_codes("units").codes)
    for row in groups.persons:
        for facet, code in row.facets.items():
            assert code in load_codes(f"facet_{facet}").codes


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.language)
def test_every_other_code_of_a_pack_is_listed(pack: Pack) -> None:
    amounts = pack.section("amounts", AmountWords)
    assert {*amounts.before, *amounts.after} <= set(load_codes("qualifiers").told())
    assert set(pack.section("modality", ModalityWords).near) <= set(load_codes("modalities").told())
    assert set(pack.section("scope", ScopeWords).words) <= set(load_codes("scopes").told())
    assert set(pack.section("attributions", AttributionWords).kinds) <= set(
        load_codes("claimant_kinds").told()
    )
    rows = [row for listed in pack.section("incidents", IncidentWords).kinds.values() for row in listed]
    assert {row.type for row in rows} <= set(load_codes("incident_types").codes)


def test_families_are_of_incident_types_and_part_protest_from_violence() -> None:
    families = incident_families()
    assert set(families) <= set(load_codes("incident_types").codes)
    assert families["raid"] == families["shelling"] != families["riot"] == families["protest"]
    assert "aggregate_statement" not in families
