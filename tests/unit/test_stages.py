"""Clips of many stages: any number of clips and LoRAs gives one sound graph (R-W5)."""

import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vqdesk.domain.graph import bound_value, has_binding, is_link, links, structure_faults, with_patch
from vqdesk.domain.parameters import ParameterType
from vqdesk.domain.shaping import shape_conflicts, shaped
from vqdesk.domain.stages import first_stage_name, stage_of
from vqdesk.domain.timing import clip_timing
from vqdesk.domain.workflow import (
    WorkflowDefinition,
    check_values,
    effective_values,
    patch_for,
    values_from_text,
)
from vqdesk.locations import workflows_dir
from vqdesk.services.workflows import WorkflowLibrary

LIBRARY = WorkflowLibrary(workflows_dir(), Path("nowhere"))
CLIPS = LIBRARY.get("wan22-clips")
SLOTS = [f"lora{n}_{expert}" for n in range(1, 5) for expert in ("high", "low")]


def built(values: dict, workflow: WorkflowDefinition = CLIPS) -> tuple[WorkflowDefinition, dict]:
    """The definition of these values, and its graph with them written in."""
    definition = shaped(workflow, values)
    assert check_values(definition, values) == []
    return definition, with_patch(definition.template, patch_for(definition, effective_values(definition, values)))


def of_class(graph: dict, class_type: str) -> list[str]:
    return [node_id for node_id, node in graph.items() if node["class_type"] == class_type]


def upstream(graph: dict, node_id: str) -> set[str]:
    found, todo = set(), [node_id]
    while todo:
        here = todo.pop()
        if here not in found:
            found.add(here)
            todo += [value[0] for value in graph[here]["inputs"].values() if is_link(value)]
    return found


@settings(deadline=None, max_examples=60)
@given(
    count=st.integers(1, 10),
    slots=st.sets(st.sampled_from(SLOTS)),
    length=st.integers(1, 30).map(lambda n: 4 * n + 1),
    save=st.booleans(),
)
def test_any_number_of_clips_and_loras_gives_one_sound_graph(count, slots, length, save):
    texts = {f"positive_prompt_stage{n}": f"text {n}" for n in range(1, count + 1)}
    loras = {name: f"{name}.safetensors" for name in slots}
    definition, graph = built({"stages": count, "save_stages": save, "length": length, **texts, **loras})
    assert structure_faults(graph) == []
    said = Counter(graph[node]["inputs"]["text"] for node in of_class(graph, "CLIPTextEncode"))
    assert all(said[text] == 1 for text in texts.values())
    assert len(of_class(graph, "CLIPTextEncode")) == count + 1
    used = Counter(graph[node]["inputs"]["lora_name"] for node in of_class(graph, "LoraLoaderModelOnly"))
    assert all(used[name] == 1 for name in loras.values())
    assert len(of_class(graph, "KSamplerAdvanced")) == 2 * count
    own_clips = count if save and count > 1 else 0
    assert definition.outputs[0] == "save"
    assert sorted(of_class(graph, "SaveVideo")) == sorted(definition.outputs)
    assert len(definition.outputs) == 1 + own_clips
    assert upstream(graph, "save") == {n for n in graph if not n.endswith(("_save", "_vid"))}
    for binding in (b for p in definition.parameters for b in (*p.bind, *(b for b, _ in p.bind_less))):
        assert has_binding(graph, binding)


@pytest.mark.parametrize(("count", "nodes"), [(1, 21), (2, 29), (3, 37), (5, 53), (10, 93)])
def test_every_further_clip_adds_eight_nodes(count, nodes):
    two_slots = dict.fromkeys(SLOTS[:4], "x.safetensors")
    assert len(built({"stages": count, **two_slots})[1]) == nodes


@pytest.mark.parametrize(("count", "frames"), [(1, 81), (2, 161), (3, 241), (5, 401), (10, 801)])
def test_the_frames_of_the_whole_clip_are_told_and_are_what_the_graph_makes(count, frames):
    definition, graph = built({"stages": count})
    assert clip_timing(definition, {"stages": count}).total_frames == frames
    assert frames_made(graph, graph["vid"]["inputs"]["images"][0]) == frames


def frames_made(graph: dict, node_id: str) -> int:
    """Frames that a node gives, by the rules of ComfyUI's nodes."""
    node, inputs = graph[node_id], graph[node_id]["inputs"]
    match node["class_type"]:
        case "VAEDecode":
            return next(
                graph[one]["inputs"]["length"]
                for one in upstream_first(graph, node_id)
                if graph[one]["class_type"] == "WanImageToVideo"
            )
        case "ImageFromBatch":
            return min(frames_made(graph, inputs["image"][0]) - inputs["batch_index"], inputs["length"])
        case "ImageBatch":
            return frames_made(graph, inputs["image1"][0]) + frames_made(graph, inputs["image2"][0])
    raise AssertionError(node["class_type"])


def upstream_first(graph: dict, node_id: str) -> list[str]:
    order = [node_id]
    for here in order:
        order += [
            link for link in (v[0] for v in graph[here]["inputs"].values() if is_link(v)) if link not in order
        ]
    return order


def test_each_clip_starts_with_the_last_frame_of_the_one_before_at_any_length():
    _, graph = built({"stages": 3, "length": 49})
    assert graph["s1_i2v"]["inputs"]["start_image"] == ["img", 0]
    for stage in (2, 3):
        joint = graph[f"s{stage}_i2v"]["inputs"]["start_image"][0]
        assert graph[joint]["inputs"] == {"image": [f"s{stage - 1}_dec", 0], "batch_index": 48, "length": 1}
        assert graph[f"s{stage}_tail"]["inputs"]["batch_index"] == 1
        assert graph[f"s{stage}_i2v"]["inputs"]["length"] == 49
    assert graph["vid"]["inputs"]["images"] == ["s3_cat", 0]


def test_settings_and_the_seed_reach_every_clip():
    definition, graph = built({"stages": 4, "steps": 8, "split_step": 3, "width": 640, "cfg": 1.5})
    samplers = of_class(graph, "KSamplerAdvanced")
    assert len(samplers) == 8
    assert {graph[node]["inputs"]["steps"] for node in samplers} == {8}
    assert {graph[node]["inputs"]["cfg"] for node in samplers} == {1.5}
    assert {graph[node]["inputs"]["width"] for node in of_class(graph, "WanImageToVideo")} == {640}
    assert set(definition.seed_bindings) == {f"{node}.noise_seed" for node in samplers}


def test_loaders_and_shifts_are_shared():
    _, one = built({"stages": 1})
    _, ten = built({"stages": 10})
    for class_type in (
        "UNETLoader",
        "CLIPLoader",
        "VAELoader",
        "LoraLoaderModelOnly",
        "ModelSamplingSD3",
        "LoadImage",
    ):
        assert of_class(one, class_type) == of_class(ten, class_type)


def test_ids_do_not_depend_on_later_clips_so_that_a_server_can_reuse_what_it_has():
    three = built({"stages": 3, "positive_prompt_stage1": "a"})[1]
    ten = built({"stages": 10, "positive_prompt_stage1": "a"})[1]
    assert {n: three[n] for n in three if n not in ("vid", "save")} == {
        n: ten[n] for n in three if n not in ("vid", "save")
    }
    assert built({"stages": 3, "positive_prompt_stage1": "a"})[1] == three


def test_extra_loras_go_between_speed_lora_and_shift_and_only_when_named():
    _, graph = built({"lora1_high": "a.safetensors", "lora3_high": "b.safetensors", "lora3_high_strength": 0.5})
    chain, here = [], "mH"
    while is_link(graph[here]["inputs"].get("model")):
        here = graph[here]["inputs"]["model"][0]
        chain.append(here)
    assert chain == ["lora3_high", "lora1_high", "lH", "uH"]
    assert graph["lora3_high"]["inputs"]["strength_model"] == 0.5
    assert graph["mL"]["inputs"]["model"] == ["lL", 0]
    assert built({"lora1_high": " "})[1] == built({})[1]


def test_two_and_three_clips_come_ready_with_a_text_each():
    for name, count in (("wan22-i2v-2clips", 2), ("wan22-i2v-3clips", 3)):
        workflow = LIBRARY.get(name)
        texts = [p for p in workflow.parameters if p.name.startswith("positive_prompt")]
        assert [p.name for p in texts] == [f"positive_prompt_stage{n}" for n in range(1, count + 1)]
        assert [p.label for p in texts] == [f"Clip {n}" for n in range(1, count + 1)]
        assert clip_timing(workflow, {}).stages == count
        assert structure_faults(workflow.template) == []
        assert len(shaped(workflow, {"stages": 5}).seed_bindings) == 10


def test_a_text_of_a_clip_that_is_not_made_is_named():
    [error] = check_values(shaped(CLIPS, {"stages": 2}), {"stages": 2, "positive_prompt_stage3": "x"})
    assert error.problem.sentence() == (
        "“positive_prompt_stage3” belongs to clip 3, which is not made. The job makes 2 of up to 10 clips."
        " Set “stages” to 3, or leave it out."
    )
    [far] = check_values(CLIPS, {"positive_prompt_stage11": "x"})
    assert "has no parameter" in far.problem.summary


@pytest.mark.parametrize("value", [0, 11, 2.5, True, "many", None])
def test_a_wrong_number_of_clips_is_named_and_changes_nothing(value):
    definition = shaped(CLIPS, {"stages": value})
    [error] = check_values(definition, {"stages": value})
    assert error.parameter == "stages"


def test_a_file_can_have_texts_and_a_length_of_its_own_but_no_shape():
    form = {"stages": 2, "lora1_high": "a.safetensors"}
    own = {"positive_prompt_stage2": "b", "length": 49, "lora1_high": "b.safetensors"}
    assert shape_conflicts(CLIPS, form, own) == []
    patch = patch_for(shaped(CLIPS, form), own)
    assert (patch["s1_last.batch_index"], patch["s2_i2v.length"]) == (48, 49)
    for wrong in ({"stages": 3}, {"lora2_low": "c.safetensors"}, {"lora1_high": ""}, {"save_stages": True}):
        [error] = shape_conflicts(CLIPS, form, wrong)
        assert "cannot differ from file to file" in error.problem.summary


def test_words_of_a_command_line_reach_clips_that_the_default_does_not_have():
    texts = {"stages": "3", "positive_prompt_stage3": "42", "save_stages": "yes"}
    assert values_from_text(CLIPS, texts) == {"stages": 3, "positive_prompt_stage3": "42", "save_stages": True}


def test_shaping_twice_is_shaping_once_and_leaves_other_workflows_alone():
    three = shaped(CLIPS, {"stages": 3})
    assert shaped(three, {"stages": 5}) == shaped(CLIPS, {"stages": 5})
    assert shaped(three, {"stages": 3}) is three
    assert three.template_hash != CLIPS.template_hash
    upscale = LIBRARY.get("image-upscale")
    assert shaped(upscale, {"stages": 3}) is upscale


def test_names_of_stages():
    assert (stage_of("positive_prompt_stage12"), stage_of("positive_prompt"), stage_of("_stage")) == (12, 0, 0)
    assert first_stage_name("positive_prompt_stage12") == "positive_prompt_stage1"
    assert first_stage_name("steps") == "steps"


def test_every_value_of_the_graph_is_a_default_until_something_is_said():
    definition, graph = built({"stages": 10})
    for parameter in definition.parameters:
        for binding in parameter.bind if parameter.type is not ParameterType.SEED else ():
            assert bound_value(graph, binding) == parameter.default
    assert graph == definition.template
    assert all(link.source in graph for link in links(graph))


def test_ten_clips_are_built_in_less_than_five_milliseconds():
    values = {"stages": 10, "save_stages": True, **dict.fromkeys(SLOTS, "x.safetensors")}
    best = min(_seconds(values) for _ in range(20))
    assert best < 0.005


def _seconds(values: dict) -> float:
    started = time.perf_counter()
    shaped(CLIPS, values)
    return time.perf_counter() - started
