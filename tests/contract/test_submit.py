"""`POST /prompt`: every recorded refusal comes back with the same status and body."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from contract_engine import Engine, unique
from contract_graphs import empty, node

WIRE = Path(__file__).resolve().parents[1] / "data" / "wire"
COMMON = {"EmptyImage", "SaveImage", "ImageInvert", "ImageScale", "ImageScaleBy", "NoSuchNode", None}


def recorded_refusals() -> list[Any]:
    """Requests of the transcripts that need no file and only classes of both engines."""
    found = []
    for name in ("10_prompt_id_and_extra_data", "12_validation_errors", "13_partially_valid"):
        for event in json.loads((WIRE / f"{name}.json").read_text()):
            if event["kind"] == "http" and event["request"]["path"] == "/prompt" and _is_usable(event):
                found.append(pytest.param(event, id=event.get("note", "")[:60]))
    return found


def _is_usable(event: dict[str, Any]) -> bool:
    is_refused = event["status"] != 200 or event["response"]["node_errors"]
    twice = event["status"] == 500 and "equal number and equal prompt_id" in event.get("note", "")
    return bool(is_refused) and not twice and _classes(event["request"].get("json")) <= COMMON


def _classes(body: Any) -> set[str | None]:
    graph = body.get("prompt") if isinstance(body, dict) else None
    if not isinstance(graph, dict):
        return set()
    return {entry.get("class_type") for entry in graph.values() if isinstance(entry, dict)}


def comparable(reply: Any) -> Any:
    """Without what no two servers share: source lines, the order of sets, numbers and ids."""
    if isinstance(reply, list):
        parts = [comparable(part) for part in reply]
        return sorted(parts, key=lambda part: json.dumps(part, sort_keys=True))
    if isinstance(reply, dict):
        left_out = ("traceback", "number", "prompt_id")
        return {key: comparable(value) for key, value in reply.items() if key not in left_out}
    return reply


@pytest.mark.parametrize("event", recorded_refusals())
def test_recorded_refusals(engine: Engine, event: dict[str, Any]) -> None:
    request = event["request"]
    if "raw_body" in request:
        reply = engine.http.post(f"{engine.url}/prompt", data=request["raw_body"], headers=request.get("headers"))
    else:
        reply = engine.post("/prompt", request["json"])
    assert reply.status_code == event["status"]
    if "text" in event["response"]:
        assert reply.text.startswith("500 Internal Server Error")
    else:
        assert comparable(reply.json()) == comparable(event["response"])


def test_a_missing_input_file_is_refused_by_name(engine: Engine) -> None:
    graph = {
        "1": node("LoadImage", image="no such file.png"),
        "2": node("LoadVideo", file="no such clip.mp4"),
        "3": node("SaveImage", images=["1", 0], filename_prefix="x"),
        "4": node("SaveVideo", video=["2", 0], filename_prefix="x", format="auto", codec="auto"),
    }
    reply = engine.post("/prompt", {"prompt": graph})
    assert reply.status_code == 400
    errors = {key: value["errors"] for key, value in reply.json()["node_errors"].items()}
    assert {key: (one["type"], one["details"]) for key, (one,) in errors.items()} == {
        "1": ("custom_validation_failed", "image - Invalid image file: no such file.png"),
        "2": ("custom_validation_failed", "file - Invalid video file: no such clip.mp4"),
    }


def test_values_are_converted_and_unknown_inputs_kept(engine: Engine) -> None:
    graph = {"1": empty(), "2": node("SaveImage", images=["1", 0], filename_prefix=unique("contract/conv"))}
    graph["1"]["inputs"].update(width="64", height=64.9, unknown_input="x")
    graph["1"]["_meta"] = {"title": "Sky"}
    record = engine.record(engine.submit(graph))
    converted = record["prompt"][2]["1"]
    assert (converted["inputs"]["width"], converted["inputs"]["height"]) == (64, 64)
    assert (converted["inputs"]["unknown_input"], converted["_meta"]) == ("x", {"title": "Sky"})


@pytest.mark.parametrize(("given", "shown"), [("my job #7/x", "my job #7/x"), (42, "42"), (None, "None")])
def test_any_id_is_taken_as_a_string(engine: Engine, given: Any, shown: str) -> None:
    graph = {"1": empty(), "2": node("SaveImage", images=["1", 0], filename_prefix=unique("contract/id"))}
    reply = engine.post("/prompt", {"prompt": graph, "prompt_id": given}).json()
    assert reply["prompt_id"] == shown
    assert engine.record(quote(shown, safe=""), shown)["prompt"][1] == shown


def test_a_broken_node_that_no_output_needs_does_no_harm(engine: Engine) -> None:
    if engine.kind == "comfyui":
        return  # this very graph stops a real server for good
    graph = {"1": empty(), "2": node("SaveImage", images=["1", 0], filename_prefix="contract/harm")}
    graph["3"] = {"class_type": "ImageInvert"}
    graph["4"] = {"class_type": "ImageInvert", "inputs": 5}
    assert engine.outputs(graph)["2"]["images"]
