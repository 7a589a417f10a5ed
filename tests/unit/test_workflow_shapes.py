"""Faults of `stages` and `loras` in a definition: each has its place and its remedy."""

from pathlib import Path
from shutil import copyfile

import pytest

from vqdesk.locations import workflows_dir
from vqdesk.services.workflows import WorkflowLibrary
from vqdesk.services.workflows.library import check_file

TEXT = (workflows_dir() / "wan22-clips.yaml").read_text(encoding="utf-8")


def faults(tmp_path: Path, old: str, new: str, template: tuple[str, str] = ("", "")) -> list:
    assert old in TEXT
    path = tmp_path / "wan22-clips.yaml"
    path.write_text(TEXT.replace(old, new), encoding="utf-8")
    copyfile(workflows_dir() / "wan22-clips.json", tmp_path / "wan22-clips.json")
    if template[0]:
        json = tmp_path / "wan22-clips.json"
        json.write_text(json.read_text(encoding="utf-8").replace(*template), encoding="utf-8")
    return list(check_file(path))


@pytest.mark.parametrize(
    ("old", "new", "field", "cause", "remedy"),
    [
        ("high: s1_hi", "high: s1_high", "stages.roles.high", "no node “s1_high”", "“s1_hi”"),
        ("high: s1_hi", "high: s1_lo", "stages.roles", "two roles", "of its own"),
        ("default: 1\n", "default: 11\n", "stages.default", "not from 1 to 10", "Correct"),
        (", overlap: 1", "", "timing.overlap", "share 0 frames", "overlap: 1"),
        (", overlap: 1", ", overlap: 4", "timing.overlap", "share 4 frames", "5, 9"),
        (", overlap: 1", ", overlap: 9", "parameters.length.min", "at least the 9 frames", "9 or more"),
        ("i2v: s1_i2v", "i2v: neg", "stages.roles.i2v", "no input “length”", "makes video"),
        ("decode: s1_dec", "decode: vid", "stages.roles", "Only the decoder's pictures", "Correct the roles"),
        ("name: positive_prompt_stage1", "name: positive_prompt", "stages", "_stage1", "positive_prompt_stage1"),
        ("name: cfg", "name: cfg_stage2", "", "", ""),
        ("name: cfg", "name: stages", "parameters.stages.name", "adds a parameter “stages”", "Rename"),
        ("name: cfg", "name: lora2_low", "parameters.lora2_low.name", "adds a parameter", "Rename"),
        ("name: cfg", "name: cfg_stage1", "", "", ""),
        ("after: [lH, lL]", "after: [lH, lX]", "loras.after.2", "no node “lX”", "lH, lL"),
        ("after: [lH, lL]", "after: [lH, save]", "loras.after.2", "Nothing takes the model", "goes on"),
        ("after: [lH, lL]", "after: [lH, lL, uH]", "loras.after", "at most 2", "lH"),
        ("slots: 4", "slots: 0", "loras.slots", "greater than or equal to 1", "0"),
        ("  roles:", "  rolls:", "stages.rolls", "“rolls” is not known", "“roles”"),
    ],
)
def test_a_fault_has_its_place_and_remedy(tmp_path, old, new, field, cause, remedy):
    found = faults(tmp_path, old, new)
    if not cause:
        assert found == []
        return
    fault = next(one for one in found if one.field == field)
    assert fault.line > 1
    assert cause in fault.problem.cause
    assert remedy in fault.problem.remedy


def test_a_start_image_that_hangs_in_the_air_is_named(tmp_path):
    [fault] = faults(tmp_path, "x", "x", ('"start_image": ["img", 0]', '"start_image": ""'))
    assert "Nothing is connected to “start_image”" in fault.problem.cause


def test_a_node_that_stands_where_a_clip_shall_be_built_is_named(tmp_path):
    [fault] = faults(tmp_path, "x", "x", ('"neg"', '"s2_tail"'))[:1]
    assert "s2_tail" in fault.problem.cause or "neg" in fault.problem.cause


def test_the_library_reads_what_the_check_accepts(tmp_path):
    assert faults(tmp_path, "default: 1\n", "default: 4\n") == []
    [workflow] = WorkflowLibrary(tmp_path, tmp_path / "none").shelf().definitions
    assert workflow.shape.stages == 4


def test_a_template_can_be_checked_alone(tmp_path):
    path = tmp_path / "odd.json"
    path.write_text('{"a": {"class_type": "X", "inputs": {"i": [3, 0]}}}')
    [fault] = check_file(path)
    assert "names node 3 by a number" in fault.problem.cause
    assert check_file(workflows_dir() / "wan22-clips.json") == ()
