"""What a form is told by the engines, the nearest right values, and the length of texts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vqdesk.adapters.builtin.catalog import core_descriptions
from vqdesk.domain.shaping import shaped
from vqdesk.domain.tokens import estimate_tokens, token_limit
from vqdesk.domain.workflow import check_values
from vqdesk.locations import workflows_dir
from vqdesk.ports import NodeCatalog
from vqdesk.services.forms import needs, report
from vqdesk.services.workflows import WorkflowLibrary

LIBRARY = WorkflowLibrary(workflows_dir(), Path("nowhere"))
LORAS = ["orbit_slow.safetensors", "wan2.2_i2v_lightx2v_4steps_lora_v1_high_noise.safetensors"]


def catalog(*, loras: list[str] = LORAS, without: str = "") -> NodeCatalog:
    """The recorded server with all model files of `wan22-clips` but the low-noise LoRA, and these LoRAs."""
    wanted = LIBRARY.get("wan22-clips").requires.models
    files = {
        ("UNETLoader", "unet_name"): list(wanted["diffusion_models"]),
        ("CLIPLoader", "clip_name"): list(wanted["text_encoders"]),
        ("VAELoader", "vae_name"): list(wanted["vae"]),
        ("LoraLoaderModelOnly", "lora_name"): loras,
    }
    made = {name: dict(one) for name, one in core_descriptions().items() if name != without}
    for (class_type, field), names in files.items():
        required = dict(made[class_type]["input"]["required"])
        required[field] = [names]
        made[class_type]["input"] = {**made[class_type]["input"], "required": required}
    return made


def test_a_form_is_told_what_the_server_offers_for_each_field():
    told = report(LIBRARY.get("wan22-clips"), {}, [catalog()])
    assert told.is_checked
    assert told.offered["high_noise_lora"] == tuple(LORAS)
    assert told.offered["lora1_high"] == tuple(LORAS), "a slot that is off has a list too"
    assert "positive_prompt_stage1" not in told.offered


def test_a_missing_file_names_its_field_and_the_files_that_may_be_meant():
    told = report(LIBRARY.get("wan22-clips"), {"lora1_high": "orbit_slw.safetensors"}, [catalog()])
    by_value = {lack.value: lack for lack in told.lacks}
    assert by_value["orbit_slw.safetensors"].bindings == ("lora1_high.lora_name",)
    assert by_value["orbit_slw.safetensors"].close == ("orbit_slow.safetensors",)
    assert "models/loras" in by_value["orbit_slw.safetensors"].problem.remedy


def test_a_missing_class_is_told_for_all_clips_once():
    told = report(LIBRARY.get("wan22-clips"), {"stages": 3}, [catalog(without="ImageFromBatch")])
    assert [lack.problem.node_type for lack in told.lacks if not lack.value] == ["ImageFromBatch"]


def test_nothing_is_said_while_nobody_answers():
    told = report(LIBRARY.get("wan22-clips"), {}, [])
    assert not told.is_checked
    assert told.lacks == ()
    assert needs(LIBRARY.get("wan22-clips"), []) == ()


def test_wrong_values_come_before_what_a_server_lacks():
    told = report(LIBRARY.get("wan22-clips"), {"length": 80}, [catalog(loras=[])])
    assert told.lacks == ()
    assert told.offered["high_noise_model"]


def test_a_workflow_says_in_few_words_what_it_needs():
    assert needs(LIBRARY.get("camera-move"), [core_descriptions()]) == ("VQCameraMove",)
    assert needs(LIBRARY.get("image-upscale"), [core_descriptions()]) == ()


@pytest.mark.parametrize(
    ("values", "name", "nearest"),
    [
        ({"length": 80}, "length", (77, 81)),
        ({"width": 830}, "width", (816, 832)),
        ({"length": 1000}, "length", (121,)),
        ({"cfg": 0.5}, "cfg", (1.0,)),
        ({"sampler": "eulr"}, "sampler", ("euler",)),
        ({"steps": 4, "split_step": 6}, "split_step", (3,)),
        ({"steps": "many"}, "steps", ()),
    ],
)
def test_a_wrong_value_carries_the_nearest_right_ones(values, name, nearest):
    definition = LIBRARY.get("wan22-clips")
    (wrong,) = check_values(definition, values)
    assert wrong.parameter == name
    assert wrong.nearest[: len(nearest)] == nearest
    for right in wrong.nearest:
        assert check_values(definition, {**values, name: right}) == []


@given(st.integers(-(10**6), 10**6), st.sampled_from(["length", "width", "height", "steps", "stages"]))
def test_every_nearest_value_is_right(value, name):
    definition = LIBRARY.get("wan22-clips")
    for wrong in check_values(definition, {name: value, "split_step": 1}):
        assert wrong.nearest
        assert all(not check_values(definition, {name: one, "split_step": 1}) for one in wrong.nearest)


def test_the_encoder_behind_a_text_says_how_long_it_may_be():
    clips = shaped(LIBRARY.get("wan22-clips"), {"stages": 3})
    assert token_limit(clips.template, "s1_pos.text") == 512
    assert token_limit(clips.template, clips.parameter("positive_prompt_stage3").bind[0]) == 512
    qwen = LIBRARY.get("qwen-t2i")
    assert token_limit(qwen.template, qwen.parameter("positive_prompt").bind[0]) is None


def test_tokens_of_common_prose():
    text = "Slow push in over calm water. Small waves rock the subject, warm low light flickers."
    assert 14 <= estimate_tokens(text) <= 24
    assert estimate_tokens("") == 0
    assert estimate_tokens("湖の夕暮れ") == 5


@given(st.text(max_size=2000))
def test_any_text_has_a_length_and_more_text_is_not_shorter(text):
    assert 0 <= estimate_tokens(text) <= estimate_tokens(f"{text} word")
