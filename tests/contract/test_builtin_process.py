"""What only the built-in engine does: its life as a process, its token, its faults on request, hostile input."""

import json
import os
import signal
import stat
import struct
import subprocess
import sys
import time
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
import requests
import websocket
from contract_engine import ROOT, Engine, builtin_engine, unique
from contract_graphs import clip, empty, node, tiny


def sleeping(prefix: str, seconds: float, steps: int) -> dict[str, dict[str, object]]:
    return {
        "1": empty(),
        "2": node("VQSleep", image=["1", 0], seconds=seconds, steps=steps),
        "3": node("SaveImage", images=["2", 0], filename_prefix=prefix),
    }


def start_again(home: Path, port: int = 0) -> "subprocess.CompletedProcess[str]":
    code = (
        "import sys; from pathlib import Path; from vqdesk.adapters.builtin.lifecycle import serve\n"
        "try: serve(Path(sys.argv[1]), int(sys.argv[2]), '', 0.2)\n"
        "except Exception as error: sys.exit(error.problem.sentence())"
    )
    command = [sys.executable, "-c", code, str(home), str(port)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False)


def test_with_a_token_nobody_else_gets_in(tmp_path: Path) -> None:
    with builtin_engine(tmp_path, token="secret") as engine:
        assert engine.get("/queue").status_code == 200
        for headers in ({}, {"X-VQDesk-Token": "wrong"}):
            reply = requests.get(f"{engine.url}/queue", headers=headers, timeout=5)
            assert reply.status_code == 403
            assert "X-VQDesk-Token" in reply.json()["error"]["message"]
        address = f"{engine.url.replace('http', 'ws', 1)}/ws?clientId=a"
        with pytest.raises(websocket.WebSocketBadStatusException, match="403"):
            websocket.create_connection(address, timeout=5)
        connection = websocket.create_connection(address, timeout=5, header={"X-VQDesk-Token": "secret"})
        assert json.loads(connection.recv())["data"]["sid"] == "a"
        connection.close()


def test_a_name_that_only_points_here_is_refused(tmp_path: Path) -> None:
    with builtin_engine(tmp_path) as engine:
        assert engine.http.get(f"{engine.url}/queue", headers={"Host": "evil.example"}).status_code == 403
        assert engine.http.get(f"{engine.url}/queue", headers={"Host": "localhost"}).status_code == 200


def test_its_file_tells_where_it_is_until_it_is_stopped(tmp_path: Path) -> None:
    with builtin_engine(tmp_path, token="secret", test_nodes=True) as engine:
        path = tmp_path / "engine.json"
        state = json.loads(path.read_text())
        assert engine.process is not None
        assert (state["pid"], state["token"]) == (engine.process.pid, "secret")
        assert engine.url.endswith(f":{state['port']}")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        engine.submit(sleeping(unique("stop"), 60, 600))
        engine.process.send_signal(signal.SIGTERM)
        assert engine.process.wait(6) in (0, -signal.SIGTERM)
        assert not path.exists()


def test_it_ends_by_itself_only_without_client_and_work(tmp_path: Path) -> None:
    with builtin_engine(tmp_path, idle_exit_s=0.5, test_nodes=True) as engine:
        assert engine.process is not None
        with engine.socket():
            time.sleep(1.2)
            assert engine.process.poll() is None
        engine.submit(sleeping(unique("busy"), 1.5, 3))
        time.sleep(1.2)
        assert engine.process.poll() is None
        assert engine.process.wait(5) == 0
        assert not (tmp_path / "engine.json").exists()


def test_a_second_one_on_the_same_data_says_so(tmp_path: Path) -> None:
    with builtin_engine(tmp_path) as engine:
        second = start_again(tmp_path)
        assert second.returncode == 1
        assert "already runs" in second.stderr
        taken = start_again(tmp_path / "other", int(engine.url.rsplit(":", 1)[1]))
        assert "another port" in taken.stderr
        assert engine.get("/queue").status_code == 200
    assert start_again(tmp_path).returncode == 0


def test_at_start_temp_is_emptied_and_old_outputs_go(tmp_path: Path) -> None:
    old, new, temp, upload = (
        tmp_path / "engine" / name
        for name in ("output/vqdesk/a/old.png", "output/new.png", "temp/x.png", "input/kept.png")
    )
    for path in (old, new, temp, upload):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    for path in (old, upload):
        os.utime(path, (time.time() - 8 * 24 * 3600,) * 2)
    with builtin_engine(tmp_path):
        assert [path.exists() for path in (old, old.parent, new, temp, upload)] == [
            False,
            False,
            True,
            False,
            True,
        ]


def test_faults_on_request(tmp_path: Path) -> None:
    with (
        builtin_engine(tmp_path, fail_node="ImageInvert", history_lag_ms=300) as engine,
        engine.socket() as listener,
    ):
        graph = tiny(unique("fail"))
        graph["2"]["inputs"]["images"] = ["3", 0]
        graph["3"] = node("ImageInvert", image=["1", 0])
        record = engine.record(engine.submit(graph))
        assert record["status"]["messages"][-1][1]["node_type"] == "ImageInvert"
        prompt_id = engine.submit(tiny(unique("lag")), listener.client_id)
        listener.until("execution_success", prompt_id)
        assert engine.get(f"/history/{prompt_id}").json() == {}
        listener.until_end(prompt_id)
        assert prompt_id in engine.get(f"/history/{prompt_id}").json()
        assert engine.get("/object_info/VQSleep").json() == {}


def test_a_killed_engine_leaves_whole_files_under_their_names(tmp_path: Path) -> None:
    with builtin_engine(tmp_path, die_after=2) as engine:
        assert engine.process is not None
        engine.submit(tiny("vqdesk/0/o"))
        with suppress(requests.ConnectionError):  # it may be dead before its reply is out
            engine.submit(tiny("vqdesk/1/o"))
        assert engine.process.wait(10) == -signal.SIGKILL
    folder = tmp_path / "engine" / "output" / "vqdesk"
    assert sorted(path.name for path in folder.iterdir()) == ["0", "1"]
    with builtin_engine(tmp_path) as engine:
        assert engine.get("/view", filename="o_00001_.png", subfolder="vqdesk/1").status_code == 200


def test_an_interrupted_clip_leaves_nothing(tmp_path: Path) -> None:
    with builtin_engine(tmp_path) as engine, engine.socket() as listener:
        graph = clip("vqdesk/stop/clip", frames=4000)
        graph["1"] = empty(640, 480)
        prompt_id = engine.submit(graph, listener.client_id)
        listener.until("progress", prompt_id, node="4", value=3)
        engine.post("/interrupt", {"prompt_id": prompt_id})
        messages = listener.until_end(prompt_id)
        assert messages[-3]["type"] == "execution_interrupted"
        assert list((tmp_path / "engine" / "output" / "vqdesk" / "stop").iterdir()) == []


def camera(name: str, prefix: str, frames: int) -> dict[str, dict[str, object]]:
    move = {"move": "push_in", "strength": 0.5, "easing": "smooth", "width": 640, "height": 360, "length": frames}
    return {
        "1": node("LoadImage", image=name),
        "2": node("VQCameraMove", image=["1", 0], **move),
        "3": node("CreateVideo", images=["2", 0], fps=24),
        "4": node("SaveVideo", video=["3", 0], filename_prefix=prefix, format="auto", codec="auto"),
    }


def upload_photo(engine: Engine) -> str:
    photo = sorted((ROOT / "resources" / "samples").glob("*.jpg"))[0]
    return engine.upload(photo.name, photo.read_bytes())["name"]


def test_a_camera_move_reports_every_frame_and_shows_previews(tmp_path: Path) -> None:
    with builtin_engine(tmp_path) as engine, engine.socket(flags=True) as listener:
        prompt_id = engine.submit(camera(upload_photo(engine), "vqdesk/move/clip", 48), listener.client_id)
        messages = listener.until_end(prompt_id)
        for key in ("2", "4"):
            steps = [
                message["data"]["value"]
                for message in messages
                if message["type"] == "progress" and message["data"]["node"] == key
            ]
            assert steps == list(range(1, 49))
        assert engine.record(prompt_id)["outputs"]["4"]["animated"] == [True]
    assert len(listener.frames) >= 2
    for frame in listener.frames:
        kind, length = struct.unpack(">II", frame[:8])
        described = json.loads(frame[8 : 8 + length])
        assert kind == 4
        assert (described["prompt_id"], described["image_type"]) == (prompt_id, "image/jpeg")
        assert described["node_id"] in ("2", "4")
        assert frame[8 + length :][:2] == b"\xff\xd8"


def test_previews_are_no_more_than_eight_a_second_and_type_1_without_the_flag(tmp_path: Path) -> None:
    with builtin_engine(tmp_path, test_nodes=True) as engine, engine.socket() as listener:
        listener.until_end(engine.submit(sleeping(unique("pv"), 1.0, 50), listener.client_id))
    assert 4 <= len(listener.frames) <= 9
    assert {frame[:8] for frame in listener.frames} == {b"\0\0\0\1\0\0\0\1"}


def test_a_client_that_does_not_read_delays_nobody(tmp_path: Path) -> None:
    with builtin_engine(tmp_path, test_nodes=True) as engine, engine.socket() as deaf, engine.socket() as other:
        assert deaf.connection.sock is not None
        graph = {str(index): empty() for index in range(60)}
        graph["s"] = node("VQSleep", image=["0", 0], seconds=0.0, steps=2000)
        for index in range(60):
            graph[f"i{index}"] = node("PreviewImage", images=[str(index), 0])
        graph["p"] = node("PreviewImage", images=["s", 0])
        long_run = engine.submit(graph, deaf.client_id)
        engine.record(long_run)
        other.until_end(engine.submit(tiny(unique("other")), other.client_id))
        assert deaf.until_end(long_run)[-1]["data"]["node"] is None


def header_only_png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def test_hostile_graphs_fail_in_words_and_the_engine_lives_on(tmp_path: Path) -> None:
    with builtin_engine(tmp_path) as engine:
        bomb = engine.upload("bomb.png", header_only_png(30000, 30000))["name"]
        large = engine.upload("large.png", header_only_png(11000, 10000))["name"]
        loaders = [node("LoadImage", image=bomb), node("LoadImage", image=large), empty(16384, 16384, 4096)]
        text = engine.upload("text.mp4", b"words only\n" * 50)["name"]
        deep: dict[str, object] = {"0": empty()}
        for index in range(1, 1500):
            deep[str(index)] = node("ImageInvert", image=[str(index - 1), 0])
        graphs = [{"1": one, "2": node("PreviewImage", images=["1", 0])} for one in loaders]
        video = {"1": node("LoadVideo", file=text), "3": node("GetVideoComponents", video=["1", 0])}
        graphs.append({**video, "2": node("PreviewImage", images=["3", 0])})
        scale = node("ImageScaleBy", image=["1", 0], upscale_method="bicubic", scale_by=8.0)
        graphs.append({"1": empty(9000, 9000), "3": scale, "2": node("PreviewImage", images=["3", 0])})
        failures = [engine.record(engine.submit(graph))["status"]["messages"][-1] for graph in graphs]
        assert [event for event, _ in failures] == ["execution_error"] * len(graphs)
        words = [data["exception_message"] for _, data in failures]
        assert all("megapixels" in words[index] for index in (0, 1, 2, 4))
        reply = engine.post("/prompt", {"prompt": {**deep, "2000": node("PreviewImage", images=["1499", 0])}})
        assert reply.status_code in (200, 400)
        for body in (
            {"prompt": {"1": 5}},
            {"prompt": {"1": ["class_type"]}},
            {"prompt": {"1": {"class_type": []}}},
        ):
            assert engine.post("/prompt", body).status_code == 500
        assert engine.outputs(tiny(unique("alive")))["2"]["images"]
