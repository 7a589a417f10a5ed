"""Recorded refusals of a real ComfyUI, in words for the user."""

import json
from pathlib import Path
from typing import Any

import pytest

from vqdesk.adapters.comfy.words import execution_problem, node_problems, rejection

WIRE = Path(__file__).parents[1] / "data" / "wire"


def refusals(name: str) -> list[tuple[str, dict[str, Any], Any]]:
    """(note, graph, reply) of every recorded 400 of POST /prompt."""
    found = []
    for entry in json.loads((WIRE / f"{name}.json").read_text("utf-8")):
        if entry["kind"] == "http" and entry["request"]["path"] == "/prompt" and entry["status"] == 400:
            body = entry["request"].get("json")
            graph = body.get("prompt") if isinstance(body, dict) else {}
            found.append((entry.get("note", ""), graph if isinstance(graph, dict) else {}, entry["response"]))
    return found


def refusal(note: str) -> tuple[dict[str, Any], Any]:
    ((graph, reply),) = [(g, r) for n, g, r in refusals("12_validation_errors") if n.startswith(note)]
    return graph, reply


@pytest.mark.parametrize("note, graph, reply", refusals("12_validation_errors"), ids=lambda value: str(value)[:30])
def test_every_recorded_refusal_has_a_cause_and_a_remedy(note, graph, reply):
    problem = rejection(reply, graph)
    assert problem.summary.endswith(".") and len(problem.cause) > 10 and problem.remedy.endswith(".")
    assert "<comfy>" not in problem.sentence() and "Traceback" not in problem.sentence()


@pytest.mark.parametrize(
    "note, words",
    [
        ("unknown node class", ("NoSuchNode", "not installed", "Install the node pack")),
        ("required input missing", ("EmptyImage", "color", "no value")),
        ("one value too small", ("width is 0", "1 to 16384", "height is 999999")),
        ("not convertible", ("'abc'", "width")),
        ("value not in list (older", ("ImageScale", "'magic'", "one of nearest-exact, bilinear")),
        ("a model that is not installed", ("does not have the file model.safetensors", "models folder")),
        ("LoadImage of a file", ("LoadImage", "not_uploaded.png", "retry")),
        ("no output node", ("No node of it writes an output",)),
        ("a cycle", ("circle",)),
        ("two bad nodes", ("EmptyImage", "ImageScaleBy", "scale_by is 99.0")),
    ],
)
def test_a_refusal_says_which_node_what_and_what_to_do(note, words):
    graph, reply = refusal(note)
    problem = rejection(reply, graph)
    for word in words:
        assert word in problem.sentence()


def test_a_title_from_the_editor_is_named():
    graph, reply = refusal("required input missing")
    graph["1"]["_meta"] = {"title": "Background"}
    problem = rejection(reply, graph)
    assert problem.summary == "The server refused “Background” (EmptyImage)."
    assert (problem.node_id, problem.node_type) == ("1", "EmptyImage")


def test_outputs_dropped_by_a_200_are_told():
    (entry,) = [
        entry
        for entry in json.loads((WIRE / "13_partially_valid.json").read_text("utf-8"))
        if entry["kind"] == "http" and isinstance(entry["response"], dict) and entry["response"].get("node_errors")
    ]
    (problem,) = node_problems(entry["response"]["node_errors"], entry["request"]["json"]["prompt"])
    assert problem.node_id == "3" and "width is 0" in problem.cause


@pytest.mark.parametrize(
    "reply", [None, [], {}, {"error": "text"}, {"node_errors": {"1": None}}, {"node_errors": []}]
)
def test_an_odd_reply_still_gives_words(reply):
    assert rejection(reply, {}).summary.startswith("The server refused")


def test_out_of_memory_says_what_to_make_smaller():
    data = {"node_id": "2", "node_type": "KSampler", "exception_type": "torch.OutOfMemoryError"}
    problem = execution_problem(data, {})
    assert "GPU memory" in problem.cause and "smaller" in problem.remedy


@pytest.mark.parametrize(
    "message", ["[Errno 28] No space left on device: 'out.png'", "[WinError 112] There is not enough space"]
)
def test_a_full_disk_of_the_server_is_called_by_its_name(message: str) -> None:
    data = {"node_id": "7", "node_type": "SaveImage", "exception_type": "OSError", "exception_message": message}
    problem = execution_problem(data, {})
    assert "disk is full" in problem.cause
    assert "Free some space" in problem.remedy
