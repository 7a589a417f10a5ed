"""What clients see of a run: messages and their order, history, cache, failures, interrupts, the queue."""

import json
import time
import uuid
from pathlib import Path
from typing import Any

import pytest
from contract_engine import Engine, Listener, Message, unique
from contract_graphs import empty, node, slow, tiny

WIRE = Path(__file__).resolve().parents[1] / "data" / "wire"


def kinds(messages: list[Message]) -> list[str]:
    return [message["type"] for message in messages]


def of_kind(messages: list[Message], kind: str) -> list[dict[str, Any]]:
    return [message["data"] for message in messages if message["type"] == kind]


def recorded_order(name: str, client: str, prompt_id: str) -> list[tuple[str, Any]]:
    events = json.loads((WIRE / f"{name}.json").read_text())
    return [
        _shape(event["response"])
        for event in events
        if event["kind"] == "ws" and event["ws"] == client and _belongs(event.get("response"), prompt_id)
    ]


def _belongs(message: Any, prompt_id: str) -> bool:
    return isinstance(message, dict) and message.get("data", {}).get("prompt_id") == prompt_id


def _shape(message: Message) -> tuple[str, Any]:
    """Kind, node, and for progress_state which node is in which state."""
    data = message["data"]
    if message["type"] == "progress_state":
        return "progress_state", {key: state["state"] for key, state in data["nodes"].items()}
    return message["type"], data.get("node", data.get("nodes"))


def test_messages_of_a_run_come_in_the_recorded_order(engine: Engine) -> None:
    name = engine.upload(unique("red") + ".png", (WIRE.parent / "pixels" / "source.png").read_bytes())["name"]
    graph = {
        "1": node("LoadImage", image=name),
        "2": node(
            "ImageScale", image=["1", 0], upscale_method="nearest-exact", width=48, height=40, crop="disabled"
        ),
        "3": node("ImageInvert", image=["2", 0]),
        "4": node("SaveImage", images=["3", 0], filename_prefix=unique("contract/six")),
    }
    with engine.socket() as listener:
        prompt_id = engine.submit(graph, listener.client_id)
        messages = listener.until_end(prompt_id)
    own = [_shape(message) for message in messages if _belongs(message, prompt_id)]
    expected = recorded_order("06_prompt_image", "A", "250f445c-dbba-4f1b-ba63-39c1c91b6f6d")
    assert own == expected
    assert kinds(messages)[:3] == ["status", "status", "execution_start"]
    assert kinds(messages)[-3:] == ["execution_success", "status", "executing"]
    assert [data["status"]["exec_info"]["queue_remaining"] for data in of_kind(messages, "status")] == [1, 1, 0]


def test_the_history_record_is_there_when_the_run_has_ended(engine: Engine) -> None:
    prefix = unique("contract/hist")
    graph = tiny(prefix)
    with engine.socket() as listener:
        prompt_id = engine.submit(graph, listener.client_id, extra_data={"note": "kept", "api_key_comfy_org": "x"})
        listener.until_end(prompt_id)
        record = engine.get(f"/history/{prompt_id}").json()[prompt_id]
    number, found_id, found_graph, extra, outputs = record["prompt"]
    assert (found_id, found_graph, outputs) == (prompt_id, graph, ["2"])
    assert extra == {"note": "kept", "client_id": listener.client_id}
    assert isinstance(number, int | float)
    (file,) = record["outputs"]["2"]["images"]
    assert file == {"filename": f"{prefix.split('/')[1]}_00001_.png", "subfolder": "contract", "type": "output"}
    assert record["meta"]["2"] == {"node_id": "2", "display_node": "2", "parent_node": None, "real_node_id": "2"}
    status = record["status"]
    assert (status["status_str"], status["completed"]) == ("success", True)
    assert [event for event, _ in status["messages"]] == [
        "execution_start",
        "execution_cached",
        "execution_success",
    ]
    times = [data["timestamp"] for _, data in status["messages"]]
    assert times == sorted(times)
    assert abs(times[0] / 1000 - time.time()) < 60


def test_the_id_is_the_one_we_chose_and_pending_ids_have_no_history(engine: Engine) -> None:
    chosen = str(uuid.uuid4())
    with engine.socket() as listener:
        held = engine.submit(slow(), listener.client_id)
        wait_for_second_node(listener, held)
        assert engine.submit(tiny(unique("contract/id")), prompt_id=chosen) == chosen
        assert engine.get(f"/history/{chosen}").json() == {}
        queue = engine.get("/queue").json()
    assert [entry[1] for entry in queue["queue_running"]] == [held]
    assert [entry[1] for entry in queue["queue_pending"]] == [chosen]
    assert queue["queue_pending"][0][4] == ["2"]
    assert engine.get("/prompt").json() == {"exec_info": {"queue_remaining": 2}}
    assert engine.record(chosen)["prompt"][1] == chosen
    engine.record(held)


def test_the_same_graph_again_is_answered_from_the_cache_with_the_old_names(engine: Engine) -> None:
    graph = tiny(unique("contract/cached"))
    renumbered = {"10": graph["1"], "20": node("SaveImage", **{**graph["2"]["inputs"], "images": ["10", 0]})}
    with engine.socket() as listener:
        first = engine.submit(graph, listener.client_id)
        old = of_kind(listener.until_end(first), "executed")[0]["output"]
        second = engine.submit(renumbered, listener.client_id)
        messages = listener.until_end(second)
    assert of_kind(messages, "execution_cached")[0]["nodes"] == ["10", "20"]
    (executed,) = of_kind(messages, "executed")
    assert (executed["node"], executed["output"]) == ("20", old)
    assert [data["node"] for data in of_kind(messages, "executing")] == [None]
    assert engine.record(second)["outputs"] == {"20": old}


def test_a_changed_end_reuses_what_comes_before_it(engine: Engine) -> None:
    graph = tiny(unique("contract/part"))
    with engine.socket() as listener:
        listener.until_end(engine.submit(graph, listener.client_id))
        graph["2"]["inputs"]["filename_prefix"] = unique("contract/part")
        messages = listener.until_end(engine.submit(graph, listener.client_id))
    assert of_kind(messages, "execution_cached")[0]["nodes"] == ["1"]
    assert [data["node"] for data in of_kind(messages, "executing")] == ["2", None]


def test_a_failing_node_ends_the_run_and_says_which_and_why(engine: Engine) -> None:
    name = engine.upload(unique("bad") + ".png", b"this is no image")["name"]
    graph = {
        "1": node("LoadImage", image=name),
        "2": node("SaveImage", images=["1", 0], filename_prefix=unique("contract/bad")),
    }
    with engine.socket() as listener:
        prompt_id = engine.submit(graph, listener.client_id)
        messages = listener.until_end(prompt_id)
        after = engine.submit(tiny(unique("contract/after")), listener.client_id)
        assert "execution_success" in kinds(listener.until_end(after))
    (failure,) = of_kind(messages, "execution_error")
    assert (failure["node_id"], failure["node_type"], failure["executed"]) == ("1", "LoadImage", [])
    assert failure["exception_type"] == "PIL.UnidentifiedImageError"
    assert failure["exception_message"].startswith("cannot identify image file")
    assert failure["current_inputs"] == {"image": [name]}
    assert all(isinstance(line, str) for line in failure["traceback"])
    assert "execution_success" not in kinds(messages)
    assert of_kind(messages, "progress_state")[-1]["nodes"]["1"]["state"] == "running"
    record = engine.record(prompt_id)
    assert (record["status"]["status_str"], record["status"]["completed"]) == ("error", False)
    assert record["status"]["messages"][-1] == ["execution_error", failure]
    assert record["outputs"] == {}


@pytest.mark.parametrize(
    ("class_type", "inputs"),
    [
        ("SaveVideo", {"video": ["3", 0], "filename_prefix": "contract/v", "format": "avi", "codec": "auto"}),
        ("SaveImage", {"images": ["1", 0], "filename_prefix": "../outside"}),
        ("SaveImage", {"images": "picture.png", "filename_prefix": "x"}),
    ],
)
def test_what_is_not_checked_at_submission_fails_when_it_runs(
    engine: Engine, class_type: str, inputs: dict[str, Any]
) -> None:
    graph = {"1": empty(), "3": node("CreateVideo", images=["1", 0], fps=8), "2": node(class_type, **inputs)}
    record = engine.record(engine.submit(graph))
    event, failure = record["status"]["messages"][-1]
    assert (event, failure["node_id"], failure["node_type"]) == ("execution_error", "2", class_type)
    assert failure["exception_message"].strip()


def test_outputs_finished_before_a_failure_are_kept(engine: Engine) -> None:
    graph = {
        "1": empty(),
        "2": node("SaveImage", images=["1", 0], filename_prefix=unique("contract/kept")),
        "3": node("ImageInvert", image=["1", 0]),
        "4": node("ImageScaleBy", image=["3", 0], upscale_method="area", scale_by=0.01),
        "5": node("SaveImage", images=["4", 0], filename_prefix="../outside"),
    }
    graph["4"]["inputs"]["scale_by"] = 1.0
    record = engine.record(engine.submit(graph))
    assert record["status"]["status_str"] == "error"
    assert list(record["outputs"]) == ["2"]


def wait_for_second_node(listener: Listener, prompt_id: str) -> None:
    listener.until("executing", prompt_id, node="1")


def test_an_interrupt_ends_the_running_prompt_and_the_next_runs(engine: Engine) -> None:
    with engine.socket() as listener:
        prompt_id = engine.submit(slow(), listener.client_id)
        wait_for_second_node(listener, prompt_id)
        following = engine.submit(tiny(unique("contract/next")), listener.client_id)
        assert engine.post("/interrupt", {"prompt_id": following}).content == b""  # pending: ignored
        assert engine.post("/interrupt", {"prompt_id": prompt_id}).status_code == 200
        messages = listener.until_end(prompt_id)
        assert "execution_success" in kinds(listener.until_end(following))
    (stopped,) = of_kind(messages, "execution_interrupted")
    assert stopped["node_type"] == "ImageScale"
    assert "0" in stopped["executed"]
    record = engine.record(prompt_id)
    assert (record["status"]["status_str"], record["status"]["completed"]) == ("error", False)
    assert record["status"]["messages"][-1] == ["execution_interrupted", stopped]


def test_deleted_and_cleared_prompts_vanish_without_a_record(engine: Engine) -> None:
    with engine.socket() as listener:
        held = engine.submit(slow(), listener.client_id)
        wait_for_second_node(listener, held)
        deleted, kept, cleared = (engine.submit(tiny(unique("contract/q"))) for _ in range(3))
        reply = engine.post("/queue", {"delete": [deleted, held, "no-such-id"]})
        assert (reply.status_code, reply.content) == (200, b"")
        assert [entry[1] for entry in sorted(engine.get("/queue").json()["queue_pending"])] == [kept, cleared]
        assert engine.post("/queue", {"delete": [kept]}).status_code == 200
        assert engine.post("/queue", {"clear": True}).status_code == 200
        assert engine.get("/queue").json()["queue_pending"] == []
        engine.post("/interrupt", {})
        messages = listener.until_end(held)
    assert of_kind(messages, "status")[-1]["status"]["exec_info"]["queue_remaining"] == 0
    assert all(engine.get(f"/history/{prompt_id}").json() == {} for prompt_id in (deleted, kept, cleared))


def test_the_queue_runs_by_number_then_by_id_and_front_goes_first(engine: Engine) -> None:
    base = unique("order")
    submissions: list[tuple[str, dict[str, Any]]] = [
        ("normal-1", {}),
        ("front-1", {"front": True}),
        ("front-2", {"front": True}),
        ("half", {"number": 0.5}),
        ("hundred", {"number": -100_000_000}),
        ("tie-b", {"number": 0.75}),
        ("tie-a", {"number": 0.75}),
    ]
    with engine.socket() as listener:
        held = engine.submit(slow(), listener.client_id)
        wait_for_second_node(listener, held)
        for name, more in submissions:
            engine.submit(tiny(unique("contract/prio")), listener.client_id, prompt_id=f"{base}-{name}", **more)
        engine.post("/interrupt", {"prompt_id": held})
        messages = listener.until_end(f"{base}-normal-1")
    order = [data["prompt_id"].removeprefix(f"{base}-") for data in of_kind(messages, "execution_start")]
    assert order == ["hundred", "front-2", "front-1", "half", "tie-a", "tie-b", "normal-1"]


def test_history_can_be_listed_and_deleted(engine: Engine) -> None:
    ids = [engine.submit(tiny(unique("contract/list"))) for _ in range(3)]
    for prompt_id in ids:
        engine.record(prompt_id)
    assert list(engine.get("/history", max_items=2).json()) == ids[1:]
    everything = list(engine.get("/history").json())
    assert list(engine.get("/history", max_items=1, offset=len(everything) - 3).json()) == ids[:1]
    reply = engine.post("/history", {"delete": [ids[1], "no-such-id"]})
    assert (reply.status_code, reply.content) == (200, b"")
    assert list(engine.get("/history", max_items=2).json()) == [ids[0], ids[2]]
    assert engine.get("/history", max_items="abc").status_code == 500


def test_only_the_owner_of_a_prompt_hears_of_it(engine: Engine) -> None:
    with engine.socket() as owner, engine.socket() as other:
        prompt_id = engine.submit(tiny(unique("contract/mine")), owner.client_id)
        owner.until_end(prompt_id)
        nobodys = engine.submit(tiny(unique("contract/nobodys")))
        engine.record(nobodys)
        marker = engine.submit(tiny(unique("contract/marker")), other.client_id)
        heard = other.until_end(marker)
        assert {message["type"] for message in heard if _belongs(message, prompt_id)} == set()
        assert {message["type"] for message in heard if _belongs(message, nobodys)} == {"progress_state"}
        assert len(of_kind(heard, "status")) >= 6


def test_a_reconnecting_owner_is_told_the_running_node_only(engine: Engine) -> None:
    client_id = unique("client")
    with engine.socket(client_id) as listener:
        prompt_id = engine.submit(slow(), client_id)
        wait_for_second_node(listener, prompt_id)
    with engine.socket(client_id) as again:
        message = again.next()
        while message["type"] == "status":
            message = again.next()
        assert message["type"] == "executing"
        assert set(message["data"]) == {"node"}
        engine.post("/interrupt", {"prompt_id": prompt_id})
        assert again.until_end(prompt_id)


def test_unasked_outputs_are_not_run(engine: Engine) -> None:
    graph = tiny(unique("contract/target"))
    graph["3"] = node("SaveImage", images=["1", 0], filename_prefix=unique("contract/other"))
    record = engine.record(engine.submit(graph, partial_execution_targets=["3"]))
    assert list(record["outputs"]) == ["3"]
    assert record["prompt"][4] == ["3"]


def test_free_memory_forgets_results(engine: Engine) -> None:
    graph = tiny(unique("contract/free"))
    with engine.socket() as listener:
        listener.until_end(engine.submit(graph, listener.client_id))
        assert engine.post("/free", {"unload_models": True, "free_memory": True}).status_code == 200
        time.sleep(0.3)  # the worker looks for the wish at its own pace
        listener.until_end(engine.submit(tiny(unique("contract/between")), listener.client_id))
        messages = listener.until_end(engine.submit(graph, listener.client_id))
    assert of_kind(messages, "execution_cached")[0]["nodes"] == []
