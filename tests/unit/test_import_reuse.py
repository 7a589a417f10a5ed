"""“Reuse these settings”: the graph in a finished clip leads back to the workflow and the values that made it."""

from pathlib import Path
from typing import Any

import pytest
from workflow_samples import prompt

from vqdesk.domain.graph import render
from vqdesk.domain.importing import made_by
from vqdesk.domain.job import AttemptId, JobGraph
from vqdesk.domain.parameters import ParameterType
from vqdesk.domain.shaping import shaped
from vqdesk.domain.workflow import WorkflowDefinition, check_values, effective_values, patch_for
from vqdesk.locations import workflows_dir
from vqdesk.services.workflows import WorkflowLibrary

SHIPPED = WorkflowLibrary(workflows_dir(), Path("nowhere")).shelf().definitions


def posted(definition: WorkflowDefinition, values: dict[str, Any]) -> tuple[dict[str, Any], WorkflowDefinition]:
    """The graph that an attempt with these values sends, as the server embeds it, and the shaped definition."""
    whole = shaped(definition, values)
    patch = patch_for(whole, effective_values(whole, values))
    patch |= dict.fromkeys(whole.seed_bindings, 4711)
    job = JobGraph(whole.template, whole.input_binding, whole.outputs)
    return render(job, prompt(patch=patch), AttemptId("a-b-c"), "vqdesk/0123456789abcdef/lake.png"), whole


def by_name(name: str) -> WorkflowDefinition:
    return next(one for one in SHIPPED if one.name == name)


@pytest.mark.parametrize("definition", SHIPPED, ids=lambda one: one.name)
def test_every_shipped_workflow_is_found_again_with_values_that_make_the_same_graph(definition):
    graph, _ = posted(definition, {})
    found = made_by(graph, [definition])
    assert found and found.workflow == definition.name
    again, whole = posted(definition, dict(found.values))
    assert again == graph
    assert check_values(whole, found.values) == []
    if definition.seed:
        assert found.values["seed"] == 4711


def test_changed_values_texts_of_a_file_and_the_seed_come_back():
    definition = by_name("wan22-i2v")
    graph, _ = posted(definition, {"positive_prompt": "the boat turns", "width": 640, "steps": 8})
    found = made_by(graph, SHIPPED)
    assert found and found.workflow == "wan22-i2v"
    assert (found.values["positive_prompt"], found.values["width"]) == ("the boat turns", 640)
    assert (found.values["steps"], found.values["seed"]) == (8, 4711)


def test_stages_with_their_texts_and_loras_come_back():
    definition = next(one for one in SHIPPED if one.stages and one.stages.max >= 3 and one.loras)
    lora = next(
        p.name for p in definition.parameters if p.name.startswith("lora1") and p.type is ParameterType.LORA
    )
    values = {"stages": 3, "positive_prompt_stage2": "it rains", lora: "rain.safetensors", "save_stages": True}
    graph, _ = posted(definition, values)
    found = made_by(graph, [definition])
    assert found
    assert values.items() <= dict(found.values).items()


def test_a_graph_that_was_changed_elsewhere_is_nobodys():
    graph, _ = posted(by_name("camera-move"), {})
    graph["photo"] = {**graph["photo"], "class_type": "LoadImageMask"}
    assert made_by(graph, SHIPPED) is None
    assert made_by({}, SHIPPED) is None
