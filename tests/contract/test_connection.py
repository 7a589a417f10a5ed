"""Greeting, feature flags, routes and who may connect."""

import gzip
import json
from pathlib import Path

import pytest
import websocket
from contract_engine import Engine, unique

ROOT = Path(__file__).resolve().parents[2]


def test_the_first_message_is_the_status_with_our_id(engine: Engine) -> None:
    with engine.socket() as listener:
        status = {"exec_info": {"queue_remaining": 0}}
        assert listener.greeting == {"type": "status", "data": {"status": status, "sid": listener.client_id}}


def test_without_an_id_the_server_makes_one(engine: Engine) -> None:
    for query in ("", "?clientId=", "?client_id=other"):
        connection = websocket.create_connection(f"{engine.url.replace('http', 'ws', 1)}/api/ws{query}", timeout=5)
        sid = json.loads(connection.recv())["data"]["sid"]
        connection.close()
        assert len(sid) == 32


def test_feature_flags_are_answered_when_they_come_first(engine: Engine) -> None:
    flags = json.dumps({"type": "feature_flags", "data": {"supports_preview_metadata": True}})
    with engine.socket() as listener:
        listener.connection.send("this is not json")
        listener.connection.send(flags)
        answer = listener.next()
        assert answer == {"type": "feature_flags", "data": engine.get("/features").json()}
        listener.connection.send(flags)
        with pytest.raises(websocket.WebSocketTimeoutException):
            listener.connection.settimeout(0.3)
            listener.next()
    with engine.socket() as listener:
        listener.connection.send(json.dumps({"type": "hello"}))
        listener.connection.send(flags)
        with pytest.raises(websocket.WebSocketTimeoutException):
            listener.connection.settimeout(0.3)
            listener.next()


def test_all_routes_exist_under_api_too(engine: Engine) -> None:
    for path in ("/system_stats", "/prompt", "/queue", "/features", "/history", "/object_info/SaveImage"):
        assert engine.get(path).status_code == engine.get(f"/api{path}").status_code == 200
    assert engine.get("/no_such_route").status_code == 404
    assert engine.http.delete(f"{engine.url}/queue").status_code == 405
    assert engine.get("/ws").status_code == 400
    assert engine.post("/queue").status_code == 500


def test_the_server_says_what_it_is(engine: Engine) -> None:
    stats = engine.get("/system_stats").json()
    assert stats["system"]["comfyui_version"] == "0.3.64"
    assert ("vqdesk_engine" in stats["system"]) == (engine.kind == "builtin")
    assert stats["devices"][0]["type"] == "cpu"


def test_shared_classes_are_described_as_recorded(engine: Engine) -> None:
    recorded = json.loads(gzip.decompress((ROOT / "resources" / "catalog" / "core.json.gz").read_bytes()))
    described = engine.get("/object_info").json()
    names = (
        "ImageScale ImageScaleBy ImageCrop ImageInvert ImageBatch ImageFromBatch RepeatImageBatch EmptyImage "
        "SaveImage PreviewImage PreviewAny GetVideoComponents CreateVideo SaveVideo"
    )
    shared = names.split(" ")
    assert {name: described[name] for name in shared if described[name] != recorded[name]} == {}
    assert engine.get("/object_info/SaveVideo").json() == {"SaveVideo": recorded["SaveVideo"]}
    assert engine.get("/object_info/NoSuchNode").json() == {}


def test_loaders_list_what_was_uploaded(engine: Engine) -> None:
    picture = engine.upload(unique("a") + ".png", b"x")["name"]
    video = engine.upload(unique("b") + ".mp4", b"x")["name"]
    images = engine.get("/object_info/LoadImage").json()["LoadImage"]["input"]["required"]["image"]
    videos = engine.get("/object_info/LoadVideo").json()["LoadVideo"]["input"]["required"]["file"]
    assert picture in images[0]
    assert video not in images[0]
    assert video in videos[1]["options"]
    assert picture not in videos[1]["options"]


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("{url}", 200),
        ("null", 200),
        ("file://", 200),
        ("http://localhost:3000", 403),
        ("http://localhost:{port}", 403),
        ("http://127.0.0.1:1", 403),
        ("tauri://localhost", 403),
        ("https://example.org", 403),
    ],
)
def test_pages_of_other_places_may_not_ask(engine: Engine, origin: str, status: int) -> None:
    origin = origin.format(url=engine.url, port=engine.url.rsplit(":", 1)[1])
    reply = engine.http.get(f"{engine.url}/queue", headers={"Origin": origin})
    assert reply.status_code == status
    if status == 403:
        with pytest.raises(websocket.WebSocketBadStatusException, match="403"):
            websocket.create_connection(f"{engine.url.replace('http', 'ws', 1)}/ws", origin=origin, timeout=5)
