"""The shipped workflows against the recorded catalogue of ComfyUI and our own classes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from vqdesk.adapters.builtin.catalog import core_descriptions
from vqdesk.adapters.builtin.nodes import node_classes
from vqdesk.domain.file_values import missing_files
from vqdesk.domain.graph import bound_value, classes_of, is_link, structure_faults, with_patch
from vqdesk.domain.job import Graph
from vqdesk.domain.parameters import ParameterType
from vqdesk.domain.shaping import shape_conflicts, shaped
from vqdesk.domain.timing import clip_timing
from vqdesk.domain.workflow import WorkflowDefinition, check_values, effective_values, patch_for
from vqdesk.locations import workflows_dir
from vqdesk.services.preflight import MODEL_FIELDS, check, is_older
from vqdesk.services.workflows import WorkflowLibrary

SHELF = WorkflowLibrary(workflows_dir(), Path("nowhere")).shelf()
BY_NAME = {definition.name: definition for definition in SHELF.definitions}
CATALOG = {**core_descriptions(), "VQCameraMove": node_classes(False)["VQCameraMove"].description}
PYTHON_TYPES = {"INT": int, "FLOAT": int | float, "STRING": str, "BOOLEAN": bool}
CHECKED_BY_FILE = {("LoadImage", "image"), ("LoadVideo", "file"), *MODEL_FIELDS}
NEWER = {"FrameInterpolate", "FrameInterpolationModelLoader"}
"""Core classes that the recorded server (0.3.64) does not have yet."""
CUSTOM = {"RIFE VFI", "UnetLoaderGGUF"}
"""Classes of custom node packs."""
FOR_NEWER_SERVERS = {
    "WanContextWindowsManual": {"freenoise", "retain_first_frame", "split_conds_to_windows"},
    "SaveVideo": {"format.codec"},
}
"""Inputs that later versions require, and that the recorded one ignores."""
NAMES = {
    *("camera-move", "image-upscale", "image-upscale-model", "video-upscale", "video-upscale-model"),
    *("video-interpolate", "video-interpolate-rife", "wan22-i2v", "wan22-i2v-full", "wan22-t2v", "wan22-clips"),
    *("wan22-i2v-2clips", "wan22-i2v-3clips", "wan22-5b-i2v", "wan22-5b-t2v", "wan22-i2v-context"),
    *("wan22-t2v-context", "wan22-first-last", "wan21-vace-continue", "wan22-t2i", "wan22-i2i", "flux-t2i"),
    *("wan22-t2v-full", "wan22-i2v-gguf", "wan22-clips-gguf"),
    *("flux-i2i", "flux-style", "flux-inpaint", "qwen-t2i", "qwen-i2i", "qwen-edit"),
}


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


def settings_of(definition: WorkflowDefinition) -> Iterator[dict]:
    """The default, every preset, the ends of all numbers, and every shape."""
    yield {}
    yield from (dict(preset.values) for preset in definition.presets)
    for end in ("min", "max"):
        values = {p.name: getattr(p, end) for p in definition.parameters if getattr(p, end) is not None}
        whole = {p.name for p in definition.parameters if p.type is ParameterType.INT}
        yield {name: int(value) if name in whole else value for name, value in values.items()}
    yield {p.name: "some.png" for p in definition.parameters if p.optional}
    if definition.loras:
        names = [
            p.name for p in definition.parameters if p.name.startswith("lora") and p.type is ParameterType.LORA
        ]
        yield dict.fromkeys(names, "some.safetensors")
    if definition.stages:
        yield from ({"stages": count, "save_stages": count % 2 == 0} for count in range(1, 11))


def graph_of(definition: WorkflowDefinition, values: dict) -> Graph:
    made = shaped(definition, values)
    return with_patch(made.template, patch_for(made, effective_values(made, values)))


def graph_faults(graph: Graph) -> Iterator[str]:
    """What the recorded server would refuse; inputs that hang on classes it does not have are left out."""
    foreign = {node_id for node_id, node in graph.items() if node["class_type"] in NEWER | CUSTOM}
    for node_id in graph.keys() - foreign:
        class_type, inputs = graph[node_id]["class_type"], graph[node_id]["inputs"]
        known = specs(class_type).keys()
        required = CATALOG[class_type]["input"].get("required", {}).keys()
        if not required <= inputs.keys() <= known | FOR_NEWER_SERVERS.get(class_type, set()):
            yield f"{node_id}: {sorted(required ^ inputs.keys())}"
        for field in inputs.keys() & known:
            if not (is_link(inputs[field]) and inputs[field][0] in foreign):
                yield from (f"{node_id}.{fault}" for fault in faults(class_type, field, inputs[field], graph))


def test_all_are_on_the_shelf_and_sound():
    assert SHELF.broken == ()
    assert BY_NAME.keys() == NAMES


@pytest.mark.parametrize("definition", SHELF.definitions, ids=lambda one: one.name)
def test_every_graph_is_one_that_the_server_takes_at_any_setting(definition: WorkflowDefinition):
    for values in settings_of(definition):
        graph = graph_of(definition, values)
        assert classes_of(graph) <= CATALOG.keys() | NEWER | CUSTOM
        assert structure_faults(graph) == []
        assert list(graph_faults(graph)) == [], values


@pytest.mark.parametrize("definition", SHELF.definitions, ids=lambda one: one.name)
def test_what_is_custom_or_newer_is_said_in_its_requirements(definition: WorkflowDefinition):
    classes = classes_of(definition.template)
    assert classes & CUSTOM <= set(definition.requires.nodes)
    if classes & NEWER:
        assert is_older("0.3.64", definition.requires.comfyui)


@pytest.mark.parametrize("definition", SHELF.definitions, ids=lambda one: one.name)
def test_presets_break_no_rule(definition: WorkflowDefinition):
    for preset in definition.presets:
        made = shaped(definition, preset.values)
        assert check_values(made, effective_values(made, preset.values)) == []


@pytest.mark.parametrize("definition", SHELF.definitions, ids=lambda one: one.name)
def test_parameters_offer_nothing_that_the_server_refuses(definition: WorkflowDefinition):
    for parameter in definition.parameters:
        extremes = [value for value in (parameter.min, parameter.max) if value is not None]
        if parameter.type is ParameterType.INT:
            extremes = [int(value) for value in extremes]
        for value in (*extremes, *(choice.value for choice in parameter.choices)):
            for binding in parameter.bind:
                node, _, field = binding.partition(".")
                if definition.template[node]["class_type"] in NEWER | CUSTOM:
                    continue
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


@pytest.mark.parametrize("definition", SHELF.definitions, ids=lambda one: one.name)
def test_required_models_are_those_that_the_template_loads(definition: WorkflowDefinition):
    loaded = {
        (MODEL_FIELDS[node["class_type"], field], value)
        for node in definition.template.values()
        for field, value in node["inputs"].items()
        if (node["class_type"], field) in MODEL_FIELDS
    }
    assert {(folder, name) for folder, names in definition.requires.models.items() for name in names} == loaded


def test_modes_of_the_form_have_something_each():
    found = {definition.category: definition.task_type for definition in SHELF.definitions}
    assert {category.value for category in found} >= {
        *("video_gen", "image_gen", "video_upscale", "image_upscale", "edit")
    }
    assert {"vace", "inpaint", "style", "edit", "interpolation"} <= {one.task_type for one in SHELF.definitions}


def test_four_steps_and_full_differ_where_they_should():
    full = BY_NAME["wan22-i2v-full"]
    high = full.template["hi"]["inputs"]
    assert (high["steps"], high["end_at_step"], high["cfg"]) == (20, 10, 3.5)
    assert "LoraLoaderModelOnly" not in classes_of(full.template)
    assert full.template["mH"]["inputs"]["model"] == ["uH", 0]


def test_context_windows_lie_between_shift_and_sampler_and_cover_the_whole_length():
    for name in ("wan22-i2v-context", "wan22-t2v-context"):
        graph = BY_NAME[name].template
        assert [graph[n]["inputs"]["model"][0] for n in ("hi", "cH", "lo", "cL")] == ["cH", "mH", "cL", "mL"]
        assert clip_timing(BY_NAME[name], {}).total_frames > graph["cH"]["inputs"]["context_length"]


def test_vace_keeps_the_frames_of_the_seam_and_shows_them_once():
    graph = graph_of(BY_NAME["wan21-vace-continue"], {"start": 40, "width": 640, "height": 352})
    assert graph["before"]["inputs"] == {"image": ["frames", 0], "batch_index": 0, "length": 40}
    assert graph["seam"]["inputs"] == {"image": ["frames", 0], "batch_index": 40, "length": 17}
    assert graph["black"]["inputs"] == {"width": 640, "height": 352, "batch_size": 17, "color": 0}
    assert graph["join"]["inputs"] == {"image1": ["before", 0], "image2": ["dec", 0]}


def test_vace_takes_a_reference_picture_or_none():
    definition = BY_NAME["wan21-vace-continue"]
    assert missing_files(definition, effective_values(definition, {})) == []
    without, given = graph_of(definition, {}), graph_of(definition, {"reference_image": "cat.png"})
    assert "ref" not in without and "reference_image" not in without["vace"]["inputs"]
    assert given["ref"]["inputs"]["image"] == "cat.png"
    assert given["vace"]["inputs"]["reference_image"] == ["ref", 0]
    assert without["vace"]["inputs"].keys() | {"reference_image"} == given["vace"]["inputs"].keys()
    [conflict] = shape_conflicts(definition, {}, {"reference_image": "cat.png"})
    assert "cannot differ from file to file" in conflict.problem.summary


def test_the_guide_lists_every_workflow():
    guide = (workflows_dir().parent / "docs" / "workflows.md").read_text(encoding="utf-8")
    rows = {line.split("`")[1] for line in guide.splitlines() if line.startswith("| `")}
    assert BY_NAME.keys() <= rows
    for definition in SHELF.definitions:
        [row] = [line for line in guide.splitlines() if line.startswith(f"| `{definition.name}` ")]
        assert definition.requires.comfyui.removeprefix(">=") in row


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
