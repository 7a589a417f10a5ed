"""The shelf: shipped and own workflows, and every fault with file, line, field and remedy."""

import json
import os
import time
from pathlib import Path

import pytest

from vqdesk.domain.errors import NotFound
from vqdesk.services.workflows import WorkflowLibrary

TEMPLATE = {
    "img": {"class_type": "LoadImage", "inputs": {"image": "a.png"}},
    "scale": {"class_type": "ImageScaleBy", "inputs": {"image": ["img", 0], "scale_by": 1.5, "fps": 24.0}},
    "ks": {"class_type": "KSampler", "inputs": {"seed": 0}},
    "save": {"class_type": "SaveImage", "inputs": {"images": ["scale", 0], "filename_prefix": "x"}},
}
DEFINITION = """\
name: grow
title: Grow
category: image_upscale
task_type: upscale
template: grow.json
input: {kind: image, node: img, field: image}
parameters:
  - name: scale
    type: float
    min: 0.25
    max: 8
    bind: [scale.scale_by]
seed: {bind: [ks.seed]}
outputs: [save]
"""


@pytest.fixture
def folders(tmp_path):
    shipped, user = tmp_path / "shipped", tmp_path / "user"
    shipped.mkdir()
    user.mkdir()
    write(shipped)
    return shipped, user


def write(folder: Path, definition: str = DEFINITION, template=TEMPLATE, name: str = "grow") -> None:
    (folder / f"{name}.yaml").write_text(definition.replace("grow", name), encoding="utf-8")
    text = template if isinstance(template, str) else json.dumps(template, indent=1)
    (folder / f"{name}.json").write_text(text, encoding="utf-8")


def only_fault(folders):
    shelf = WorkflowLibrary(*folders).shelf()
    assert len(shelf.broken) == 1, shelf.broken
    return shelf.broken[0]


def test_a_definition_becomes_parameters_with_defaults_of_the_template(folders):
    [grow] = WorkflowLibrary(*folders).shelf().definitions
    scale, seed = grow.parameters
    assert (scale.label, scale.default, scale.bind, scale.max) == ("Scale", 1.5, ("scale.scale_by",), 8)
    assert (seed.name, seed.default, grow.seed_bindings) == ("seed", "random", ("ks.seed",))
    assert (grow.input_binding, grow.outputs, grow.is_user) == ("img.image", ("save",), False)


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "cause", "remedy"),
    [
        ("title: Grow", "titel: Grow", 2, "titel", "The key “titel” is not known.", "Did you mean “title”?"),
        ("    max: 8", "    maxx: 8", 11, "parameters.scale.maxx", "“maxx” is not known", "“max”"),
        ("title: Grow\n", "", 1, "title", "The key “title” is missing.", "Add “title: …”."),
        ("category: image_upscale", "category: images", 3, "category", "Input should be", "images"),
        ("task_type: upscale", "task_type: upscaling", 4, "task_type", "is not known", "“upscale”"),
        ("template: grow.json", "template: ../grow.json", 5, "template", "wrong form", "same folder"),
        ("template: grow.json", "template: lost.json", 5, "template", "lost.json cannot be read", "Put the file"),
        ("node: img", "node: imgg", 6, "input.field", "no node “imgg”", "“img”"),
        ("scale.scale_by", "scale.scale", 12, "parameters.scale.bind.1", "no input “scale”", "“scale_by”"),
        ("scale.scale_by", "scale.image", 12, "parameters.scale.bind.1", "connected to node “img”", "plain value"),
        ("scale.scale_by", "scale", 12, "parameters.scale.bind.1", "wrong form", "node.input"),
        ("type: float", "type: double", 9, "parameters.scale.type", "Input should be", "double"),
        ("    min: 0.25", "    min: 2", 8, "parameters.scale.default", "from 2 to 8", "Correct the default"),
        ("    max: 8", "    max: 0.1", 10, "parameters.scale.min", "lowest value is above", "Swap"),
        ("    max: 8", "    choices: [1, 2]", 11, "parameters.scale.choices", "type “choice”", "Add or remove"),
        ("    max: 8", "    less_than: steps", 11, "parameters.scale.less_than", "“steps”", "scale"),
        ("    max: 8", "    optional: true", 11, "parameters.scale.optional", "file of the user", "widget image"),
        ("ks.seed", "ks.noise_seed", 13, "seed.bind.1", "no input “noise_seed”", "seed."),
        ("ks.seed", "scale.scale_by", 13, "seed.bind.1", "bound twice", "Remove one"),
        ("outputs: [save]", "outputs: [img]", 14, "outputs.1", "no input “filename_prefix”", "saves files"),
        ("outputs: [save]", "outputs: [savee]", 14, "outputs.1", "no node “savee”", "“save”"),
        (
            "seed:",
            "timing: {fps: 16, frames_per_stage: 1}\nseed:",
            13,
            "timing.fps",
            "says 24, not 16",
            "Write 24.",
        ),
        ("outputs: [save]", "outputs: [save", 14, "", "YAML:", "Correct the line"),
        ("title: Grow", "title: Grow\ntitle: Two", 3, "", "duplicate key", "Correct the line"),
        ("name: grow", "name: other", 1, "name", "the file's is “grow”", "Make both the same."),
    ],
)
def test_a_fault_in_a_definition_has_its_place_and_remedy(folders, old, new, line, field, cause, remedy):
    assert old in DEFINITION
    write(folders[0], DEFINITION.replace(old, new))
    fault = only_fault(folders)
    assert Path(fault.file).name == "grow.yaml"
    assert (fault.line, fault.field) == (line, field)
    assert cause in fault.problem.cause
    assert remedy in fault.problem.remedy


@pytest.mark.parametrize(
    ("template", "line", "cause"),
    [
        ('{\n"a": {,\n}', 2, "JSON:"),
        ('{"nodes": [], "links": []}', 0, "window format"),
        ("[]", 0, "holds no nodes"),
        ('{\n"save": {"inputs": {}}}', 2, "Node “save” has no class_type"),
        ('{\n"save":{"class_type":"SaveImage",\n"inputs":{"images":["x",0]}}}', 2, "node “x”, which is not in"),
        (
            '{\n"a":{"class_type":"X","inputs":{"i":[33,0]}}}',
            2,
            'names node 33 by a number; ids are text. Write ["33", 0]',
        ),
        (
            '{"a":{"class_type":"X","inputs":{"i":["b",0]}},\n"b":{"class_type":"X","inputs":{"i":["a",0]}}}',
            1,
            "feed one another in a circle",
        ),
        ('{"a":{"class_type":"X",\n"inputs":{"i":NaN}}}', 2, "NaN is not a number that a server takes"),
        ('{"a":{"class_type":"X",\n"inputs":{"i":-Infinity}}}', 2, "not a number that a server takes"),
        ('{"a":{"class_type":"X",\n"inputs":{"i":1e999}}}', 2, "1e999 is not a number"),
        ('{"a":{"class_type":"X","inputs":{}},\n"a":{"class_type":"Y","inputs":{}}}', 2, "“a” is there twice"),
        ('{"a":{"class_type":"X","inputs":{"i":' + "9" * 5000 + "}}}", 0, "JSON:"),
        ("[" * 100_000, 0, "JSON:"),
    ],
)
def test_a_fault_in_a_template_names_the_template(folders, template, line, cause):
    write(folders[0], template=template)
    fault = only_fault(folders)
    assert Path(fault.file).name == "grow.json"
    assert fault.line == line
    assert cause in fault.problem.cause
    assert fault.problem.remedy


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "name: [*self", "\x00\x01", "just words"])
def test_a_file_that_is_no_definition_is_listed_and_hides_nothing(folders, text):
    (folders[1] / "odd.yaml").write_text(text, encoding="utf-8")
    shelf = WorkflowLibrary(*folders).shelf()
    assert [one.name for one in shelf.definitions] == ["grow"]
    assert [Path(one.file).name for one in shelf.broken] == ["odd.yaml"]


def test_aliases_that_explode_are_refused_quickly(folders):
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 9))
    (folders[1] / "bomb.yaml").write_text(f"l0: &l0 [a]\n{levels}", encoding="utf-8")
    started = time.process_time()
    assert "too many values" in only_fault(folders).problem.cause
    assert time.process_time() - started < 5


def test_a_file_that_is_not_text_is_listed(folders):
    (folders[1] / "latin.yaml").write_bytes(b"title: \xff\xfe")
    assert "not UTF-8" in only_fault(folders).problem.cause


def test_a_template_in_another_encoding_is_named_and_a_mark_of_utf_8_is_forgiven(folders):
    (folders[0] / "grow.json").write_bytes(json.dumps(TEMPLATE).encode("utf-16"))
    fault = only_fault(folders)
    assert (Path(fault.file).name, fault.problem.remedy) == ("grow.json", "Save it as UTF-8.")
    (folders[0] / "grow.json").write_bytes(b"\xef\xbb\xbf" + json.dumps(TEMPLATE).encode())
    assert WorkflowLibrary(*folders).get("grow")


def test_an_enormous_template_is_not_even_read(folders):
    (folders[0] / "grow.json").write_text('{"a": "' + "x" * 20_000_000 + '"}')
    started = time.process_time()
    assert "larger than 4 MB" in only_fault(folders).problem.cause
    assert time.process_time() - started < 1


@pytest.mark.parametrize("number", [".nan", ".inf", "-.inf"])
def test_a_number_of_yaml_that_is_none_is_named(folders, number):
    write(folders[0], DEFINITION.replace("max: 8", f"max: {number}"))
    assert only_fault(folders).field == "parameters.scale.max"


def test_one_changed_file_does_not_make_the_others_be_read_again(folders):
    write(folders[1], name="shrink")
    library = WorkflowLibrary(*folders)
    shrink = library.get("shrink")
    write(folders[0], DEFINITION.replace("title: Grow", "title: Bigger"))
    assert library.get("grow").title == "Bigger"
    assert library.get("shrink") is shrink


def test_a_preset_is_checked_like_a_form(folders):
    preset = "presets: [{name: huge, values: {scale: 9.0}}]\noutputs: [save]"
    write(folders[0], DEFINITION.replace("outputs: [save]", preset))
    fault = only_fault(folders)
    assert (fault.line, fault.field) == (14, "presets.huge.values.scale")
    assert "from 0.25 to 8" in fault.problem.remedy or "nearest" in fault.problem.remedy
    write(folders[0], DEFINITION.replace("outputs: [save]", preset.replace("9.0", "2.0")))
    [huge] = WorkflowLibrary(*folders).get("grow").presets
    assert (huge.label, huge.values) == ("huge", {"scale": 2.0})


def test_the_users_workflow_takes_the_place_of_the_shipped_one(folders):
    write(folders[1], DEFINITION.replace("title: Grow", "title: Mine"))
    [grow] = WorkflowLibrary(*folders).shelf().definitions
    assert (grow.title, grow.is_user) == ("Mine", True)


def test_a_broken_own_workflow_leaves_the_shipped_one_in_place(folders):
    write(folders[1], DEFINITION.replace("title: Grow", "titel: Mine"))
    shelf = WorkflowLibrary(*folders).shelf()
    assert [one.title for one in shelf.definitions] == ["Grow"]
    assert {Path(one.file).parent for one in shelf.broken} == {folders[1]}


def test_changed_files_are_read_again_and_others_are_not(folders):
    library = WorkflowLibrary(*folders)
    before = library.shelf()
    assert library.shelf() is before
    write(folders[0], DEFINITION.replace("title: Grow", "title: Bigger"))
    assert library.get("grow").title == "Bigger"
    (folders[0] / "grow.json").unlink()
    assert library.shelf().definitions == ()


def test_a_template_edited_alone_is_noticed(folders):
    library = WorkflowLibrary(*folders)
    library.shelf()
    changed = json.loads(json.dumps(TEMPLATE))
    changed["scale"]["inputs"]["scale_by"] = 2.5
    write(folders[0], template=changed)
    stamp = time.time_ns() + 10**9
    os.utime(folders[0] / "grow.json", ns=(stamp, stamp))
    assert library.get("grow").parameters[0].default == 2.5


def test_an_unknown_name_brings_similar_ones_and_a_broken_one_its_fault(folders):
    library = WorkflowLibrary(*folders)
    with pytest.raises(NotFound) as unknown:
        library.get("grwo")
    assert (
        unknown.value.problem.sentence()
        == "There is no workflow “grwo”. None of the 1 workflows here has that name. Did you mean “grow”?"
    )
    write(folders[0], DEFINITION.replace("title:", "titel:"))
    with pytest.raises(NotFound) as broken:
        library.get("grow")
    assert "line 2" in broken.value.problem.cause


def test_missing_folders_are_an_empty_shelf(tmp_path):
    shelf = WorkflowLibrary(tmp_path / "a", tmp_path / "b").shelf()
    assert (shelf.definitions, shelf.broken) == ((), ())


def test_a_folder_that_cannot_be_read_is_told_and_so_is_a_file_that_is_not_taken(folders, tmp_path):
    library = WorkflowLibrary(*folders)
    assert library.faults("grow") == ()
    write(folders[1], DEFINITION.replace("title:", "titel:"))
    assert library.get("grow").is_user is False
    assert [one.line for one in library.faults("grow")] == [2]
    no_folder = tmp_path / "in the way"
    no_folder.write_text("a file")
    shelf = WorkflowLibrary(folders[0], no_folder).shelf()
    assert [one.name for one in shelf.definitions] == ["grow"]
    assert [one.file for one in shelf.broken] == [str(no_folder)]
    assert all((shelf.broken[0].problem.cause, shelf.broken[0].problem.remedy))
