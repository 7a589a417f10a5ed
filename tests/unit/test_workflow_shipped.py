"""The shipped workflows against the recorded catalogue of ComfyUI and our own classes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from vqdesk.adapters.builtin.catalog import core_descriptions
from vqdesk.adapters.builtin.nodes import node_classes
from vqdesk.domain.graph import bound_value, classes_of, is_link
from vqdesk.domain.parameters import ParameterType
from vqdesk.domain.workflow import WorkflowDefinition, check_values, effective_values
from vqdesk.locations import workflows_dir
from vqdesk.services.preflight import MODEL_FIELDS, check
from vqdesk.services.workflows import WorkflowLibrary

SHELF = WorkflowLibrary(workflows_dir(), Path("nowhere")).shelf()
BY_NAME = {definition.name: definition for definition in SHELF.definitions}
CATALOG = {**core_descriptions(), "VQCameraMove": node_classes(False)["VQCameraMove"].description}
PYTHON_TYPES = {"INT": int, "FLOAT": int | float, "STRING": str, "BOOLEAN": bool}
CHECKED_BY_FILE = {("LoadImage", "image"), *MODEL_FIELDS}


def specs(class_type: str) -> dict:
    groups = CATALOG[class_type]["input"]
    return {**groups.get("required", {}), **groups.get("optional", {})}


def faults(class_type: str, field: str, value: object, template: dict) -> Iterator[str]:
    """What ComfyUI, or our own rules where it is silent, would refuse about one input."""
    spec = specs(class_type)[field]
    kind, settings = spec[0], spec[1] if len(spec) > 1 else {}
    if is_link(value):
        source, slot = value
        if CATALOG[template[source]["class_type"]]["output"][slot] != kind:
            yield f"{field} takes {kind}"
    elif isinstance(kind, list) or kind == "COMBO":
        options = kind if isinstance(kind, list) else settings["options"]
        if (class_type, field) not in CHECKED_BY_FILE and value not in options:
            yield f"{field}: {value} is not in {options}"
    elif not isinstance(value, PYTHON_TYPES[kind]):
        yield f"{field}: {value!r} is no {kind}"
    elif kind in ("INT", "FLOAT") and not settings.get("min", value) <= value <= settings.get("max", value):
        yield f"{field}: {value} is out of range"


def test_all_three_are_on_the_shelf_and_sound():
    assert SHELF.broken == ()
    assert {"camera-move", "image-upscale", "wan22-i2v"} <= BY_NAME.keys()


@pytest.mark.parametrize("definition", SHELF.definitions, ids=lambda one: one.name)
def test_every_class_and_input_is_in_the_catalogue_with_a_legal_value(definition: WorkflowDefinition):
    template = definition.template
    assert classes_of(template) <= CATALOG.keys()
    for node_id, node in template.items():
        known = specs(node["class_type"])
        required = CATALOG[node["class_type"]]["input"]["required"]
        assert required.keys() <= node["inputs"].keys() <= known.keys(), node_id
        for field, value in node["inputs"].items():
            assert list(faults(node["class_type"], field, value, template)) == [], node_id


@pytest.mark.parametrize("definition", SHELF.definitions, ids=lambda one: one.name)
def test_parameters_offer_nothing_that_the_server_refuses(definition: WorkflowDefinition):
    for parameter in definition.parameters:
        extremes = [value for value in (parameter.min, parameter.max) if value is not None]
        if parameter.type is ParameterType.INT:
            extremes = [int(value) for value in extremes]
        for value in (*extremes, *(choice.value for choice in parameter.choices)):
            for binding in parameter.bind:
                node, _, field = binding.partition(".")
                found = list(faults(definition.template[node]["class_type"], field, value, definition.template))
                assert found == [], parameter.name


@pytest.mark.parametrize("definition", SHELF.definitions, ids=lambda one: one.name)
def test_defaults_are_right_and_equal_to_the_template(definition: WorkflowDefinition):
    defaults = effective_values(definition, {})
    assert check_values(definition, defaults) == []
    for parameter in definition.parameters:
        for binding in parameter.bind if parameter.type is not ParameterType.SEED else ():
            assert bound_value(definition.template, binding) == parameter.default, parameter.name


def test_the_camera_move_is_a_three_second_clip_of_1280_by_720():
    values = effective_values(BY_NAME["camera-move"], {})
    assert (values["width"], values["height"]) == (1280, 720)
    assert values["length"] / values["fps"] == 3


def test_the_camera_move_offers_every_move_of_the_node():
    move = BY_NAME["camera-move"].parameter("move")
    assert [choice.value for choice in move.choices] == specs("VQCameraMove")["move"][0]


def test_wan_has_both_experts_one_prompt_and_a_seed_on_both_samplers():
    wan = BY_NAME["wan22-i2v"]
    assert wan.seed_bindings == ("hi.noise_seed", "lo.noise_seed")
    names = [parameter.name for parameter in wan.parameters]
    assert "positive_prompt" in names
    assert "positive_prompt_stage1" not in names
    high, low = wan.template["hi"]["inputs"], wan.template["lo"]["inputs"]
    assert (high["steps"], high["start_at_step"], high["end_at_step"], high["cfg"]) == (4, 0, 2, 1.0)
    assert (low["steps"], low["start_at_step"], low["cfg"]) == (4, 2, 1.0)
    assert (high["add_noise"], high["return_with_leftover_noise"]) == ("enable", "enable")
    assert (low["add_noise"], low["return_with_leftover_noise"]) == ("disable", "disable")
    assert low["latent_image"] == ["hi", 0]
    assert [wan.template[node]["inputs"]["shift"] for node in ("mH", "mL")] == [5.0, 5.0]


def test_required_models_are_those_that_the_template_loads():
    wan = BY_NAME["wan22-i2v"]
    loaded = {
        (MODEL_FIELDS[node["class_type"], field], value)
        for node in wan.template.values()
        for field, value in node["inputs"].items()
        if (node["class_type"], field) in MODEL_FIELDS
    }
    assert {(folder, name) for folder, names in wan.requires.models.items() for name in names} == loaded


def test_preflight_says_where_each_missing_model_goes():
    problems = check(BY_NAME["wan22-i2v"], CATALOG)
    assert len(problems) == 6
    words = " ".join(problem.sentence() for problem in problems)
    assert "“wan_2.1_vae.safetensors” into ComfyUI's folder models/vae" in words
    assert "models/loras" in words


def test_preflight_is_content_with_a_server_that_has_everything():
    assert check(BY_NAME["camera-move"], CATALOG) == []
    assert check(BY_NAME["image-upscale"], CATALOG) == []


def test_preflight_names_classes_that_only_the_other_engine_has():
    [camera] = check(BY_NAME["camera-move"], core_descriptions())
    assert "built-in engine" in camera.remedy
    bare = {name: spec for name, spec in CATALOG.items() if name != "ImageScaleBy"}
    [scale] = check(BY_NAME["image-upscale"], bare)
    assert "“ImageScaleBy” is missing" in scale.summary
