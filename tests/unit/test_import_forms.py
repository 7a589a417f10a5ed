"""A draft is what its workflow will be, and a saved workflow is a draft again."""

from dataclasses import replace
from pathlib import Path

import pytest
from import_samples import CATALOG
from test_import_draft import drafted, image_to_video

from vqdesk.domain.importing import definition_of, draft_of, faults
from vqdesk.domain.parameters import ParameterType
from vqdesk.domain.workflow import check_values
from vqdesk.locations import workflows_dir
from vqdesk.services.workflows import WorkflowLibrary


def names(fields) -> list[str]:
    return [one.parameter.name for one in fields]


def test_the_ticked_fields_in_their_order_make_the_form():
    draft = drafted(image_to_video())
    draft = draft.with_field("steps", is_chosen=False).with_field("width", label="Breadth").moved("length", 0)
    made = definition_of(draft, "mine", "Mine")
    assert made.parameters[0].name == "length"
    assert made.parameter("width").label == "Breadth"
    assert "steps" not in [one.name for one in made.parameters]
    assert made.parameters[-1].type is ParameterType.SEED
    assert check_values(made, {}) == []


def test_a_field_goes_to_any_place_and_an_unknown_one_is_no_field():
    draft = drafted(image_to_video())
    assert names(draft.moved("length", 999).fields)[-1] == "length"
    assert names(draft.moved("length", -5).fields)[0] == "length"
    assert sorted(names(draft.moved("length", 2).fields)) == sorted(names(draft.fields))
    with pytest.raises(KeyError):
        draft.moved("nothing", 0)


def test_a_workflow_is_a_draft_again_with_its_own_fields_first_and_the_rest_offered():
    draft = drafted(image_to_video())
    saved = definition_of(draft.with_field("steps", is_chosen=False).with_field("width", max=900.0), "m", "M")
    again = draft_of(saved, CATALOG)
    ticked = [one for one in again.fields if one.is_chosen]
    assert [one.parameter for one in ticked] == [p for p in saved.parameters if p.type is not ParameterType.SEED]
    offered = [one for one in again.fields if not one.is_chosen]
    assert "steps" in names(offered)
    assert len(set(names(again.fields))) == len(again.fields)
    assert definition_of(again, "m", "M") == saved


def test_every_shipped_workflow_can_be_opened_as_a_draft_that_makes_the_same_form():
    for definition in WorkflowLibrary(workflows_dir(), Path("nowhere")).shelf().definitions:
        base = definition.base or definition
        again = draft_of(definition, CATALOG)
        own = tuple(one.parameter for one in again.fields if one.is_chosen)
        assert own == tuple(one for one in base.parameters if one.type is not ParameterType.SEED), definition.name
        bound = [binding for one in again.fields for binding in one.parameter.bind]
        assert len(bound) == len(set(bound)), definition.name


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"label": " "}, "no name"),
        ({"min": 900.0, "max": 100.0}, "above the greatest"),
        ({"max": 100.0}, "from 16 to 100"),
        ({"default": "wide"}, "whole number"),
    ],
)
def test_what_cannot_be_saved_is_told_for_ticked_fields_only(changes, words):
    draft = drafted(image_to_video()).with_field("width", **changes)
    found = faults(draft)
    assert [one.parameter for one in found] == ["width"]
    assert words in found[0].problem.sentence()
    assert faults(draft.with_field("width", is_chosen=False)) == ()


def test_a_draft_whose_graph_nobody_knows_still_has_its_own_fields():
    saved = definition_of(drafted(image_to_video()), "m", "M")
    odd = replace(saved, template={**saved.template, "save": {"class_type": "Odd", "inputs": {}}})
    assert all(one.is_chosen for one in draft_of(odd, {}).fields)
