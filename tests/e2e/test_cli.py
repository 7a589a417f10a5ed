"""The commands of the command line, each as the user or a script calls it: words, JSON and exit codes."""

import json
import shutil
from pathlib import Path

from PIL import Image
from program import ROOT, SMALL, Program, make_photos, wait_until, write_tint

SAMPLES = ROOT / "resources" / "samples"


def test_submit_wait_brings_every_picture_home_enlarged(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("fig_bowl.jpg", "two_dogs.jpg"):
        shutil.copy(SAMPLES / name, folder / name)
    document = program("submit", "image-upscale", folder, "--param", "scale=1.5", "--wait", "--json").json
    assert document["job"]["status"] == "succeeded"
    for prompt in document["prompts"]:
        with Image.open(prompt["source_path"]) as source, Image.open(prompt["outputs"][0]["path"]) as output:
            assert output.size == (round(source.width * 1.5), round(source.height * 1.5))
    assert len(program.check_outputs_once(1)) == 2
    program.check_nothing_is_half_written()


def test_values_of_single_files(program: Program, tmp_path: Path) -> None:
    """A file's own value is used in its prompt only."""
    first, second = make_photos(tmp_path / "in", 2)
    own = tmp_path / "own.json"
    own.write_text(json.dumps({str(second): {"scale": 2}}))
    options = ("--per-file", own, "--name", "Two  sizes", "--engine", "builtin", "--wait", "--json")
    document = program("submit", "image-upscale", first, second, *options).json
    assert document["job"]["name"] == "Two sizes"
    widths = {p["source_path"]: p["outputs"][0]["width"] for p in document["prompts"]}
    assert widths == {str(first): 480, str(second): 640}


def test_each_try_has_a_seed_of_its_own(program: Program) -> None:
    """A fixed seed counts up; the workflow of the user's own paints it, so the pictures show it."""
    write_tint(program.home / "workflows")
    options = ("--param", "seed=100", "--tries", 3, "--wait", "--json")
    document = program("submit", "tint", *options).json
    assert [prompt["seed"] for prompt in document["prompts"]] == [100, 101, 102]
    assert [prompt["try"] for prompt in document["prompts"]] == [1, 2, 3]
    for prompt, path in zip(document["prompts"], program.check_outputs_once(1), strict=True):
        with Image.open(path) as picture:
            assert picture.getpixel((5, 5)) == (0, 0, prompt["seed"])


def test_a_job_is_seen_canceled_retried_and_run_later(program: Program, photos: list[Path]) -> None:
    document = program("submit", "camera-move", *photos, *SMALL, "--json").json
    added, estimate = document["job"], document["estimate"]
    assert (added["number"], added["status"], added["counts"]["pending"]) == (1, "pending", 3)
    assert (estimate["prompts"], estimate["work_s"], estimate["bytes"]) == (
        3,
        None,
        None,
    )  # nothing was learnt yet

    assert program("cancel", 1, "--json").json["canceled"] == 3
    assert program("cancel", 1, "--json").json["canceled"] == 0  # a second click changes nothing
    assert program.job(1)["job"]["status"] == "canceled"
    assert [job["number"] for job in program("jobs", "--status", "canceled", "--json").json["jobs"]] == [1]
    assert program("jobs", "--status", "failed", "--json").json["jobs"] == []
    assert program("jobs", "--search", "photo_2", "--json").json["jobs"][0]["number"] == 1

    assert program("retry", 1, "--json").json == {"retried": 3}
    assert program("retry", 1, "--json").json == {"retried": 0}
    waiting = program("jobs").out
    assert "no estimate yet" in waiting
    program("run", "--until-empty")
    program.check_outputs_once(1)
    log = " ".join(entry["text"] for entry in program("log", 1, "--json").json["log"])
    assert "Canceled" in log
    assert "1 file collected" in log
    assert program("cancel", 1, "--json").json["canceled"] == 0
    program.check_outputs_once(1)
    learnt = program("submit", "camera-move", photos[0], *SMALL)
    assert "1 prompt · about " in learnt.err
    low, high = program.job(2)["job"]["left_s"]
    assert 0 < low < high
    assert program("jobs", "--json").json["queue_left_s"] == [low, high]


def test_a_paused_queue_sends_nothing_until_it_is_resumed(program: Program, photos: list[Path]) -> None:
    program("pause")
    program("submit", "camera-move", photos[0], *SMALL)
    worker = program.start("run", "--until-empty")
    wait_until(lambda: (program.home / "worker.pid").is_file(), "the worker")
    assert program("jobs", "--json").json["jobs"][0]["counts"]["pending"] == 1
    assert program("resume", "--json").json == {"paused": False}
    assert worker.wait(timeout=60) == 0
    program.check_outputs_once(1)


def test_show_with_graphs_gives_what_the_server_got(program: Program, photos: list[Path]) -> None:
    program("submit", "image-upscale", photos[0], "--wait")
    graph = program("show", 1, "--graphs", "--json").json["prompts"][0]["graph"]
    assert "ImageScaleBy" in {node["class_type"] for node in graph.values()}
    words = program("show", 1).out
    assert "succeeded" in words
    assert str(program.outputs) in words


def test_workflows_and_doctor(program: Program) -> None:
    names = {one["name"] for one in program("workflows", "--json").json["workflows"]}
    assert names >= {"camera-move", "image-upscale", "wan22-i2v"}
    report = program("doctor", "--json").json
    assert report["ok"]
    assert {"engine", "data folder", "output folder", "workflows"} <= {one["topic"] for one in report["findings"]}


def test_without_a_server_the_job_waits_and_the_user_is_warned(program: Program, photos: list[Path]) -> None:
    ended = program("submit", "image-upscale", photos[0], "--engine", "http://127.0.0.1:9", "--json")
    assert ended.json["job"]["status"] == "pending"
    assert ended.err.startswith("Warning: ")
    assert "127.0.0.1:9" in ended.err


def test_doctor_names_the_server_that_is_away(program: Program, photos: list[Path]) -> None:
    program("submit", "image-upscale", photos[0], "--engine", "http://127.0.0.1:9")
    report = program("doctor", "--json", code=1).json
    assert not report["ok"]
    away = next(one for one in report["findings"] if not one["ok"])
    assert "127.0.0.1:9" in away["text"]
    assert away["remedy"]


def test_wrong_usage_ends_with_2(program: Program, photos: list[Path]) -> None:
    for wrong in (
        ("no-such-command",),
        ("submit",),
        ("submit", "image-upscale", photos[0], "--param", "scale"),
        ("submit", "image-upscale", photos[0], "--per-file", "nowhere.json"),
        ("submit", "image-upscale", photos[0], "--tries", "many"),
        ("show", "one"),
        ("jobs", "--status", "sleeping"),
    ):
        assert program(*wrong, code=2).out == ""
    assert program.jobs() == []


def test_what_does_not_exist_is_named(program: Program) -> None:
    for command in ("show", "log", "cancel", "retry"):
        assert "41" in program.refuses(command, 41)["summary"]
    assert "99999999999999999999" in program("show", "99999999999999999999", code=1).err
