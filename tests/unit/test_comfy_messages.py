"""Recorded messages of a real ComfyUI, read as events and records."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from vqdesk.adapters.comfy.messages import FEATURE_FLAGS, MessageReader, queue_ids, read_record
from vqdesk.domain.events import (
    EngineEvent,
    ExecutionFailed,
    ExecutionFinished,
    ExecutionInterrupted,
    ExecutionStarted,
    NodeProgressed,
    NodeStarted,
    PreviewArrived,
)

WIRE = Path(__file__).parents[1] / "data" / "wire"


def transcript(name: str) -> list[dict[str, Any]]:
    return json.loads((WIRE / f"{name}.json").read_text("utf-8"))


def frames(entries: list[dict[str, Any]], connection: str) -> list[tuple[str, bytes]]:
    """What one connection received, as bytes on the wire."""
    seen = []
    for entry in entries:
        if entry.get("ws") != connection:
            continue
        if entry["event"] == "message":
            text = entry.get("raw_text") or json.dumps(entry["response"])
            seen.append(("text", text.encode()))
        elif entry["event"] == "binary" and "frame_hex" in entry["response"]:
            seen.append(("binary", bytes.fromhex(entry["response"]["frame_hex"])))
    return seen


def replay(name: str, ours: set[str], connection: str = "A") -> list[EngineEvent]:
    reader = MessageReader(ours)
    events: list[EngineEvent] = []
    for kind, frame in frames(transcript(name), connection):
        events += reader.text(frame) if kind == "text" else reader.binary(frame)
    return events


def posted(name: str) -> list[str]:
    """Ids of all prompts that the recorded client queued, in order."""
    return [
        entry["response"]["prompt_id"]
        for entry in transcript(name)
        if entry["kind"] == "http"
        and entry["request"]["path"] == "/prompt"
        and entry["status"] == 200
        and "prompt_id" in entry["response"]
    ]


def records(name: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for entry in transcript(name):
        if entry["kind"] == "http" and entry["request"]["path"].startswith("/history/") and entry["response"]:
            found.update(entry["response"])
    return found


def test_a_prompt_is_told_from_start_to_end():
    run = posted("06_prompt_image")[0]
    events = replay("06_prompt_image", {run})
    assert events[0] == ExecutionStarted(run)
    assert [event.node_id for event in events if isinstance(event, NodeStarted)] == ["1", "2", "3", "4"]
    assert events[-1] == ExecutionFinished(run)


def test_the_end_comes_with_the_last_message_not_with_execution_success():
    run = posted("06_prompt_image")[0]
    reader = MessageReader({run})
    ends = {}
    for _, frame in frames(transcript("06_prompt_image"), "A"):
        message = json.loads(frame)
        ends[message["type"], message["data"].get("node", "")] = [
            event for event in reader.text(frame) if isinstance(event, ExecutionFinished)
        ]
    assert ends["execution_success", ""] == []
    assert ends["executing", None] == [ExecutionFinished(run)]


def test_prompts_of_others_are_not_told():
    assert replay("06_prompt_image", {"somebody else's"}) == []
    assert replay("20_no_client_id_and_broadcast", set(), "B") == []


def test_a_repeated_end_is_told_once():
    run = posted("06_prompt_image")[0]
    reader = MessageReader({run})
    last = json.dumps({"type": "executing", "data": {"node": None, "prompt_id": run}}).encode()
    assert reader.text(last) == [ExecutionFinished(run)]
    assert reader.text(last) == []


def test_a_flood_of_progress_tells_each_step_once():
    run = posted("22_progress_flood")[0]
    steps = [event for event in replay("22_progress_flood", {run}) if isinstance(event, NodeProgressed)]
    told = Counter((event.node_id, event.value) for event in steps)
    longest = max(event.maximum for event in steps)
    assert set(told.values()) == {1}
    assert [event.value for event in steps if event.maximum == longest] == [
        float(step) for step in range(1, int(longest) + 1)
    ]


def test_nodes_of_a_subgraph_are_told_as_the_node_the_user_knows():
    run = posted("26_expansion_and_async")[0]
    started = [e for e in replay("26_expansion_and_async", {run}) if isinstance(e, NodeStarted)]
    assert {event.node_id for event in started} == {"7", "8"}


def test_previews_that_name_their_prompt_are_used():
    runs = set(posted("21_preview_frames"))
    recorded = [
        entry["response"]
        for entry in transcript("21_preview_frames")
        if entry.get("ws") == "B"
        and entry.get("event") == "binary"
        and entry["response"]["event_type"] == 4
        and "frame_hex" in entry["response"]
    ]
    previews = [e for e in replay("21_preview_frames", runs, "B") if isinstance(e, PreviewArrived)]
    assert len(previews) == len(recorded) > 0
    assert [len(event.data) for event in previews] == [each["payload"]["bytes"] for each in recorded]
    assert {event.mime for event in previews} == {"image/jpeg", "image/png"}
    assert all(event.data[:2] in (b"\xff\xd8", b"\x89P") for event in previews)


def test_previews_that_name_no_prompt_are_ignored():
    runs = set(posted("21_preview_frames"))
    assert not [e for e in replay("21_preview_frames", runs, "A") if isinstance(e, PreviewArrived)]


def test_an_interrupt_is_told_before_the_end():
    run = posted("15_interrupt")[0]
    events = [e for e in replay("15_interrupt", {run}) if not isinstance(e, NodeProgressed | NodeStarted)]
    assert events == [ExecutionStarted(run), ExecutionInterrupted(run), ExecutionFinished(run)]


def test_a_failure_names_the_node_and_keeps_the_traceback_for_the_log():
    run = posted("14_execution_error")[0]
    (failure,) = [e for e in replay("14_execution_error", {run}) if isinstance(e, ExecutionFailed)]
    assert failure.problem.summary == "LoadImage failed."
    assert "cannot identify image file" in failure.problem.cause
    assert "Traceback" not in failure.problem.sentence() and "File" in failure.problem.details
    assert failure.problem.remedy


@pytest.mark.parametrize(
    "frame",
    [
        b"",
        b"not json",
        b"[1, 2]",
        b'{"type": "progress"}',
        b'{"type": "progress", "data": null}',
        b'{"type": "progress", "data": {"prompt_id": "p", "node": "1", "value": NaN, "max": Infinity}}',
        b'{"type": "progress_state", "data": {"prompt_id": "p", "nodes": [1]}}',
        b'{"type": "something new", "data": {"prompt_id": "p"}}',
    ],
)
def test_odd_messages_do_no_harm(frame):
    for event in MessageReader({"p"}).text(frame):
        assert event == NodeProgressed("p", "1", 0.0, 0.0)


@pytest.mark.parametrize("frame", [b"", b"\0\0\0\4", b"\0\0\0\4\xff\xff\xff\xff{", b"\0\0\0\4\0\0\0\2{}abc"])
def test_odd_previews_do_no_harm(frame):
    assert MessageReader({"p"}).binary(frame) == []


def test_nan_tokens_in_other_messages_do_no_harm():
    runs = set(posted("30_odd_ui_values"))
    ended = [e for e in replay("30_odd_ui_values", set(runs)) if isinstance(e, ExecutionFinished)]
    assert ended


def test_the_flags_ask_for_previews_with_names():
    assert json.loads(FEATURE_FLAGS)["data"]["supports_preview_metadata"] is True


def test_a_record_of_success_lists_the_files():
    (record,) = records("06_prompt_image").values()
    found = read_record(record)
    assert found.outcome == "succeeded" and found.problem is None
    assert [(file.node_id, file.subfolder, file.kind) for file in found.files] == [("4", "wire", "output")]


def test_a_record_of_failure_keeps_files_that_were_finished():
    record = {
        "outputs": {"2": {"images": [{"filename": "a.png", "subfolder": "", "type": "output"}]}},
        "status": {"status_str": "error", "messages": [["execution_error", {"node_id": "9"}]]},
    }
    found = read_record(record)
    assert found.outcome == "failed" and found.problem is not None and len(found.files) == 1


def test_a_record_tells_an_interrupt_from_a_failure():
    outcomes = {run: read_record(record).outcome for run, record in records("15_interrupt").items()}
    assert outcomes[posted("15_interrupt")[0]] == "interrupted"
    assert {read_record(record).outcome for record in records("14_execution_error").values()} == {
        "failed",
        "succeeded",
    }


def test_a_record_of_failure_names_the_title_of_the_node():
    (_run, record), *_ = records("14_execution_error").items()
    record["prompt"][2]["1"]["_meta"] = {"title": "Portrait"}
    problem = read_record(record).problem
    assert problem is not None and problem.summary == "“Portrait” (LoadImage) failed."


@pytest.mark.parametrize("record", [None, {}, {"outputs": {"1": {"images": [None, {"filename": 3}, "x"]}}}, []])
def test_odd_records_have_no_files(record):
    assert read_record(record).files == ()


def test_files_of_every_output_key_are_found():
    file = {"filename": "clip.mp4", "subfolder": "vqdesk", "type": "output"}
    record = {
        "outputs": {"1": {"gifs": [file]}, "2": {"audio": [file]}, "3": {"text": ["hello"], "animated": [True]}}
    }
    found = read_record(record)
    assert [each.node_id for each in found.files] == ["1", "2"]
    assert found.texts == {"3": ["hello"]}


def test_the_queue_tells_waiting_from_running():
    body = {"queue_running": [[1, "r", {}, {}, []]], "queue_pending": [[3, "b", {}, {}, []], [2, "a", {}, {}, []]]}
    assert queue_ids(body) == ({"a", "b"}, {"r"})
    assert queue_ids([]) == (set(), set())
