"""Workflows from the command line: checked files, the schema, and a job of several clips."""

import json
from pathlib import Path

import av
import numpy as np
from program import Program

CLIPS = ("--param", "stages=3", "--param", "positive_prompt_stage1=one", "--param", "positive_prompt_stage3=three")


def test_check_is_content_with_what_is_shipped(program: Program) -> None:
    report = program("workflows", "check", "--json").json
    assert report["ok"]
    assert report["broken"] == []
    assert report["checked"] == len(program("workflows", "--json").json["workflows"])


def test_check_names_file_line_field_and_remedy_and_fails(program: Program, tmp_path: Path) -> None:
    template = tmp_path / "grow.json"
    template.write_text('{"s": {"class_type": "SaveImage", "inputs": {"filename_prefix": "x"}}}')
    file = tmp_path / "grow.yaml"
    file.write_text(
        "name: grow\ntitle: Grow\ncategory: tool\ntask_type: upscale\ntemplate: grow.json\noutputs: [sav]\n"
    )
    [fault] = program("workflows", "check", file, "--json", code=1).json["broken"]
    assert (Path(fault["file"]).name, fault["line"], fault["field"]) == ("grow.yaml", 6, "outputs.1")
    assert "no node “sav”" in fault["cause"]
    assert fault["remedy"]
    words = program("workflows", "check", file, code=1).out
    assert "line 6, outputs.1" in words
    assert program("workflows", "check", template, "--json").json["ok"]
    assert program("workflows", "check", tmp_path / "none.yaml", code=2).out == ""


def test_the_schema_is_printed_for_editors(program: Program) -> None:
    schema = json.loads(program("workflows", "schema").out)
    assert {"stages", "loras", "presets", "parameters"} <= schema["properties"].keys()


def test_a_job_of_three_clips_has_a_graph_with_every_text_and_one_seed(
    program: Program, photos: list[Path]
) -> None:
    own = program.home.parent / "own.json"
    own.write_text(json.dumps({str(photos[1]): {"positive_prompt_stage2": "only here"}}))
    arguments = ("submit", "wan22-clips", *photos[:2], *CLIPS, "--param", "seed=7", "--per-file", own, "--json")
    assert program(*arguments).json["job"]["counts"]["total"] == 2
    shown = program("show", 1, "--graphs", "--json").json
    first, second = (prompt["graph"] for prompt in shown["prompts"])
    assert [first[f"s{n}_pos"]["inputs"]["text"] for n in (1, 2, 3)] == ["one", "", "three"]
    assert [second[f"s{n}_pos"]["inputs"]["text"] for n in (1, 2, 3)] == ["one", "only here", "three"]
    seeds = {node["inputs"]["noise_seed"] for node in first.values() if "noise_seed" in node["inputs"]}
    assert seeds == {7}
    assert first["save"]["inputs"]["filename_prefix"].startswith("vqdesk/")


def test_clips_that_are_not_made_and_shapes_of_single_files_are_refused(
    program: Program, photos: list[Path]
) -> None:
    refused = program("submit", "wan22-i2v-2clips", photos[0], "--param", "positive_prompt_stage3=x", code=1)
    assert "Set “stages” to 3" in refused.err
    own = program.home.parent / "own.json"
    own.write_text(json.dumps({str(photos[0]): {"stages": 4}}))
    refused = program("submit", "wan22-i2v-2clips", photos[0], "--per-file", own, code=1)
    assert "Clips cannot differ from file to file" in refused.err
    refused = program("submit", "wan22-clips", photos[0], "--param", "stages=11", code=1)
    assert "from 1 to 10" in refused.err
    assert program.jobs() == []


def test_a_factor_that_makes_a_video_of_odd_size_is_refused_with_near_ones(
    program: Program, tmp_path: Path
) -> None:
    path = tmp_path / "lake.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("h264", rate=16)
        stream.width, stream.height, stream.pix_fmt = 66, 48, "yuv420p"
        frame = av.VideoFrame.from_ndarray(np.zeros((48, 66, 3), np.uint8), format="rgb24")
        container.mux(stream.encode(frame))
        container.mux(stream.encode())
    refused = program("submit", "video-upscale", path, "--param", "scale=1.5", "--json", code=1).json["error"]
    assert "lake.mp4" in refused["summary"]
    assert "99 × 72" in refused["cause"]
    assert "Near right values" in refused["remedy"]
    assert program.jobs() == []
