"""What a server lacks, in words that say what to do (R-W7)."""

from dataclasses import replace
from pathlib import Path

import pytest

from vqdesk.adapters.builtin.catalog import core_descriptions
from vqdesk.domain.graph import with_patch
from vqdesk.domain.shaping import shaped
from vqdesk.domain.workflow import Requires, effective_values, patch_for
from vqdesk.locations import workflows_dir
from vqdesk.ports import ServerCatalog
from vqdesk.services.preflight import check, close_files, is_older
from vqdesk.services.workflows import WorkflowLibrary

LIBRARY = WorkflowLibrary(workflows_dir(), Path("nowhere"))
CORE = core_descriptions()


def with_files(class_type: str, field: str, names: list[str], group: str = "required") -> dict:
    """The core catalogue of a server that has these files."""
    entry = CORE[class_type]
    inputs = {**entry["input"], group: {**entry["input"][group], field: [names]}}
    return {**CORE, class_type: {**entry, "input": inputs}}


@pytest.mark.parametrize(
    ("have", "said"),
    [
        (
            ["wan2.2_i2v_high_noise_14B_Q8_0.gguf", "flux1-dev.safetensors"],
            "“wan2.2_i2v_high_noise_14B_Q8_0.gguf”",
        ),
        (["WAN\\Wan2.2_I2V_high_noise_14B_fp8_scaled.safetensors"], "“WAN\\Wan2.2_I2V_high_noise"),
        (["zz.ckpt"], "Put “wan2.2_i2v_high"),
    ],
)
def test_a_missing_model_comes_with_its_folder_and_close_names_that_exist(have, said):
    problems = check(LIBRARY.get("wan22-i2v"), with_files("UNETLoader", "unet_name", have))
    [high] = [p for p in problems if p.node_id == "uH"]
    assert high.remedy.startswith(f"Did you mean {said}" if "Put" not in said else said)
    assert "models/diffusion_models" in high.remedy


def test_a_lora_of_a_slot_is_checked_when_it_is_on():
    definition = LIBRARY.get("wan22-i2v")
    speed = [n for names in definition.requires.models.values() for n in names]
    catalog = with_files("LoraLoaderModelOnly", "lora_name", [*speed, "smooth_pan.safetensors"])
    for values, lacking in (({}, []), ({"lora1_low": "smoth_pan.safetensors"}, ["lora1_low"])):
        made = shaped(definition, values)
        graph = with_patch(made.template, patch_for(made, effective_values(made, values)))
        found = [p for p in check(made, catalog, graph) if p.node_type == "LoraLoaderModelOnly"]
        assert [p.node_id for p in found] == lacking
    assert "Did you mean “smooth_pan.safetensors”?" in found[0].remedy


def test_a_server_that_is_too_old_is_named_with_both_versions():
    upscale = replace(LIBRARY.get("image-upscale"), requires=Requires(comfyui=">=0.8.0"))
    [old] = check(upscale, ServerCatalog(CORE, "0.3.64"))
    assert old.sentence() == (
        "The server is too old for “Upscale image”. It is ComfyUI 0.3.64, and 0.8.0 or newer is needed."
        " Update ComfyUI and start the server again."
    )
    assert check(upscale, ServerCatalog(CORE, "0.8.0")) == []
    assert check(upscale, ServerCatalog(CORE, "0.10.1")) == []
    assert check(upscale, CORE) == []


@pytest.mark.parametrize(
    ("version", "wanted", "older"),
    [
        ("0.3.9", ">=0.3.46", True),
        ("0.3.46", ">=0.3.46", False),
        ("v0.20", "0.3", False),
        ("1", "0.99.9", False),
        ("nightly", "0.3", False),
        ("0.3.64", "", False),
        ("0.3", "0.3.1", True),
    ],
)
def test_versions_are_compared_as_numbers(version, wanted, older):
    assert is_older(version, wanted) is older


def test_a_missing_class_is_told_with_its_pack_or_the_version_that_has_it():
    [rife] = check(LIBRARY.get("video-interpolate-rife"), CORE)
    assert "ComfyUI-Frame-Interpolation" in rife.remedy
    film = [p for p in check(LIBRARY.get("video-interpolate"), CORE) if p.node_type == "FrameInterpolate"]
    assert "0.20.0" in film[0].cause


def test_a_choice_that_the_server_does_not_know_is_named_with_near_ones():
    upscale = LIBRARY.get("image-upscale")
    graph = with_patch(upscale.template, {"scale.upscale_method": "lanczo"})
    [wrong] = check(upscale, CORE, graph)
    assert wrong.summary == "The server does not know “lanczo” for “upscale_method”."
    assert wrong.remedy == "Did you mean “lanczos”?"


def test_a_file_in_the_servers_input_folder_is_checked_but_the_uploaded_one_is_not():
    shipped = LIBRARY.get("wan22-first-last")
    mine = [one for one in shipped.parameters if one.name != "end_image"]
    ends = replace(shipped, parameters=tuple(mine))
    graph = with_patch(ends.template, {"end.image": "ending.png", "img.image": "not-there-yet.png"})
    assert [p for p in check(shipped, CORE, graph) if p.node_type == "LoadImage"] == []
    [end] = [p for p in check(ends, CORE, graph) if p.node_type == "LoadImage"]
    assert end.node_id == "end"
    assert "“ending.png” into ComfyUI's folder input" in end.remedy
    deep = with_patch(ends.template, {"end.image": "stills/ending.png"})
    assert [p for p in check(ends, CORE, deep) if p.node_type == "LoadImage"] == []


def test_close_files_ignore_folders_and_case_and_name_three_at_most():
    assert close_files("a.safetensors", ["sub/A.safetensors", "b.ckpt"]) == ["sub/A.safetensors"]
    assert len(close_files("model_1.pth", [f"model_{n}.pth" for n in range(2, 9)])) == 3
    assert close_files("x", []) == []


def test_the_built_in_engine_is_not_told_to_be_updated():
    lacks = check(LIBRARY.get("wan22-i2v"), {"VQCameraMove": {}, "LoadImage": {}})
    assert lacks
    assert all("ComfyUI server" in one.remedy for one in lacks)
